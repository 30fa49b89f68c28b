"""What ``pruefen`` says about templates, even about hostile ones."""

from __future__ import annotations

import sys

import pytest

from netzint.dokumente.vorlagenpruefung import Grenzen, check_vorlagen
from netzint.modell.befund import Befund, Schwere
from netzint.modell.codes_vorlagen import VORLAGEN

ENG = Grenzen(speicher_mib=512, cpu_s=2, wand_s=20)
SCHLEIFE = "{% for a in 'xxxxxxxxxxxxxxxxxxxx' %}"
LANGSAM = f"# A\n{SCHLEIFE * 3}{{% set b = '{'*_' * 800}' | prosa %}}{'{% endfor %}' * 3}"
"""Takes longer than a child may, and less than what one document may ask for."""


def _pruefe(vorlagen: dict[str, str], grenzen: Grenzen = ENG, /, **anders: str | None) -> list[Befund]:
    texte = {**vorlagen, **{f"{name}.md.j2": text for name, text in anders.items() if text is not None}}
    for name in [name for name, text in anders.items() if text is None]:
        del texte[f"{name}.md.j2"]
    return list(check_vorlagen(texte, grenzen))


def _codes(befunde: list[Befund]) -> list[tuple[str, str, int]]:
    return [(b.code, b.pfad.removeprefix("vorlagen/"), b.zeile) for b in befunde]


def test_die_mitgelieferten_vorlagen_sind_in_ordnung(vorlagen: dict[str, str]) -> None:
    assert _pruefe(vorlagen) == []


# What breaks, and where it is found.
FAELLE: dict[str, tuple[dict[str, str | None], str, int]] = {
    "V101": ({"einladung": "# A\n{% for top in tops %}"}, "einladung.md.j2", 2),
    "V102": ({"einladung": "# A\n\n{{ range(3) }}"}, "einladung.md.j2", 3),
    "V103": ({"einladung": "# A {{ sitzung.dattum }}"}, "einladung.md.j2", 1),
    "V104": ({"einladung": "# A {{ sitzung.datum | dattum }}"}, "einladung.md.j2", 1),
    "V105": ({"einladung": '# A\n{% include "kopff.md.j2" %}'}, "einladung.md.j2", 2),
    "V106": ({"einladung": None}, "einladung.md.j2", 0),
    "V107": ({"einladung": "# A\n\n\n{{ sitzung.ort | datum }}"}, "einladung.md.j2", 4),
    "V108": ({"einladung": "# A\n" + SCHLEIFE * 12 + "{% endfor %}" * 12}, "einladung.md.j2", 2),
    "V109": ({"kopf-alt": "# A"}, "kopf-alt.md.j2", 0),
}


def test_was_mitgeliefert_ist_braucht_keine_probe_und_jede_aenderung_eine(
    vorlagen: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kaputt = {**vorlagen, "fuss.md.j2": "{{ gibt_es_nicht }}"}
    assert "V103" in {b.code for b in check_vorlagen(kaputt, erprobt=vorlagen)}
    assert "V101" in {b.code for b in check_vorlagen({**vorlagen, "einladung.md.j2": "{% if %}"}, erprobt=vorlagen)}

    def never(*_: object) -> None:
        raise AssertionError("a child was started")

    monkeypatch.setattr("netzint.dokumente.vorlagenpruefung._run_child", never)
    assert check_vorlagen(vorlagen, erprobt=dict(vorlagen)) == ()


def test_jeder_code_hat_einen_fall() -> None:
    assert list(FAELLE) == [entry.code for entry in VORLAGEN if entry.code < "V110"]  # then: test_briefpruefung.py


@pytest.mark.parametrize("code", FAELLE)
def test_jeder_code_wird_ausgeloest(vorlagen: dict[str, str], code: str) -> None:
    anders, datei, zeile = FAELLE[code]

    befunde = _pruefe(vorlagen, ENG, **anders)

    assert _codes(befunde) == [(code, datei, zeile)]
    assert befunde[0].schwere is next(entry.schwere for entry in VORLAGEN if entry.code == code)
    assert befunde[0].hinweis


@pytest.mark.parametrize(
    ("text", "wert", "hinweis"),
    [
        ("{{ sitzug.datum }}", "sitzug", "Meinten Sie „sitzung“?"),
        ("{% for top in tops %}{{ top.tittel }}{% endfor %}", "top.tittel", "Meinten Sie „titel“?"),
        (
            "{% for t in tops %}{% for u in t.unterpunkte %}{{ u.nummr }}{% endfor %}{% endfor %}",
            "u.nummr",
            "nummer",
        ),
        ("{% set s = sitzung %}{{ s.beginnn }}", "s.beginnn", "beginn"),
        ("{% with s = sitzung %}{{ s.beginnn }}{% endwith %}", "s.beginnn", "beginn"),
        ("{{ tops.titel }}", "tops.titel", "for"),
        ("{{ tops[0].tittel }}", "tops[0].tittel", "titel"),
        ("{{ loop.index }}", "loop", "README"),
        ("{% if sitzung.ort.strasse %}{% endif %}", "sitzung.ort.strasse", "README"),
        ("{{ beschlussvorlage.betreff }}", "beschlussvorlage", "README"),
    ],
)
def test_eine_unbekannte_variable_wird_ohne_ausfuehren_gefunden(
    vorlagen: dict[str, str], text: str, wert: str, hinweis: str
) -> None:
    (befund,) = _pruefe(vorlagen, einladung=f"# A\n\n{text}\n")

    assert (befund.code, befund.zeile, befund.schluessel) == ("V103", 3, ("einladung.md.j2", wert))
    assert hinweis in befund.hinweis


def test_ein_fehler_in_einem_gemeinsamen_teil_steht_einmal_da(vorlagen: dict[str, str]) -> None:
    befunde = _pruefe(vorlagen, kopf="{{ netzwerk.nam }}\n")

    assert _codes(befunde) == [("V103", "kopf.md.j2", 1)]


def test_ein_kreis_von_teilen_wird_gemeldet(vorlagen: dict[str, str]) -> None:
    befunde = _pruefe(vorlagen, kopf='{% include "fuss.md.j2" %}', fuss='{% include "kopf.md.j2" %}')

    assert {befund.code for befund in befunde} == {"V105"}


def test_was_nur_mit_leeren_angaben_scheitert_wird_gefunden(vorlagen: dict[str, str]) -> None:
    (befund,) = _pruefe(vorlagen, einladung="# A\n\n{{ tops[0].titel }}\n")

    assert befund.code == "V103"
    assert "leeren Angaben" in befund.text


def test_eine_haengende_vorlage_verdeckt_die_anderen_nicht(vorlagen: dict[str, str]) -> None:
    befunde = _pruefe(vorlagen, einladung=LANGSAM, tagesordnung="# A {{ fehlt }}")

    fehler = [befund for befund in befunde if befund.schwere is Schwere.FEHLER]
    assert _codes(fehler) == [("V108", "einladung.md.j2", 0), ("V103", "tagesordnung.md.j2", 1)]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on memory there")
def test_eine_gefraessige_vorlage_wird_angehalten(vorlagen: dict[str, str]) -> None:
    doubling = "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a = [a, a] | liste %}" * 60

    befunde = _pruefe(vorlagen, einladung="# A\n" + doubling)

    assert {befund.code for befund in befunde} <= {"V107", "V108"}
    assert befunde


def test_eine_bombe_aus_teilen_wird_angehalten(vorlagen: dict[str, str]) -> None:
    bomb = {f"b{n}": f'{{% include "b{n + 1}.md.j2" %}}\n' * 2 for n in range(25)}

    befunde = _pruefe(vorlagen, ENG, **bomb, b25="x", einladung='# A\n{% include "b0.md.j2" %}')

    assert [(b.code, b.pfad) for b in befunde] == [("V108", "vorlagen/einladung.md.j2")]


def test_die_uhr_allein_genuegt(vorlagen: dict[str, str]) -> None:
    """Windows has no other limit."""
    grenzen = Grenzen(cpu_s=60, wand_s=3)

    befunde = _pruefe(vorlagen, grenzen, einladung=LANGSAM)

    assert _codes(befunde) == [("V108", "einladung.md.j2", 0)]


def test_andere_dateien_gehen_die_pruefung_nichts_an(vorlagen: dict[str, str]) -> None:
    assert list(check_vorlagen({**vorlagen, "README.md": "{{"})) == []


def test_die_pruefung_selbst_laedt_keine_vorlagenbibliothek() -> None:
    import subprocess

    slow = "{'jinja2', 'markdown_it', 'subprocess'}"
    code = f"import netzint.dokumente.vorlagenpruefung, sys; print({slow} & set(sys.modules))"

    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"


def test_ohne_das_modul_resource_bleibt_die_uhr(monkeypatch: pytest.MonkeyPatch) -> None:
    from netzint.dokumente.kind import limit

    monkeypatch.setitem(sys.modules, "resource", None)

    assert limit(1, 1) is None  # type: ignore[func-returns-value]


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
@pytest.mark.parametrize(
    ("versuch", "ende"),
    [
        ("bytearray(10**9)", "MemoryError"),
        ("while True: pass", ""),
        ("import pathlib; pathlib.Path('x').write_text('a')", "File too large"),
    ],
)
def test_die_grenzen_des_kindes_halten(versuch: str, ende: str) -> None:
    """The filters stop most things earlier; this shows what stands behind them."""
    import subprocess

    code = f"from netzint.dokumente.kind import limit\nlimit(300, 1)\n{versuch}"

    lauf = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30)

    assert lauf.returncode != 0
    assert ende in lauf.stderr
