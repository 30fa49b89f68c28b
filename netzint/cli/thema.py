"""``netzint thema …``: the Themenspeicher."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

from netzint.cli import fach_optionen as o
from netzint.cli import fragen, heute
from netzint.cli.angabe import eintrag_argument
from netzint.cli.angabe_fragen import ask_titel
from netzint.cli.auswahl import ask_aus
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import Am, Format, Formatwahl, Probe, Stand, Stichtag, Wurzel, tag_option
from netzint.cli.vorgang import fuehre_aus

Ab = Annotated[date | None, tag_option("--ab", hilfe="Der erste Tag; sonst der Tag des Beschlusses.")]


def neu(
    angabe: o.TitelArgument = None, *, wurzel: Wurzel = Path(), titel: o.TitelOption = None,
    beschreibung: o.Beschreibung = None, am: Am = None, kennung: o.WunschKennung = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Ein Thema in den Themenspeicher aufnehmen."""
    from netzint.vorgaenge import thema

    titel = fragen.take_name(angabe, titel, "--titel")
    vorgang = partial(
        thema.neu, stichtag=heute.today(), beschreibung=beschreibung, am=am, kennung=kennung,
        titel=titel if titel is not None else fragen.ask_text("Titel", option="TITEL"),
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def zum_schwerpunkt(
    gemeint: o.ThemaArgument = None, *, wurzel: Wurzel = Path(), ab: Ab = None,
    beschluss: o.BeschlussOption = None, sachverhalt: o.Sachverhalt = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Ein Thema zum Themenschwerpunkt machen, oder die Beschlussvorlage dazu vorbereiten."""
    from netzint.vorgaenge import thema

    vorgang = partial(
        thema.schwerpunkt, stichtag=heute.today(), thema=ask_aus(wurzel, "themen", "Thema", gemeint, "THEMA"),
        ab=ab, beschluss=beschluss, sachverhalt=sachverhalt,
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def aendern(
    gemeint: o.ThemaArgument = None, *, wurzel: Wurzel = Path(), titel: o.NeuerTitel = None,
    beschreibung: o.Beschreibung = None, ohne: o.OhneBeschreibung = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Titel oder Beschreibung eines Themas ändern."""
    from netzint.vorgaenge import thema

    wahl = ask_aus(wurzel, "themen", "Thema", gemeint, "THEMA")
    titel, beschreibung = ask_titel(titel, beschreibung, ohne)
    vorgang = partial(thema.aendern, thema=wahl, titel=titel, beschreibung=beschreibung, ohne=tuple(ohne or ()))
    return fuehre_aus(wurzel, vorgang, probe=probe)


def beenden(gemeint: o.ThemaArgument = None, *, wurzel: Wurzel = Path(), am: Am = None, probe: Probe = False) -> int:
    """Ein Thema nicht weiter verfolgen."""
    from netzint.vorgaenge import thema

    wahl = ask_aus(wurzel, "themen", "Thema", gemeint, "THEMA")
    return fuehre_aus(wurzel, partial(thema.beenden, stichtag=heute.today(), thema=wahl, am=am), probe=probe)


def liste(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Die Themen im Themenspeicher zeigen."""
    from netzint.berichte import themen

    frage = read(wurzel, stichtag, stand)
    show_bericht(themen.liste(frage.bestand, frage.stichtag), form)


def zeigen(
    gemeint: Annotated[str, eintrag_argument("THEMA", "Das Thema: Kennung oder Titel.", "Thema", "themen")],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Ein Thema mit seinen Bedarfen, Arbeitsgruppen und Veranstaltungen zeigen."""
    from netzint.berichte import themen

    frage = read(wurzel, stichtag, stand)
    show_bericht(themen.zeigen(frage.bestand, gemeint, frage.stichtag), form)
