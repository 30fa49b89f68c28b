"""The options of a vote, and the questions about what a vote still needs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import fragen
from netzint.cli.ausgabe import show
from netzint.cli.optionen import prosa_option, tag_option, text_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from netzint.vorgaenge.abstimmung import Angaben
    from netzint.vorgaenge.fehlt import FehltNoch

ERGEBNISSE = "angenommen, geaendert_angenommen, abgelehnt, vertagt, zurueckverwiesen, nicht_beschlussfaehig"


def _zahl(name: str, hilfe: str) -> typer.models.OptionInfo:
    found: typer.models.OptionInfo = typer.Option(name, metavar="ZAHL", show_default=False, min=0, help=hilfe)
    return found


Ja = Annotated[int | None, _zahl("--ja", "Ja-Stimmen.")]
Nein = Annotated[int | None, _zahl("--nein", "Nein-Stimmen.")]
Enthaltung = Annotated[int | None, _zahl("--enthaltung", "Enthaltungen.")]
Einstimmig = Annotated[bool, typer.Option("--einstimmig", help="Alle Stimmberechtigten haben mit Ja gestimmt.")]
NamentlichJa = Annotated[
    list[str] | None, text_option("--namentlich-ja", metavar="PERSON", hilfe="Stimmte mit Ja. Mehrmals möglich.")
]
NamentlichNein = Annotated[
    list[str] | None, text_option("--namentlich-nein", metavar="PERSON", hilfe="Stimmte mit Nein. Mehrmals möglich.")
]
NamentlichEnthaltung = Annotated[
    list[str] | None,
    text_option("--namentlich-enthaltung", metavar="PERSON", hilfe="Enthielt sich. Mehrmals möglich."),
]
Befangen = Annotated[
    list[str] | None,
    text_option("--befangen", metavar="PERSON", hilfe="War befangen und nicht im Raum. Mehrmals möglich."),
]
StimmeLeitung = Annotated[
    str | None,
    text_option(
        "--stimme-leitung", metavar="STIMME", hilfe="Bei Stimmengleichheit: ja, nein oder enthaltung der Leitung."
    ),
]
Ergebnis = Annotated[
    str | None,
    text_option("--ergebnis", metavar="ERGEBNIS", hilfe=f"Wird berechnet; anzugeben, wenn anderes gilt: {ERGEBNISSE}."),
]
Antrag = Annotated[
    str | None,
    text_option(
        "--antrag",
        metavar="ART",
        hilfe="Sonst aus Vorlage oder TOP: empfehlung, einsetzen, verlaengern, abschliessen, niederschrift, "
        "schwerpunkt, ziel, sonstiges.",
    ),
]
EineEmpfehlung = Annotated[
    str | None, text_option("--empfehlung", metavar="HE", hilfe="Über diese Empfehlung des TOP abstimmen.")
]
EnBloc = Annotated[
    list[str] | None,
    text_option("--en-bloc", metavar="HE", hilfe="Mehrere zusammen, wenn niemand widerspricht; je Empfehlung einmal."),
]
Vorlage = Annotated[str | None, text_option("--vorlage", metavar="BV", hilfe="Die Beschlussvorlage dazu.")]
Ag = Annotated[str | None, text_option("--ag", metavar="AG", hilfe="Die Arbeitsgruppe, um die es geht.")]
Thema = Annotated[str | None, text_option("--thema", metavar="THEMA", hilfe="Das Thema, um das es geht.")]
Ziel = Annotated[str | None, text_option("--ziel", metavar="ZIEL", hilfe="Das Ziel, um das es geht.")]
NiederschriftVon = Annotated[
    str | None, text_option("--niederschrift-von", metavar="SITZUNG", hilfe="Wessen Niederschrift genehmigt wird.")
]
Bis = Annotated[date | None, tag_option("--bis", hilfe="Verlängerung: das neue Ende.")]
Staendige = Annotated[int | None, _zahl("--staendige-mitglieder", "Verlängerung: die neue Zahl, wenn sie sich ändert.")]
Beschlossen = Annotated[str | None, prosa_option("--beschlossen", hilfe="Der Wortlaut eines freien Beschlusses.")]
Beschlusskennung = Annotated[
    str | None, text_option("--kennung", metavar="KENNUNG", hilfe="Wie der Beschluss heißen soll; sonst wie der TOP.")
]
VerlaufText = Annotated[str | None, prosa_option("--verlauf", hilfe="Was zu dem TOP beraten wurde.")]
DaBeiTop = Annotated[
    list[str] | None, text_option("--da", metavar="PERSON", hilfe="War bei diesem TOP doch da. Mehrmals möglich.")
]
NichtDa = Annotated[
    list[str] | None,
    text_option("--nicht-da", metavar="PERSON", hilfe="War bei diesem TOP nicht da."),
]
Korrigieren = Annotated[bool, typer.Option("--korrigieren", help="Ersetzen, was dazu schon festgehalten ist.")]


def ask_fehlendes(angaben: Angaben, try_act: Callable[[Angaben], object]) -> Angaben:
    """At a terminal: ask for what the act says is missing, one thing after the other."""
    from netzint.vorgaenge.fehlt import FehltNoch

    while fragen.is_dialog():
        try:
            try_act(angaben)
        except FehltNoch as fehlt:
            angaben = _ask(angaben, fehlt)
        else:
            break
    return angaben


def _ask(angaben: Angaben, fehlt: FehltNoch) -> Angaben:
    show(fehlt.text)
    sache, stimmen = angaben.sache, angaben.stimmen
    if fehlt.was == "antrag":
        art = fragen.ask_wahl("Worüber wird abgestimmt", ["verlaengern", "abschliessen"], option="--antrag")
        return angaben._replace(sache=sache._replace(antrag=art))
    if fehlt.was == "bis":
        return angaben._replace(sache=sache._replace(bis=fragen.ask_datum("Neues Ende", option="--bis")))
    if fehlt.was == "leitung":
        wahl = fragen.ask_wahl("Stimme der Leitung", ["ja", "nein", "enthaltung"], option="--stimme-leitung")
        return angaben._replace(stimmen=stimmen._replace(leitung=wahl))
    counts = [_ask_zahl("Ja-Stimmen", ""), _ask_zahl("Nein-Stimmen", "0"), _ask_zahl("Enthaltungen", "0")]
    return angaben._replace(stimmen=stimmen._replace(ja=counts[0], nein=counts[1], enthaltung=counts[2]))


def _ask_zahl(frage: str, vorschlag: str) -> int:
    while True:
        text = fragen.ask_text(frage, vorschlag, option="--ja, --nein, --enthaltung")
        if text.isdecimal():
            return int(text)
        show("Bitte eine ganze Zahl eingeben.")
