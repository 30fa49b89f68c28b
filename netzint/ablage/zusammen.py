"""``pruefen --zusammen``: two states that are merged, and judged as the one that would come of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.gegen.pruefung import refuse_zu_neue
from netzint.ablage.lesen.pruefung import Ergebnis, Weitere, check, check_quelle
from netzint.ablage.lesen.quelle import lay_over, open_commit
from netzint.ablage.zusammenfuehren.ergebnis import Konflikt
from netzint.ablage.zusammenfuehren.staende import Strittig, merge_staende
from netzint.ablage.zusammenfuehren.treiber import merge_always
from netzint.modell.arten import art_of_pfad
from netzint.modell.befund import Befund, sort_befunde, subtract
from netzint.modell.codes_zusammen import ZUSAMMEN_NACH_CODE

_KURZ = 60
_FOLGEN = ("L", "V")
"""What git's marks in a file lead to: there is something to be decided first."""


class Zusammen(NamedTuple):
    """The merged state judged. ``neue``: what neither of the two has alone, conflicts first of all."""

    ergebnis: Ergebnis
    neue: tuple[Befund, ...]
    bekannte: int
    strittig: int


def check_zusammen(wurzel: Path, eine: str, andere: str, stichtag: date, weitere: Weitere) -> Zusammen:
    """Bring two commits together in memory and judge what comes of it. Raises NetzintFehler."""
    vereint = merge_staende(wurzel, eine, andere)
    offene = {strittig.pfad for strittig in vereint.strittig}
    quelle = lay_over(open_commit(wurzel, eine), vereint.dateien)
    ergebnis = check_quelle(wurzel, quelle, vereint.baum, stichtag, weitere=weitere)
    refuse_zu_neue(ergebnis.befunde, "in einem der beiden Stände")
    gefunden = tuple(b for b in ergebnis.befunde if b.pfad not in offene or not b.code.startswith(_FOLGEN))
    neue = gefunden
    for stand in (eine, andere):
        neue = subtract(neue, check(wurzel, stichtag, stand, weitere=weitere).befunde)
    bekannte = len(gefunden) - len(neue)
    if not vereint.strittig:
        neue += _judge_uebergaenge(wurzel, (eine, andere), vereint.dateien, stichtag)
    konflikte = [befund for strittig in vereint.strittig for befund in _tell(strittig)]
    return Zusammen(ergebnis, sort_befunde([*konflikte, *neue]), bekannte, len(konflikte))


def _judge_uebergaenge(
    wurzel: Path, staende: tuple[str, str], dateien: Mapping[str, bytes | None], stichtag: date
) -> tuple[Befund, ...]:
    """What the one side must not do to what the other has made of it, whichever is merged first."""
    from netzint.ablage.gegen.hand import Seiten, judge_seiten
    from netzint.ablage.lesen.bestand import locate, read_bestand

    basis, eine, andere = (read_bestand(wurzel, stand=s) for s in (gitlesen.merge_base(wurzel, *staende), *staende))
    zusammen = eine.laid_over(dateien)
    found = [
        befund
        for eigene, fremde in ((eine, andere), (andere, eine))
        for befund in judge_seiten(wurzel, Seiten(basis, eigene, fremde, zusammen), stichtag)
    ]
    return tuple(locate(list({befund.identitaet: befund for befund in found}.values()), zusammen.read))


def _tell(strittig: Strittig) -> Iterator[Befund]:
    """What keeps a file from being merged, value by value as far as that can be told."""
    if strittig.unser is None or strittig.ihr is None:
        yield _befund(
            "Z103", strittig.pfad, f"„{strittig.pfad}“ ist auf der einen Seite gelöscht, auf der anderen geändert"
        )
        return
    name = art_of_pfad(strittig.pfad)
    if strittig.basis is None and name:
        text = f"Die Kennung „{name[1]}“ ist auf beiden Seiten neu vergeben, mit verschiedenem Inhalt"
        yield _befund("Z102", strittig.pfad, text)
        return
    konflikte = merge_always(strittig.basis, strittig.unser, strittig.ihr, strittig.pfad).konflikte
    for konflikt in [k for k in konflikte if k.feld]:
        code = "Z103" if konflikt.basis and not (konflikt.unser and konflikt.ihr) else "Z101"
        yield _befund(code, strittig.pfad, _satz(konflikt), konflikt.feld)
    if not any(k.feld for k in konflikte):
        yield _befund("Z104", strittig.pfad, f"„{strittig.pfad}“ ist auf beiden Seiten verschieden geändert")


def _satz(konflikt: Konflikt) -> str:
    seiten = [_short(text) for text in (konflikt.unser, konflikt.ihr) if text]
    return f"„{konflikt.stelle}“ ist {konflikt.satz}: {' und '.join(seiten)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"„{line if len(line) <= _KURZ else line[: _KURZ - 1].rstrip() + '…'}“"


def _befund(code: str, pfad: str, text: str, feld: tuple[str, ...] = ()) -> Befund:
    eintrag = ZUSAMMEN_NACH_CODE[code]
    name = art_of_pfad(pfad)
    return Befund(code, eintrag.schwere, text, eintrag.abhilfe, pfad, kennung=name[1] if name else "", feld=feld)
