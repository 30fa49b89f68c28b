"""Changing what an entry is called and what it is about: no more than a title and a description."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from netzint.modell.bedarf import Bedarf
from netzint.modell.feldnamen import feldname
from netzint.modell.klartext import Klartext
from netzint.modell.sprache import aufzaehlung
from netzint.modell.thema import Thema
from netzint.modell.ziel import Ziel
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import clean_prosa, clean_zeile, falsch
from netzint.vorgaenge.mitglied_person import parse_wert


def read_felder(
    titel: str | None = None, beschreibung: str | None = None, ohne: Collection[str] = ()
) -> dict[str, Klartext | None]:
    """What was typed, as the fields take it; None takes a field out. Raises NetzintFehler if nothing was typed."""
    felder: dict[str, Klartext | None] = {parse_wert("--ohne", text, ("beschreibung",)): None for text in ohne}
    if felder and beschreibung is not None:
        raise falsch("--beschreibung und --ohne beschreibung schließen sich aus.", "Eines davon weglassen.")
    if titel is not None:
        felder["titel"] = clean_zeile("--titel", titel)
    if beschreibung is not None:
        felder["beschreibung"] = clean_prosa("--beschreibung", beschreibung)
    if not felder:
        raise falsch("Es fehlt, was sich ändern soll.", "Zum Beispiel --titel TEXT")
    return felder


def change(
    entry: Bedarf | Thema | Ziel, felder: Mapping[str, Klartext | None], ansehen: str, hinweise: tuple[str, ...] = ()
) -> Aenderung | None:
    """Set what is different from what stands there. None if nothing is."""
    art, kennung = type(entry).__name__.lower(), entry.kennung
    changed = {feld: wert for feld, wert in felder.items() if wert != getattr(entry, feld)}
    if not changed:
        return None
    names = aufzaehlung([feldname(feld) for feld in changed])
    return Aenderung(
        f"{art}-aendern",
        f"Angaben zu {kennung} geändert ({names})",
        gesetzt=tuple(Setzen(art, kennung, (feld,), wert) for feld, wert in changed.items()),
        hinweise=hinweise,
        danach=((ansehen, "den Eintrag ansehen"),),
    )
