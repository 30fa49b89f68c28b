"""One smallest file for each code of the reader, and where it is to be found."""

from __future__ import annotations

from typing import NamedTuple

from netzint.ablage.leser.bau import MAX_KNOTEN
from netzint.ablage.leser.zeichen import MAX_BYTES


class Fall(NamedTuple):
    code: str
    data: bytes
    zeile: int
    spalte: int


def _fall(code: str, text: str, zeile: int, spalte: int) -> Fall:
    return Fall(code, text.encode(), zeile, spalte)


FAELLE: tuple[Fall, ...] = (
    Fall("L101", b"a: " + b"x" * MAX_BYTES, 1, 1),
    Fall("L102", "name: A\nort: Köln\n".encode("latin-1"), 2, 7),
    Fall("L102", "name: Köln\n".encode("utf-16"), 1, 1),
    Fall("L102", "ö: Köln\n".encode("utf-16-be"), 1, 1),
    Fall("L102", "name: Köln\n".encode("utf-16-le"), 1, 1),
    Fall("L102", b"name: \xc3", 1, 7),
    Fall("L102", b"name: \xed\xa0\x80", 1, 7),
    Fall("L103", b"\xef\xbb\xbfname: A\n", 1, 1),
    Fall("L104", b"", 1, 1),
    Fall("L104", b" \n\n", 1, 1),
    Fall("L104", b"# nur ein Kommentar\n", 1, 1),
    _fall("L111", "name: A\x00B\n", 1, 8),
    _fall("L112", "name: A\x1bB\n", 1, 8),
    _fall("L112", "name: A\x7fB\n", 1, 8),
    _fall("L112", "name: A\x9bB\n", 1, 8),
    _fall("L113", "name: Ä\u200bB\n", 1, 8),
    _fall("L113", "name: A\u00adB\n", 1, 8),
    _fall("L113", "name: A\u202eB\n", 1, 8),
    _fall("L113", "name: A\ufeffB\n", 1, 8),
    _fall("L113", "name: A\U000e0041B\n", 1, 8),
    _fall("L114", "name: A\ue000B\n", 1, 8),
    _fall("L114", "name: A\uffffB\n", 1, 8),
    _fall("L114", "name: A\U0001fffeB\n", 1, 8),
    _fall("L115", "name: A\u2028B\n", 1, 8),
    _fall("L115", "name: A\u0085B\n", 1, 8),
    _fall("L115", "name: A\x0cB\n", 1, 8),
    _fall("L116", "a:\n\tb: c\n", 2, 1),
    _fall("L116", "a: b\tc\n", 1, 5),
    _fall("L117", "ort: Ko\u0308ln\n", 1, 7),
    _fall("L118", "name: A\rort: B\n", 1, 8),
    _fall("L119", "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> andere\n", 1, 1),
    _fall("L119", "a: 1\n||||||| basis\n", 2, 1),
    _fall("L201", "name: !!str A\n", 1, 7),
    _fall("L201", "name: !!python/object/apply:os.system [echo]\n", 1, 7),
    _fall("L201", 'name: ! "A"\n', 1, 7),
    _fall("L202", "name: &a A\n", 1, 7),
    _fall("L203", "a: &x b\nc: *x\n", 2, 4),
    _fall("L203", "c: *nirgends\n", 1, 4),
    _fall("L204", "a: b\n<<: {c: d}\n", 2, 1),
    _fall("L205", "%YAML 1.1\n---\na: b\n", 1, 1),
    _fall("L205", "# Kommentar\n%TAG ! tag:x\n---\na: b\n", 2, 1),
    _fall("L205", "a: b\n%YAML 1.1\n", 2, 1),
    _fall("L205", "a: |\n  b\n%c: d\n", 3, 1),
    _fall("L205", "a: [b,\n%c]\n", 2, 1),
    _fall("L206", "---\na: b\n", 1, 1),
    _fall("L206", "a: b\n...\n", 2, 1),
    _fall("L207", "a: b\n---\nc: d\n", 2, 1),
    _fall("L208", "? a\n: b\n", 1, 1),
    _fall("L208", "a: {? b : c}\n", 1, 5),
    _fall("L208", "[a]: b\n", 1, 1),
    _fall("L208", "x:\n  {a: b}: c\n", 2, 3),
    _fall("L301", 'name: "offen\n', 2, 1),
    _fall("L301", "name: A: B\n", 1, 8),
    _fall("L301", "name: @A\n", 1, 7),
    _fall("L301", "a: [b\n", 2, 1),
    _fall("L301", "a: b\n c: d\n", 2, 3),
    _fall("L301", 'a: "\\q"\n', 1, 6),
    _fall("L301", 'a: "\\UFFFFFFFF"\n', 1, 7),
    _fall("L301", "a: !%FF b\n", 1, 5),
    _fall("L301", "a: |#x\n  b\n", 1, 5),
    _fall("L302", "name: A\nort: B\nname: C\n", 3, 1),
    _fall("L302", "a: {b: c, b: d}\n", 1, 11),
    _fall("L303", "a: " + "[" * 17 + "]" * 17 + "\n", 1, 19),
    _fall("L303", "a: " + "[" * 100_000, 1, 19),
    _fall("L303", "a: " + "{b: " * 60_000, 1, 64),
    _fall("L304", "a: [" + "x, " * MAX_KNOTEN + "x]\n", 1, 5 + 3 * (MAX_KNOTEN - 3)),
    _fall("L305", "- a\n", 1, 1),
    _fall("L305", "nur Text\n", 1, 1),
    _fall("L306", "name:\nort: B\n", 1, 1),
    _fall("L306", "a:\n  - b\n  -\n", 2, 3),
    _fall("L306", "a: {b: }\n", 1, 5),
    _fall("L307", "name: ~\n", 1, 7),
    _fall("L308", 'name: "A\\u200bB"\n', 1, 7),
    _fall("L308", 'name: "A\\tB"\n', 1, 7),
    _fall("L308", 'name: "A\\0B"\n', 1, 7),
    _fall("L308", 'name: "u\\u0308"\n', 1, 7),
    _fall("L309", "a: |\n \n  b\n", 3, 3),
    _fall("L401", "a: {b: Frau Beispiel}\n", 1, 8),
    _fall("L401", "a: [Stuttgart]\n", 1, 5),
    *(
        _fall("L402", f"a: {wert}\n", 1, 4)
        for wert in (
            *("yes", "no", "NO", "on", "off", "true", "null", "y", "N", "="),
            *("0123", "01067", "08999001", "1_000", "0x1F", "0o17", "0b1", "+5"),
            *("1.10", ".5", "1.", "1e3", ".inf", "-.INF", ".nan", "14:30", "1:20:30", "2026-12-03 10:00:00"),
        )
    ),
    _fall("L402", "a: [no]\n", 1, 5),
    _fall("L402", "no: 1\n", 1, 1),
    _fall("L403", "a: {link: https://a.example}\n", 1, 11),
    _fall("L403", "a: {b:c}\n", 1, 5),
)
