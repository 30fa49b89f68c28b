"""Asking at a terminal which entry is meant, where it was not typed: its Kennungen and names are shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from netzint.cli import fragen, heute

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from netzint.modell.bestand import Bestand
    from netzint.modell.grund import Eintrag
    from netzint.modell.sitzung import Sitzung


def ask_aus(wurzel: Path, sammlung: str, frage: str, text: str | None, option: str = "KENNUNG") -> str:
    """What was typed; otherwise one of a collection of the Bestand („themen“, „stellen“ …), asked at a terminal."""
    if text is not None:
        return text
    if not fragen.is_dialog():
        return fragen.ask_eintrag(frage, (), option=option)
    from netzint.cli.lesen import read_head

    bestand = read_head(wurzel, heute.today()).bestand
    return _choose(bestand, sammlung, frage, list_eintraege(bestand, sammlung, heute.today()), option=option)


def ask_gemeint(params: Mapping[str, Any], *, frage: str, sammlung: str, schritt: str, naechste: bool) -> str:
    """The entry that a command is about, which was not typed; ``params`` are the other values of its call.

    What is said of it: see ``angabe.Gemeint``.
    """
    bestand, tag = _read(params)
    vorschlag = _propose(bestand, tag) if naechste else ""
    return _choose(bestand, sammlung, frage, list_eintraege(bestand, sammlung, tag, schritt), vorschlag=vorschlag)


def _choose(
    bestand: Bestand,
    sammlung: str,
    frage: str,
    auswahl: list[tuple[str, str]],
    *,
    vorschlag: str = "",
    option: str = "",
) -> str:
    from netzint.modell.arten import NACH_ORDNER
    from netzint.modell.fehler import Ausgang, NetzintFehler
    from netzint.modell.finden import find_beauftragte, find_eintrag, keine_da

    art = NACH_ORDNER[sammlung].name
    if not getattr(bestand, sammlung):
        raise keine_da(art)
    if not auswahl:
        text = "Zurzeit ist keine Empfehlung so weit, dass dieser Schritt an der Reihe wäre."
        raise NetzintFehler(text, "Was bei jeder fehlt, zeigt: netzint empfehlung liste", Ausgang.ABGELEHNT)
    finde = partial(find_beauftragte, bestand) if art == "beauftragte" else partial(find_eintrag, bestand, art)
    return fragen.ask_eintrag(frage, auswahl, option=option or "KENNUNG", vorschlag=vorschlag, finde=finde)


def _read(params: Mapping[str, Any]) -> tuple[Bestand, date]:
    """Questions are about what they would read; acts about what is committed."""
    from netzint.cli.lesen import read_head
    from netzint.cli.optionen import resolve_zeit

    wurzel = params["wurzel"]
    if "stand" not in params:
        return read_head(wurzel, heute.today()).bestand, heute.today()
    from netzint.ablage.lesen.bestand import read_bestand

    zeit = resolve_zeit(wurzel, params.get("stichtag") or "", params["stand"] or "")
    return read_bestand(wurzel, stand=zeit.commit or None).bestand, zeit.stichtag


def list_eintraege(bestand: Bestand, sammlung: str, tag: date, schritt: str = "") -> list[tuple[str, str]]:
    """Kennung and name of all; Sitzungen nearest first, only the Empfehlungen that ``schritt`` can be done with."""
    if sammlung == "sitzungen":
        coming = sorted((s for s in bestand.sitzungen.values() if _is_coming(s, tag)), key=lambda s: s.datum)
        past = sorted((s for s in bestand.sitzungen.values() if s not in coming), key=lambda s: s.datum, reverse=True)
        return [(s.kennung, _describe(s)) for s in (*coming, *past)]
    if sammlung == "empfehlungen":
        return list(_list_empfehlungen(bestand, tag, schritt).items())
    entries: dict[str, Eintrag] = getattr(bestand, sammlung)
    return [(kennung, _name(entry)) for kennung, entry in entries.items()]


def _is_coming(sitzung: Sitzung, tag: date) -> bool:
    return sitzung.zustand in ("terminiert", "eingeladen") and sitzung.datum >= tag


def _describe(sitzung: Sitzung) -> str:
    from netzint.modell.sprache import datum
    from netzint.recht.zustaende import BEZEICHNUNG

    return f"{datum(sitzung.datum)} ({BEZEICHNUNG[sitzung.zustand]})"


def _propose(bestand: Bestand, tag: date) -> str:
    """The next Sitzung of the Strategiegruppe, or else its last one."""
    from netzint.modell.bestand import STRATEGIEGRUPPE
    from netzint.recht.sitzungszeit import naechste_sitzung

    held = bestand.sitzungen_von(STRATEGIEGRUPPE)
    found = naechste_sitzung(bestand, tag) or (held[-1] if held else None)
    return found.kennung if found else ""


def _list_empfehlungen(bestand: Bestand, tag: date, schritt: str) -> dict[str, str]:
    from netzint.recht.empfehlungsstand import empfehlungsstand
    from netzint.recht.zustaende import BEZEICHNUNG, list_schritte

    found = {}
    for kennung, empfehlung in bestand.empfehlungen.items():
        stand = empfehlungsstand(empfehlung, bestand.entscheidungen.get(kennung, ()), tag)
        is_new = schritt != "einreichen" or empfehlung.fassungen[-1].eingereicht is None
        if not schritt or (schritt in list_schritte(stand) and is_new):
            found[kennung] = f"{empfehlung.titel} ({BEZEICHNUNG[stand]})"
    return found


def _name(entry: Eintrag) -> str:
    felder = ("name", "titel", "betreff", "stelle", "regel")
    return str(next((getattr(entry, feld) for feld in felder if getattr(entry, feld, None)), ""))
