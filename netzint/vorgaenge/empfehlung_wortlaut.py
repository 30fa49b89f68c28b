"""The wording of an Empfehlung as it is typed: what must be in it, and a new Fassung made of an old one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Adressat, Empfehlung, Empfehlungsfassung
from netzint.modell.finden import find_stelle
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import aufzaehlung, datum
from netzint.modell.stelle import Stelle
from netzint.recht.siegel import siegel
from netzint.regeln.empfehlungen import PFLICHT, why_not_konkret
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, clean_zeile, falsch

_OPTION = {"wortlaut": "--wortlaut", "massnahme": "--massnahme", "pruefbar": "--pruefbar"}


class Adressatangabe(NamedTuple):
    """One Adressat as typed: a Stelle by Kennung or name, and by when."""

    stelle: str
    frist: date | None = None


class Wortlaut(NamedTuple):
    """What was typed for a wording; what is None or empty is taken over from the Fassung before."""

    wortlaut: str | None = None
    massnahme: str | None = None
    pruefbar: str | None = None
    federfuehrend: Adressatangabe | None = None
    beteiligt: tuple[Adressatangabe, ...] = ()
    ohne: tuple[str, ...] = ()
    """Stellen that are not addressed any more."""


def make_fassung(bestand: Bestand, nr: int, vom: date, titel: str, angaben: Wortlaut) -> Empfehlungsfassung:
    """A checked Fassung from nothing: all three texts and one federführende Stelle are needed."""
    texte = {feld: _clean(feld, getattr(angaben, feld) or "", titel) for feld in _OPTION}
    if angaben.federfuehrend is None:
        text = "Es fehlt die federführende Stelle; ohne sie fühlt sich niemand zuständig."
        raise falsch(text, "Zum Beispiel: --federfuehrend ministerium:2027-06-30")
    adressaten = _merge_adressaten(bestand, (), angaben, vom)
    return _build(nr, vom, texte, adressaten)


def revise_fassung(bestand: Bestand, empfehlung: Empfehlung, angaben: Wortlaut, am: date) -> Empfehlungsfassung:
    """The next Fassung: what was typed, the rest from the newest one. Refused if it would be the same wording."""
    if not empfehlung.fassungen:
        return make_fassung(bestand, 1, am, empfehlung.titel, angaben)
    before = empfehlung.fassungen[-1]
    if am < before.vom:
        text = f"Fassung {before.nr} ist vom {datum(before.vom)}; eine neue kann nicht vom {datum(am)} sein."
        raise falsch(text, "Bei --am einen Tag danach angeben.")
    texte = {
        feld: getattr(before, feld) if (new := getattr(angaben, feld)) is None else _clean(feld, new, empfehlung.titel)
        for feld in _OPTION
    }
    fassung = _build(before.nr + 1, am, texte, _merge_adressaten(bestand, before.adressaten, angaben, am))
    if siegel(fassung) == siegel(before):
        text = f"Die neue Fassung wäre wortgleich mit Fassung {before.nr} von {empfehlung.kennung.upper()}."
        raise falsch(text, "Angeben, was sich ändert: --wortlaut, --massnahme, --pruefbar, --federfuehrend …")
    return fassung


def append_fassung(empfehlung: Empfehlung, fassung: Empfehlungsfassung) -> Setzen:
    """The step that adds a Fassung."""
    feld = ("fassungen", len(empfehlung.fassungen))
    return Setzen("empfehlung", empfehlung.kennung, feld, to_klartext(fassung))


def list_hinweise(fassung: Empfehlungsfassung) -> tuple[str, ...]:
    """What is worth a word about a wording."""
    found = next((m[0] for text in (fassung.wortlaut, fassung.massnahme) if (m := PFLICHT.search(text))), None)
    if found is None:
        return ()
    return (f"Der Text spricht von „{found}“; was das Netzwerk beschließt, ist Rat. Besser: „Es wird empfohlen, …“.",)


def _clean(feld: str, text: str, titel: str) -> str:
    option = _OPTION[feld]
    clean = clean_zeile(option, text) if feld == "pruefbar" else clean_prosa(option, text)
    problem = why_not_konkret(feld, clean, titel)
    if problem:
        text = f"Die Angabe zu {option} {problem}; eine Empfehlung muss konkret sein."
        raise falsch(text, "Maßnahme und prüfbares Ergebnis ausschreiben.")
    return clean


def _build(nr: int, vom: date, texte: dict[str, str], adressaten: Iterable[Adressat]) -> Empfehlungsfassung:
    plain = [to_klartext(adressat) for adressat in adressaten]
    return require(Empfehlungsfassung, {"nr": nr, "vom": vom, **texte, "adressaten": plain})


def _merge_adressaten(
    bestand: Bestand, before: tuple[Adressat, ...], angaben: Wortlaut, tag: date
) -> tuple[Adressat, ...]:
    """The Adressaten after what was typed: a Stelle named again keeps its Frist unless a new one is given."""
    found = {a.stelle: a for a in before}
    for name in angaben.ohne:
        gone = find_stelle(bestand, name).kennung
        if gone not in found:
            raise falsch(f"{gone} ist kein Adressat.", f"Adressaten sind: {aufzaehlung(list(found)) or 'keine'}.")
        del found[gone]
    typed = [("beteiligt", angabe) for angabe in angaben.beteiligt]
    if angaben.federfuehrend:
        found = {k: a.model_copy(update={"rolle": "beteiligt"}) for k, a in found.items()}
        typed.insert(0, ("federfuehrend", angaben.federfuehrend))
    named: set[str] = set()
    for rolle, angabe in typed:
        stelle = _usable_stelle(bestand, angabe.stelle, tag)
        if stelle.kennung in named:
            raise falsch(f"{stelle.kennung} ist zweimal als Adressat genannt.", "Jede Stelle nur einmal nennen.")
        named.add(stelle.kennung)
        found[stelle.kennung] = _adressat(found.get(stelle.kennung), stelle, rolle, angabe.frist, tag)
    return _check_rollen(tuple(found.values()))


def _adressat(before: Adressat | None, stelle: Stelle, rolle: str, frist: date | None, tag: date) -> Adressat:
    if frist is not None and frist < tag:
        text = f"Die Frist für {stelle.kennung} ({datum(frist)}) liegt vor dem Tag der Fassung ({datum(tag)})."
        raise falsch(text, "Das Jahr prüfen, oder ohne Frist angeben.")
    frist = frist or (before.frist if before else None)
    return require(Adressat, {"stelle": stelle.kennung, "rolle": rolle, "frist": frist})


def _usable_stelle(bestand: Bestand, name: str, tag: date) -> Stelle:
    stelle = find_stelle(bestand, name)
    if stelle.bis is not None and stelle.bis < tag:
        weiter = f"Ihre Nachfolge ist {stelle.nachfolge}." if stelle.nachfolge else "Eine andere Stelle angeben."
        raise ablehnen(f"Die Stelle {stelle.kennung} gibt es seit dem {datum(stelle.bis)} nicht mehr.", weiter)
    return stelle


def _check_rollen(adressaten: tuple[Adressat, ...]) -> tuple[Adressat, ...]:
    """Exactly one leads; whoever typed it is told, for the rule would only warn."""
    leading = [a.stelle for a in adressaten if a.rolle == "federfuehrend"]
    if len(leading) != 1:
        raise falsch(
            "Genau eine Stelle muss federführend sein; so wäre es keine.",
            "Mit --federfuehrend STELLE die neue federführende Stelle nennen.",
        )
    return adressaten
