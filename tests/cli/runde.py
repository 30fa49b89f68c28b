"""Every question asked once, in all its forms: of the example on several days, and of an empty network."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from netzint.ablage.lesen import bestand
from netzint.cli import bericht_ausgabe, start
from tests.cli.fragen import DATEIEN, DOKUMENT, FRAGEN, FREMDES, GEAENDERT, OHNE_DATEN, REGISTER, Frage
from tests.verzeichnis import auszug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from netzint.berichte.tabelle import Bericht

STICHTAGE = ("", "2020-06-15", "2025-06-30", "2028-01-01")
"""Today, the first day of all, days between, and one when everything is overdue."""
NOCH_NICHT = 2
"""The exit code of a question about something that did not exist on that day."""


class Lauf(NamedTuple):
    """What a call left behind."""

    ausgang: int
    aus: str
    fehler: str


class Antwort(NamedTuple):
    """One question with its answer in every form; ``bericht`` is None for ``pruefen``."""

    frage: Frage
    aufruf: tuple[str, ...]
    text: str
    daten: dict[str, Any]
    csv: str
    bericht: Bericht | None

    @property
    def name(self) -> str:
        """The call as somebody would type it."""
        return " ".join((*self.frage.befehl, *self.aufruf))


def ask(wurzel: Path, *args: str) -> Lauf:
    """Call netzint in this process, in that folder."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        ausgang = start.run(("--wurzel", str(wurzel), *args))
    return Lauf(ausgang, out.getvalue(), err.getvalue())


def ask_alle(beispiel: Path, karg: Path, leer: Path, patch: pytest.MonkeyPatch) -> list[Antwort]:
    """All answers. Questions about what did not exist yet on a day are left out."""
    berichte: list[Bericht] = []
    build = bericht_ausgabe.build_json

    def remember(bericht: Bericht) -> dict[str, Any]:
        berichte.append(bericht)
        return build(bericht)

    patch.setattr(bericht_ausgabe, "build_json", remember)
    patch.setattr(bestand, "read_bestand", cache(bestand.read_bestand))
    patch.setenv("COLUMNS", "1000")
    found = [
        *_ask_ort(beispiel, STICHTAGE, berichte, leer=False),
        *_ask_ort(karg, ("",), berichte, leer=False),
        *_ask_ort(leer, ("",), berichte, leer=True),
    ]
    return [antwort for antwort in found if antwort is not None]


def _ask_ort(wurzel: Path, tage: tuple[str, ...], berichte: list[Bericht], *, leer: bool) -> Iterator[Antwort | None]:
    register = wurzel.parent / REGISTER
    register.write_text(auszug(), "utf-8")
    lay_down_dokumente(wurzel)
    for frage in FRAGEN:
        for tag in ("",) if frage.name in OHNE_DATEN else tage:
            for worte in frage.leer if leer else frage.aufrufe:
                words = tuple(str(wurzel.parent / wort) if wort in DATEIEN else wort for wort in worte)
                yield _ask(wurzel, frage, (*words, *(("--stichtag", tag) if tag else ())), berichte)


_FREMDES = b"<!doctype html><html><title>Guten Tag</title></html>\n"


def lay_down_dokumente(wurzel: Path) -> None:
    """Beside the folder: the documents that are asked about; of a network without this Sitzung they know nothing."""
    made = wurzel.parent / "gemacht"
    args = ("--art", "tagesordnung", "--format", "md,html", "--nach", str(made))
    there = ask(wurzel, "dokument", "erzeugen", "sg-2026-02", *args).ausgang == 0
    (wurzel.parent / FREMDES).write_bytes(_FREMDES)
    for name, form in ((DOKUMENT, "md"), (GEAENDERT, "html")):
        data = (made / f"tagesordnung-sg-2026-02.{form}").read_bytes() if there else _FREMDES
        changed = data.replace(b"Tagesordnung", b"Unfug") if name == GEAENDERT else data
        (wurzel.parent / name).write_bytes(changed)


def _ask(wurzel: Path, frage: Frage, aufruf: tuple[str, ...], berichte: list[Bericht]) -> Antwort | None:
    berichte.clear()
    args = (*frage.befehl, *aufruf)
    as_json = ask(wurzel, *args, "--format", "json")
    if as_json.ausgang == NOCH_NICHT and "--stichtag" in aufruf:
        assert "gab es am" in as_json.fehler, as_json.fehler
        return None
    assert as_json.ausgang in (0, 1), f"{args}: {as_json.fehler}"
    as_text, as_csv = ask(wurzel, *args), ask(wurzel, *args, "--format", "csv")
    assert (as_text.ausgang, as_csv.ausgang) == (as_json.ausgang, as_json.ausgang), as_text.fehler + as_csv.fehler
    assert as_json.fehler == "", f"{args}: {as_json.fehler}"
    bericht = berichte[0] if berichte else None
    return Antwort(frage, aufruf, as_text.aus, json.loads(as_json.aus), as_csv.aus, bericht)
