"""Which documents are meant: of an entry, of a year with its two states, for the house or for the public."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from netzint.cli.lesen import Frage
    from netzint.dokumente.auftrag import Auftrag
    from netzint.dokumente.sitzungspaket import Paket
    from netzint.modell.bestand import Bestand


def find_name(bestand: Bestand, text: str) -> str:
    """The Kennung of what is meant, also by its name; „Jahresbericht 2026“ is an address of its own."""
    from netzint.dokumente.jahr import find_jahr
    from netzint.modell.finden import find_in_allen
    from netzint.modell.kennung import is_kennung

    name = text.strip().lower()
    joined = "-".join(name.split())
    if find_jahr(joined) is not None:
        return joined
    return name if "/" in name or is_kennung(name) or not name else find_in_allen(bestand, text).kennung


def find_gemeinte(wurzel: Path, frage: Frage, name: str, art: str, *, oeffentlich: bool) -> tuple[Auftrag, ...]:
    """The documents of a Kennung. Raises NetzintFehler if there are none."""
    from netzint.cli.jahresgrenzen import read_grenzen
    from netzint.dokumente.erzeugen import find_auftraege
    from netzint.dokumente.jahr import OHNE_VERGLEICH, find_jahr
    from netzint.dokumente.oeffentlich import find_oeffentliche

    if oeffentlich:
        return find_oeffentliche(frage.bestand, name, frage.stichtag, art)
    year = find_jahr(name)
    grenzen = OHNE_VERGLEICH if year is None else read_grenzen(wurzel, frage, year)
    return find_auftraege(frage.bestand, name, frage.stichtag, art, grenzen)


def render_gewaehlte(
    wurzel: Path, frage: Frage, wahl: tuple[tuple[Auftrag, ...], tuple[str, ...]], ordner: str
) -> dict[str, bytes]:
    """The files of chosen documents in the chosen formats, or in those of the office."""
    from netzint.cli.nachweis import with_vorgaengen
    from netzint.cli.rendern import erzeuge_alle
    from netzint.dokumente.auswahl import list_formate
    from netzint.dokumente.pipeline import Vorlagen

    auftraege, formate = wahl
    vorlagen = Vorlagen.decode(frage.gelesen.vorlagen())
    auftraege = with_vorgaengen(wurzel, frage.gelesen, auftraege, vorlagen)
    return erzeuge_alle(auftraege, vorlagen, ordner, formate or list_formate(frage.bestand, vorlagen))


def render_paket(wurzel: Path, frage: Frage, paket: Paket, formate: tuple[str, ...]) -> bytes:
    """The ZIP file of a Sitzung, with its calendar file if there is one."""
    from netzint.dokumente.auswahl import list_formate
    from netzint.dokumente.pipeline import Vorlagen
    from netzint.dokumente.sitzungspaket import write_paket
    from netzint.dokumente.termindatei import termindatei

    vorlagen = Vorlagen.decode(frage.gelesen.vorlagen())
    wanted = formate or list_formate(frage.bestand, vorlagen)
    dateien = render_gewaehlte(wurzel, frage, (paket.auftraege, wanted), "")
    if not paket.oeffentlich and paket.sitzung.zustand != "durchgefuehrt":
        dateien |= termindatei(frage.bestand, paket.sitzung.kennung, "")
    return write_paket(frage.bestand, paket, vorlagen, dateien, wanted)
