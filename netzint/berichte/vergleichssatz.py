"""The sentences of a comparison: to which group each belongs, what stands before it, and that no person is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from netzint.berichte.nennung import describe, nenne
from netzint.berichte.vergleich import ANDERS, NEU, WEG, Unterschied
from netzint.berichte.wertworte import in_worten
from netzint.berichte.worte import wort_of
from netzint.modell.arten import NACH_NAME
from netzint.modell.befund import Feldpfad
from netzint.modell.bestand import Bestand
from netzint.modell.feldnamen import feldname
from netzint.modell.grund import GEMEINSAM, Angabe, Eintrag, ordered_fields

GRUPPEN: Mapping[str, str] = MappingProxyType(
    {
        "sitze": "Sitze und Quote",
        "beschluesse": "Beschlüsse",
        "regeln": "Geschäftsordnung und Ausnahmen",
        "arbeitsgruppen": "Arbeitsgruppen",
        "empfehlungen": "Empfehlungen und Beschlussvorlagen",
        "sitzungen": "Sitzungen",
        "uebriges": "Übriges",
        "vorlagen": "Vorlagen und andere Dateien",
    }
)
"""In the order of what matters most."""
_GRUPPE_DER_ART = {
    "umlauf": "beschluesse", "geschaeftsordnung": "regeln", "ausnahme": "regeln", "arbeitsgruppe": "arbeitsgruppen",
    "empfehlung": "empfehlungen", "beschlussvorlage": "empfehlungen", "sitzung": "sitzungen",
}  # fmt: skip
PERSOENLICH = frozenset({"name", "titel", "anrede", "dienstlich"})
"""Of people only that it changed is told: a comparison is copied to where names have no place."""
PERSONEN = ("mitglied", "beauftragte")
_VERB = {NEU: "eingetragen", WEG: "gestrichen", ANDERS: "geändert"}
_VERWEIS = re.compile(r"\b((?:sg|ag(?:-[a-z0-9]+)+-sitzung)-\d{4}-\d{2,})/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)")
_ZITAT = re.compile(r"(„[^“]*“)")


class Satz(NamedTuple):
    """One sentence about one entry."""

    gruppe: str
    art: str
    kennung: str
    text: str
    feld: str = ""
    berichtigung: bool = False
    prosa: bool = False


def name_eintrag(satz: Satz) -> str:
    """What stands before a sentence: ``Empfehlung HE-2026-04``, ``ag-demokratiebildung``, or nothing."""
    if not satz.kennung or satz.art not in NACH_NAME:
        return satz.kennung
    if satz.art == satz.kennung:
        return wort_of(satz.art)
    number = satz.kennung.upper() if re.search(r"-\d{4}-\d{2,}$", satz.kennung) else satz.kennung
    return f"{wort_of(satz.art)} {number}"


def gruppe_of(art: str, feld: Feldpfad) -> str:
    """The group of a difference: votes apart from the rest of their Sitzung."""
    if art == "sitzung" and "beschluesse" in feld:
        return "beschluesse"
    return _GRUPPE_DER_ART.get(art, "uebriges")


def make_satz(art: str, kennung: str, unterschied: Unterschied) -> Satz:
    """The sentence of a difference."""
    feld = ".".join(map(str, unterschied.feld))
    gruppe = gruppe_of(art, unterschied.feld)
    return Satz(gruppe, art, kennung, unterschied.text, feld, unterschied.berichtigung, unterschied.prosa)


def hide_personen(
    art: str, paar: tuple[Eintrag | None, Eintrag | None], unterschiede: Iterable[Unterschied]
) -> list[Unterschied]:
    """The same without what tells who somebody is."""
    if art not in PERSONEN:
        return list(unterschiede)
    words = _words_of(paar)
    kennung = next(entry.kennung for entry in paar if entry is not None)
    return [_hide(_hide_berichtigung(d, paar[1]), words, kennung) for d in unterschiede]


def _hide_berichtigung(unterschied: Unterschied, jetzt: Eintrag | None) -> Unterschied:
    """What had been recorded wrongly about a person herself is not told."""
    if not unterschied.berichtigung or jetzt is None:
        return unterschied
    zu = jetzt.berichtigungen[int(unterschied.feld[1])].zu
    if zu.partition(".")[0] not in PERSOENLICH:
        return unterschied
    return unterschied._replace(text=re.sub(r", vorher .* \(Grund: ", " (Grund: ", unterschied.text))


def _words_of(paar: Iterable[Eintrag | None]) -> re.Pattern[str] | None:
    names = {str(getattr(entry, "name", None) or "") for entry in paar if entry is not None}
    words = {word for name in names for word in (name, *name.split()) if len(word) > 2}
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)") if words else None


def _hide(unterschied: Unterschied, words: re.Pattern[str] | None, kennung: str) -> Unterschied:
    feld, text = unterschied.feld, unterschied.text
    if not feld:
        return unterschied._replace(text=text.partition(":")[0])
    if feld[0] in PERSOENLICH:
        name = ": ".join(feldname(str(part)) for part in feld if isinstance(part, str))
        return unterschied._replace(text=f"{name} {_VERB[unterschied.art]}")
    return unterschied._replace(text=words.sub(kennung, text) if words else text)


def tell_inhalt(entry: Eintrag) -> list[Unterschied]:
    """What stands in an entry that is new, field by field; a list item by item."""
    found = []
    for name in ordered_fields(type(entry)):
        value: Any = getattr(entry, name)
        if value in (None, (), {}) or (name in GEMEINSAM and not value):
            continue
        if isinstance(value, tuple) and value and isinstance(value[0], Angabe):
            found += [
                Unterschied((name, nr), f"{nenne(item, feldname(name))}: {describe(item)}", art=NEU)
                for nr, item in enumerate(value)
            ]
        elif _is_said(entry, name, value):
            words = describe(in_worten(type(entry), name, value))
            found.append(Unterschied((name,), f"{feldname(name)}: {words}", art=NEU))
    return found


def _is_said(entry: Eintrag, name: str, value: Any) -> bool:
    field = type(entry).model_fields[name]
    return field.is_required() or value != field.default


def with_tops(bestand: Bestand) -> Callable[[str], str]:
    """``sg-2026-03/x`` becomes ``SG-2026-03 TOP 5`` where that says the same; quotations stay as they are."""

    def name(match: re.Match[str]) -> str:
        sitzung = bestand.sitzungen.get(match[1])
        for nr, top in enumerate(sitzung.tagesordnung if sitzung else (), 1):
            if any(b.kennung == match[2] for b in top.beschluesse):
                alone = "" if len(top.beschluesse) == 1 else f"/{match[2]}"
                return f"{match[1].upper()} TOP {top.nummer or nr}{alone}"
        return match[0]

    def replace(text: str) -> str:
        return "".join(part if part.startswith("„") else _VERWEIS.sub(name, part) for part in _ZITAT.split(text))

    return replace
