"""Random files of our dialect, written as untidily as people can: comments, blank lines and quotes everywhere."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

NAMEN = ["name", "titel", "von", "bis", "mandate", "stelle", "rolle", "verlauf", "e_mail", '"mit Leerzeichen"', "'x'"]
WORTE = [
    "ja",
    "nein",
    "2026-03-12",
    "17",
    "staedtetag",
    "sg-2026-01/he-2026-02",
    "Erika Beispiel",
    "Ö – „Ä“",
    "a#b",
    "x:y",
]
IN_KLAMMERN = ["ja", "2026-03-12", "17", "staedtetag", "sg-2026-01/x", '"Köln, Rathaus"', "'08'", '"a # b"', '"10:00"']
EINZEILIG = [*WORTE, '"Köln: Rathaus"', "'it''s # so'", '"08999001"', '"a \\"b\\" \\\\ ü"', "https://a.example"]
ABSAETZE = ["Erste Zeile", "  eingerückt", "b: Zeile # kein Kommentar", "- Punkt", "# Raute", "Ende 😀", "", "„Z“  "]


class Schreiber:
    """Writes one file; each comment carries a number of its own."""

    def __init__(self, rnd: Random) -> None:
        self.rnd = rnd
        self.zeilen: list[str] = []
        self.nummer = 0

    def write(self) -> bytes:
        self._zuordnung(0, 0)
        if self._selten():
            self._kommentarzeile(self.rnd.choice([0, 1]))
        ende = self.rnd.choice(["\n", "\n", "\n", "\r\n"])
        text = ende.join(self.zeilen) + (ende if self.rnd.random() < 0.8 else "")
        if self.rnd.random() < 0.1:
            text = text.replace("\n", "\r\n", 1)
        return text.replace("\r\r", "\r").encode()

    def _selten(self, anteil: float = 0.2) -> bool:
        return self.rnd.random() < anteil

    def _kommentar(self) -> str:
        self.nummer += 1
        return f"# Kommentar {self.nummer}."

    def _kommentarzeile(self, spalte: int) -> None:
        self.zeilen.append(" " * spalte + self._kommentar())

    def _dahinter(self) -> str:
        return " " * self.rnd.choice([1, 2, 9]) + self._kommentar() if self._selten() else ""

    def _davor(self, spalte: int) -> None:
        while self._selten():
            if self._selten(0.3):
                self.zeilen.append("")
            else:
                self._kommentarzeile(self.rnd.choice([spalte, spalte, max(0, spalte - 2)]))

    def _zuordnung(self, spalte: int, tiefe: int, kopf: str = "") -> None:
        namen = self.rnd.sample(NAMEN, self.rnd.randint(1, 4))
        for nr, name in enumerate(namen):
            if nr or not kopf:
                self._davor(spalte)
            self._wert((kopf if not nr and kopf else " " * spalte) + f"{name}:", spalte, tiefe)

    def _liste(self, spalte: int, tiefe: int) -> None:
        for _ in range(self.rnd.randint(1, 3)):
            self._davor(spalte)
            strich = " " * spalte + "-"
            if tiefe < 3 and self._selten(0.4):
                abstand = self.rnd.choice([1, 1, 3])
                self._zuordnung(spalte + 1 + abstand, tiefe + 1, strich + " " * abstand)
            elif tiefe < 3 and self._selten(0.1):
                self.zeilen.append(strich + self._dahinter())
                self._zuordnung(spalte + 2, tiefe + 1)
            else:
                self._wert(strich, spalte, 4)

    def _wert(self, kopf: str, spalte: int, tiefe: int) -> None:
        art = self.rnd.random()
        if tiefe < 3 and art < 0.2:
            self.zeilen.append(kopf + self._dahinter())
            self._zuordnung(spalte + self.rnd.choice([2, 2, 4]), tiefe + 1)
        elif tiefe < 3 and art < 0.4:
            self.zeilen.append(kopf + self._dahinter())
            self._liste(spalte + self.rnd.choice([0, 2, 2]), tiefe + 1)
        elif art < 0.55:
            self._prosa(kopf, spalte)
        elif art < 0.75:
            self._klammer(kopf, spalte)
        elif art < 0.8:
            self.zeilen += [f"{kopf} Text über", " " * (spalte + 2) + "zwei Zeilen" + self._dahinter()]
        elif art < 0.83:
            self.zeilen += [f'{kopf} "Text über', " " * (spalte + 2) + 'zwei Zeilen"' + self._dahinter()]
        else:
            self.zeilen.append(f"{kopf} {self.rnd.choice(EINZEILIG)}{self._dahinter()}")

    def _prosa(self, kopf: str, spalte: int) -> None:
        stufe = self.rnd.choice([2, 2, 3])
        absaetze = [self.rnd.choice(ABSAETZE) for _ in range(self.rnd.randint(1, 4))]
        erster = next((a for a in absaetze if a), "")
        ziffer = str(stufe) if erster.startswith(" ") or self._selten(0.1) else ""
        self.zeilen.append(
            f"{kopf} {self.rnd.choice('|||>')}{ziffer}{self.rnd.choice(['', '', '-', '+'])}{self._dahinter()}"
        )
        self.zeilen += [" " * (spalte + stufe) + absatz if absatz else "" for absatz in absaetze]

    def _klammer(self, kopf: str, spalte: int) -> None:
        trenner = self.rnd.choice(
            [", ", ", ", ",", f",\n{' ' * (spalte + 2)}", f", # K{self.nummer}.\n{' ' * (spalte + 3)}"]
        )
        text = self._flach(trenner, 0)
        self.zeilen += f"{kopf} {text}{self._dahinter()}".split("\n")

    def _flach(self, trenner: str, tiefe: int) -> str:
        def einzeln() -> str:
            return self._flach(", ", tiefe + 1) if tiefe < 2 and self._selten() else self.rnd.choice(IN_KLAMMERN)

        if self._selten(0.5):
            return "[" + trenner.join(einzeln() for _ in range(self.rnd.randint(0, 3))) + "]"
        namen = self.rnd.sample(NAMEN[:8], self.rnd.randint(0, 3))
        return "{" + trenner.join(f"{name}: {einzeln()}" for name in namen) + "}"


def dateien() -> st.SearchStrategy[bytes]:
    """Whole files, all of which the strict reader takes."""
    return st.integers(0, 2**32).map(lambda seed: Schreiber(Random(seed)).write())


_ZEICHEN = st.sampled_from("abzäöüßÄ „“–…'\"#:-,?&*!|>%@`[]{}=<~\\/0123456789.+_€😀\n\n  ")
TEXTE = st.one_of(
    st.text(_ZEICHEN, max_size=40),
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters="\n"), max_size=20),
    st.sampled_from(
        ["", "yes", "No", "null", "~", "08", "1.10", "14:30", "2026-12-03", "- a", "a: b", "a #b", "\n", "a\n\n"]
    ),
    st.sampled_from(
        ["a\nb", "a\nb\n", "\na\n", " a\nb\n", "a  \nb \n", "a\n \nb\n", "a\n  ", "---\n...\n", "x" * 3000]
    ),
)
"""What a field may hold, and everything that is dangerous in YAML."""
