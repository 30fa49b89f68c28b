"""``netzint ziel …``: strategic aims."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

from netzint.cli import fach_optionen as o
from netzint.cli import fragen, heute
from netzint.cli.angabe import eintrag_argument
from netzint.cli.auswahl import ask_aus
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import (
    Am,
    Format,
    Formatwahl,
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

NeuesZiel = Annotated[
    str | None, wort_argument("TITEL", "Der Titel, nötig ohne --beschluss; auch als --titel möglich.", pflicht=False)
]
Wortlaut = Annotated[
    str | None, prosa_option("--beschreibung", hilfe="Der Wortlaut des Ziels; nötig ohne --beschluss.")
]
Ab = Annotated[date | None, tag_option("--ab", hilfe="Der erste Tag; sonst der Tag des Beschlusses.")]
NeuerTitel = Annotated[str | None, text_option("--titel", hilfe="Der neue Titel.", pflicht=True)]


def neu(
    angabe: NeuesZiel = None, *, wurzel: Wurzel = Path(), titel: o.TitelOption = None, beschreibung: Wortlaut = None,
    ab: Ab = None, kennung: o.WunschKennung = None, beschluss: o.BeschlussOption = None,
    sachverhalt: o.Sachverhalt = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Ein strategisches Ziel eintragen, oder die Beschlussvorlage dazu vorbereiten."""
    from netzint.vorgaenge import ziel

    titel = fragen.take_name(angabe, titel, "--titel")
    if beschluss is None:
        titel = titel if titel is not None else fragen.ask_text("Titel", option="TITEL")
        beschreibung = beschreibung if beschreibung is not None else _ask_wortlaut()
    vorgang = partial(
        ziel.neu, stichtag=heute.today(), titel=titel, beschreibung=beschreibung, kennung=kennung,
        ab=ab, beschluss=beschluss, sachverhalt=sachverhalt,
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def _ask_wortlaut() -> str:
    return fragen.ask_prosa("Wortlaut", option="--beschreibung")


def fortschreiben(
    gemeint: o.ZielArgument = None, *, wurzel: Wurzel = Path(), beschreibung: Wortlaut = None, ab: Ab = None,
    beschluss: o.BeschlussOption = None, sachverhalt: o.Sachverhalt = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Den Wortlaut eines Ziels ändern, oder die Beschlussvorlage dazu vorbereiten; der frühere bleibt erhalten."""
    from netzint.vorgaenge import ziel

    wahl = ask_aus(wurzel, "ziele", "Ziel", gemeint, "ZIEL")
    if beschluss is None and beschreibung is None:
        beschreibung = _ask_wortlaut()
    vorgang = partial(
        ziel.fortschreiben, stichtag=heute.today(), ziel=wahl, beschreibung=beschreibung, ab=ab,
        beschluss=beschluss, sachverhalt=sachverhalt,
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def aendern(
    gemeint: o.ZielArgument = None, *, wurzel: Wurzel = Path(), titel: NeuerTitel = None, probe: Probe = False
) -> int:
    """Den Titel eines Ziels ändern; den Wortlaut ändert „ziel fortschreiben“."""
    from netzint.vorgaenge import ziel

    wahl = ask_aus(wurzel, "ziele", "Ziel", gemeint, "ZIEL")
    if titel is None and fragen.is_dialog():
        titel = fragen.ask_text("Neuer Titel", option="--titel")
    return fuehre_aus(wurzel, partial(ziel.aendern, ziel=wahl, titel=titel), probe=probe)


def beenden(gemeint: o.ZielArgument = None, *, wurzel: Wurzel = Path(), am: Am = None, probe: Probe = False) -> int:
    """Ein Ziel nicht weiter verfolgen."""
    from netzint.vorgaenge import ziel

    wahl = ask_aus(wurzel, "ziele", "Ziel", gemeint, "ZIEL")
    return fuehre_aus(wurzel, partial(ziel.beenden, stichtag=heute.today(), ziel=wahl, am=am), probe=probe)


def liste(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Die strategischen Ziele in ihrem geltenden Wortlaut zeigen."""
    from netzint.berichte import ziele

    frage = read(wurzel, stichtag, stand)
    show_bericht(ziele.liste(frage.bestand, frage.stichtag), form)


def zeigen(
    gemeint: Annotated[str, eintrag_argument("ZIEL", "Das Ziel: Kennung oder Titel.", "Ziel", "ziele")],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Ein Ziel mit früheren Wortlauten und seinen Empfehlungen zeigen."""
    from netzint.berichte import ziele

    frage = read(wurzel, stichtag, stand)
    show_bericht(ziele.zeigen(frage.bestand, gemeint, frage.stichtag), form)
