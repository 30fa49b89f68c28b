"""How long a PDF takes in a bundle of many, and how long Typst alone takes for the same trees.

``python -m tests.leistung.satzzeit ZAHL`` prints the mean seconds of both: Typst with the plainest layout there is
(same data, same fonts, same standards, but no letterhead, heads, feet or widths), and the whole writer.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import typst

from netzint.dokumente.arten import ALLE
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.manuskript import Satz
from netzint.dokumente.pdf import write_pdf
from netzint.dokumente.pipeline import Vorlagen, compose
from netzint.dokumente.satzdaten import make_daten
from tests.leistung.dokumentzeit import VORLAGEN
from tests.leistung.messgeraet import Aufruf

SCHRIFTEN = Path(__file__).parents[2] / "netzint" / "mitgeliefert" / "schriften"
_NACKT = """
#let daten = json(bytes(sys.inputs.daten))
#set document(title: daten.titel, date: datetime(year: 2026, month: 1, day: 1))
#set text(font: "Source Sans 3", lang: "de")
#let zeile(z) = for s in z {
  if type(s) == str { s } else if s.first() == "umbruch" { linebreak() }
  else if s.first() == "stark" { strong(zeile(s.at(1))) } else if s.first() == "betont" { emph(zeile(s.at(1))) }
  else if s.first() == "verweis" { link(s.at(1), zeile(s.at(2))) }
  else if s.first() == "silben" { zeile(s.at(1)) } else { s.at(1).join() }
}
#let bloecke(l) = for b in l {
  if b.art == "absatz" { par(zeile(b.inhalt)) }
  else if b.art == "ueberschrift" { heading(level: b.ebene, zeile(b.inhalt)) }
  else if b.art == "tabelle" {
    table(columns: b.kopf.len(), table.header(..b.kopf.map(zeile)), ..b.zeilen.join(default: ()).map(zeile))
  }
  else if b.art == "punkte" { list(..b.punkte.map(bloecke)) }
  else if b.art == "nummern" { enum(start: b.beginn, ..b.punkte.map(bloecke)) }
  else if b.art == "zitat" { quote(block: true, bloecke(b.inhalt)) }
  else { pdf.artifact(line(length: 100%)) }
}
#for teil in ("briefkopf", "anschrift", "infoblock", "rumpf", "schluss", "fuss") { bloecke(daten.at(teil)) }
"""
_WORTE = re.compile(r"\b(der|des|und|am|vom|in|TOP|Sitzung|Frau|Herr|offen|BV|HE)\b")
"""Behind these each document has its number: what is laid out once need not be laid out again."""
_TAG = datetime(2026, 1, 1, tzinfo=UTC)


def buendel(zahl: int) -> Aufruf:
    """The program that measures both; it prints two figures."""
    return Aufruf((sys.executable, "-m", "tests.leistung.satzzeit", str(zahl)), Path(__file__).parents[2])


def _make_saetze(zahl: int) -> Iterator[Satz]:
    """Documents of all kinds, no two with the same words."""
    vorlagen = Vorlagen.decode({pfad.name: pfad.read_bytes() for pfad in VORLAGEN.iterdir() if pfad.is_file()})
    for nr, art in enumerate(islice(cycle(ALLE.values()), zahl)):
        kopf = Kopf(f"x-{nr}", f"Netzwerk {nr}", f"X-{nr}", datum="2026-11-12")
        satz, _ = compose(vorlagen, art.name, art.example(), kopf)
        markdown = _WORTE.sub(rf"\g<0> {nr}", satz.markdown)
        yield satz._replace(baum=parse_baum(markdown), markdown=markdown)


def _bare(compiler: typst.Compiler, satz: Satz) -> None:
    data = json.dumps(make_daten(satz.baum, satz.kopf, satz.markdown), ensure_ascii=False)
    compiler.compile_with_warnings(
        input=_NACKT.encode(), format="pdf", sys_inputs={"daten": data}, pdf_standards=["ua-1", "a-3a"], timestamp=_TAG
    )


def _clock(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def main() -> None:
    """Measure both in turn, so that a busy moment meets both; the first one of each kind is not counted."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(SCHRIFTEN)])
    bare = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
    zahl = int(sys.argv[1])
    saetze = _make_saetze(zahl + len(ALLE))
    times = [(_clock(partial(_bare, bare, satz)), _clock(partial(write_pdf, satz))) for satz in saetze][len(ALLE) :]
    sys.stdout.write(" ".join(str(sum(column) / zahl) for column in zip(*times, strict=True)) + "\n")


if __name__ == "__main__":
    main()
