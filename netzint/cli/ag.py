"""``netzint ag …``: what is decided about AGs, and how they are shown. Their work is in ``ag_arbeit.py``."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import fach_optionen as o
from netzint.cli import fragen, heute
from netzint.cli.angabe import eintrag_argument
from netzint.cli.angabe_fragen import ask_angabe
from netzint.cli.auswahl import ask_aus
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import (
    Format,
    Formatwahl,
    Grund,
    Probe,
    Stand,
    Stichtag,
    Wurzel,
    prosa_option,
    tag_option,
    text_option,
    wort_argument,
)
from netzint.cli.vorgang import fuehre_aus

if TYPE_CHECKING:
    from netzint.vorgaenge.arbeitsgruppe_aendern import Angaben

NOETIG = "nötig ohne --beschluss"
NeueAg = Annotated[
    str | None,
    wort_argument("NAME", "Der volle Name, auch als --name möglich; sonst ergibt ihn das Thema.", pflicht=False),
]
Kennung = Annotated[
    str | None,
    text_option(
        "--kennung", metavar="KENNUNG", hilfe="Eine eigene Kennung, z. B. ag-wohnen; sonst ergibt sie das Thema."
    ),
]
Auftrag = Annotated[str | None, prosa_option("--auftrag", hilfe="Was die AG erarbeiten soll.")]
Mitglieder = Annotated[
    int | None,
    typer.Option("--mitglieder", metavar="ZAHL", show_default=False, help="Zahl der ständigen Mitglieder."),
]
Von = Annotated[date | None, tag_option("--ab", "--von", hilfe=f"Der erste Tag; {NOETIG}.")]
AgBis = Annotated[date | None, tag_option("--bis", hilfe=f"Der voraussichtlich letzte Tag; {NOETIG}.")]
NeuesEnde = Annotated[date | None, tag_option("--bis", hilfe=f"Der neue letzte Tag; {NOETIG}.")]
AgThema = Annotated[
    str | None,
    text_option("--thema", metavar="THEMA", hilfe=f"Das Thema: Kennung oder Titel, z. B. thema-wohnen; {NOETIG}."),
]
NeuerAuftrag = Annotated[str | None, prosa_option("--auftrag", hilfe=f"Was die AG erarbeiten soll; {NOETIG}.")]
Anzahl = Annotated[
    int | None,
    typer.Option("--mitglieder", metavar="ZAHL", show_default=False, help=f"Zahl der ständigen Mitglieder; {NOETIG}."),
]
AbschlussTag = Annotated[date | None, tag_option("--am", hilfe="Der Tag des Abschlusses; sonst der des Beschlusses.")]
AbschlussBeschluss = Annotated[
    str | None,
    text_option(
        "--beschluss", metavar="SITZUNG/BESCHLUSS", hilfe="Der Beschluss der Strategiegruppe über den Abschluss."
    ),
]
Umbenannt = Annotated[
    str | None, text_option("--name", metavar="NAME", hilfe="Der neue Name; der bisherige bleibt vermerkt.")
]
Alias = Annotated[
    list[str] | None,
    text_option("--alias", metavar="NAME", hilfe="Ein weiterer Name, unter dem sie gefunden wird. Mehrmals möglich."),
]
OhneAlias = Annotated[
    list[str] | None,
    text_option("--ohne-alias", metavar="NAME", hilfe="Diesen weiteren Namen streichen. Mehrmals möglich."),
]
AenderungAb = Annotated[
    date | None, tag_option("--ab", hilfe="Der erste Tag; sonst heute, bei --beschluss dessen Tag.")
]
MandatBeschluss = Annotated[
    str | None,
    text_option(
        "--beschluss",
        metavar="SITZUNG/BESCHLUSS",
        hilfe="Der Beschluss der Strategiegruppe; nötig bei --auftrag und --mitglieder.",
    ),
]
Vorbereiten = Annotated[
    bool, typer.Option("--vorbereiten", help="Eine Beschlussvorlage über den Abschluss vorbereiten.")
]
NeuerName = Annotated[
    str | None, text_option("--name", metavar="NAME", hilfe="Der volle Name; sonst ergibt ihn das Thema.")
]


def einsetzen(
    angabe: NeueAg = None, *, wurzel: Wurzel = Path(), kennung: Kennung = None,
    thema: AgThema = None, name: NeuerName = None, auftrag: NeuerAuftrag = None, mitglieder: Anzahl = None,
    von: Von = None, bis: AgBis = None,
    beschluss: o.BeschlussOption = None, sachverhalt: o.Sachverhalt = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Eine Arbeitsgruppe einsetzen, oder die Beschlussvorlage dazu vorbereiten.

    Mit --beschluss wird eingetragen, was die Strategiegruppe beschlossen hat. Ohne --beschluss entsteht eine
    Beschlussvorlage, die auf die nächste Tagesordnung kommt.
    """
    from netzint.vorgaenge.arbeitsgruppe_einsetzen import Einsetzung, setze_ein

    name = fragen.take_name(angabe, name, "--name")
    angaben = Einsetzung(kennung, name, thema, auftrag, mitglieder, von, bis)
    if beschluss is None:
        angaben = angaben._replace(
            thema=ask_aus(wurzel, "themen", "Thema", thema, "--thema"),
            auftrag=auftrag if auftrag is not None else fragen.ask_prosa("Auftrag", option="--auftrag"),
            mitglieder=mitglieder if mitglieder is not None else _ask_zahl(),
            von=von or fragen.ask_datum("Erster Tag", option="--ab"),
            bis=bis or fragen.ask_datum("Voraussichtlich letzter Tag", option="--bis"),
        )
    vorgang = partial(setze_ein, stichtag=heute.today(), angaben=angaben, beschluss=beschluss, sachverhalt=sachverhalt)
    return fuehre_aus(wurzel, vorgang, probe=probe, dokumente=True)


def _ask_zahl() -> int:
    return fragen.ask_zahl("Zahl der ständigen Mitglieder", option="--mitglieder")


def verlaengern(
    ag: o.AgArgument = None, *, wurzel: Wurzel = Path(),
    bis: NeuesEnde = None, mitglieder: Mitglieder = None,
    beschluss: o.BeschlussOption = None, sachverhalt: o.Sachverhalt = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Das Mandat einer Arbeitsgruppe verlängern, oder die Beschlussvorlage dazu vorbereiten."""
    from netzint.vorgaenge.arbeitsgruppe_einsetzen import verlaengere

    gemeint = ask_aus(wurzel, "arbeitsgruppen", "Arbeitsgruppe", ag, "AG")
    if bis is None and beschluss is None:
        bis = fragen.ask_datum("Neues Ende", option="--bis")
    vorgang = partial(
        verlaengere, stichtag=heute.today(), ag=gemeint, bis=bis, mitglieder=mitglieder,
        beschluss=beschluss, sachverhalt=sachverhalt,
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def abschliessen(
    ag: o.AgArgument = None, *, wurzel: Wurzel = Path(),
    am: AbschlussTag = None, grund: Grund = None, beschluss: AbschlussBeschluss = None,
    vorlage: Vorbereiten = False, sachverhalt: o.Sachverhalt = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Eine Arbeitsgruppe abschließen; die Mandate ihrer Mitglieder enden zugleich.

    Das geht durch Beschluss (--beschluss), oder wenn die Strategiegruppe über alles abgestimmt hat, was die
    Arbeitsgruppe eingereicht hat. Mit --vorbereiten entsteht die Beschlussvorlage dazu.
    """
    from netzint.vorgaenge.arbeitsgruppe_abschliessen import schliesse_ab

    vorgang = partial(
        schliesse_ab, stichtag=heute.today(), ag=ask_aus(wurzel, "arbeitsgruppen", "Arbeitsgruppe", ag, "AG"),
        am=am, grund=grund, beschluss=beschluss, vorlage=vorlage, sachverhalt=sachverhalt,
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe, dokumente=True)


_GEFRAGT = {"name": "--name", "alias": "--alias", "auftrag": "--auftrag", "mitglieder": "--mitglieder"}
"""What can be asked for at a terminal."""


def _ask_angaben(angaben: Angaben) -> Angaben:
    """One of them; what the Strategiegruppe fixes goes with its Beschluss."""
    neu = ask_angabe(_GEFRAGT, ("auftrag",), {"mitglieder": fragen.ask_zahl})
    if "alias" in neu:
        neu["alias"] = (neu["alias"],)
    elif neu and "name" not in neu:
        neu["beschluss"] = fragen.ask_text("Der Beschluss darüber, SITZUNG/BESCHLUSS", option="--beschluss")
    return angaben._replace(**neu)


def aendern(
    ag: o.AgArgument = None, *, wurzel: Wurzel = Path(),
    name: Umbenannt = None, alias: Alias = None, ohne_alias: OhneAlias = None,
    auftrag: Auftrag = None, mitglieder: Mitglieder = None, beschluss: MandatBeschluss = None, ab: AenderungAb = None,
    probe: Probe = False,
) -> int:  # fmt: skip
    """Name und weitere Namen einer Arbeitsgruppe ändern, durch Beschluss auch Auftrag und Mitgliederzahl.

    Was vorher galt, bleibt mit Datum stehen. Den Zeitraum ändert „ag verlaengern“, die Leitung „ag mitglied“; das
    Thema bleibt das aus dem Einsetzungsbeschluss.
    """
    from netzint.vorgaenge.arbeitsgruppe_aendern import Angaben, aendern

    gemeint = ask_aus(wurzel, "arbeitsgruppen", "Arbeitsgruppe", ag, "AG")
    angaben = Angaben(name, tuple(alias or ()), tuple(ohne_alias or ()), auftrag, mitglieder, ab, beschluss)
    if angaben == Angaben():
        angaben = _ask_angaben(angaben)
    return fuehre_aus(wurzel, partial(aendern, stichtag=heute.today(), ag=gemeint, angaben=angaben), probe=probe)


def liste(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Die aktiven und die abgeschlossenen Arbeitsgruppen zeigen."""
    from netzint.berichte import arbeitsgruppen

    frage = read(wurzel, stichtag, stand)
    show_bericht(arbeitsgruppen.liste(frage.bestand, frage.stichtag), form)


def zeigen(
    ag: Annotated[
        str, eintrag_argument("AG", "Die Arbeitsgruppe: Kennung oder Name.", "Arbeitsgruppe", "arbeitsgruppen")
    ],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Eine Arbeitsgruppe mit Auftrag, Mitgliedern, Sitzungen und Ergebnissen zeigen."""
    from netzint.berichte import arbeitsgruppen

    frage = read(wurzel, stichtag, stand)
    show_bericht(arbeitsgruppen.zeigen(frage.bestand, ag, frage.stichtag), form)
