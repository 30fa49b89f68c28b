"""The exact builder: the value of an entry from its events, with every finding and every position."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import NoReturn

from netzint.ablage.leser.befund import Position, befund
from netzint.ablage.leser.dialekt import IN_KLAMMERN, is_mehrdeutig
from netzint.ablage.leser.ereignisse import Ereignis, Quelle, load_klassen
from netzint.ablage.leser.zeichen import iter_schlechte, name_zeichen
from netzint.modell.befund import Befund, Feldpfad

Wert = str | list["Wert"] | dict[str, "Wert"]

MAX_TIEFE = 16
MAX_KNOTEN = 20_000


class UneinigFehler(Exception):
    """The two sources differ here; the caller asks the Python one."""


class _HaltFehler(Exception):
    """Nothing sensible can be said about the rest."""


@dataclass(slots=True)
class _Rahmen:
    """A list or mapping that is still open."""

    behaelter: list[Wert] | dict[str, Wert]
    feld: Feldpfad
    ort: Position
    flow: bool
    schluessel: str | None = None
    schluessel_ort: Position | None = None
    zeilen: dict[str, int] = field(default_factory=dict)

    @property
    def expects_schluessel(self) -> bool:
        return isinstance(self.behaelter, dict) and self.schluessel is None

    def path(self) -> Feldpfad:
        """The way to the value that comes next."""
        if isinstance(self.behaelter, list):
            return (*self.feld, len(self.behaelter))
        return self.feld if self.schluessel is None else (*self.feld, self.schluessel)

    def place_of_empty(self) -> Position:
        """An empty scalar has no place of its own that both sources agree on."""
        return self.schluessel_ort if self.schluessel is not None and self.schluessel_ort else self.ort

    def put(self, value: Wert) -> None:
        if isinstance(self.behaelter, list):
            self.behaelter.append(value)
        elif self.schluessel is not None:
            self.behaelter[self.schluessel] = value
            self.schluessel = None


class Bau:
    """Builds one entry. ``wert`` counts only if no finding is a Fehler; the positions always reach as far as it got."""

    def __init__(self, text: str, quelle: Quelle) -> None:
        self.befunde: list[Befund] = []
        self.werte: dict[Feldpfad, Position] = {}
        self.schluessel: dict[Feldpfad, Position] = {}
        self.wert: dict[str, Wert] | None = None
        self._text = text
        self._lines = text.split("\n")
        self._quelle = quelle
        self._stapel: list[_Rahmen] = []
        self._knoten = 0

    def run(self) -> None:
        """Read to the end of the first document; syntax errors are raised as the parser raises them."""
        get = self._quelle.events()
        ends = (load_klassen().document_end, load_klassen().stream_end)
        event: Ereignis = get()
        try:
            while not isinstance(event, ends):
                self._take(event)
                event = get()
            if not self._knoten:
                self._report("L104", Position(1, 1), "Die Datei enthält keine Angaben")
            elif not event.explicit:
                get()  # garbage after the entry shows only when the parser is asked for more
        except _HaltFehler:
            self.wert = None

    def _take(self, event: Ereignis) -> None:
        klassen = load_klassen()
        if isinstance(event, (klassen.scalar, klassen.alias)):
            self._scalar(event)
        elif isinstance(event, klassen.mapping_start):
            self._open({}, event)
        elif isinstance(event, klassen.sequence_start):
            self._open([], event)
        elif isinstance(event, (klassen.mapping_end, klassen.sequence_end)):
            self._stapel.pop()

    def _open(self, behaelter: list[Wert] | dict[str, Wert], event: Ereignis) -> None:
        ort = _place(event)
        self._count(ort)
        if not self._stapel:
            if not isinstance(behaelter, dict):
                self._refuse("L305", ort, "Die Datei beginnt mit einer Liste statt mit „schlüssel: wert“")
            self.wert = behaelter
            self.werte[()] = ort
            self._stapel.append(_Rahmen(behaelter, (), ort, bool(event.flow_style)))
            return
        oben = self._stapel[-1]
        if oben.expects_schluessel:
            self._refuse("L208", ort, "Eine Liste oder Zuordnung kann kein Schlüssel sein", oben.feld)
        if len(self._stapel) >= MAX_TIEFE:
            self._refuse("L303", ort, f"Hier beginnt die {MAX_TIEFE + 1}. Stufe, erlaubt sind {MAX_TIEFE}")
        feld = oben.path()
        self.werte[feld] = ort
        oben.put(behaelter)
        self._stapel.append(_Rahmen(behaelter, feld, ort, bool(event.flow_style)))

    def _scalar(self, event: Ereignis) -> None:
        ort = _place(event)
        self._count(ort)
        if not self._stapel:
            self._refuse("L305", ort, "Die Datei besteht aus einem Text statt aus „schlüssel: wert“")
        oben = self._stapel[-1]
        is_alias = isinstance(event, load_klassen().alias)
        value: str = "" if is_alias else event.value
        if oben.expects_schluessel:
            self._key(oben, value, ort, event)
            feld = (*oben.feld, value)
        else:
            feld = oben.path()
            self.werte[feld] = ort if value or not is_plain(event) else oben.place_of_empty()
        if not is_alias:
            self._check_scalar(oben, event, ort, feld)
        if not oben.expects_schluessel:
            oben.put(value)
        else:
            oben.schluessel, oben.schluessel_ort = value, ort

    def _key(self, oben: _Rahmen, value: str, ort: Position, event: Ereignis) -> None:
        feld = (*oben.feld, value)
        if value in oben.zeilen:
            first = oben.zeilen[value]
            where = f"zweimal: in Zeile {first} und" if first != ort.zeile else "zweimal"
            self._report("L302", ort, f"Der Schlüssel „{_short(value)}“ steht {where} in Zeile {ort.zeile}", feld)
        if value == "<<" and is_plain(event):
            self._report("L204", ort, "Hier werden mit „<<“ Angaben zusammengeführt", feld)
        oben.zeilen.setdefault(value, ort.zeile)
        self.schluessel.setdefault(feld, ort)

    def _check_scalar(self, oben: _Rahmen, event: Ereignis, ort: Position, feld: Feldpfad) -> None:
        if is_plain(event):
            self._check_plain(oben, event, ort, feld)
        elif event.style == '"':
            self._check_escapes(event.value, ort, feld)
        elif event.style in ("|", ">"):
            self._check_block(ort)

    def _check_plain(self, oben: _Rahmen, event: Ereignis, ort: Position, feld: Feldpfad) -> None:
        value: str = event.value
        if not value:
            if event.tag is None and event.anchor is None:
                self._empty(oben, feld)
        elif value == "~":
            self._report("L307", ort, "Hier steht „~“ statt eines Werts", feld)
        elif value == "<<":
            return
        elif oben.flow and ":" in value:
            satz = f"„{_short(value)}“ enthält einen Doppelpunkt und braucht in Klammern Anführungszeichen"
            self._report("L403", ort, satz, feld)
        elif is_mehrdeutig(value):
            satz = f"„{_short(value)}“ ohne Anführungszeichen lesen andere Programme nicht als Text"
            self._report("L402", ort, satz, feld)
        elif oben.flow and not IN_KLAMMERN(value):
            satz = f"„{_short(value)}“ braucht in Klammern Anführungszeichen"
            self._report("L401", ort, satz, feld)

    def _empty(self, oben: _Rahmen, feld: Feldpfad) -> None:
        if isinstance(oben.behaelter, list):
            satz = f"Der {len(oben.behaelter) + 1}. Listenpunkt ist leer"
        elif oben.schluessel is None:
            satz = "Vor einem „:“ fehlt der Schlüssel"
        else:
            satz = f"Hinter „{_short(oben.schluessel)}:“ fehlt der Wert"
        self._report("L306", oben.place_of_empty(), satz, feld)

    def _check_escapes(self, value: str, ort: Position, feld: Feldpfad) -> None:
        """Characters written as an escape; those written out have been reported already."""
        escaped = next((match[0] for match in iter_schlechte(value) if match[0] not in self._text), "")
        if escaped:
            satz = f"Der Text enthält als Ersatzschreibung ein unzulässiges Zeichen ({name_zeichen(escaped)})"
            self._report("L308", ort, satz, feld)
        elif unicodedata.is_normalized("NFC", self._text) and not unicodedata.is_normalized("NFC", value):
            self._report("L308", ort, "Der Text enthält als Ersatzschreibung ein zerlegtes Zeichen (nicht NFC)", feld)

    def _check_block(self, ort: Position) -> None:
        """libyaml takes two heads of text blocks that the Python parser (and so the writer) refuses."""
        if self._quelle.pur:
            return
        head = self._lines[ort.zeile - 1][ort.spalte - 1 :]
        if re.search(r"[|>][0-9+-]*#", head):
            raise UneinigFehler
        for line in self._lines[ort.zeile :]:
            if line.strip(" "):
                return
            if line:
                raise UneinigFehler

    def _count(self, ort: Position) -> None:
        self._knoten += 1
        if self._knoten > MAX_KNOTEN:
            self._refuse("L304", ort, f"Die Datei hat mehr als {MAX_KNOTEN:,} Angaben".replace(",", "."))

    def _report(self, code: str, ort: Position, satz: str, feld: Feldpfad = ()) -> None:
        self.befunde.append(befund(code, ort, satz, feld))

    def _refuse(self, code: str, ort: Position, satz: str, feld: Feldpfad = ()) -> NoReturn:
        self._report(code, ort, satz, feld)
        raise _HaltFehler


def is_plain(event: Ereignis) -> bool:
    """Whether a scalar stands without quotes; the sources spell that as '' or None."""
    return not getattr(event, "style", None)


def _place(event: Ereignis) -> Position:
    return Position(event.start_mark.line + 1, event.start_mark.column + 1)


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"
