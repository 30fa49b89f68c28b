"""How long one more document takes inside a process that has made one already."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.leistung.messgeraet import Aufruf

_PROGRAMM = """
import sys, time
from pathlib import Path
from statistics import median
from netzint.dokumente.arten import ALLE
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.pipeline import Vorlagen, render
vorlagen = Vorlagen.decode({p.name: p.read_bytes() for p in Path(sys.argv[1]).iterdir()})
kopf = Kopf("sg-2026-03", "Netzwerk Integration", datum="2026-11-12")
times = []
for nr in range(31):
    start = time.perf_counter()
    render(vorlagen, "niederschrift", ALLE["niederschrift"].example(), kopf, [sys.argv[2]])
    times.append(time.perf_counter() - start)
print(median(times[1:]))
"""
VORLAGEN = Path(__file__).parents[2] / "vorlagen"


def one_more(form: str) -> Aufruf:
    """The median seconds of the same Niederschrift in a format, without the first."""
    return Aufruf((sys.executable, "-c", _PROGRAMM, str(VORLAGEN), form), eigene_uhr=True)
