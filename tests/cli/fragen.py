"""Every command that answers a question, with calls that the example can answer. ``test_fragen*.py`` ask them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netzint.cli import deutsch
from netzint.cli.befehle import BEFEHLE
from netzint.cli.deutsch import Gruppeneintrag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typer._click.core import Command

AUSNAHME = "ausnahme-q301"
"""An Ausnahme that a test lays down for the questions; the example has none."""
REGISTER = "verzeichnis.txt"
"""Where a test lays a small Gemeindeverzeichnis for ``stelle register``."""

DOKUMENT, GEAENDERT, FREMDES = "unterlage.md", "geaendert.html", "fremdes.html"
"""Documents that a test lays down for ``dokument pruefen``: as it was made, with a changed word, and one of others."""
DATEIEN = frozenset({REGISTER, DOKUMENT, GEAENDERT, FREMDES})


class Frage(NamedTuple):
    """A question: its command, and what is asked on the example. ``leer``: what can be asked of an empty network."""

    befehl: tuple[str, ...]
    aufrufe: tuple[tuple[str, ...], ...]
    leer: tuple[tuple[str, ...], ...] = ()

    @property
    def name(self) -> str:
        """``sitzung zeigen``."""
        return " ".join(self.befehl)


def _frage(befehl: str, *aufrufe: str, leer: tuple[str, ...] = ()) -> Frage:
    """Calls are the words behind the command; ``leer`` likewise, and the bare command if it needs no words."""
    split = tuple(tuple(aufruf.split()) for aufruf in aufrufe) or ((),)
    empty = tuple(tuple(aufruf.split()) for aufruf in leer) or (((),) if () in split else ())
    return Frage(tuple(befehl.split()), split, empty)


FRAGEN = (
    _frage("lage"),
    _frage("fristen", "", "--bis 2028-12-31"),
    _frage("pruefen", "", "--streng"),
    _frage("regel", "", "Q102", leer=("", "Q102", "U101")),
    _frage("sitzung liste"),
    _frage("sitzung zeigen", "sg-2026-02", "sg-2025-01", "ag-demokratiebildung-sitzung-2026-02"),
    _frage("sitzung verteiler", "sg-2026-02", "ag-demokratiebildung-sitzung-2026-01"),
    _frage("sitzung anwesend", "sg-2026-02", "sg-2025-01"),
    _frage("beschlussvorlage liste", "", "--offen"),
    _frage("beschlussvorlage zeigen", "bv-2026-007", "bv-2025-001", "bv-2026-002"),
    _frage("umlauf liste"),
    _frage("umlauf zeigen", "um-2026-01"),
    _frage("geschaeftsordnung zeigen"),
    _frage("netzwerk zeigen"),
    _frage("dokument pruefen", DOKUMENT, GEAENDERT, FREMDES),
    _frage("strategiegruppe"),
    _frage("bedarf liste", "", "--offen"),
    _frage("bedarf zeigen", "bedarf-2025-01", "bedarf-2026-04"),
    _frage("thema liste"),
    _frage("thema zeigen", "thema-demokratiebildung", "thema-wohnen"),
    _frage("ziel liste"),
    _frage("ziel zeigen", "ziel-teilhabe", "ziel-zugang"),
    _frage("ag liste"),
    _frage("ag zeigen", "ag-demokratiebildung", "ag-empowerment"),
    _frage("mitglied liste", "", "--gremium strategiegruppe", "--gremium ag-demokratiebildung"),
    _frage("mitglied zeigen", "ministerium-1", "kommunen-stadt-1", "ag-demokratiebildung-01"),
    _frage(
        "mitglied was-waere-wenn",
        "--austritt ministerium-1 --ab 2027-01-01",
        "--suche",
        "--austritt kommunen-stadt-2 --ab 2027-01-01 --suche",
        leer=("--suche",),
    ),
    _frage("stelle liste", "", "--art stadt"),
    _frage(
        "stelle zeigen", "stadt-musterstadt", "stadt-modellingen", "ministerium", leer=("ministerium", "gemeindetag")
    ),
    _frage("stelle register", REGISTER, f"{REGISTER} Muster"),
    _frage("beauftragte liste"),
    _frage("beauftragte zeigen", "ib-stadt-musterburg", "ib-landkreis-modellgau"),
    _frage("abdeckung"),
    _frage("veranstaltung liste"),
    _frage("veranstaltung zeigen", "va-2025-01", "va-2027-01"),
    _frage("ausnahme liste"),
    _frage("ausnahme zeigen", AUSNAHME),
    _frage("empfehlung liste", "", "--offen", "--ag ag-demokratiebildung"),
    _frage("empfehlung zeigen", *(f"he-{nr}" for nr in ("2022-01", "2024-03", "2025-01", "2026-01", "2026-07"))),
    _frage("beschlusskontrolle", "", "--offen"),
    _frage("beschluesse", "", "sg-2026-02", "sg-2025-02/einsetzung-demokratiebildung", "he-2025-01"),
    _frage("spur", "he-2025-01", "thema-demokratiebildung", "sitz-kommunen-stadt", "bedarf-2026-01"),
    _frage("kennzahlen", "", "--jahr 2025"),
    _frage("suche", "Demokratie", "gibtesnicht", leer=("Ministerium",)),
    _frage("vorlage liste"),
    _frage("vorlage variablen", "einladung", "mail", leer=("einladung",)),
    _frage("vergleich", "", "HEAD~1", leer=("",)),
    _frage("verlauf", "he-2025-01", "sg-2026-02", leer=("ministerium",)),
)
NACH_NAME = {frage.name: frage for frage in FRAGEN}

OHNE_DATEN = frozenset({"regel", "vorlage liste", "vorlage variablen"})
"""They tell of the program, not of data: no day and no state changes their answer."""
KEINE_FRAGE = frozenset(
    {
        "bericht",
        "dokument erzeugen",
        "dokument paket",
        "haken",
        "kalender",
        "mail",
        "merge-treiber",
        "textconv",
        "vorlage pruefen",
        "vorlage vorschau",
    }
)
"""They make files; ``--format`` chooses the form of documents there. ``vorlage pruefen`` asks part of ``pruefen``.
``haken``, ``merge-treiber`` and ``textconv`` are for git."""


def iter_befehle(gruppe: Gruppeneintrag = BEFEHLE, davor: tuple[str, ...] = ()) -> Iterator[tuple[str, Command]]:
    """Every command of the table with its options."""
    for wort, eintrag in gruppe.eintraege.items():
        if isinstance(eintrag, Gruppeneintrag):
            yield from iter_befehle(eintrag, (*davor, wort))
        else:
            yield " ".join((*davor, wort)), deutsch.build_befehl(wort, eintrag)


def optionen(command: Command) -> dict[str, tuple[str, ...]]:
    """The options of a command, and the choices that each leaves."""
    return {name: tuple(getattr(param.type, "choices", ())) for param in command.params for name in param.opts}
