"""Beschlüsse: recorded completely, and with votes that add up."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from netzint.modell.befund import Schwere
from netzint.modell.beschluss import ENTSCHIEDEN, Beschluss
from netzint.modell.bestand import STRATEGIEGRUPPE, BeschlussIn, Bestand
from netzint.regeln.anwesenheit import find_fremde
from netzint.regeln.gemeinsam import aufzaehlung
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.stimmrecht import Stimmlage, list_stimmlagen
from netzint.regeln.tage import erfasst_ab

_NUR_EMPFEHLUNG = ("geaendert_angenommen", "zurueckverwiesen")


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
        surplus = stimmlage.lage.stimmen - entitled
        if not stimmlage.ist_gezaehlt or not surplus or surplus == _count_fremde(bestand, stimmlage):
            continue
        apart = f" ({stimmlage.lage.befangen} befangen)" if stimmlage.lage.befangen else ""
        text = (
            f"Beim Beschluss {stimmlage.eintrag.kennung} sind {_tell(beschluss)} = {stimmlage.lage.stimmen} Stimmen "
            f"vermerkt, anwesend und stimmberechtigt waren {entitled}{apart}"
        )
        yield verstoss(stimmlage.eintrag.an("ja"), text, beschluss.kennung)


def _count_fremde(bestand: Bestand, stimmlage: Stimmlage) -> int:
    """How many were there without a Mandat: that they may have voted follows from what S301 says of them."""
    entry = stimmlage.eintrag
    strangers = find_fremde(bestand, entry.sitzung).difference(stimmlage.berechtigt, entry.beschluss.befangen)
    here = {a.mitglied for a in entry.sitzung.anwesend if entry.top.kennung not in a.nicht_bei}
    return len(strangers & here)


def _tell(beschluss: Beschluss) -> str:
    parts = [f"{beschluss.ja} Ja", f"{beschluss.nein} Nein"]
    if beschluss.enthaltung:
        parts.append(f"{beschluss.enthaltung} Enthaltung")
    if beschluss.nicht_teilgenommen:
        parts.append(f"{beschluss.nicht_teilgenommen} nicht teilgenommen")
    return " + ".join(parts)


@regel("B103", Schwere.FEHLER, je="sitzung")
def befangene_person_war_nicht_da(bestand: Bestand) -> Verstoesse:
    """Als befangen ist jemand genannt, der bei dem TOP weder da war noch vertreten wurde.

    Warum: Befangen ist, wer sonst mitberaten und mitgestimmt hätte. Wer deshalb den Raum verlässt, steht nur unter
    „befangen“, nicht auch unter „nicht_bei“.

    Beispiel: „befangen: [kommunen-stadt-2]“, kommunen-stadt-2 war entschuldigt.

    Abhilfe: Die Kennung oder die Anwesenheit („entschuldigt“, „nicht_bei“) berichtigen.
    """
    for entry in bestand.beschluesse.values():
        if not entry.beschluss.befangen or not entry.sitzung.anwesend:
            continue
        there = entry.sitzung.da_bei(entry.top.kennung)
        for i, person in enumerate(entry.beschluss.befangen):
            if person not in there:
                text = f"{person} ist beim Beschluss {entry.kennung} als befangen genannt, war dabei aber nicht da"
                yield verstoss(entry.an("befangen", i), text, entry.beschluss.kennung, person)


@regel("B104", Schwere.FEHLER, je="sitzung")
def namentliche_stimmen_stimmen_nicht_mit_den_zahlen(bestand: Bestand) -> Verstoesse:
    """Die namentliche Abstimmung passt nicht zu den anderen Angaben, oder jemand hat zweimal abgestimmt.

    Warum: Wird namentlich abgestimmt, ergeben sich aus den Namen die Zahlen und die Stimme der Leitung.

    Beispiel: „ja: 8“, unter „namentlich“ stehen sieben Ja-Stimmen.

    Abhilfe: Die Zahl, die Liste oder „stimme_leitung“ berichtigen.
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
        chair, voted = entry.sitzung.leitung, beschluss.stimme_leitung
        if voted and chair in votes and chair not in getattr(named, voted):
            text = f"Beim Beschluss {entry.kennung} ist „stimme_leitung“ {voted}, namentlich war es anders ({chair})"
            yield verstoss(entry.an("stimme_leitung"), text, beschluss.kennung)
        twice = sorted({person for person in votes if votes.count(person) > 1})
        if twice:
            text = f"Beim Beschluss {entry.kennung} steht namentlich mehr als einmal: {aufzaehlung(twice)}"
            yield verstoss(entry.an("namentlich"), text, beschluss.kennung)


@regel("B105", Schwere.FEHLER, je="sitzung")
def namentlich_stimmt_wer_nicht_darf(bestand: Bestand) -> Verstoesse:
    """Bei einer namentlichen Abstimmung hat jemand ohne Stimmrecht abgestimmt.

    Warum: Es stimmen die ordentlichen Mitglieder ab, die beim TOP da und nicht befangen sind, oder ihre Vertretung;
    Gäste, AG-Leitung und Geschäftsstelle nicht. In einer AG kann nur abstimmen, wer da war.

    Beispiel: Unter „namentlich: {ja: […]}“ steht gs-1.

    Abhilfe: Die Kennung berichtigen; wer vertreten hat, steht unter „anwesend“ mit „fuer“.
    """
    for entry, entitled in _iter_namentliche(bestand):
        for feld in ("ja", "nein", "enthaltung"):
            for i, person in enumerate(getattr(entry.beschluss.namentlich, feld)):
                if person not in entitled:
                    text = f"{person} hat beim Beschluss {entry.kennung} keine Stimme"
                    yield verstoss(entry.an("namentlich", feld, i), text, entry.beschluss.kennung, person)


def _iter_namentliche(bestand: Bestand) -> Iterator[tuple[BeschlussIn, Collection[str]]]:
    """The votes by name, with those who could vote."""
    for stimmlage in list_stimmlagen(bestand):
        if stimmlage.beschluss.namentlich:
            yield stimmlage.eintrag, stimmlage.berechtigt
    for entry in bestand.beschluesse.values():
        if entry.beschluss.namentlich and entry.sitzung.gremium != STRATEGIEGRUPPE and entry.sitzung.anwesend:
            here = {a.mitglied for a in entry.sitzung.anwesend if entry.top.kennung not in a.nicht_bei}
            yield entry, here.difference(entry.beschluss.befangen)


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


REGELN: tuple[Regel, ...] = (
    beschluss_kennung_ist_doppelt,
    stimmen_gehen_nicht_auf,
    befangene_person_war_nicht_da,
    namentliche_stimmen_stimmen_nicht_mit_den_zahlen,
    namentlich_stimmt_wer_nicht_darf,
    ergebnis_passt_nicht_zum_antrag,
    stimmen_fehlen,
)
