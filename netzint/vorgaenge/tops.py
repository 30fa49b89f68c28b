"""Finding the TOP that somebody means, and the Sitzung whose day has come."""

from __future__ import annotations

from collections.abc import Sequence

from netzint.modell.aehnlich import meinten_sie
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import fold
from netzint.vorgaenge.angaben import falsch


def find_top(sitzung: Sitzung, text: str) -> int:
    """The place of a TOP by its number, its Kennung or its title; also what it is about: ``he-2026-04``.

    Raises NetzintFehler (wrong usage) if there is none, or if a title fits several.
    """
    tops = sitzung.tagesordnung
    numbers = [top.nummer or str(nr) for nr, top in enumerate(tops, 1)]
    found = match_top(text, [top.kennung for top in tops], [top.titel for top in tops], numbers)
    if found is not None:
        return found
    hinweis = f"Die Tagesordnung zeigt: netzint sitzung zeigen {sitzung.kennung}"
    known = [*(top.kennung for top in tops), *(top.titel for top in tops)]
    raise falsch(f"Einen TOP „{text}“ hat {sitzung.kennung.upper()} nicht.", meinten_sie(text, known, hinweis))


def match_top(text: str, kennungen: Sequence[str], titel: Sequence[str], nummern: Sequence[str] = ()) -> int | None:
    """The place of what somebody calls by its Kennung, its number or (a part of) its title; None if nothing fits.

    Raises NetzintFehler (wrong usage) if a part of a title fits several.
    """
    wanted = fold(text.strip()).removeprefix("top ").strip()
    titles = [fold(title) for title in titel]
    for names in (kennungen, nummern, titles):
        if wanted in names:
            return names.index(wanted)
    parts = [nr for nr, title in enumerate(titles) if len(wanted) > 2 and wanted in title]
    if len(parts) > 1:
        names = [f"{nummern[nr]} ({kennungen[nr]})" if nummern else kennungen[nr] for nr in parts]
        what = "eine Nummer" if nummern else "die Kennung"
        raise falsch(f"„{text}“ passt auf mehrere TOPs.", f"Bitte {what} nennen: {', '.join(names)}")
    return parts[0] if parts else None


def name_of_top(sitzung: Sitzung, nr: int) -> str:
    """``TOP 4 („Bericht“)``"""
    return f"{short_top(sitzung, nr)} („{sitzung.tagesordnung[nr].titel}“)"


def short_top(sitzung: Sitzung, nr: int) -> str:
    """``TOP 4``"""
    return f"TOP {sitzung.tagesordnung[nr].nummer or nr + 1}"
