"""A small invented excerpt of the official register (GV100AD), in its fixed columns; and where the real one may lie."""

from __future__ import annotations

from pathlib import Path

AMTLICH = Path(__file__).parents[2] / "shared" / "daten" / "gv100ad_bw_2023-11-30.txt.xz"
STAND = "20231130"


def satz(art: str, schluessel: str, name: str, kennzeichen: str = "") -> str:
    """One record: type, day, key, name, mark, filled up to its width."""
    return f"{art}{STAND}{schluessel:<12}{name:<50}{'':<50}{kennzeichen:<2}{'':<96}"


def auszug() -> str:
    """Three Kreise that do not exist, their Gemeinden, what is no Kommune, and somebody from another Land."""
    return "\r\n".join(
        [
            satz("10", "08", "Baden-Württemberg"),
            satz("20", "089", "Reg.-Bez. Erfunden"),
            satz("40", "08997", "Musterburg, Stadtkreis", "42"),
            satz("50", "08997   0000", "Musterburg, Landeshauptstadt", "50"),
            satz("60", "08997000", "Musterburg, Landeshauptstadt", "62"),
            satz("40", "08998", "Musterland", "44"),
            satz("60", "08998002", "Übungen, Universitätsstadt", "67"),
            satz("40", "08999", "Modellkreis", "44"),
            satz("60", "08999001", "Musterstadt, Stadt", "63"),
            satz("60", "08999003", "Musterdorf", "64"),
            satz("60", "08999900", "Gutsbezirk Muster, gemeindefreies Gebiet", "66"),
            satz("60", "09999003", "Musterdorf a.Anderswo", "64"),
            "",
        ]
    )
