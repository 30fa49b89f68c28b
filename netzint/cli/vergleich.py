"""``netzint vergleich``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import tell_journal
from netzint.cli.optionen import Stand, Stichtag, Wurzel, Zeit, resolve_zeit
from netzint.cli.rendern import check_vorlagen
from netzint.cli.zieldatei import hand_out
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from datetime import date

    from netzint.ablage.cache.vergleiche import Antwort
    from netzint.berichte.bestandsvergleich import Vergleich
    from netzint.berichte.vergleichsseiten import Seite, Seiten

_KURZ = 4
"""So many digits of a commit's number git takes at least; what is shorter is a name."""


class Vergleichsformatwahl(StrEnum):
    """How a comparison is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


def vergleich(
    staende: Annotated[
        str, typer.Argument(metavar="[A..B]", show_default=False, help="Die beiden Stände, oder nur der ältere.")
    ] = "",
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Annotated[
        Vergleichsformatwahl, typer.Option("--format", case_sensitive=False, help="Die Form der Ausgabe.")
    ] = Vergleichsformatwahl.TEXT,
) -> None:
    """Zeigen, was sich zwischen zwei Ständen geändert hat, in Worten.

    A und B sind Tage (2026-12-03 oder 3.12.2026: was am Ende dieses Tages festgeschrieben war) oder Stände, die Git
    kennt (HEAD~1, ein Zweig, eine Commit-Nummer). A..B vergleicht A mit B, A...B den letzten gemeinsamen Stand von A
    und B mit B, A allein mit dem, was jetzt im Ordner liegt. Ohne Angabe: was noch nicht festgeschrieben ist.

    Zuerst Sitze und Quote, Beschlüsse, Regeln, Arbeitsgruppen, Empfehlungen, Sitzungen und der Rest; dann, was es mit
    Fristen und Befunden macht, am Stichtag. Personen stehen darin nur mit ihrer Kennung. --format markdown ist der
    Text für einen Änderungsantrag (Pull Request). Mit --stand gilt dieser Stand als der jetzige.
    """
    tell_journal(wurzel)
    zeit = resolve_zeit(wurzel, stichtag, stand)
    seiten = _find_seiten(wurzel, staende.strip(), zeit.commit)
    answer = _answer(wurzel, seiten, zeit)
    if form == Vergleichsformatwahl.MARKDOWN:
        hand_out(answer.markdown, "md")
    else:
        show_bericht(answer.bericht, form)


def _answer(wurzel: Path, seiten: Seiten, zeit: Zeit) -> Antwort:
    """From memory, if the same was asked before of two commits."""
    from netzint.ablage.cache.vergleiche import Antwort, Antworten

    alt, neu = seiten.alt.commit, seiten.neu.commit or zeit.commit or None
    antworten = Antworten(wurzel, alt, neu, f"{zeit.stichtag} {seiten}")
    known = antworten.find()
    if known is None:
        from netzint.ablage.lesen.ohne_gc import without_gc

        with without_gc():  # the models, too, are loaded faster so
            found = _compare(wurzel, (alt, neu), zeit.stichtag)
        from netzint.berichte.vergleichsbericht import build_bericht
        from netzint.berichte.vergleichsmarkdown import build_markdown

        known = Antwort(build_bericht(found, seiten), build_markdown(found, seiten))
        antworten.keep(known)
    return known


def _compare(wurzel: Path, commits: tuple[str, str | None], stichtag: date) -> Vergleich:
    from netzint.ablage.lesen.staende import judge_staende, read_staende
    from netzint.berichte.bestandsvergleich import compare_staende

    staende = read_staende(wurzel, *commits)
    befunde = judge_staende(wurzel, *commits, stichtag, check_vorlagen)
    alt_bestand, neu_bestand = staende.alt.bestand, staende.neu.bestand
    return compare_staende(alt_bestand, neu_bestand, *befunde, stichtag, paare=staende.paare, weitere=staende.dateien)


def _find_seiten(wurzel: Path, text: str, jetzt: str) -> Seiten:
    """What is compared with what. Without ``..`` the newer side is what lies in the folder, or the Stand asked for."""
    from netzint.ablage import gitlesen
    from netzint.berichte.vergleichsseiten import Seite, Seiten

    kopf = jetzt or gitlesen.head(wurzel)
    if not kopf:
        text = "Hier ist noch nichts festgeschrieben; es gibt nichts, womit verglichen werden könnte."
        raise NetzintFehler(text, "Zuerst: netzint festschreiben", Ausgang.AUFRUF)
    left, dots, right = _split(text)
    old = _resolve(wurzel, left, kopf)
    if not dots:
        return Seiten(_name(wurzel, old, left), Seite("jetziger Stand"))
    new = _resolve(wurzel, right, kopf)
    if dots == "...":
        old = gitlesen.merge_base(wurzel, old, new)
    back = gitlesen.is_frueher(wurzel, new, old)
    return Seiten(_name(wurzel, old, left if dots == ".." else ""), _name(wurzel, new, right), back)


def _resolve(wurzel: Path, name: str, kopf: str) -> str:
    from netzint.ablage import gitlesen

    try:
        return gitlesen.resolve_stand(wurzel, name or "HEAD", kopf)
    except NetzintFehler as fehler:
        if "--stichtag" not in fehler.hinweis:
            raise
        hinweis = "Einen Tag nennen, an dem schon etwas festgeschrieben war, oder den ersten Commit."
        raise NetzintFehler(fehler.text, hinweis, fehler.ausgang) from fehler


def _split(text: str) -> tuple[str, str, str]:
    dots = "..." if "..." in text else ".." if ".." in text else ""
    left, _, right = text.partition(dots) if dots else (text, "", "")
    return left.strip(), dots, right.strip()


def _name(wurzel: Path, commit: str, gesagt: str = "") -> Seite:
    """``main (fc000f9a9f vom 22. November 2026)``; the commit alone where nothing else was said."""
    from netzint.ablage import gitlesen
    from netzint.berichte.vergleichsseiten import Seite
    from netzint.modell.sprache import datum

    name = f"{commit[:10]} vom {datum(gitlesen.committer_date(wurzel, commit))}"
    is_number = len(gesagt) >= _KURZ and commit.startswith(gesagt)
    return Seite(f"{gesagt} ({name})" if gesagt and not is_number else name, commit)
