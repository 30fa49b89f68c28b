"""Beschlüsse: recorded completely, and with votes that add up."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.beschluss import ANGENOMMEN, ENTSCHIEDEN, Beschluss
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.regeln.gemeinsam import aufzaehlung
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.stimmrecht import list_stimmlagen
from netzint.regeln.tage import erfasst_ab

_NUR_EMPFEHLUNG = ("geaendert_angenommen", "zurueckverwiesen")


def _stimmen(beschluss: Beschluss) -> int:
    counts = (beschluss.ja, beschluss.nein, beschluss.enthaltung, beschluss.nicht_teilgenommen)
    return sum(count or 0 for count in counts)


@regel("B101", Schwere.FEHLER, je="sitzung")
def beschluss_kennung_ist_doppelt(bestand: Bestand) -> Verstoesse:
    """Zwei Beschlüsse einer Sitzung haben dieselbe Kennung.

    Warum: Ein Beschluss wird überall mit „Sitzung/Beschluss“ genannt; das muss eindeutig sein.

    Beispiel: Zwei Beschlüsse mit „kennung: he-2026-04“ in sg-2026-03.

    Abhilfe: Einem der beiden eine andere Kennung geben und die Verweise auf ihn nachziehen.
    """
    for sitzung in bestand.sitzungen.values():
        seen: set[str] = set()
        for t, top in enumerate(sitzung.tagesordnung):
            for b, beschluss in enumerate(top.beschluesse):
                if beschluss.kennung in seen:
                    text = f"Die Sitzung {sitzung.kennung} hat mehrere Beschlüsse „{beschluss.kennung}“"
                    place = sitzung.an("tagesordnung", t, "beschluesse", b, "kennung")
                    yield verstoss(place, text, beschluss.kennung)
                seen.add(beschluss.kennung)


@regel("B102", Schwere.FEHLER, je="sitzung")
def stimmen_gehen_nicht_auf(bestand: Bestand) -> Verstoesse:
    """Die Stimmen eines Beschlusses ergeben nicht die Zahl der Anwesenden und Stimmberechtigten.

    Warum: Ja + Nein + Enthaltung + nicht teilgenommen = anwesend und stimmberechtigt. Eine Stimme hat jedes ordentliche
    Mitglied, das beim TOP da war oder vertreten wurde; Befangene, Gäste und die Geschäftsstelle haben keine.

    Beispiel: Elf Mitglieder sind da, eines ist befangen; vermerkt sind 9 Ja, 1 Nein und 1 Enthaltung.

    Abhilfe: Die Zahlen, die Anwesenheit („nicht_bei“, „fuer“) oder „befangen“ berichtigen.
    """
    for stimmlage in list_stimmlagen(bestand):
        beschluss, entitled = stimmlage.beschluss, len(stimmlage.berechtigt)
        if not stimmlage.ist_gezaehlt or stimmlage.lage.stimmen == entitled:
            continue
        apart = f" ({len(set(beschluss.befangen))} befangen)" if beschluss.befangen else ""
        text = (
            f"Beim Beschluss {stimmlage.eintrag.kennung} sind {_tell(beschluss)} = {stimmlage.lage.stimmen} Stimmen "
            f"vermerkt, anwesend und stimmberechtigt waren {entitled}{apart}"
        )
        yield verstoss(stimmlage.eintrag.an("ja"), text, beschluss.kennung)


def _tell(beschluss: Beschluss) -> str:
    parts = [f"{beschluss.ja} Ja", f"{beschluss.nein} Nein"]
    if beschluss.enthaltung:
        parts.append(f"{beschluss.enthaltung} Enthaltung")
    if beschluss.nicht_teilgenommen:
        parts.append(f"{beschluss.nicht_teilgenommen} nicht teilgenommen")
    return " + ".join(parts)


@regel("B103", Schwere.FEHLER, je="sitzung")
def befangene_person_war_nicht_da(bestand: Bestand) -> Verstoesse:
    """Als befangen ist jemand genannt, der in der Sitzung weder da war noch vertreten wurde.

    Warum: Befangen ist, wer sonst mitberaten und mitgestimmt hätte.

    Beispiel: „befangen: [kommunen-stadt-2]“, kommunen-stadt-2 war entschuldigt.

    Abhilfe: Die Kennung berichtigen oder die Anwesenheit nachtragen.
    """
    for entry in bestand.beschluesse.values():
        if not entry.beschluss.befangen or not entry.sitzung.anwesend:
            continue
        there = {person for a in entry.sitzung.anwesend for person in (a.mitglied, a.fuer)}
        for i, person in enumerate(entry.beschluss.befangen):
            if person not in there:
                text = f"{person} ist beim Beschluss {entry.kennung} als befangen genannt, war aber nicht da"
                yield verstoss(entry.an("befangen", i), text, entry.beschluss.kennung, person)


@regel("B104", Schwere.FEHLER, je="sitzung")
def namentliche_stimmen_stimmen_nicht_mit_den_zahlen(bestand: Bestand) -> Verstoesse:
    """Die namentliche Abstimmung passt nicht zu den Zahlen, oder jemand hat zweimal abgestimmt.

    Warum: Wird namentlich abgestimmt, ergeben sich die Zahlen aus den Namen.

    Beispiel: „ja: 8“, unter „namentlich“ stehen sieben Ja-Stimmen.

    Abhilfe: Die Zahl oder die Liste berichtigen.
    """
    for entry in bestand.beschluesse.values():
        beschluss, named = entry.beschluss, entry.beschluss.namentlich
        if named is None:
            continue
        for feld, counted in (("ja", beschluss.ja), ("nein", beschluss.nein), ("enthaltung", beschluss.enthaltung)):
            people = getattr(named, feld)
            if len(people) != (counted or 0):
                text = f"Beim Beschluss {entry.kennung} ist „{feld}“ {counted or 0}, namentlich sind es {len(people)}"
                yield verstoss(entry.an("namentlich", feld), text, beschluss.kennung)
        votes = [*named.ja, *named.nein, *named.enthaltung]
        twice = sorted({person for person in votes if votes.count(person) > 1})
        if twice:
            text = f"Beim Beschluss {entry.kennung} steht namentlich mehr als einmal: {aufzaehlung(twice)}"
            yield verstoss(entry.an("namentlich"), text, beschluss.kennung)


@regel("B105", Schwere.FEHLER, je="sitzung")
def namentlich_stimmt_wer_nicht_darf(bestand: Bestand) -> Verstoesse:
    """Bei einer namentlichen Abstimmung hat jemand ohne Stimmrecht abgestimmt.

    Warum: Es stimmen die ordentlichen Mitglieder ab, die beim TOP da und nicht befangen sind, oder ihre Vertretung;
    Gäste, AG-Leitung und Geschäftsstelle nicht.

    Beispiel: Unter „namentlich: {ja: […]}“ steht gs-1.

    Abhilfe: Die Kennung berichtigen; wer vertreten hat, steht unter „anwesend“ mit „fuer“.
    """
    for stimmlage in list_stimmlagen(bestand):
        named = stimmlage.beschluss.namentlich
        for feld in ("ja", "nein", "enthaltung") if named else ():
            for i, person in enumerate(getattr(named, feld)):
                if person not in stimmlage.berechtigt:
                    text = f"{person} hat beim Beschluss {stimmlage.eintrag.kennung} keine Stimme"
                    yield verstoss(
                        stimmlage.eintrag.an("namentlich", feld, i), text, stimmlage.beschluss.kennung, person
                    )


@regel("B106", Schwere.FEHLER, je="sitzung")
def ergebnis_passt_nicht_zum_antrag(bestand: Bestand) -> Verstoesse:
    """Ein Ergebnis ist vermerkt, das es bei diesem Antrag nicht gibt.

    Warum: Geändert angenommen oder an die AG zurückverwiesen wird eine Empfehlung; über anderes wird entschieden, oder
    es wird vertagt.

    Beispiel: „antrag: {art: ag_einsetzen, …}“ mit „ergebnis: zurueckverwiesen“.

    Abhilfe: „angenommen“, „abgelehnt“ oder „vertagt“ vermerken; den geänderten Inhalt im Antrag.
    """
    for entry in bestand.beschluesse.values():
        beschluss = entry.beschluss
        if beschluss.ergebnis in _NUR_EMPFEHLUNG and beschluss.antrag.art != "empfehlung":
            text = f"Das Ergebnis „{beschluss.ergebnis}“ gibt es bei „{beschluss.antrag.art}“ nicht ({entry.kennung})"
            yield verstoss(entry.an("ergebnis"), text, beschluss.kennung)


@regel("B107", Schwere.FEHLER, je="sitzung")
def stimmen_fehlen(bestand: Bestand) -> Verstoesse:
    """Zu einer Entscheidung der Strategiegruppe fehlen die Stimmen.

    Warum: Ohne die Zahlen lässt sich das Ergebnis nicht prüfen; auch „einstimmig“ ist eine Zahl.

    Beispiel: „ergebnis: angenommen“ ohne „ja“ und „nein“.

    Abhilfe: Ja-, Nein-Stimmen und Enthaltungen aus der Niederschrift nachtragen.
    """
    start = erfasst_ab(bestand)
    for entry in bestand.beschluesse.values():
        beschluss, sitzung = entry.beschluss, entry.sitzung
        if beschluss.ergebnis not in ENTSCHIEDEN or sitzung.gremium != STRATEGIEGRUPPE or sitzung.datum < start:
            continue
        missing = [feld for feld in ("ja", "nein") if getattr(beschluss, feld) is None]
        if missing:
            text = f"Beim Beschluss {entry.kennung} („{beschluss.ergebnis}“) fehlt: {aufzaehlung(missing)}"
            yield verstoss(entry.an(missing[0]), text, beschluss.kennung)


@regel("B108", Schwere.FEHLER, je="sitzung")
def ag_hat_mehr_stimmen_als_anwesende(bestand: Bestand) -> Verstoesse:
    """In der Sitzung einer Arbeitsgruppe sind mehr Stimmen vermerkt, als Personen da waren.

    Warum: Für Arbeitsgruppen gilt keine Beschlussfähigkeit; mehr Stimmen als Anwesende kann es trotzdem nicht geben.

    Beispiel: Sechs Personen stehen unter „anwesend“, vermerkt sind 7 Ja.

    Abhilfe: Die Zahlen oder die Anwesenheit berichtigen.
    """
    for entry in bestand.beschluesse.values():
        there, votes = len(entry.sitzung.anwesend), _stimmen(entry.beschluss)
        if entry.sitzung.gremium != STRATEGIEGRUPPE and 0 < there < votes:
            text = f"Beim Beschluss {entry.kennung} sind {votes} Stimmen vermerkt, da waren {there} Personen"
            yield verstoss(entry.an("ja"), text, entry.beschluss.kennung)


@regel("B109", Schwere.FEHLER, je="sitzung")
def ag_ergebnis_widerspricht_den_stimmen(bestand: Bestand) -> Verstoesse:
    """In der Sitzung einer Arbeitsgruppe widerspricht das Ergebnis den Stimmen.

    Warum: Angenommen ist, was mehr Ja- als Nein-Stimmen hat.

    Beispiel: 3 Ja, 4 Nein, „ergebnis: angenommen“.

    Abhilfe: Die Zahlen oder das Ergebnis berichtigen.
    """
    for entry in bestand.beschluesse.values():
        b = entry.beschluss
        if entry.sitzung.gremium == STRATEGIEGRUPPE or b.ja is None or b.nein is None:
            continue
        if b.ergebnis in ENTSCHIEDEN and (b.ja > b.nein) != (b.ergebnis in ANGENOMMEN):
            text = f"Der Beschluss {entry.kennung} hat {b.ja} Ja und {b.nein} Nein, vermerkt ist „{b.ergebnis}“"
            yield verstoss(entry.an("ergebnis"), text, b.kennung)


REGELN: tuple[Regel, ...] = (
    beschluss_kennung_ist_doppelt,
    stimmen_gehen_nicht_auf,
    befangene_person_war_nicht_da,
    namentliche_stimmen_stimmen_nicht_mit_den_zahlen,
    namentlich_stimmt_wer_nicht_darf,
    ergebnis_passt_nicht_zum_antrag,
    stimmen_fehlen,
    ag_hat_mehr_stimmen_als_anwesende,
    ag_ergebnis_widerspricht_den_stimmen,
)
