"""The example with a word of its own in every place, and flags that say which of them the public may read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from itertools import count
from typing import Any, NamedTuple
from zipfile import ZipFile

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.beschluss import Namentlich
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.grund import Berichtigung
from netzint.modell.sitzung import Absetzung, Gast, Sitzung, Tagesordnungspunkt
from netzint.recht.siegel import siegel
from tests.beispiel import read_beispiel

SITZUNG = "sg-2026-02"
BASIS = read_beispiel()
TOPS = len(BASIS.sitzungen[SITZUNG].tagesordnung)
VORLAGEN = ("bv-2026-006", "bv-2026-007", "bv-2026-008")
LEUTE = tuple(sorted(BASIS.mitglieder))


class Fall(NamedTuple):
    """A Bestand, and the words in it by what they belong to."""

    bestand: Bestand
    tops: tuple[tuple[str, ...], ...]
    vorlagen: Mapping[str, tuple[str, ...]]
    leute: Mapping[str, str]
    empfehlungen: Mapping[str, tuple[str, ...]]
    nie: tuple[str, ...]
    """What no flag makes public."""


class _Worte:
    """Words that stand nowhere else, and that no program hyphenates."""

    def __init__(self) -> None:
        self._next = count(1000)

    def one(self) -> str:
        return f"qz{next(self._next)}"

    def some(self, number: int) -> tuple[str, ...]:
        return tuple(self.one() for _ in range(number))


def build(tops: tuple[bool, ...], vorlagen: tuple[bool, ...], leute: frozenset[str]) -> Fall:
    """The Sitzung with these TOPs, Vorlagen and people public; everything else is not."""
    worte = _Worte()
    sitzung = BASIS.sitzungen[SITZUNG]
    hes = {kennung: worte.some(6) for kennung in BASIS.empfehlungen}
    empfehlungen = {kennung: _empfehlung(BASIS.empfehlungen[kennung], words) for kennung, words in hes.items()}
    top_words = tuple(worte.some(4) for _ in tops)
    pairs = zip(sitzung.tagesordnung, top_words, tops, strict=True)
    nie = worte.some(7)
    new = [_top(top, words, empfehlungen, flag=flag) for top, words, flag in pairs]
    papers = {kennung: worte.some(6) for kennung in VORLAGEN}
    names = {kennung: worte.one() for kennung in LEUTE}
    entries: list[Any] = [*empfehlungen.values(), _sitzung(sitzung, new, nie)]
    for kennung, flag in zip(VORLAGEN, vorlagen, strict=True):
        entries.append(_vorlage(kennung, papers[kennung], flag=flag))
    entries += [_person(kennung, names[kennung], flag=kennung in leute) for kennung in LEUTE]
    others = (s for s in BASIS.sitzungen.values() if s.kennung != SITZUNG)
    entries += [s.model_copy(update={"tagesordnung": tuple(_closed(t) for t in s.tagesordnung)}) for s in others]
    return Fall(BASIS.replaced(entries), top_words, papers, names, hes, nie)


def _closed(top: Tagesordnungspunkt) -> Tagesordnungspunkt:
    return top.model_copy(update={"oeffentlich": False})


def _empfehlung(entry: Empfehlung, words: tuple[str, ...]) -> Empfehlung:
    names = ("wortlaut", "massnahme", "pruefbar")
    fassungen = tuple(
        f.model_copy(update=dict(zip(names, words[1:4], strict=True)) | {"pruefbar": f"{words[3]}"})
        for f in entry.fassungen
    )
    return entry.model_copy(update={"titel": words[0], "fassungen": fassungen, "begruendung": words[4]})


def _top(
    top: Tagesordnungspunkt,
    words: tuple[str, ...],
    empfehlungen: Mapping[str, Empfehlung],
    *,
    flag: bool,
) -> Tagesordnungspunkt:
    votes = []
    for vote in top.beschluesse:
        named = Namentlich(ja=("ministerium-1",), nein=("gemeindetag-1",))
        update: dict[str, Any] = {"befangen": ("staedtetag-1",), "namentlich": named}
        if isinstance(vote.antrag, EmpfehlungAntrag) and vote.siegel:
            numbers = vote.antrag.vorgelegt
            sealed = [empfehlungen[he].fassung(nr) for he, nr in numbers.items()]
            update["siegel"] = tuple(siegel(f) for f in sealed if f is not None)
        votes.append(vote.model_copy(update=update))
    return top.model_copy(
        update={
            "titel": words[0],
            "weil": words[1],
            "verlauf": words[2],
            "abgesetzt": Absetzung(am=BASIS.sitzungen[SITZUNG].datum, grund=words[3]) if not votes else None,
            "oeffentlich": flag,
            "beschluesse": tuple(votes),
        }
    )


def _sitzung(sitzung: Sitzung, tops: list[Tagesordnungspunkt], nie: tuple[str, ...]) -> Sitzung:
    assert sitzung.einladung is not None
    assert sitzung.niederschrift is not None
    corrected = Berichtigung(zu="ort", am=sitzung.datum, statt=nie[3], grund=nie[4])
    return sitzung.model_copy(
        update={
            "tagesordnung": tuple(tops),
            "ort": f"https://{nie[0]}.example",
            "einladung": sitzung.einladung.model_copy(update={"grund": nie[1]}),
            "gaeste": (Gast(stelle=None, mitglied=None, funktion=nie[2]),),
            "niederschrift": sitzung.niederschrift.model_copy(update={"genehmigt": "sg-2026-03/niederschrift"}),
            "berichtigungen": (corrected,),
        }
    )


def _vorlage(kennung: str, words: tuple[str, ...], *, flag: bool) -> Any:
    update = {
        "betreff": words[0],
        "sachverhalt": words[1],
        "begruendung": words[2],
        "finanzielle_auswirkungen": words[3],
        "anlagen": (words[4],),
        "beschlussvorschlag": (words[5],),
        "berichterstattung": "ministerium-1",
        "oeffentlich": flag,
    }
    return BASIS.beschlussvorlagen[kennung].model_copy(update=update)


def _person(kennung: str, word: str, *, flag: bool) -> Any:
    return BASIS.mitglieder[kennung].model_copy(update={"name": word, "titel": None, "oeffentlich": flag})


def list_secrets(fall: Fall) -> set[str]:
    """The words that no document for the public may have."""
    found = set(fall.nie)
    top_of = {}
    shown: set[str] = set()
    for top, words in zip(fall.bestand.sitzungen[SITZUNG].tagesordnung, fall.tops, strict=True):
        top_of[top.kennung] = top
        found |= set() if top.oeffentlich else set(words)
        antraege = [vote.antrag for vote in top.beschluesse]
        if top.oeffentlich:
            shown |= {he for a in antraege if isinstance(a, EmpfehlungAntrag) for he in a.empfehlungen}
    for kennung, words in fall.vorlagen.items():
        paper = fall.bestand.beschlussvorlagen[kennung]
        found |= set() if paper.oeffentlich else {*words, kennung.upper()}
        if paper.oeffentlich and isinstance(paper.antrag, EmpfehlungAntrag):
            shown |= set(paper.antrag.empfehlungen)
    for kennung, words in fall.empfehlungen.items():
        found |= set() if kennung in shown else set(words)
    return found | {word for kennung, word in fall.leute.items() if not fall.bestand.mitglieder[kennung].oeffentlich}


def read_words(name: str, data: bytes) -> str:
    """All that somebody finds who opens a file, and all that stands in its properties and attachments."""
    if name.endswith(".pdf"):
        return _read_pdf(data)
    if name.endswith((".docx", ".odt", ".zip")):
        with ZipFile(BytesIO(data)) as package:
            return "\n".join(read_words(part, package.read(part)) for part in package.namelist())
    text = data.decode("utf-8", "ignore")
    return f"{text}\n{re.sub('<[^>]*>', '', text)}" if name.endswith((".xml", ".html")) else text


def _read_pdf(data: bytes) -> str:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    attached = [content.decode() for contents in reader.attachments.values() for content in contents]
    pages = [page.extract_text() for page in reader.pages]
    return "\n".join([*pages, *attached, str(reader.metadata), str(reader.xmp_metadata)])
