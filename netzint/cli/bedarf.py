"""``netzint bedarf …``: needs reported from the field."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import fach_optionen as o
from netzint.cli import fragen, heute
from netzint.cli.angabe import eintrag_argument
from netzint.cli.angabe_fragen import ask_titel
from netzint.cli.auswahl import ask_aus
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import Am, Format, Formatwahl, Grund, Probe, Stand, Stichtag, Wurzel, text_option
from netzint.cli.vorgang import fuehre_aus

ARTEN = ("aufgegriffen", "erledigt", "abgegeben", "nicht_weiterverfolgt")

Stelle = Annotated[
    str | None,
    text_option("--stelle", metavar="STELLE", hilfe="Die meldende Stelle, z. B. stadt-musterstadt.", pflicht=True),
]
Art = Annotated[
    str | None,
    text_option(
        "--art", metavar="ART", hilfe="aufgegriffen, erledigt, abgegeben oder nicht_weiterverfolgt.", pflicht=True
    ),
]
An = Annotated[str | None, text_option("--an", metavar="STELLE", hilfe="Bei „abgegeben“: an wen.")]
NurOffene = Annotated[bool, typer.Option("--offen", help="Nur die Bedarfe, bei denen noch etwas zu tun ist.")]


def melden(
    angabe: o.TitelArgument = None, *, wurzel: Wurzel = Path(), titel: o.TitelOption = None, stelle: Stelle = None,
    beschreibung: o.Beschreibung = None, thema: o.ThemaOption = None, am: Am = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Einen Bedarf aufnehmen: wer ihn gemeldet hat, und wann."""
    from netzint.vorgaenge import bedarf

    titel = fragen.take_name(angabe, titel, "--titel")
    vorgang = partial(
        bedarf.melden, stichtag=heute.today(), beschreibung=beschreibung, thema=thema, am=am,
        titel=titel if titel is not None else fragen.ask_text("Worum geht es (Titel)", option="TITEL"),
        von=ask_aus(wurzel, "stellen", "Gemeldet von", stelle, "--stelle"),
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def aendern(
    gemeint: o.BedarfArgument = None, *, wurzel: Wurzel = Path(), titel: o.NeuerTitel = None,
    beschreibung: o.Beschreibung = None, ohne: o.OhneBeschreibung = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Titel oder Beschreibung eines Bedarfs ändern.

    Ist eingetragen, dass eine falsche Stelle oder am falschen Tag gemeldet wurde: netzint berichtigen BEDARF
    """
    from netzint.vorgaenge import bedarf

    wahl = ask_aus(wurzel, "bedarfe", "Bedarf", gemeint, "BEDARF")
    titel, beschreibung = ask_titel(titel, beschreibung, ohne)
    vorgang = partial(bedarf.aendern, bedarf=wahl, titel=titel, beschreibung=beschreibung, ohne=tuple(ohne or ()))
    return fuehre_aus(wurzel, vorgang, probe=probe)


def zuordnen(
    gemeint: o.BedarfArgument = None, *, wurzel: Wurzel = Path(), thema: o.PflichtThema = None, am: Am = None,
    probe: Probe = False,
) -> int:  # fmt: skip
    """Einen Bedarf einem Thema im Themenspeicher zuordnen."""
    from netzint.vorgaenge import bedarf

    vorgang = partial(
        bedarf.zuordnen, stichtag=heute.today(), am=am,
        bedarf=ask_aus(wurzel, "bedarfe", "Bedarf", gemeint, "BEDARF"),
        thema=ask_aus(wurzel, "themen", "Thema", thema, "--thema"),
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def erledigen(
    gemeint: o.BedarfArgument = None, *, wurzel: Wurzel = Path(), art: Art = None, am: Am = None, grund: Grund = None,
    an: An = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Eintragen, was aus einem Bedarf wurde."""
    from netzint.vorgaenge import bedarf

    vorgang = partial(
        bedarf.erledigen, stichtag=heute.today(), am=am, grund=grund, an=an,
        bedarf=ask_aus(wurzel, "bedarfe", "Bedarf", gemeint, "BEDARF"),
        art=art or fragen.ask_wahl("Was daraus wurde", ARTEN, option="--art"),
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def liste(
    *, wurzel: Wurzel = Path(), offen: NurOffene = False, stichtag: Stichtag = "", stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:  # fmt: skip
    """Die Bedarfe zeigen: wie alt die offenen sind, und wie lange es bis zur Arbeitsgruppe dauert."""
    from netzint.berichte import bedarfe

    frage = read(wurzel, stichtag, stand)
    show_bericht(bedarfe.liste(frage.bestand, frage.stichtag, nur_offene=offen), form)


def zeigen(
    gemeint: Annotated[str, eintrag_argument("BEDARF", "Der Bedarf, z. B. bedarf-2026-04.", "Bedarf", "bedarfe")],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Einen Bedarf mit allem zeigen, was aus ihm wurde."""
    from netzint.berichte import bedarfe

    frage = read(wurzel, stichtag, stand)
    show_bericht(bedarfe.zeigen(frage.bestand, gemeint, frage.stichtag), form)
