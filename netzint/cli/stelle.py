"""``netzint stelle …``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli.angabe import eintrag_argument
from netzint.cli.angabe_fragen import ask_angabe
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import (
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
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from netzint.modell.gebiet import Gebiet, Verzeichnis

ARTEN = "ministerium, landesverband, gemeinde, stadt, landkreis, behoerde, traeger, hochschule, sonstige."
Stelle = Annotated[str, eintrag_argument("KENNUNG", "Die Stelle: Kennung oder Name.", "Stelle", "stellen")]
Name = Annotated[str | None, text_option("--name", metavar="NAME", hilfe="Der volle Name.")]
Kurz = Annotated[str | None, text_option("--kurz", metavar="NAME", hilfe="Der Kurzname für Tabellen.")]
Art = Annotated[str | None, text_option("--art", metavar="ART", hilfe=ARTEN)]
Status = Annotated[
    str | None, text_option("--status", metavar="STATUS", hilfe="Nur bei Städten: stadtkreis oder grosse_kreisstadt.")
]
Ags = Annotated[
    str | None,
    text_option("--ags", metavar="ZIFFERN", hilfe="Amtlicher Gemeindeschlüssel, z. B. 08115003; Landkreise fünf."),
]
Kennung = Annotated[
    str | None, text_option("--kennung", metavar="KENNUNG", hilfe="Die Kennung; sonst aus dem Namen gebildet.")
]
Anschrift = Annotated[str | None, prosa_option("--anschrift", hilfe="Die Postanschrift, eine Zeile je Zeile.")]
Mail = Annotated[str | None, text_option("--e-mail", metavar="ADRESSE", hilfe="Die Adresse der Poststelle.")]
Register = Annotated[
    Path | None,
    typer.Option(
        "--register", metavar="DATEI", show_default=False,
        help="Das Gemeindeverzeichnis GV100AD; sonst die Datei, die „stelle register DATEI --merken“ vermerkt hat.",
    ),
]  # fmt: skip
Ab = Annotated[date | None, tag_option("--ab", hilfe="Der erste Tag, an dem es gilt; sonst heute.")]

_GEFRAGT = {"e_mail": "--e-mail", "anschrift": "--anschrift", "kurz": "--kurz", "ags": "--ags", "art": "--art"}
"""What can be asked for at a terminal."""


def neu(
    angabe: Annotated[
        str | None, wort_argument("NAME", "Der volle Name, auch als --name möglich; entfällt mit --ags.", pflicht=False)
    ] = None,
    *,
    wurzel: Wurzel = Path(),
    name: Name = None,
    ags: Ags = None,
    register: Register = None,
    art: Art = None,
    status: Status = None,
    kurz: Kurz = None,
    anschrift: Anschrift = None,
    e_mail: Mail = None,
    kennung: Kennung = None,
    probe: Probe = False,
) -> int:
    """Eine Stelle anlegen, von Hand oder aus dem Gemeindeverzeichnis."""
    from functools import partial

    from netzint.cli.stelle_fragen import ask_art, ask_name
    from netzint.vorgaenge import stelle

    name = fragen.take_name(angabe, name, "--name")
    gebiet = _look_up(wurzel, ags, register, needed=name is None or art is None) if ags else None
    if gebiet is None:
        name, art = name or ask_name(), art or ask_art()
    angaben = stelle.Angaben(name, kurz, art, status, None if gebiet else ags, anschrift, e_mail)
    act = partial(stelle.neu, stichtag=heute.today(), angaben=angaben, gebiet=gebiet, kennung=kennung)
    return fuehre_aus(wurzel, act, probe=probe)


def umbenennen(
    kennung: Stelle,
    *,
    wurzel: Wurzel = Path(),
    name: Annotated[str | None, text_option("--name", metavar="NAME", hilfe="Der neue Name.")] = None,
    ab: Ab = None,
    kurz: Kurz = None,
    art: Art = None,
    status: Status = None,
    probe: Probe = False,
) -> int:
    """Einer Stelle von einem Tag an einen neuen Namen geben.

    Auch eine neue Art oder ein neuer Status: aus einer Gemeinde wird eine Stadt. Was vorher galt, bleibt mit Datum.
    """
    from functools import partial

    from netzint.cli.stelle_fragen import ask_neuer_name
    from netzint.vorgaenge import stelle_wandel

    tag = heute.today()
    name = name if name or art or status else ask_neuer_name()
    act = partial(stelle_wandel.umbenennen, stichtag=tag, kennung=kennung, name=name, ab=ab or tag)
    return fuehre_aus(wurzel, partial(act, kurz=kurz, art=art, status=status), probe=probe)


def aendern(
    kennung: Stelle,
    *,
    wurzel: Wurzel = Path(),
    name: Name = None,
    kurz: Kurz = None,
    art: Art = None,
    status: Status = None,
    ags: Ags = None,
    anschrift: Anschrift = None,
    e_mail: Mail = None,
    ohne: Annotated[
        list[str] | None,
        text_option(
            "--ohne", metavar="ANGABE", hilfe="Streichen: kurz, status, ags, anschrift, e-mail. Mehrmals möglich."
        ),
    ] = None,
    probe: Probe = False,
) -> int:
    """Angaben zu einer Stelle ändern oder berichtigen."""
    from functools import partial

    from netzint.vorgaenge import stelle

    angaben = stelle.Angaben(name, kurz, art, status, ags, anschrift, e_mail)
    if not ohne and angaben == stelle.Angaben():
        angaben = angaben._replace(**ask_angabe(_GEFRAGT, ("anschrift",)))
    act = partial(stelle.aendern, stichtag=heute.today(), kennung=kennung, angaben=angaben, ohne=tuple(ohne or ()))
    return fuehre_aus(wurzel, act, probe=probe)


def liste(
    *,
    wurzel: Wurzel = Path(),
    art: Art = None,
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Alle Stellen an einem Tag zeigen."""
    from netzint.berichte import stellen
    from netzint.vorgaenge.mitglied_person import parse_wert

    frage = read(wurzel, stichtag, stand)
    wanted = parse_wert("--art", art, tuple(ARTEN.rstrip(".").split(", "))) if art else None
    show_bericht(stellen.liste(frage.bestand, frage.stichtag, wanted), form)


def zeigen(
    kennung: Stelle,
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Eine Stelle mit den Personen zeigen, die dort tätig sind."""
    from netzint.berichte import stellen

    frage = read(wurzel, stichtag, stand)
    show_bericht(stellen.zeigen(frage.bestand, frage.stichtag, kennung), form)


def register(
    datei: Annotated[
        str | None, typer.Argument(metavar="DATEI", show_default=False, help="Das Gemeindeverzeichnis GV100AD.")
    ] = None,
    suche: Annotated[
        str | None, typer.Argument(metavar="SUCHE", show_default=False, help="Ein Name oder Anfang eines Schlüssels.")
    ] = None,
    *,
    wurzel: Wurzel = Path(),
    merken: Annotated[
        bool, typer.Option("--merken", help="Die Datei für später vermerken; danach genügt SUCHE.")
    ] = False,
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Im amtlichen Gemeindeverzeichnis nachschlagen."""
    from netzint.ablage import register as ablage
    from netzint.berichte import stellen

    if datei is not None and suche is None and not Path(datei).exists() and ablage.find_remembered(wurzel) is not None:
        datei, suche = None, datei
    path = Path(datei) if datei is not None else None
    verzeichnis = _read(wurzel, path)
    if merken and path is not None:
        ablage.remember(wurzel, path)
    bestand = read(wurzel, stichtag, stand).bestand
    genannt = "" if path is None or merken else str(path)
    show_bericht(stellen.register(verzeichnis, bestand, suche, genannt), form)


def _read(wurzel: Path, datei: Path | None) -> Verzeichnis:
    from netzint.ablage import register as ablage

    path = datei or ablage.find_remembered(wurzel)
    if path is None:
        hinweis = "Die Datei angeben; „netzint stelle register DATEI --merken“ vermerkt sie für später."
        raise NetzintFehler("Es fehlt die Datei des Gemeindeverzeichnisses.", hinweis, Ausgang.AUFRUF)
    return ablage.read_register(path)


def _look_up(wurzel: Path, ags: str, datei: Path | None, *, needed: bool) -> Gebiet | None:
    """The Kommune of a key; where name and kind were typed, the register is not needed."""
    if datei is None and not needed:
        return None
    verzeichnis = _read(wurzel, datei)
    gebiet = verzeichnis.find(ags) or verzeichnis.find(f"0{ags}")  # a table calculation drops the zero
    if gebiet is None:
        hinweis = "Den Schlüssel suchen: netzint stelle register DATEI NAME"
        raise NetzintFehler(f"Den Schlüssel „{ags}“ gibt es im Gemeindeverzeichnis nicht.", hinweis, Ausgang.AUFRUF)
    return gebiet
