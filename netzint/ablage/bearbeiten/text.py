"""The text under edit: LF inside, each line's own end kept, so that one file may hold CRLF and LF and stay so."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ABSTAND = re.compile(r"( *)#")


@dataclass(slots=True)
class Dokument:
    """A text and the ends of its lines."""

    text: str
    enden: list[str]
    neues_ende: str
    """How new lines end: like the first one."""

    @classmethod
    def of(cls, data: bytes) -> Dokument:
        """The bytes of a file that the strict reader has accepted."""
        raw = data.decode()
        enden = ["\r\n" if line.endswith("\r") else "\n" for line in raw.split("\n")[:-1]]
        return cls(raw.replace("\r\n", "\n"), enden, enden[0] if enden else "\n")

    def to_bytes(self) -> bytes:
        """The bytes to be written."""
        lines = self.text.split("\n")
        return "".join(line + ende for line, ende in zip(lines, [*self.enden, ""], strict=True)).encode()

    def splice(self, start: int, ende: int, neu: str) -> None:
        """Put ``neu`` in the place of what stands between two offsets."""
        first = self.text.count("\n", 0, start)
        last = first + self.text.count("\n", start, ende)
        self.enden[first:last] = [self.neues_ende] * neu.count("\n")
        self.text = self.text[:start] + neu + self.text[ende:]

    def splice_vor_kommentar(self, start: int, ende: int, neu: str, werteende: int) -> None:
        """The same in a line whose value ends at ``werteende``: a comment behind it keeps its column if it can."""
        match = _ABSTAND.match(self.text, werteende)
        abstand = len(match[1]) if match else 0
        weiter = len(neu) - (ende - start) if "\n" not in self.text[start:ende] + neu else 0
        neuer_abstand = abstand if abstand < 2 else max(2, abstand - weiter)
        self.splice(start, werteende + abstand, neu + self.text[ende:werteende] + " " * neuer_abstand)

    def insert_zeilen(self, ende: int, zeilen: list[str]) -> None:
        """New lines below the line that ends at ``ende``; a missing end of the last line stays missing."""
        block = "\n".join(zeilen)
        if ende < len(self.text):
            self.splice(ende + 1, ende + 1, block + "\n")
        else:
            self.splice(ende, ende, "\n" + block)

    def remove_zeilen(self, anfang: int, ende: int) -> None:
        """Take out whole lines, from the beginning of one to the end of another."""
        if ende < len(self.text):
            self.splice(anfang, ende + 1, "")
        else:
            self.splice(max(anfang - 1, 0), ende, "")

    def has_gemischte_enden(self, start: int, ende: int) -> bool:
        """Whether lines between two offsets end in other ways than new ones would."""
        first = self.text.count("\n", 0, start)
        return any(e != self.neues_ende for e in self.enden[first : first + self.text.count("\n", start, ende)])

    def find_zeilenanfang(self, stelle: int) -> int:
        """Where the line begins."""
        return self.text.rfind("\n", 0, stelle) + 1

    def find_zeilenende(self, stelle: int) -> int:
        """Where the line ends, in front of its line end."""
        ende = self.text.find("\n", stelle)
        return len(self.text) if ende < 0 else ende
