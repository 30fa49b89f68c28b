"""Which of the documents of a Kennung are wanted, in which formats."""

from __future__ import annotations

from collections.abc import Collection

from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.briefbogen import BRIEFBOGEN
from netzint.dokumente.listen import LISTEN
from netzint.dokumente.pipeline import SCHREIBER, UEBLICH, Vorlagen
from netzint.dokumente.schreiben import AUSZUG
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sprache import aufzaehlung


def list_formate(bestand: Bestand, vorlagen: Vorlagen) -> tuple[str, ...]:
    """The formats that this office wants of each document: those it names, else the usual ones.

    What it has not named is not made where its letterhead is missing; an office that is older than letterheads goes
    on without them.
    """
    if bestand.netzwerk is not None and bestand.netzwerk.formate:
        return tuple(dict.fromkeys(bestand.netzwerk.formate))
    return tuple(form for form in UEBLICH if BRIEFBOGEN.get(form, "") in ("", *vorlagen.briefbogen))


def choose(
    auftraege: tuple[Auftrag, ...], art: str, formate: Collection[str]
) -> tuple[tuple[Auftrag, ...], tuple[str, ...]]:
    """The documents of one kind (all, if none is named) and the formats: ``pdf``, or several, ``pdf,docx``.

    Raises NetzintFehler (wrong usage).
    """
    kinds = tuple(dict.fromkeys(a.art for a in auftraege))
    if art and art not in kinds:
        more = f" Nur mit --art: {aufzaehlung((AUSZUG, *LISTEN))}." if "tagesordnung" in kinds else ""
        raise _refuse("die Art", art, kinds, more)
    wanted = [name.strip().lower() for text in formate for name in text.split(",") if name.strip()]
    if unknown := [name for name in wanted if name not in SCHREIBER]:
        raise _refuse("das Format", unknown[0], tuple(SCHREIBER))
    return tuple(a for a in auftraege if art in ("", a.art)), tuple(dict.fromkeys(wanted))


def _refuse(what: str, given: str, known: tuple[str, ...], more: str = "") -> NetzintFehler:
    hinweis = f"Es gibt: {aufzaehlung(known)}.{more}"
    return NetzintFehler(f"Hier gibt es {what} „{given}“ nicht.", hinweis, Ausgang.AUFRUF)
