"""Foreign templates: what they may not do, and how that is said."""

from __future__ import annotations

import pytest

from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.pipeline import Vorlagen
from netzint.dokumente.umgebung import fill_in, to_plain

AUSBRUECHE = [
    "{{ ''.__class__ }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ wert.__class__ }}",
    "{{ wert['__class__'] }}",
    "{{ gruppe.items() }}", "{{ gruppe.items }}", "{{ gruppe.__init__ }}", "{{ range(10**9) }}", "{{ range }}",
    "{{ 'a' * 10**9 }}",
    "{{ 9**9**9 }}", "{{ '%999999999d' % 1 }}", "{{ '{0.__class__}'.format(wert) }}", "{{ wert.format }}",
    "{{ wert | attr('x') }}",
    "{{ wert | format(1) }}", "{{ liste | map('upper') }}", "{{ wert | safe }}", "{{ self }}",
    "{{ self.__init__ }}", "{{ loop }}",
    "{{ cycler('a') }}", "{{ namespace(a=1) }}", "{{ lipsum() }}", "{{ dict(a=1) }}", "{{ wert ~ wert }}",
    "{{ wert.upper() }}",
    "{% autoescape true %}a{% endautoescape %}", "{% macro a() %}b{% endmacro %}", "{% extends 'a.md.j2' %}",
    "{% block a %}b{% endblock %}", "{% import 'a.md.j2' as a %}", "{% from 'a.md.j2' import b %}",
    "{% include wert %}",
    "{% include ['a', 'b'] %}", "{% include 'fehlt.md.j2' %}", "{% include 'fehlt.md.j2' ignore missing %}",
    "{% filter gross %}a{% endfilter %}", "{% set a %}b{% endset %}", "{% call wert() %}{% endcall %}",
    "{% raw %}a", "{{ liste }}",
    "{% for a in liste recursive %}b{% endfor %}", "{% for a in liste %}{{ loop.cycle }}{% endfor %}",
    "{{ liste.append(1) }}",
    "{% include 'a.md.j2' %}", "{% do liste %}", "{% trans %}a{% endtrans %}", "{% debug %}", "{{ liste[5] }}",
    "{{ liste['a'] }}",
    "{{ wert[0] }}", "{% set gruppe.a = 1 %}", "{{ 1 / 0 }}", "{{ wert | datum }}", "{{ wert | zahl }}",
    "{{ 1 | datum(2, 3) }}",
]  # fmt: skip
DATEN = {"wert": "x", "gruppe": {"a": "b"}, "liste": ["a"], "sitzung": {"datum": "2026-12-03", "ort": "Stuttgart"}}


@pytest.mark.parametrize("vorlage", AUSBRUECHE)
def test_ein_ausbruch_wird_auf_deutsch_abgelehnt(vorlage: str) -> None:
    with pytest.raises(VorlagenFehler) as gefangen:
        fill_in({"a.md.j2": f"Text\n{vorlage}\n"}, "a.md.j2", DATEN)

    assert gefangen.value.text.startswith("Vorlage a.md.j2, Zeile 2: ")
    assert gefangen.value.meldung.endswith(".")
    assert gefangen.value.hinweis or "zugewiesen" in gefangen.value.meldung


@pytest.mark.parametrize(
    ("vorlage", "code", "zeile", "meldung", "hinweis"),
    [
        ("{% for a in liste %}", "V101", 1, "{% for %} ist nicht geschlossen.", "endfor"),
        ("a\n{% endif %}", "V101", 2, "{% endif %} steht hier, ohne dass etwas Passendes offen ist.", "endif"),
        ("{% fro a in b %}", "V101", 1, "Die Anweisung {% fro %} gibt es nicht.", "include"),
        ("{{ a b }}", "V101", 1, "Erwartet war „}}“, da steht aber „b“.", "geschlossen"),
        ("{{ }}", "V101", 1, "Hier fehlt eine Variable oder ein Wert.", "geschlossen"),
        ("{{ a § }}", "V101", 1, "Das Zeichen „§“ hat hier keinen Platz.", "geschlossen"),
        ("{# a", "V101", 1, "Eine Bemerkung ist nicht geschlossen.", "#}"),
        ("{{ wert | dattum }}", "V104", 1, "Den Filter „dattum“ gibt es nicht.", "Meinten Sie „datum“?"),
        ("{% if wert is leehr %}{% endif %}", "V104", 1, "Die Prüfung „leehr“ gibt es nicht.", "Meinten Sie „leer“?"),
        ("{{ sitzung.dattum }}", "V103", 1, "Die Variable „dattum“ gibt es hier nicht.", "Meinten Sie „datum“?"),
        ("\n\n{{ sitzug }}", "V103", 3, "Die Variable „sitzug“ gibt es hier nicht.", "Meinten Sie „sitzung“?"),
        ("{{ sitzung.ort | datum }}", "V107", 1, "„Stuttgart“ ist kein Tag (JJJJ-MM-TT).", "Variable"),
    ],
)
def test_ein_fehler_nennt_zeile_und_abhilfe(vorlage: str, code: str, zeile: int, meldung: str, hinweis: str) -> None:
    with pytest.raises(VorlagenFehler) as gefangen:
        fill_in({"a.md.j2": vorlage}, "a.md.j2", DATEN)

    fehler = gefangen.value
    assert (fehler.code, fehler.zeile, fehler.meldung) == (code, zeile, meldung)
    assert hinweis in fehler.hinweis


def test_der_fehler_in_einem_eingebundenen_teil_nennt_den_teil() -> None:
    with pytest.raises(VorlagenFehler) as gefangen:
        fill_in({"a.md.j2": 'x\n{% include "b.md.j2" %}', "b.md.j2": "\n\n{{ fehlt }}"}, "a.md.j2", DATEN)

    assert (gefangen.value.vorlage, gefangen.value.zeile) == ("b.md.j2", 3)


def test_daten_sind_nur_einfache_werte() -> None:
    with pytest.raises(TypeError):
        to_plain({"a": object()})


def test_ein_schluessel_namens_items_ist_ein_schluessel() -> None:
    assert fill_in({"a.md.j2": "{{ g.items }}"}, "a.md.j2", {"g": {"items": "ja"}}) == "ja"


def test_ein_endloses_schreiben_wird_abgebrochen() -> None:
    loops = "{% for a in l %}" * 6 + "x" * 100 + "{% endfor %}" * 6

    with pytest.raises(VorlagenFehler, match="zu lang"):
        fill_in({"a.md.j2": loops}, "a.md.j2", {"l": list(range(20))})


@pytest.mark.parametrize(
    "vorlage",
    [
        "{% for a in l %}" * 12 + "{% endfor %}" * 12,
        "{% set a = 'x' %}" + "{% set a = a + a %}" * 60,
        "{% set a = l %}" + "{% set a = a + a %}" * 60,
        "{% for a in l %}" * 6 + "{% set b = wert | gross %}" + "{% endfor %}" * 6,
        '{% for a in l %}{% for b in l %}{% for c in l %}{% include "leer.md.j2" %}' + "{% endfor %}" * 3,
    ],
)
def test_auch_ohne_ausgabe_braucht_keine_vorlage_beliebig_viel(vorlage: str) -> None:
    """A document is made in the process itself: there no limit of a child helps."""
    daten = {"l": list(range(60)), "wert": "x" * 100}

    with pytest.raises(VorlagenFehler, match="viel zu viele Schritte") as gefangen:
        fill_in({"a.md.j2": vorlage, "leer.md.j2": ""}, "a.md.j2", daten)

    assert (gefangen.value.code, gefangen.value.zeile) == ("V108", 1)


def test_wer_sich_im_kreis_einbindet_erfaehrt_die_zeile() -> None:
    kreis = {"a.md.j2": 'x\n\n{% include "b.md.j2" %}', "b.md.j2": '{% include "a.md.j2" %}'}

    with pytest.raises(VorlagenFehler, match="bindet sich selbst ein") as gefangen:
        fill_in(kreis, "a.md.j2", {})

    assert (gefangen.value.vorlage, gefangen.value.zeile) == ("a.md.j2", 3)


@pytest.mark.parametrize(
    ("data", "meldung"),
    [
        ("# A\n\nGrüße".encode("cp1252"), "nicht in UTF-8"),
        (b"# A\n\nx\x00", "U\\+0000"),
        ("# A\n\n\N{RIGHT-TO-LEFT OVERRIDE}abc".encode(), "U\\+202E"),
        ("# A\n\nb\N{ZERO WIDTH NO-BREAK SPACE}c".encode(), "U\\+FEFF"),
    ],
)
def test_was_niemand_gemeint_haben_kann_wird_mit_zeile_abgelehnt(data: bytes, meldung: str) -> None:
    with pytest.raises(VorlagenFehler, match=meldung) as gefangen:
        fill_in(Vorlagen.decode({"a.md.j2": data}).texte, "a.md.j2", {})

    assert (gefangen.value.code, gefangen.value.zeile) == ("V101", 3)


def test_was_der_editor_von_windows_vor_den_text_setzt_stoert_nicht() -> None:
    texte = Vorlagen.decode({"a.md.j2": "\ufeff# A\u00adB".encode()}).texte

    assert fill_in(texte, "a.md.j2", {}) == "# A\u00adB"


def test_eine_zeile_mit_worten_behaelt_ihr_ende() -> None:
    vorlage = "{% if wert %}\na {% if wert %}b{% endif %}\n{% endif %}\nc"

    assert fill_in({"a.md.j2": vorlage}, "a.md.j2", DATEN) == "a b\nc"
