"""``netzint veranstaltung …``: Fachtage, Informationsveranstaltungen and other kinds."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import fach_optionen as o
from netzint.cli import fragen, heute
from netzint.cli.angabe import eintrag_argument
from netzint.cli.angabe_fragen import ask_angabe
from netzint.cli.auswahl import ask_aus
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import (
    Am,
    Format,
    Formatwahl,
    Grund,
    PflichtDatum,
    PflichtGrund,
    Probe,
    Stand,
    Stichtag,
    Uhrzeit,
    Wurzel,
    prosa_option,
    tag_option,
    text_option,
    wort_argument,
)
from netzint.cli.vorgang import fuehre_aus

Welche = Annotated[
    str | None,
    wort_argument("KENNUNG", "Die Veranstaltung, z. B. va-2027-01, oder ihr Titel."),
]
Art = Annotated[
    str | None,
    text_option("--art", metavar="ART", hilfe="Fachtag, Informationsveranstaltung oder eine andere Art."),
]
NeueArt = Annotated[
    str | None,
    text_option("--art", metavar="ART", hilfe="Fachtag, Informationsveranstaltung oder eine andere Art.", pflicht=True),
]
Bis = Annotated[date | None, tag_option("--bis", hilfe="Der letzte Tag, wenn es mehrere sind.")]
Programm = Annotated[str | None, prosa_option("--programm", hilfe="Das Programm.")]
Themen = Annotated[
    list[str] | None,
    text_option("--thema", metavar="THEMA", hilfe="Ein Thema. Mehrmals möglich; beim Ändern „keine“ für kein Thema."),
]
Ags = Annotated[
    list[str] | None,
    text_option("--ag", metavar="AG", hilfe="Eine beteiligte AG. Mehrmals möglich; beim Ändern „keine“ für keine."),
]
Oeffentlich = Annotated[
    bool | None,
    typer.Option("--oeffentlich/--nicht-oeffentlich", show_default=False, help="Ob sie öffentlich ist; sonst ja."),
]


def neu(
    angabe: o.TitelArgument = None, *, wurzel: Wurzel = Path(), titel: o.TitelOption = None, art: NeueArt = None,
    datum: PflichtDatum = None, bis: Bis = None,
    beginn: Uhrzeit = None, ende: o.Ende = None, ort: o.OrtOption = None, form: o.FormOption = None,
    programm: Programm = None, thema: Themen = None, ag: Ags = None, oeffentlich: Oeffentlich = None,
    probe: Probe = False,
) -> int:  # fmt: skip
    """Eine Veranstaltung anlegen, zum Beispiel einen Fachtag."""
    from netzint.vorgaenge import veranstaltung

    titel = fragen.take_name(angabe, titel, "--titel")
    angaben = veranstaltung.Angaben(
        titel if titel is not None else fragen.ask_text("Titel", option="TITEL"),
        art if art is not None else fragen.ask_text("Art, z. B. Fachtag", option="--art"),
        datum or fragen.ask_datum("Tag", option="--datum"),
        bis, beginn, ende, ort, form, programm, _several(thema), _several(ag), oeffentlich,
    )  # fmt: skip
    return fuehre_aus(wurzel, partial(veranstaltung.neu, stichtag=heute.today(), angaben=angaben), probe=probe)


_GEFRAGT = {
    "programm": "--programm", "ort": "--ort", "beginn": "--beginn", "ende": "--ende", "titel": "--titel",
    "form": "--form", "art": "--art",
}  # fmt: skip
"""What can be asked for at a terminal."""


def _several(values: list[str] | None) -> tuple[str, ...] | None:
    return tuple(values) if values else None


def aendern(
    kennung: Welche = None, *, wurzel: Wurzel = Path(), titel: o.TitelOption = None, art: Art = None, bis: Bis = None,
    beginn: Uhrzeit = None, ende: o.Ende = None, ort: o.OrtOption = None, form: o.FormOption = None,
    programm: Programm = None, thema: Themen = None, ag: Ags = None, oeffentlich: Oeffentlich = None,
    probe: Probe = False,
) -> int:  # fmt: skip
    """Angaben zu einer Veranstaltung ändern; den Tag ändert „netzint veranstaltung verlegen“."""
    from netzint.vorgaenge import veranstaltung

    angaben = veranstaltung.Angaben(
        titel, art, None, bis, beginn, ende, ort, form, programm, _several(thema), _several(ag), oeffentlich
    )
    wahl = ask_aus(wurzel, "veranstaltungen", "Veranstaltung", kennung)
    if angaben == veranstaltung.Angaben():
        angaben = angaben._replace(**ask_angabe(_GEFRAGT, ("programm",)))
    vorgang = partial(veranstaltung.aendern, stichtag=heute.today(), veranstaltung=wahl, angaben=angaben)
    return fuehre_aus(wurzel, vorgang, probe=probe)


def verlegen(
    kennung: Welche = None, *, wurzel: Wurzel = Path(), datum: PflichtDatum = None, bis: Bis = None, am: Am = None,
    grund: Grund = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Eine Veranstaltung auf einen anderen Tag verlegen."""
    from netzint.vorgaenge import veranstaltung

    vorgang = partial(
        veranstaltung.verlegen, stichtag=heute.today(), bis=bis, am=am, grund=grund,
        veranstaltung=ask_aus(wurzel, "veranstaltungen", "Veranstaltung", kennung),
        neuer_tag=datum or fragen.ask_datum("Neuer Tag", option="--datum"),
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def absagen(
    kennung: Welche = None, *, wurzel: Wurzel = Path(), grund: PflichtGrund = None, am: Am = None, probe: Probe = False
) -> int:
    """Eine Veranstaltung absagen."""
    from netzint.vorgaenge import veranstaltung

    vorgang = partial(
        veranstaltung.absagen, stichtag=heute.today(), am=am,
        veranstaltung=ask_aus(wurzel, "veranstaltungen", "Veranstaltung", kennung),
        grund=grund if grund is not None else fragen.ask_prosa("Grund", option="--grund"),
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def liste(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Die kommenden und die vergangenen Veranstaltungen zeigen."""
    from netzint.berichte import veranstaltungen

    frage = read(wurzel, stichtag, stand)
    show_bericht(veranstaltungen.liste(frage.bestand, frage.stichtag), form)


def zeigen(
    kennung: Annotated[
        str, eintrag_argument("KENNUNG", "Die Veranstaltung, z. B. va-2027-01.", "Veranstaltung", "veranstaltungen")
    ],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Eine Veranstaltung mit allen Angaben zeigen."""
    from netzint.berichte import veranstaltungen

    frage = read(wurzel, stichtag, stand)
    show_bericht(veranstaltungen.zeigen(frage.bestand, kennung, frage.stichtag), form)
