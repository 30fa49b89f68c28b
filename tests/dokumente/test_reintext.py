"""The text part of a mail: every word of the tree, and no marks of Markdown."""

from __future__ import annotations

import pytest

from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.reintext import write_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Guten **Tag**, _liebe_ Leute<br>zweite Zeile", "Guten Tag, liebe Leute\nzweite Zeile"),
        ("## Unterlagen\n\nText", "Unterlagen\n----------\n\nText"),
        ("- eins\n- zwei\n  - zwei a", "- eins\n- zwei\n\n  - zwei a"),
        ("9. neun\n10. zehn", "9. neun\n10. zehn"),
        ("> Zitat\n>\n> weiter", "> Zitat\n>\n> weiter"),
        ("| Angabe | Inhalt |\n| --- | --- |\n| Tag | Montag |", "Tag: Montag"),
        ("| TOP | Gegenstand |\n| --- | --- |\n| 10 | Wahl |", "TOP  Gegenstand\n10   Wahl"),
        ("[hier](https://netz.example/a) und [a@b.example](mailto:a@b.example)",
            "hier (https://netz.example/a) und a@b.example"),
        ("vorn\n\n---\n\nhinten", f"vorn\n\n{'-' * 40}\n\nhinten"),
    ],
)  # fmt: skip
def test_so_wird_aus_dem_baum_reiner_text(markdown: str, text: str) -> None:
    assert write_text(parse_baum(markdown)) == text


def test_ein_unbekannter_teil_des_baums_faellt_auf() -> None:
    with pytest.raises(AssertionError, match="no text for str"):
        write_text(("kein Block",))  # type: ignore[arg-type]
