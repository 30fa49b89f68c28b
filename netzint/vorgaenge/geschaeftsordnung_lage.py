"""What the state allows: from which day on a Geschäftsordnung may change, and what must not come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from netzint.modell.befund import Befund
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.geschaeftsordnung import Fassung, Geschaeftsordnung
from netzint.modell.geschaeftsordnung_werte import WERTE
from netzint.modell.sprache import datum
from netzint.regeln.tage import day_after, day_before
from netzint.vorgaenge.angaben import ablehnen, falsch
from netzint.vorgaenge.folgefehler import GENANNT, refuse_fehler
from netzint.vorgaenge.geschaeftsordnung_angaben import Schritt, spell

ART = "geschaeftsordnung"
PLATZ = ("strategiegruppe", "sitze")
_SPAETER = "Einen späteren ersten Tag angeben (--ab), nach dem, was schon geladen oder beschlossen ist."
_BENCH = (
    "Tritt ein anderer an die Stelle eines Sitzes: netzint geschaeftsordnung sitz neu --statt SITZ; hat die "
    "Strategiegruppe davon eine Ausnahme beschlossen, sie zuerst eintragen: netzint ausnahme neu --regel {code}"
)
ABHILFE: Mapping[str, str] = {
    "Q101": "Zuerst das Mandat beenden: netzint mitglied abberufen {kennung} --zum {davor}",
    "Q107": "Zuerst die Stellvertretung beenden: netzint mitglied abberufen {kennung} --zum {davor}",
    "G105": "Zusammen ändern, was zusammengehört, z. B. --ladungsfrist 21 --ladungsfrist-mindestens 14.",
    "G206": "Mit --stelle das Ministerium oder den Landesverband nennen, dem der Sitz gehört.",
    "G207": "Mit --benannt-von das Ministerium oder einen Landesverband nennen.",
    "G208": "Jede Art und jeden Status nur einmal nennen: --als-gemeinde, --als-stadt und --als-landkreis zusammen.",
    "G201": _BENCH,
    "G202": _BENCH,
    "G203": _BENCH,
    "G204": _BENCH,
}
"""What to do about a Fehler that a change would make; what is not here says the rule itself."""


Widerspruch = Callable[[Bestand, Bestand, date, date], None]
"""Refuses what a change would make wrong: before, after, from which day on, today."""


def require_geschaeftsordnung(bestand: Bestand) -> Geschaeftsordnung:
    """The Geschäftsordnung. Raises NetzintFehler if it is not there, cannot be read or has no Fassung."""
    found = bestand.geschaeftsordnung
    if found is None or not found.fassungen:
        text = "Die Geschäftsordnung fehlt oder ist nicht lesbar."
        raise NetzintFehler(text, "Näheres: netzint pruefen", Ausgang.BEFUNDE)
    return found


def fassungen(bestand: Bestand) -> tuple[Fassung, ...]:
    """All Fassungen, the oldest first."""
    return require_geschaeftsordnung(bestand).fassungen


def find_kuenftige(bestand: Bestand, ab: date, stichtag: date) -> tuple[int, Fassung]:
    """The Fassung that begins on a day that lies ahead, with its number. Raises NetzintFehler for any other day."""
    known = fassungen(bestand)
    ahead = [f"{f.gilt_ab}" for f in known if f.gilt_ab > stichtag]
    found = next(((nr, f) for nr, f in enumerate(known) if f.gilt_ab == ab), None)
    hinweis = f"Noch nicht gültig: {', '.join(ahead)}." if ahead else "Es gibt keine, die noch nicht gilt."
    if found is None:
        raise falsch(f"Eine Fassung ab {datum(ab)} gibt es nicht.", hinweis)
    if ab <= stichtag:
        raise ablehnen(
            f"Die Fassung ab {datum(ab)} gilt schon; nur eine künftige lässt sich aufheben oder verlegen.",
            "Eine neue beschließen lassen: netzint geschaeftsordnung aendern --ab TAG --beschluss X/Y",
        )
    return found


def check_ab(bestand: Bestand, ab: date, beschlossen: date, stichtag: date, changed: Sequence[Schritt]) -> None:
    """Refuse a first day that lies before the Beschluss, or before what has been judged by the old Fassung."""
    if ab <= beschlossen:
        raise ablehnen(
            f"Beschlossen ist das am {datum(beschlossen)}; gelten kann es frühestens ab dem Tag danach.",
            f"--ab {day_after(beschlossen)} oder später. {_berichtigen(bestand, ab, changed)}",
        )
    if ab > stichtag:
        return
    if any(f.gilt_ab == ab for f in fassungen(bestand)):
        raise ablehnen(
            f"Die Fassung ab {datum(ab)} gilt schon; sie ändert sich nicht mehr.",
            f"Eine neue beginnt später, z. B. --ab {day_after(stichtag)}. {_berichtigen(bestand, ab, changed)}",
        )
    judged = min(_judged_since(bestand, ab, stichtag), default=None)
    if judged:
        raise ablehnen(
            f"Rückwirkend ab {datum(ab)} geht das nicht: Nach der bisherigen Fassung richtet sich schon {judged[1]} "
            f"vom {datum(judged[0])}.",
            f"--ab {day_after(stichtag)} oder später. {_berichtigen(bestand, ab, changed)}",
        )


def _judged_since(bestand: Bestand, ab: date, stichtag: date) -> Iterator[tuple[date, str]]:
    """What has been held, sent or invited to since a day, by the law of then."""
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        if ab <= sitzung.datum <= stichtag and not (sitzung.abgesagt or sitzung.entfallen):
            yield sitzung.datum, sitzung.kennung
    for umlauf in bestand.umlaeufe.values():
        if ab <= umlauf.versandt <= stichtag and not umlauf.entfallen:
            yield umlauf.versandt, umlauf.kennung


def _berichtigen(bestand: Bestand, ab: date, changed: Sequence[Schritt]) -> str:
    """How the same is put right if it was recorded wrongly from the start."""
    options = [f"--{wert.option} {spell(wert, s.wert)} " for wert in WERTE for s in changed if s.feld == wert.pfad]
    befehl = f"netzint geschaeftsordnung berichtigen {''.join(options)}--grund …"
    seat = next((s for s in changed if s.feld[:-2] == PLATZ and not s.einfuegen), None)
    if seat is not None:
        nr = sum(f.gilt_ab <= ab for f in fassungen(bestand))
        part = f"fassungen.{nr}.{'.'.join(PLATZ)}.{int(seat.feld[-2]) + 1}"
        befehl = f"netzint berichtigen {ART} --zu {part} --setze {seat.feld[-1]}=… --grund …"
    return f"War es von Anfang an falsch eingetragen: {befehl}"


def check_fehler(before: Bestand, after: Bestand, ab: date, stichtag: date) -> None:
    """Refuse, in words, what would newly be a Fehler on the day it begins."""
    satz = f"So stimmte ab {datum(ab)} nicht mehr:"
    refuse_fehler(before, after, max(ab, stichtag), satz, lambda added: _help(added, ab))


def check_widerspruch(before: Bestand, after: Bestand, ab: date, stichtag: date) -> None:
    """The same for a correction: what has been recorded since would contradict it."""
    satz = "So berichtigt widerspräche die Geschäftsordnung dem, was schon festgehalten ist:"
    refuse_fehler(before, after, max(ab, stichtag), satz, lambda added: _help_berichtigung(added[0]))


def _help_berichtigung(first: Befund) -> str:
    if first.kennung == ART:
        return ABHILFE.get(first.code, first.hinweis).format(code=first.code)
    return (
        "Gilt es erst seit einem späteren Tag: netzint geschaeftsordnung aendern --ab TAG --beschluss X/Y\n"
        f"Ist der Eintrag selbst falsch, ihn zuerst berichtigen: netzint berichtigen {first.kennung}"
    )


def _help(added: tuple[Befund, ...], ab: date) -> str:
    """What to do about the first of them, and about the others that are like it."""
    first = added[0]
    text = ABHILFE.get(first.code)
    if text is None:
        return first.hinweis if first.kennung == ART else _SPAETER
    alike = dict.fromkeys(befund.kennung for befund in added if befund.code == first.code)
    told = [text.format(code=first.code, kennung=kennung, davor=day_before(ab)) for kennung in list(alike)[:GENANNT]]
    return "\n".join(dict.fromkeys(told))
