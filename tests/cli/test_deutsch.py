"""Help and usage errors, without a word of English."""

from __future__ import annotations

import ast
import re
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import pytest
import typer

from netzint.cli import aufruffehler, befehle
from netzint.cli.deutsch import Gruppe, Gruppeneintrag
from netzint.cli.optionen import Datum, Format, Formatwahl, Probe, Stand, Stichtag, Uhrzeit, Wurzel

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf

ENGLISCH = re.compile(
    r"\b(the|is|are|not|no|such|missing|arguments?|invalid|values?|requires?|takes?|does|valid|range|file|directory|path"
    r"|one of|try|for help|error|usage|got|unexpected|extra|given|exists?|match|formats|must|choose|show|message|exit"
    r"|default|required|commands?|option|options|OPTIONS|COMMAND|ARGS|Options|Commands|Arguments|Usage|Error|Try|Missing)\b"
)


class Farbe(StrEnum):
    """A closed list of values."""

    ROT = "rot"
    BLAU = "blau"


def alles(
    kennung: Annotated[str, typer.Argument(help="Was gemeint ist.")],
    pflicht: Annotated[str, typer.Option("--pflicht", help="Das muss sein.")],
    zahl: Annotated[int, typer.Option("--zahl", help="Eine Zahl.")] = 3,
    bereich: Annotated[int, typer.Option("--bereich", min=1, max=3)] = 1,
    anteil: Annotated[float, typer.Option("--anteil")] = 0.5,
    paar: Annotated[tuple[int, str], typer.Option("--paar")] = (1, "a"),
    farbe: Annotated[Farbe, typer.Option("--farbe")] = Farbe.ROT,
    zeitpunkt: Annotated[datetime | None, typer.Option("--zeitpunkt")] = None,
    schluessel: Annotated[UUID | None, typer.Option("--schluessel")] = None,
    datei: Annotated[Path | None, typer.Option("--datei", exists=True, dir_okay=False)] = None,
    ordner: Annotated[Path | None, typer.Option("--ordner", exists=True, file_okay=False)] = None,
    quelle: Annotated[typer.FileText | None, typer.Option("--quelle")] = None,
    mehrere: Annotated[list[str] | None, typer.Option("--mit")] = None,
    datum: Datum = None,
    beginn: Uhrzeit = None,
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
    *,
    probe: Probe = False,
    wurzel: Wurzel = Path(),
) -> None:
    """Alles auf einmal.

    Zum Ausprobieren jeder Art von Angabe.
    """


GUT = ("k-1", "--pflicht", "x")
FAELLE = [
    (GUT[1:], "Es fehlt die Angabe KENNUNG."),
    (("k-1",), "Es fehlt die Option --pflicht."),
    (("k-1", "--pflicht"), "Die Option --pflicht braucht einen Wert."),
    ((*GUT, "--paar", "1"), "Die Option --paar braucht 2 Werte."),
    ((*GUT, "zuviel", "davon"), "Überzählige Angabe: „zuviel davon“."),
    ((*GUT, "--zhal", "1"), "Die Option --zhal gibt es nicht.\n→ Meinten Sie „--zahl“?"),
    ((*GUT, "-x"), "Die Option -x gibt es nicht."),
    ((*GUT, "--probe=1"), "Die Option --probe nimmt keinen Wert."),
    ((*GUT, "--zahl", "x y"), "Option --zahl: „x y“ ist keine ganze Zahl."),
    ((*GUT, "--bereich", "x"), "Option --bereich: „x“ ist keine ganze Zahl."),
    ((*GUT, "--bereich", "9"), "Option --bereich: 9 liegt nicht im erlaubten Bereich (1 bis 3)."),
    ((*GUT, "--anteil", "halb"), "Option --anteil: „halb“ ist keine Zahl."),
    ((*GUT, "--farbe", "grün"), "Option --farbe: „grün“ ist nicht möglich. Möglich sind: rot, blau."),
    ((*GUT, "--zeitpunkt", "bald"), "Option --zeitpunkt: „bald“ ist kein Datum in der erwarteten Form."),
    ((*GUT, "--schluessel", "x"), "Option --schluessel: „x“ ist keine UUID."),
    ((*GUT, "--datei", "fehlt"), "Option --datei: „fehlt“ gibt es nicht."),
    ((*GUT, "--datei", "."), "Option --datei: „.“ ist ein Ordner; erwartet wird eine Datei."),
    ((*GUT, "--ordner", "da.txt"), "Option --ordner: „da.txt“ ist eine Datei; erwartet wird ein Ordner."),
    ((*GUT, "--quelle", "fehlt"), "Option --quelle: „fehlt“ lässt sich nicht öffnen."),
    ((*GUT, "--datum", "30.2.2026"), "Option --datum: Den 30. Februar 2026 gibt es nicht; der Monat hat 28 Tage."),
    ((*GUT, "--beginn", "25:00"), "Option --beginn: Die Uhrzeit 25:00 gibt es nicht; ein Tag endet um 23:59."),
    ((*GUT, "--stichtag", "neulich"), "Option --stichtag: „neulich“ ist kein Datum."),
    ((*GUT, "--format", "pdf"), "Option --format: „pdf“ ist nicht möglich. Möglich sind: text, json, csv, xlsx."),
    (("k\udcff", "--pflicht", "x"), "Angabe KENNUNG: „k⟨U+DCFF⟩“ enthält Zeichen, die kein gültiges UTF-8 sind."),
]


@pytest.mark.parametrize(("args", "satz"), FAELLE)
def test_jeder_aufruffehler_ist_deutsch(befehl: Callable[..., Lauf], args: tuple[str, ...], satz: str) -> None:
    Path("da.txt").touch()
    Path("daten").mkdir()
    Path("daten", "netzwerk.yaml").touch()
    lauf = befehl(alles, *args)

    assert lauf.ausgang == 2
    assert lauf.fehler.startswith(f"Fehler: {satz}")
    assert "\n→ " in lauf.fehler
    assert not ENGLISCH.search(re.sub(r"„[^“]*“|--\w+", "", lauf.fehler))


@pytest.mark.parametrize(
    ("args", "satz"),
    [
        (("prüfen",), "Den Befehl „prüfen“ gibt es nicht.\n→ Meinten Sie „pruefen“?"),
        (("sitzung", "listen"), "Den Befehl „listen“ gibt es nicht.\n→ Meinten Sie „liste“?"),
        (("xyzzy",), "Den Befehl „xyzzy“ gibt es nicht.\n→ „netzint --help“ zeigt, was möglich ist."),
        (("--wurzl", "x"), "Die Option --wurzl gibt es nicht.\n→ Meinten Sie „--wurzel“?"),
    ],
)
def test_ein_vertippter_befehl_bekommt_einen_vorschlag(
    rufe: Callable[..., Lauf], args: tuple[str, ...], satz: str
) -> None:
    lauf = rufe(*args)

    assert lauf == (2, "", f"Fehler: {satz}\n")


def test_eine_gruppe_ohne_befehl_zeigt_ihre_hilfe(rufe: Callable[..., Lauf]) -> None:
    lauf = rufe("sitzung")

    assert (lauf.ausgang, lauf.aus) == (2, "")
    assert lauf.fehler.startswith("Aufruf: netzint sitzung [OPTIONEN] BEFEHL …\n")


def test_eine_gruppe_die_ohne_befehl_nichts_tut_sagt_es(
    rufe: Callable[..., Lauf], monkeypatch: pytest.MonkeyPatch
) -> None:
    leer = Gruppe("netzint", Gruppeneintrag("Leer.", {}))
    leer.no_args_is_help = False
    monkeypatch.setattr(befehle, "build_hauptgruppe", lambda: leer)

    assert rufe() == (2, "", "Fehler: Es fehlt der Befehl.\n→ „netzint --help“ zeigt, was möglich ist.\n")


def test_was_die_tabelle_nicht_kennt_wird_trotzdem_deutsch_gesagt() -> None:
    from typer._click.exceptions import BadParameter, FileError, UsageError

    texte = [
        aufruffehler.explain(f)[0] for f in (UsageError("Oh no"), BadParameter("Oh no"), FileError("a.txt", "Oh no"))
    ]

    assert texte == [
        "So lässt sich netzint nicht aufrufen.",
        "Dieser Wert ist nicht möglich.",
        "Die Datei „a.txt“ lässt sich nicht öffnen.",
    ]


def test_die_tabelle_kennt_jeden_satz_den_typer_sagen_kann() -> None:
    """A new release of Typer with a new sentence turns this red."""
    ordner = Path(typer.__file__).parent
    muster = [m for m, _ in (*aufruffehler.AUFRUF, *aufruffehler.WERT)]
    unbekannt = []
    for name in ("core.py", "models.py", "_types.py", "_click/core.py", "_click/parser.py", "_click/types.py"):
        saetze = _saetze(ast.parse((ordner / name).read_text(encoding="utf-8")))
        unbekannt += [satz for satz in saetze if not any(re.fullmatch(m, satz, re.DOTALL) for m in muster)]

    assert unbekannt == []


def _saetze(baum: ast.AST) -> list[str]:
    """The texts of usage errors in a module, with ``7`` for every value that is filled in."""
    namen = {"fail", "UsageError", "BadParameter", "BadOptionUsage", "BadArgumentUsage"}
    saetze = []
    for ruf in (k for k in ast.walk(baum) if isinstance(k, ast.Call)):
        if (ruf.func.attr if isinstance(ruf.func, ast.Attribute) else getattr(ruf.func, "id", "")) in namen:
            for text in [a for a in ruf.args if isinstance(a, ast.JoinedStr | ast.Constant)]:
                teile = text.values if isinstance(text, ast.JoinedStr) else [text]
                satz = "".join(str(t.value) if isinstance(t, ast.Constant) else "7" for t in teile)
                saetze.append(satz.replace("7 7 does", "Path 7 does").replace("7 7 is", "Path 7 is"))
    ersatz = {"requires 7": "requires 7 arguments.", "'7': 7": "'x': 7", "a valid 7.": "a valid int."}
    for english, beispiel in ersatz.items():
        saetze = [satz.replace(english, beispiel) for satz in saetze if " " in satz]
    return saetze


def test_die_hilfe_eines_befehls_ist_deutsch(befehl: Callable[..., Lauf], erwartet: Callable[[str, str], None]) -> None:
    lauf = befehl(alles, "--help")

    assert lauf.ausgang == 0
    assert not ENGLISCH.search(re.sub(r"--\w+", "", lauf.aus))
    erwartet("cli/hilfe_befehl.txt", lauf.aus)


@pytest.mark.parametrize("args", [(), ("sitzung",), ("dokument",)])
def test_die_uebersicht_ist_deutsch(
    rufe: Callable[..., Lauf], erwartet: Callable[[str, str], None], args: tuple[str, ...]
) -> None:
    lauf = rufe(*args, "--help")

    assert lauf.ausgang == 0
    erwartet(f"cli/{'_'.join(('hilfe', *args))}.txt", lauf.aus)


def test_text_wird_gesaeubert_bevor_ein_befehl_ihn_sieht(befehl: Callable[..., Lauf]) -> None:
    gesehen: list[object] = []

    def merken(
        ort: Annotated[str, typer.Argument()],
        mit: Annotated[list[str] | None, typer.Option("--mit")] = None,
        datum: Datum = None,
    ) -> None:
        gesehen.extend([ort, mit, datum])

    befehl(merken, "Go\u0308p\u00adpingen", "--mit", "a\u200bb", "--datum", "3.12.2026")

    assert gesehen == ["Göppingen", ["ab"], date(2026, 12, 3)]
