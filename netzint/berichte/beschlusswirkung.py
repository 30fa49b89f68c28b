"""What a reviewer asks of every vote: was there a quorum, and on which vote does a change rest?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from netzint.berichte.nennung import nenne
from netzint.berichte.vergleichssatz import Satz, gruppe_of
from netzint.berichte.worte import tell_antrag, tell_stimmen
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.grund import Angabe, Eintrag, ordered_fields
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import datum
from netzint.modell.umlauf import Umlauf
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.regeln.stimmrecht import compute_stimmlage
from netzint.regeln.umlaeufe import find_lauf
from netzint.regeln.umlaufstimmen import count_umlauf


def iter_beschlusswirkung(
    alt: Bestand, neu: Bestand, paare: Sequence[tuple[Eintrag | None, Eintrag | None]]
) -> Iterator[Satz]:
    """Of each vote that is recorded, or counts differently now, how it counts; of each change that rests on a vote
    what that was."""
    recorded = {kennung for old, new in paare if isinstance(new, Sitzung) for kennung in _list_neue(old, new)}
    for old, new in paare:
        if new is None:
            continue
        if isinstance(new, Sitzung):
            yield from _tell_auszaehlung((alt, old), (neu, new), recorded)
        if isinstance(new, Umlauf):
            yield from _tell_umlauf((alt, old), (neu, new))
        for kennung in dict.fromkeys(_list_grundlagen(new)):
            if kennung not in recorded and kennung not in _list_grundlagen(old):
                yield from _tell_grundlage(neu, new, kennung)


def _list_neue(old: Eintrag | None, new: Sitzung) -> Iterator[str]:
    before = [b for top in old.tagesordnung for b in top.beschluesse] if isinstance(old, Sitzung) else []
    yield from (f"{new.kennung}/{b.kennung}" for top in new.tagesordnung for b in top.beschluesse if b not in before)


def _tell_auszaehlung(
    davor: tuple[Bestand, Eintrag | None], danach: tuple[Bestand, Sitzung], recorded: set[str]
) -> Iterator[Satz]:
    """Also of votes that stand as they stood, if the attendance makes them count differently."""
    sitzung = danach[1]
    before = dict(_iter_zaehlungen(*davor)) if isinstance(davor[1], Sitzung) else {}
    for beschluss, (wo, text) in _iter_zaehlungen(*danach):
        is_new = f"{sitzung.kennung}/{beschluss}" in recorded
        if is_new or before.get(beschluss, (wo, text))[1] != text:
            told = f"{wo}: nachgerechnet: {text}"
            yield Satz("beschluesse", "sitzung", sitzung.kennung, told, f"beschluesse.{beschluss}")


def _iter_zaehlungen(bestand: Bestand, sitzung: Any) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each vote that can be counted: its Kennung, where it is, and how it counts."""
    for top in sitzung.tagesordnung if sitzung.gremium == STRATEGIEGRUPPE else ():
        for beschluss in top.beschluesse:
            counted = compute_stimmlage(bestand, sitzung, top, beschluss)
            if counted is not None and counted.ist_gezaehlt:
                yield beschluss.kennung, (nenne(top, ""), counted.auszaehlung.erklaerung)


def _tell_umlauf(davor: tuple[Bestand, Eintrag | None], danach: tuple[Bestand, Umlauf]) -> Iterator[Satz]:
    before, after = (_count_umlauf(*some) for some in (davor, danach))
    if after and before != after:
        umlauf = danach[1]
        yield Satz(
            "beschluesse", "umlauf", umlauf.kennung, f"nachgerechnet: {after}", f"beschluesse.{umlauf.beschluss}"
        )


def _count_umlauf(bestand: Bestand, umlauf: Eintrag | None) -> str:
    if not isinstance(umlauf, Umlauf) or umlauf.abschluss is None:
        return ""
    lauf = find_lauf(bestand, umlauf)
    return count_umlauf(lauf).erklaerung if lauf else ""


def _list_grundlagen(entry: Any) -> list[str]:
    """Every Beschluss that an entry names as what it rests on."""
    if isinstance(entry, tuple):
        return [kennung for item in entry for kennung in _list_grundlagen(item)]
    if not isinstance(entry, Angabe):
        return []
    found = [getattr(entry, "beschluss", None)]
    below = [_list_grundlagen(getattr(entry, name)) for name in ordered_fields(type(entry))]
    return [*(kennung for kennung in found if isinstance(kennung, str)), *(k for some in below for k in some)]


def _tell_grundlage(neu: Bestand, entry: Eintrag, kennung: str) -> Iterator[Satz]:
    found = neu.beschluesse.get(kennung)
    if found is None:
        return
    b = found.beschluss
    votes = tell_stimmen(b.ja, b.nein, b.enthaltung)
    result = BEZEICHNUNG.get(b.ergebnis, b.ergebnis) + (f" mit {votes}" if votes else "")
    text = f"Grundlage: Beschluss {kennung} vom {datum(found.sitzung.datum)}: {result} ({_tell_antrag(b.antrag)})"
    art = type(entry).__name__.lower()
    yield Satz(gruppe_of(art, ()), art, entry.kennung, text, "beschluss")


def _tell_antrag(antrag: Any) -> str:
    bis = getattr(antrag, "bis", None)
    return f"Antrag: {tell_antrag(antrag)}" + (f" bis {datum(bis)}" if bis else "")
