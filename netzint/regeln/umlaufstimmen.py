"""The answers in an Umlauf: from those who were asked, once, in time, and counted right."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.beschluss import ENTSCHIEDEN
from netzint.modell.bestand import Bestand
from netzint.modell.umlauf import Umlaufstimme, Widerspruch
from netzint.recht.abstimmung import Auszaehlung, Sitzlage, count_abstimmung, fits_ergebnis
from netzint.regeln.besetzung import mandate_am
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch
from netzint.regeln.umlaeufe import Lauf, iter_laeufe


@regel("U103", Schwere.FEHLER, je="umlauf")
def stimme_im_umlauf_ohne_stimmrecht(bestand: Bestand) -> Verstoesse:
    """Im Umlauf hat jemand abgestimmt oder widersprochen, der nicht gefragt war oder keine Stimme hat.

    Warum: Es stimmen die ordentlichen Mitglieder ab, an die der Umlauf ging, ohne die Befangenen; nur sie können dem
    Verfahren widersprechen.

    Beispiel: Unter „stimmen“ steht gs-1.

    Abhilfe: Die Kennung oder den Verteiler berichtigen.
    """
    for lauf in iter_laeufe(bestand):
        answers: list[tuple[str, int, Umlaufstimme | Widerspruch]] = [
            *(("stimmen", i, stimme) for i, stimme in enumerate(lauf.umlauf.stimmen)),
            *(("widerspruch", i, objection) for i, objection in enumerate(lauf.umlauf.widerspruch)),
        ]
        for feld, i, answer in answers:
            problem = _why_no_vote(bestand, lauf, answer)
            if problem:
                text = f"{answer.mitglied} {problem} ({lauf.umlauf.kennung})"
                yield verstoss(lauf.umlauf.an(feld, i, "mitglied"), text, answer.mitglied)


def _why_no_vote(bestand: Bestand, lauf: Lauf, answer: Umlaufstimme | Widerspruch) -> str:
    umlauf, person = lauf.umlauf, bestand.mitglieder.get(answer.mitglied)
    if answer.mitglied in umlauf.befangen:
        return f"ist befangen und hat doch {'abgestimmt' if isinstance(answer, Umlaufstimme) else 'widersprochen'}"
    if umlauf.verteiler and answer.mitglied not in umlauf.verteiler:
        return "steht nicht im Verteiler"
    if person is None or not lauf.ist_erfasst:
        return ""
    is_member = any(mandate_am(person, tag, "ordentlich") for tag in (umlauf.versandt, answer.am))
    return "" if is_member else "ist kein ordentliches Mitglied"


@regel("U104", Schwere.FEHLER, je="umlauf")
def doppelt_abgestimmt_im_umlauf(bestand: Bestand) -> Verstoesse:
    """Im Umlauf hat jemand zweimal abgestimmt.

    Warum: Jedes Mitglied hat eine Stimme.

    Beispiel: Unter „stimmen“ steht staedtetag-1 mit „ja“ und noch einmal mit „nein“.

    Abhilfe: Die Stimme streichen, die nicht gilt.
    """
    for umlauf in bestand.umlaeufe.values():
        seen: set[str] = set()
        for i, stimme in enumerate(umlauf.stimmen):
            if stimme.mitglied in seen:
                text = f"{stimme.mitglied} hat in {umlauf.kennung} mehrmals abgestimmt"
                yield verstoss(umlauf.an("stimmen", i, "mitglied"), text, stimme.mitglied)
            seen.add(stimme.mitglied)


@regel("U105", Schwere.WARNUNG, je="umlauf")
def stimme_kam_ausserhalb_der_frist(bestand: Bestand) -> Verstoesse:
    """Im Umlauf ist eine Stimme oder ein Widerspruch vor dem Versand oder nach der Frist eingegangen.

    Warum: Was nach der Frist kommt, zählt nicht: Wer nicht rechtzeitig antwortet, hat nicht teilgenommen.

    Beispiel: Frist bis 16.03.2026, Stimme vom 18.03.2026.

    Abhilfe: Das Datum prüfen; stimmt es, den Eintrag stehen lassen.
    """
    for lauf in iter_laeufe(bestand):
        umlauf = lauf.umlauf
        answers = [("stimmen", i, s.mitglied, s.am) for i, s in enumerate(umlauf.stimmen)]
        answers += [("widerspruch", i, w.mitglied, w.am) for i, w in enumerate(umlauf.widerspruch)]
        for feld, i, person, am in answers:
            if not lauf.is_rechtzeitig(am):
                text = (
                    f"Die Antwort von {person} zu {umlauf.kennung} ist vom {deutsch(am)}; gefragt war vom "
                    f"{deutsch(umlauf.versandt)} bis zum {deutsch(umlauf.frist)}"
                )
                yield verstoss(umlauf.an(feld, i, "am"), text, person)


@regel("U108", Schwere.FEHLER, je="umlauf")
def umlaufergebnis_widerspricht_den_stimmen(bestand: Bestand) -> Verstoesse:
    """Das Ergebnis eines Umlaufs widerspricht den Stimmen.

    Warum: Gezählt wird wie in einer Sitzung; wer nicht antwortet, hat nicht teilgenommen. Beteiligen sich weniger, als
    für die Beschlussfähigkeit da sein müssten, ist nichts beschlossen.

    Beispiel: 2 Ja, 5 Nein, „ergebnis: angenommen“; oder 3 Ja von zwölf Gefragten.

    Abhilfe: Die Stimmen oder das Ergebnis berichtigen.
    """
    for lauf in iter_laeufe(bestand):
        end = lauf.umlauf.abschluss
        if end is None or end.ergebnis == "widersprochen" or not lauf.ist_erfasst:
            continue
        if end.ergebnis not in (*ENTSCHIEDEN, "nicht_beschlussfaehig"):
            continue
        if any(person not in bestand.mitglieder for person in lauf.umlauf.verteiler):
            continue
        counted = count_umlauf(lauf)
        if not fits_ergebnis(counted.ergebnis, end.ergebnis):
            text = f"Zu {lauf.umlauf.kennung} ist „{end.ergebnis}“ vermerkt. {counted.erklaerung}"
            yield verstoss(lauf.umlauf.an("abschluss", "ergebnis"), text)


def count_umlauf(lauf: Lauf) -> Auszaehlung:
    """What the answers that came in time add up to, by the law of the day of dispatch.

    An Umlauf takes the place of a Sitzung: who answers takes part, and as many must take part as would have to be
    there (§ 90 (1) LVwVfG by analogy; the numbers are those of the Geschäftsordnung). Silence agrees to nothing.
    """
    in_time = {s.mitglied: s.stimme for s in lauf.umlauf.stimmen if lauf.is_rechtzeitig(s.am)}
    lage = _sitzlage(lauf, list(in_time.values()))
    counted = count_abstimmung(lage, lauf.recht.beschlussfaehigkeit, lauf.recht.abstimmung)
    text = counted.erklaerung.replace(" anwesend", " beteiligt", 1)
    silent = len(set(lauf.gefragt) - in_time.keys())
    if silent:
        text += f" Nicht geantwortet {'hat' if silent == 1 else 'haben'} {silent}."
    return counted._replace(erklaerung=text)


def _sitzlage(lauf: Lauf, stimmen: list[str]) -> Sitzlage:
    """Everybody who answered counts as present."""
    ja, nein, enthaltung = (stimmen.count(stimme) for stimme in ("ja", "nein", "enthaltung"))
    soll, besetzt, befangen = len(lauf.recht.sitze), len(lauf.ordentliche), len(set(lauf.umlauf.befangen))
    return Sitzlage(soll, besetzt, len(stimmen), ja, nein, enthaltung, befangen=befangen)


@regel("U111", Schwere.WARNUNG, je="umlauf")
def ordentliches_mitglied_ist_nicht_gefragt(bestand: Bestand) -> Verstoesse:
    """Im Verteiler eines Umlaufs fehlt ein ordentliches Mitglied.

    Warum: Jedes ordentliche Mitglied kann dem Verfahren widersprechen, also müssen alle gefragt werden.

    Beispiel: landkreistag-1 ist ordentliches Mitglied und steht nicht im Verteiler.

    Abhilfe: Den Umlauf nachsenden und den Verteiler ergänzen.
    """
    for lauf in iter_laeufe(bestand):
        for person in lauf.ordentliche if lauf.umlauf.verteiler and lauf.ist_erfasst else ():
            if person not in lauf.umlauf.verteiler and person not in lauf.umlauf.befangen:
                text = f"{person} ist ordentliches Mitglied und in {lauf.umlauf.kennung} nicht gefragt"
                yield verstoss(lauf.umlauf.an("verteiler"), text, person)


REGELN: tuple[Regel, ...] = (
    stimme_im_umlauf_ohne_stimmrecht,
    doppelt_abgestimmt_im_umlauf,
    stimme_kam_ausserhalb_der_frist,
    umlaufergebnis_widerspricht_den_stimmen,
    ordentliches_mitglied_ist_nicht_gefragt,
)
