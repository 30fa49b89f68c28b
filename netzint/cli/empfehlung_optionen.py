"""The options of a wording and of a report, shared by the commands of Empfehlungen and by Abstimmungen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netzint.cli import eingabe, fragen
from netzint.cli.aufruffehler import Angabefehler
from netzint.cli.ausgabe import show
from netzint.cli.optionen import prosa_option, text_option
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sprache import fold

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

    from netzint.vorgaenge.empfehlung_wortlaut import Adressatangabe, Wortlaut

Wortlautoption = Annotated[str | None, prosa_option("--wortlaut", hilfe="Die Empfehlung selbst.")]
Massnahme = Annotated[str | None, prosa_option("--massnahme", hilfe="Die konkrete Maßnahme.")]
Pruefbar = Annotated[str | None, text_option("--pruefbar", hilfe="Woran man die Umsetzung erkennt; eine Zeile.")]
Federfuehrend = Annotated[
    str | None,
    text_option(
        "--federfuehrend",
        hilfe="Die federführende Stelle, auf Wunsch mit Frist: ministerium:2027-06-30.",
        metavar="STELLE[:FRIST]",
    ),
]
PflichtWortlaut = Annotated[str | None, prosa_option("--wortlaut", hilfe="Die Empfehlung selbst.", pflicht=True)]
PflichtMassnahme = Annotated[str | None, prosa_option("--massnahme", hilfe="Die konkrete Maßnahme.", pflicht=True)]
PflichtPruefbar = Annotated[
    str | None, text_option("--pruefbar", hilfe="Woran man die Umsetzung erkennt; eine Zeile.", pflicht=True)
]
PflichtFederfuehrend = Annotated[
    str | None,
    text_option(
        "--federfuehrend",
        hilfe="Die federführende Stelle, auf Wunsch mit Frist: ministerium:2027-06-30.",
        metavar="STELLE[:FRIST]",
        pflicht=True,
    ),
]
Beteiligt = Annotated[
    list[str] | None,
    text_option("--beteiligt", hilfe="Eine beteiligte Stelle, ebenso. Mehrmals möglich.", metavar="STELLE[:FRIST]"),
]
Ohne = Annotated[
    list[str] | None,
    text_option("--ohne-stelle", hilfe="Diese Stelle ist nicht mehr Adressat. Mehrmals möglich.", metavar="STELLE"),
]


def parse_adressat(text: str) -> Adressatangabe:
    """``ministerium:30.6.2027`` as Stelle and Frist; a colon in a name is no Frist."""
    from netzint.vorgaenge.empfehlung_wortlaut import Adressatangabe

    stelle, doppelpunkt, frist = text.rpartition(":")
    if not doppelpunkt or not any(zeichen.isdigit() for zeichen in frist):
        return Adressatangabe(text)
    try:
        return Adressatangabe(stelle.strip(), eingabe.parse_datum(frist))
    except eingabe.Eingabefehler as fehler:
        raise Angabefehler(f"Bei „{text}“: {fehler}") from fehler


def build_wortlaut(
    wortlaut: str | None = None,
    massnahme: str | None = None,
    pruefbar: str | None = None,
    federfuehrend: str | None = None,
    beteiligt: Collection[str] | None = None,
    ohne: Collection[str] | None = None,
) -> Wortlaut:
    """What was typed for a wording."""
    from netzint.vorgaenge.empfehlung_wortlaut import Wortlaut

    leading = parse_adressat(federfuehrend) if federfuehrend else None
    others = tuple(parse_adressat(text) for text in beteiligt or ())
    return Wortlaut(wortlaut, massnahme, pruefbar, leading, others, tuple(ohne or ()))


def ask_wortlaut(wortlaut: Wortlaut) -> Wortlaut:
    """Ask for what a first Fassung needs and was not given."""
    leading = wortlaut.federfuehrend
    return wortlaut._replace(
        wortlaut=wortlaut.wortlaut or fragen.ask_prosa("Wortlaut der Empfehlung", option="--wortlaut"),
        massnahme=wortlaut.massnahme or fragen.ask_prosa("Konkrete Maßnahme", option="--massnahme"),
        pruefbar=wortlaut.pruefbar or fragen.ask_text("Woran erkennt man die Umsetzung", option="--pruefbar"),
        federfuehrend=leading
        or parse_adressat(fragen.ask_text("Federführende Stelle, auf Wunsch mit :FRIST", option="--federfuehrend")),
    )


def ask_fassung(wurzel: Path, kennung: str, wortlaut: Wortlaut) -> Wortlaut:
    """What is to be other in a new Fassung, asked at a terminal where nothing was said; the last one is shown."""
    from netzint.vorgaenge.empfehlung_wortlaut import Wortlaut

    if wortlaut != Wortlaut() or not fragen.is_dialog():
        return wortlaut
    from netzint.cli.heute import today
    from netzint.cli.lesen import read_head
    from netzint.modell.finden import find_empfehlung

    last = find_empfehlung(read_head(wurzel, today()).bestand, kennung).fassungen[-1]
    show("Was leer bleibt, gilt wie bisher.")
    texte = []
    for name, bisher in (("Wortlaut", last.wortlaut), ("Maßnahme", last.massnahme)):
        show(f"{name} bisher: {' '.join(bisher.split()) if bisher else '–'}")
        texte.append(fragen.ask_prosa(f"{name} neu", leer=True) or None)
    pruefbar = fragen.ask_text(f"Prüfbar an (bisher: {last.pruefbar})", option="--pruefbar", leer=True) or None
    return Wortlaut(texte[0], texte[1], pruefbar)


def ask_ag(wurzel: Path, tag: date) -> str:
    """Which AG it is from: those that have begun, by number, Kennung or name."""
    from netzint.cli.lesen import read_head

    ags = read_head(wurzel, tag).bestand.arbeitsgruppen.values() if fragen.is_dialog() else ()
    return fragen.ask_eintrag("Arbeitsgruppe", [(ag.kennung, ag.name) for ag in ags], option="--ag")


def ask_stelle(wurzel: Path, kennung: str, stelle: str | None) -> str | None:
    """Which Stelle is meant, where somebody can be asked and more than one is open; the Vorgang knows the rest."""
    if stelle or not fragen.is_dialog():
        return stelle
    from netzint.berichte.beschlusskontrolle import kontrolle_of
    from netzint.cli.heute import today
    from netzint.cli.lesen import read_head
    from netzint.modell.finden import find_empfehlung
    from netzint.recht.zustaende import BEZEICHNUNG, UMSETZUNG

    bestand = read_head(wurzel, today()).bestand
    rows = kontrolle_of(bestand, find_empfehlung(bestand, kennung), today())
    running = [(k.stelle, BEZEICHNUNG[k.status]) for k in rows if UMSETZUNG.get(k.status)]
    return fragen.ask_eintrag("Stelle", running, option="--stelle") if len(running) > 1 else None


def choose(option: str, given: str, values: Collection[str]) -> str:
    """A closed value however it is written: „in Umsetzung“ for ``in_umsetzung``. Raises NetzintFehler (usage)."""
    wanted = fold(given).replace("-", "_").replace(" ", "_")
    if wanted in values:
        return wanted
    from netzint.modell.aehnlich import meinten_sie

    alle = f"Möglich: {', '.join(v.replace('_', '-') for v in values)}."
    hinweis = meinten_sie(given, [v.replace("_", "-") for v in values], alle)
    raise NetzintFehler(f"„{given}“ ist bei {option} nicht möglich.", hinweis, Ausgang.AUFRUF)
