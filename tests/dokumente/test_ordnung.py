"""The parts of a document: letterhead, address, information block, title, body, foot."""

from __future__ import annotations

import pytest

from netzint.dokumente.baum import Absatz, Baum, Ueberschrift, plain_text
from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.ordnung import arrange

BRIEF = """\
**Netzwerk**

---

Städtetag<br>Musterweg 1

| Angabe | Inhalt |
| --- | --- |
| Datum | 1. März 2027 |

# Betreff

Text

---

Fuß
"""


def worte(baum: Baum) -> list[str]:
    return [plain_text(block.inhalt) for block in baum if isinstance(block, Absatz | Ueberschrift)]


def test_ein_brief_hat_anschrift_und_infoblock() -> None:
    teile = arrange(parse_baum(BRIEF))

    assert worte(teile.briefkopf) == ["Netzwerk"]
    assert worte(teile.anschrift) == ["Städtetag Musterweg 1"]
    assert len(teile.infoblock) == 1
    assert (teile.titel, worte(teile.rumpf), worte(teile.fuss)) == ("Betreff", ["Betreff", "Text"], ["Fuß"])


@pytest.mark.parametrize("text", ["# Betreff", "**Netzwerk**\n\n# Betreff", "**Netzwerk**\n\n---\n\n# Betreff"])
def test_was_keine_anschrift_hat_ist_kein_brief(text: str) -> None:
    teile = arrange(parse_baum(text))

    assert (teile.anschrift, teile.infoblock) == ((), ())


@pytest.mark.parametrize(
    "dazwischen",
    [
        "- ein Punkt",
        "> Zitat",
        "| A | B |\n| --- | --- |\n| 1 | 2 |",
        "| Angabe | Inhalt |\n| --- | --- |\n| a | b |\n\nStädtetag",
        "Kreis\n\n---",
    ],
)
def test_was_im_briefkopf_keinen_platz_hat_wird_abgelehnt(dazwischen: str) -> None:
    with pytest.raises(VorlagenFehler, match="keinen Platz"):
        arrange(parse_baum(f"**Netzwerk**\n\n---\n\n{dazwischen}\n\n# Betreff"))
