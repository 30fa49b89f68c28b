"""Whether a Sitzung has a quorum, TOP by TOP, before anything is voted on."""

from __future__ import annotations

from itertools import groupby

from netzint.modell.antrag import SonstigerAntrag
from netzint.modell.beschluss import Beschluss
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import anzahl
from netzint.recht.abstimmung import tell_beschlussfaehigkeit
from netzint.regeln.stimmrecht import Stimmlage, compute_stimmlage

_PROBE = Beschluss(kennung="probe", antrag=SonstigerAntrag(art="sonstiges"), ergebnis="vertagt")
"""A vote of which nothing but who could take part is asked."""


def list_stimmlagen_je_top(bestand: Bestand, sitzung: Sitzung) -> tuple[Stimmlage, ...]:
    """Who could vote at each TOP; nothing where that cannot be told (no attendance list, no Geschäftsordnung)."""
    found = (compute_stimmlage(bestand, sitzung, top, _PROBE) for top in sitzung.tagesordnung)
    return tuple(stimmlage for stimmlage in found if stimmlage is not None)


def tell_faehigkeit(bestand: Bestand, sitzung: Sitzung) -> tuple[str, ...]:
    """German sentences: whether there is a quorum, how many are missing, and from which TOP on it is otherwise."""
    if sitzung.gremium != STRATEGIEGRUPPE:
        here = anzahl(len(sitzung.anwesend), "Person ist", "Personen sind")
        return (f"{here} da; in einer Arbeitsgruppe gilt keine Beschlussfähigkeit.",)
    fassung = bestand.fassung(sitzung.datum)
    lagen = list_stimmlagen_je_top(bestand, sitzung)
    if fassung is None or not lagen:
        return ()
    recht = fassung.strategiegruppe.beschlussfaehigkeit
    numbered = list(enumerate(lagen))
    runs = [[nr for nr, _ in run] for _, run in groupby(numbered, key=lambda pair: _kind(pair[1]))]
    told = [tell_beschlussfaehigkeit(lagen[run[0]].lage, recht) for run in runs]
    numbers = [top.nummer or str(nr) for nr, top in enumerate(sitzung.tagesordnung, 1)]
    later = [f"{_name(numbers, run)}: {text}" for run, text in zip(runs[1:], told[1:], strict=True)]
    return (told[0], *later)


def _kind(stimmlage: Stimmlage) -> tuple[int, bool]:
    return stimmlage.lage.anwesend, stimmlage.lage.zweite_ladung


def _name(numbers: list[str], run: list[int]) -> str:
    first, last = numbers[run[0]], numbers[run[-1]]
    return f"Bei TOP {first}" if first == last else f"Bei TOP {first} bis {last}"
