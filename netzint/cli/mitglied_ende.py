"""``netzint mitglied …``: ends, changes, and what would be if."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import heute
from netzint.cli import mitglied_optionen as o
from netzint.cli.angabe_fragen import ask_angabe
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.mitglied_fragen import ask_mitglied
from netzint.cli.optionen import Am, Format, Formatwahl, Probe, Stand, Stichtag, Wurzel, tag_option, text_option
from netzint.cli.vorgang import fuehre_aus

Zum = Annotated[date | None, tag_option("--zum", "--bis", hilfe="Der letzte Tag; sonst der von --am.")]


def abberufen(
    mitglied: o.MitgliedArgument = None,
    *,
    wurzel: Wurzel = Path(),
    endegrund: Annotated[
        str,
        typer.Option("--endegrund", metavar="ENDEGRUND", help=f"Warum das Mandat endet: {o.GRUENDE}."),
    ] = "abberufen",
    am: Am = None,
    zum: Zum = None,
    gremium: Annotated[
        str | None,
        text_option(
            "--gremium", metavar="GREMIUM", hilfe="strategiegruppe, geschaeftsstelle, AG; sonst die Strategiegruppe."
        ),
    ] = None,
    probe: Probe = False,
) -> int:
    """Ein Mandat beenden: durch Abberufung, Niederlegung oder Tod."""
    from functools import partial

    from netzint.vorgaenge import mitglied_ende

    tag = heute.today()
    who = ask_mitglied(wurzel, mitglied)
    act = partial(mitglied_ende.abberufen, stichtag=tag, mitglied=who, am=am or tag, zum=zum)
    return fuehre_aus(wurzel, partial(act, grund=endegrund, gremium=gremium), probe=probe)


def amt_beendet(
    mitglied: o.MitgliedArgument = None,
    *,
    wurzel: Wurzel = Path(),
    zum: Annotated[date | None, tag_option("--zum", "--bis", hilfe="Der letzte Tag im Amt; sonst heute.")] = None,
    am: Annotated[date | None, tag_option("--am", hilfe="Mit --mandat-endet: Tag der Erklärung.")] = None,
    stelle: Annotated[
        str | None, text_option("--stelle", metavar="STELLE", hilfe="Wo, wenn es mehrere Ämter sind.")
    ] = None,
    amt: o.NeuesAmt = None,
    mandat_endet: Annotated[
        bool, typer.Option("--mandat-endet", help="Auch das Mandat in der Strategiegruppe endet an diesem Tag.")
    ] = False,
    probe: Probe = False,
) -> int:
    """Vermerken, dass ein Amt endet; das Mandat läuft weiter, bis jemand nachfolgt."""
    from functools import partial

    from netzint.vorgaenge import mitglied_ende

    tag = heute.today()
    who = ask_mitglied(wurzel, mitglied)
    act = partial(mitglied_ende.amt_beendet, stichtag=tag, mitglied=who, zum=zum or tag, am=am)
    return fuehre_aus(wurzel, partial(act, stelle=stelle, amt=amt, mandat_endet=mandat_endet), probe=probe)


_GEFRAGT = {
    "e_mail": "--e-mail", "telefon": "--telefon", "funktion": "--funktion", "name": "--name", "titel": "--titel",
    "anrede": "--anrede",
}  # fmt: skip
"""What can be asked for at a terminal."""


def aendern(
    mitglied: o.MitgliedArgument = None, *, wurzel: Wurzel = Path(),
    name: Annotated[str | None, text_option("--name", metavar="NAME", hilfe="Der neue Name.")] = None,
    titel: o.Titel = None, anrede: o.Anrede = None, e_mail: o.Mail = None, telefon: o.Telefon = None,
    stelle: o.Stelle = None,
    amt: o.NeuesAmt = None,
    funktion: o.Funktion = None,
    amt_seit: o.Amtswechsel = None,
    oeffentlich: o.Oeffentlich = None,
    ohne: o.Ohne = None,
    probe: Probe = False,
) -> int:  # fmt: skip
    """Angaben zu einer Person ändern: Name, Erreichbarkeit, Amt."""
    from functools import partial

    from netzint.vorgaenge import mitglied_aendern
    from netzint.vorgaenge.mitglied_person import Person

    tag = heute.today()
    neu = Person(None, name, titel, anrede, e_mail, telefon, stelle, amt, funktion, amt_seit, oeffentlich=oeffentlich)
    wer = ask_mitglied(wurzel, mitglied)
    if not ohne and neu == Person():
        neu = neu._replace(**ask_angabe(_GEFRAGT))
    act = partial(mitglied_aendern.aendern, stichtag=tag, mitglied=wer)
    return fuehre_aus(wurzel, partial(act, neu=neu, ohne=tuple(ohne or ())), probe=probe)


def was_waere_wenn(
    *,
    wurzel: Wurzel = Path(),
    austritt: Annotated[
        list[str] | None, text_option("--austritt", metavar="KENNUNG", hilfe="Wer ausschiede. Mehrmals möglich.")
    ] = None,
    eintritt: Annotated[
        list[str] | None,
        text_option(
            "--eintritt", metavar="[SITZ=]WER",
            hilfe="Wer einträte: Person oder Stelle, z. B. kommunen-stadt=stadt-modellingen. Mehrmals möglich.",
        ),
    ] = None,
    ab: Annotated[date | None, tag_option("--ab", hilfe="Ab welchem Tag; sonst ab dem Stichtag.")] = None,
    suche: Annotated[bool, typer.Option("--suche", help="Auch sagen, wer jeden freien Sitz füllen könnte.")] = False,
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:  # fmt: skip
    """Zeigen, was ein Wechsel in der Strategiegruppe bewirken würde; nichts wird geändert."""
    from netzint.berichte import was_waere_wenn

    frage = read(wurzel, stichtag, stand)
    tag = ab or frage.stichtag
    wechsel = was_waere_wenn.Wechsel(tuple(austritt or ()), tuple(eintritt or ()), tag, suche=suche)
    show_bericht(was_waere_wenn.vergleich(frage.bestand, wechsel), form)
