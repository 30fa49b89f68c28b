"""What a writing command says at the end: what was made, where, the commit, and what to do next."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from netzint.ablage.binaer import is_binaer
from netzint.cli.ausgabe import Farbig, Stil, show, show_nebenbei
from netzint.cli.bericht_ausgabe import show_schritte
from netzint.modell.fehler import Ausgang
from netzint.modell.sprache import anzahl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netzint.ablage.transaktion import Ausgefuehrt

_FARBEN = {"+": Stil.GUT, "-": Stil.FEHLER, "@": Stil.HINWEIS}


def show_ausgefuehrt(result: Ausgefuehrt | None) -> int:
    """Say what came of a Vorgang; with ``--probe`` what would come of it. Gives the exit code."""
    if result is None:
        show("Es gibt nichts zu tun.")
        return Ausgang.GUT
    if not result.commit:
        _show_probe(result)
        return Ausgang.GUT
    show(Farbig("Fertig: ", Stil.GUT), f"{result.aenderung.betreff}.")
    for pfad in (*result.pfade, *_join_formate(result.dokumente)):
        show(f"  {pfad}")
    show(f"Festgeschrieben als Commit {result.commit[:10]}.")
    _show_hinweise(result)
    if result.aenderung.danach:
        show()
        show_schritte(result.aenderung.danach)
    show()
    show(result.aenderung.korrektur or f"Rückgängig machen: netzint zuruecknehmen {result.vorgang_id}")
    return result.ausgang


def _show_probe(result: Ausgefuehrt) -> None:
    show(Farbig("Probe: ", Stil.HINWEIS), f"{result.aenderung.betreff}. Es wurde nichts geändert.")
    for pfad, after in result.nachher.items():
        before = result.vorher.get(pfad)
        for line in diff(pfad, before, after):
            show(Farbig(line, _FARBEN.get(line[:1], "")) if line[:1] in _FARBEN else line)
    if result.dokumente:
        show("Erzeugt würden außerdem:")
        for pfad in _join_formate(result.dokumente):
            show(f"  {pfad}")
    _show_hinweise(result)


def _join_formate(dateien: Iterable[str]) -> Iterator[str]:
    """One line per document: ``einladung-sg-2026-03 (pdf, docx)``; what there is only once keeps its whole name."""
    formate: dict[str, list[str]] = {}
    for datei in dateien:
        name, _, form = datei.rpartition(".")
        formate.setdefault(name, []).append(form)
    for name, found in formate.items():
        yield f"{name}.{found[0]}" if len(found) == 1 else f"{name} ({', '.join(found)})"


def _show_hinweise(result: Ausgefuehrt) -> None:
    for hinweis in result.hinweise:
        show_nebenbei(f"→ {hinweis}")


def diff(pfad: str, before: bytes | None, after: bytes | None) -> list[str]:
    """The change of one file as reviewers know it."""
    if any(is_binaer(data) for data in (before or b"", after or b"")):
        return [f"{pfad}: {_describe_size(before)} → {_describe_size(after)}"]
    old, new = ((data or b"").decode("utf-8", "replace").splitlines() for data in (before, after))
    von = f"a/{pfad}" if before is not None else "/dev/null"
    nach = f"b/{pfad}" if after is not None else "/dev/null"
    return list(unified_diff(old, new, von, nach, lineterm=""))


def _describe_size(data: bytes | None) -> str:
    return "nichts" if data is None else f"{anzahl(len(data), 'Byte', 'Bytes')} (kein Text)"
