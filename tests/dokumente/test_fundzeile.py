"""What is wrong with the text that came of a template is said with the line of the template."""

from __future__ import annotations

import pytest

from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.fundzeile import locate
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.ordnung import arrange
from netzint.dokumente.umgebung import fill_in

DATEN = {"liste": ["x", "y", "z"], "text": "eins\n\nzwei", "leer": "", "titel": "Punkt"}


def finde(texte: dict[str, str]) -> VorlagenFehler:
    """The error in the document that comes of ``a.md.j2``."""
    with pytest.raises(VorlagenFehler) as gefangen:
        arrange(parse_baum(fill_in(texte, "a.md.j2", DATEN)))
    return locate(gefangen.value, texte, "a.md.j2", DATEN)


@pytest.mark.parametrize(
    ("vorlage", "zeile"),
    [
        ("# A\n\n`code`\n", 3),
        ("# A\n{% for x in liste %}\n\n{{ x }}\n{% endfor %}\n\n![Bild](https://a.example)\n", 7),
        ("# A\n\n{{ text | prosa }}\n\n#### {{ titel }}\n", 5),
        ("# A\n{% if titel %}\n\n# {{ titel }}\n{% endif %}\n", 4),
        ("{# Hinweis #}\n\n## {{ titel }}\n\n# A\n", 3),
        ("# A\n\n## {{ leer }}\n", 3),
        ("# A\n\n| a |\n| - |\n{% for x in liste %}\n| {{ x }} | {% if x == 'y' %}b |{% endif %}\n{% endfor %}\n", 6),
        ("# A\n\n- eins\n- # zwei\n", 4),
    ],
)
def test_was_im_text_nicht_geht_wird_in_der_vorlage_gezeigt(vorlage: str, zeile: int) -> None:
    fehler = finde({"a.md.j2": vorlage})

    assert (fehler.vorlage, fehler.zeile) == ("a.md.j2", zeile)


def test_in_einem_eingebundenen_teil_wird_dieser_genannt() -> None:
    fehler = finde({"a.md.j2": "# A\n\n{% include 'teil.md.j2' %}\n", "teil.md.j2": "Text\n\n```\ncode\n```\n"})

    assert (fehler.vorlage, fehler.zeile) == ("teil.md.j2", 3)


def test_ohne_jede_ueberschrift_bleibt_es_bei_der_vorlage() -> None:
    fehler = finde({"a.md.j2": "Text\n"})

    assert (fehler.vorlage, fehler.zeile) == ("a.md.j2", 0)
