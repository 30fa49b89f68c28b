"""Whatever two sides do to a file: both are in what comes of it, and only real contradictions are left open."""

from __future__ import annotations

import copy
import re
from collections import Counter
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.ablage.bearbeiten.feld import insert_punkt, set_feld
from netzint.ablage.leser.datei import parse
from netzint.ablage.zusammenfuehren import datei
from netzint.ablage.zusammenfuehren.baum import UngewohntFehler
from netzint.ablage.zusammenfuehren.datei import merge
from tests.ablage.zufallstexte import dateien
from tests.ablage.zusammenfuehren.test_merge import BASIS, PFAD

FELDER: tuple[tuple[str | int, ...], ...] = (
    ("datum",),
    ("ort",),
    ("einladung", "versandt"),
    ("tagesordnung", 0, "titel"),
    ("tagesordnung", 1, "titel"),
    ("tagesordnung", 1, "beschluesse", 0, "ja"),
    ("tagesordnung", 1, "beschluesse", 0, "nein"),
    ("tagesordnung", 2, "titel"),
    ("gremium",),
)
_WERTE = st.sampled_from(["2027-01-01", "2027-01-02", "2027-01-03"])
_KOMMENTAR = re.compile(r"#.*")


class Seite(NamedTuple):
    """What one side does: values set, additions (place, name), comments (before which line)."""

    werte: dict[tuple[str | int, ...], str]
    zugaenge: list[tuple[int, str]]
    kommentare: list[int]


def seiten(name: str) -> st.SearchStrategy[Seite]:
    """Sides whose additions and comments are known by ``name``."""
    zugaenge = st.lists(st.integers(0, 3), max_size=2)
    return st.builds(
        lambda werte, stellen, zeilen: Seite(
            werte, [(stelle, f"neu-{name}-{nr}") for nr, stelle in enumerate(stellen)], zeilen
        ),
        st.dictionaries(st.sampled_from(FELDER), _WERTE, max_size=4),
        zugaenge,
        st.lists(st.sampled_from([2, 3, 4, 8, 11, 12]), max_size=2, unique=True),
    )


def apply(seite: Seite, name: str) -> bytes:
    """The file as this side leaves it."""
    lines = BASIS.split("\n")
    for zeile in sorted(seite.kommentare, reverse=True):
        einzug = len(lines[zeile]) - len(lines[zeile].lstrip())
        lines.insert(zeile, f"{' ' * einzug}# von {name} vor {zeile}")
    data = "\n".join(lines).encode()
    for feld, wert in seite.werte.items():
        data = set_feld(data, feld, wert)
    for stelle, kennung in sorted(seite.zugaenge, reverse=True):
        data = insert_punkt(data, ("tagesordnung", stelle), {"kennung": kennung, "titel": kennung})
    return data


def _get(wert: Any, feld: tuple[str | int, ...]) -> Any:
    for teil in feld:
        wert = wert[teil]
    return wert


def _expect(unser: Seite, ihr: Seite) -> tuple[Any, set[tuple[str | int, ...]]]:
    """An oracle on values alone: what both sides want, without additions, and where they contradict each other."""
    basis: Any = parse(BASIS.encode()).wert
    ziel, strittig = copy.deepcopy(basis), set()
    for feld in FELDER:
        alt = _get(basis, feld)
        links, rechts = unser.werte.get(feld, alt), ihr.werte.get(feld, alt)
        if alt not in (links, rechts) and links != rechts:
            strittig.add(feld)
        _get(ziel, feld[:-1])[feld[-1]] = rechts if links == alt else links
    return ziel, strittig


@given(seiten("u"), seiten("i"))
@settings(max_examples=50, deadline=None)
def test_beide_seiten_sind_darin_und_nur_widersprueche_bleiben_offen(unser: Seite, ihr: Seite) -> None:
    links, rechts = apply(unser, "u"), apply(ihr, "i")
    ziel, strittig = _expect(unser, ihr)
    kommentare_strittig = {*unser.kommentare} & {*ihr.kommentare}

    merged = merge(BASIS.encode(), links, rechts, PFAD)

    echte = [konflikt for konflikt in merged.konflikte if konflikt.feld[-1:] != ("Kommentar",)]
    assert len(echte) == len(strittig)
    assert bool(merged.konflikte) == bool(strittig or kommentare_strittig)
    for kennung in (kennung for _, kennung in (*unser.zugaenge, *ihr.zugaenge)):
        assert merged.text.decode().count(f"kennung: {kennung}") == 1
    kommentare = Counter(_KOMMENTAR.findall(merged.text.decode()))
    for seite in (links, rechts):
        assert not Counter(_KOMMENTAR.findall(seite.decode())) - kommentare
    if not merged.konflikte:
        _check_wert(merged.text, ziel, {kennung for _, kennung in (*unser.zugaenge, *ihr.zugaenge)})
        umgekehrt = merge(BASIS.encode(), rechts, links, PFAD)
        assert sorted(umgekehrt.text.split(b"\n")) == sorted(merged.text.split(b"\n"))


def _check_wert(text: bytes, ziel: Any, zugaenge: set[str]) -> None:
    wert: Any = parse(text).wert
    wert["tagesordnung"] = [top for top in wert["tagesordnung"] if top["kennung"] not in zugaenge]
    assert wert == ziel


@given(dateien(), dateien())
@settings(max_examples=80, deadline=None)
def test_was_nur_eine_seite_geaendert_hat_gilt_byte_fuer_byte(eine: bytes, andere: bytes) -> None:
    """Past the short cut for equal files, so that every form of YAML goes through the tree."""
    for basis, unser, ihr in ((eine, andere, eine), (eine, eine, andere), (eine, andere, andere)):
        try:
            merged = datei.merge_yaml(basis, unser, ihr, PFAD)
        except UngewohntFehler:  # then git's own merge has its turn
            continue
        assert (merged.text, merged.konflikte) == (andere, ())


@given(dateien(), dateien(), dateien())
@settings(max_examples=50, deadline=None)
def test_auch_ganz_fremde_dateien_verlieren_keine_seite(basis: bytes, unser: bytes, ihr: bytes) -> None:
    merged = merge(basis, unser, ihr, PFAD)

    if not merged.konflikte:
        assert parse(merged.text).wert is not None
    elif any(konflikt.feld == () for konflikt in merged.konflikte):
        assert all(line in merged.text for line in (*unser.split(), *ihr.split()))
