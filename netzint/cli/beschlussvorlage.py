"""``netzint beschlussvorlage …``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import beschlussvorlage_optionen as bv
from netzint.cli import fragen, heute
from netzint.cli.angabe import eintrag_argument
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read, read_head
from netzint.cli.optionen import Am, Format, Formatwahl, PflichtGrund, Probe, Stand, Stichtag, Wurzel
from netzint.cli.vorgang import fuehre_aus
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Callable

    from netzint.vorgaenge.beschlussvorlage_angaben import Angaben

FEST = ("im_umlauf", "zurueckverwiesen", "entschieden", "entfallen")
"""What nobody changes any more."""
Offen = Annotated[bool, typer.Option("--offen", help="Nur die, über die noch zu entscheiden ist.")]


def neu(
    angabe: bv.NeuerBetreff = None, *, wurzel: Wurzel = Path(), betreff: bv.Betreff = None,
    empfehlung: bv.Empfehlungen = None, beschlossen: bv.Beschlossen = None, sachverhalt: bv.Sachverhalt = None,
    begruendung: bv.Begruendung = None, finanzielle_auswirkungen: bv.Auswirkungen = None,
    beschlussvorschlag: bv.Vorschlag = None, anlage: bv.Anlagen = None, beratung: bv.Beratungen = None,
    berichterstattung: bv.Bericht = None, federfuehrung: bv.Federfuehrung = None,
    oeffentlich: bv.Oeffentlich = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Eine Beschlussvorlage schreiben: für einen freien Beschluss oder über Empfehlungen.

    Zu eingereichten Empfehlungen legt „netzint sitzung neu“ die Vorlage selbst an; hier lassen sich mehrere zu einer
    gemeinsamen Abstimmung zusammenfassen. Über Arbeitsgruppen, Schwerpunkte und Ziele: „netzint ag einsetzen“ usw.
    """
    from netzint.vorgaenge.beschlussvorlage_neu import neu as act

    name = fragen.take_name(angabe, betreff, "--betreff")
    if not empfehlung:
        name = name or fragen.ask_text("Betreff", option="BETREFF")
        beschlossen = beschlossen or fragen.ask_prosa("Was soll beschlossen werden", option="--beschlossen")
    angaben = bv.build_angaben(
        name, sachverhalt, begruendung, finanzielle_auswirkungen, beschlussvorschlag, anlage, beratung,
        berichterstattung, federfuehrung, oeffentlich, beschlossen,
    )  # fmt: skip
    vorgang = partial(act, angaben=angaben, empfehlungen=tuple(empfehlung or ()), stichtag=heute.today())
    return fuehre_aus(wurzel, vorgang, probe=probe)


def aendern(
    kennung: bv.VorlageArgument = None, *, wurzel: Wurzel = Path(), betreff: bv.Betreff = None,
    sachverhalt: bv.Sachverhalt = None, begruendung: bv.Begruendung = None,
    finanzielle_auswirkungen: bv.Auswirkungen = None, beschlussvorschlag: bv.Vorschlag = None,
    anlage: bv.Anlagen = None, beratung: bv.Beratungen = None, berichterstattung: bv.Bericht = None,
    federfuehrung: bv.Federfuehrung = None, oeffentlich: bv.Oeffentlich = None, beschlossen: bv.Beschlossen = None,
    ohne: bv.Streichen = None, grund: bv.NachVersand = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Den Text einer Beschlussvorlage schreiben oder ändern: Sachverhalt, Vorschlag, Kosten und mehr.

    Mehrfaches (Vorschlag, Anlagen, Beratungen) ersetzt das bisherige. Bis zum Versand der Einladung geht das frei;
    danach nur mit --grund, und die Vorlage liegt in der Sitzung als Tischvorlage vor.
    """
    from netzint.vorgaenge.beschlussvorlage_aendern import aendern as act

    vorlage = _ask_vorlage(wurzel, kennung)
    angaben = bv.build_angaben(
        betreff, sachverhalt, begruendung, finanzielle_auswirkungen, beschlussvorschlag, anlage, beratung,
        berichterstattung, federfuehrung, oeffentlich, beschlossen, tuple(ohne or ()),
    )  # fmt: skip
    vorgang = partial(act, kennung=vorlage, stichtag=heute.today())
    angaben, grund = _ask(wurzel, vorgang, angaben, grund)
    return fuehre_aus(wurzel, partial(vorgang, angaben=angaben, grund=grund), probe=probe, dokumente=True)


def _ask_vorlage(wurzel: Path, kennung: str | None) -> str:
    """The Vorlage that was named, or one of those that wait. Raises NetzintFehler if none does."""
    if kennung is not None or not fragen.is_dialog():
        return kennung if kennung is not None else fragen.ask_eintrag("Beschlussvorlage", (), option="KENNUNG")
    from netzint.modell.finden import find_vorlage
    from netzint.regeln.vorlagenstand import find_vorlagenlage

    bestand = read_head(wurzel, heute.today()).bestand
    known = ((v, find_vorlagenlage(bestand, v, heute.today()).stand) for v in bestand.beschlussvorlagen.values())
    waiting = [(v.kennung, v.betreff) for v, stand in known if stand not in FEST]
    if not waiting:
        hinweis = "Eine schreiben: netzint beschlussvorlage neu; alle zeigt: netzint beschlussvorlage liste"
        raise NetzintFehler("Es ist keine Beschlussvorlage offen.", hinweis, Ausgang.ABGELEHNT)
    finde = partial(find_vorlage, bestand)
    return fragen.ask_eintrag("Beschlussvorlage", waiting, option="KENNUNG", finde=finde)


def _ask(
    wurzel: Path, vorgang: Callable[..., object], angaben: Angaben, grund: str | None
) -> tuple[Angaben, str | None]:
    """At a terminal: what the act still needs is asked for, on the state that is committed."""
    if not fragen.is_dialog():
        return angaben, grund
    bestand = read_head(wurzel, heute.today()).bestand
    return bv.ask_fehlendes(angaben, grund, lambda told, why: vorgang(bestand, (), angaben=told, grund=why))


def entfallen(
    kennung: bv.VorlageArgument = None,
    *,
    wurzel: Wurzel = Path(),
    grund: PflichtGrund = None,
    am: Am = None,
    probe: Probe = False,
) -> int:
    """Eine Beschlussvorlage aufgeben, die nicht gebraucht wird; ihre Nummer bleibt verbraucht.

    Steht sie schon auf einer Tagesordnung, geht das zusammen mit ihrem Punkt: „netzint sitzung top streichen“.
    """
    from netzint.vorgaenge.beschlussvorlage_aendern import entfallen as act

    vorlage = _ask_vorlage(wurzel, kennung)
    why = grund or fragen.ask_prosa("Warum entfällt sie?", option="--grund")
    return fuehre_aus(wurzel, partial(act, kennung=vorlage, grund=why, stichtag=heute.today(), am=am), probe=probe)


def liste(
    *,
    wurzel: Wurzel = Path(),
    offen: Offen = False,
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Die Beschlussvorlagen zeigen: wie weit jede ist, und was ihr noch fehlt."""
    from netzint.berichte import beschlussvorlagen

    frage = read(wurzel, stichtag, stand)
    show_bericht(beschlussvorlagen.liste(frage.bestand, frage.stichtag, offen=offen), form)


def zeigen(
    kennung: Annotated[
        str, eintrag_argument("KENNUNG", "Die Vorlage, z. B. bv-2026-007.", "Vorlage", "beschlussvorlagen")
    ],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Eine Beschlussvorlage mit ihrem ganzen Text zeigen."""
    from netzint.berichte import beschlussvorlagen

    frage = read(wurzel, stichtag, stand)
    show_bericht(beschlussvorlagen.zeigen(frage.bestand, kennung, frage.stichtag), form)
