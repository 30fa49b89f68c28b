"""``netzint ag mitglied|sitzung|bericht``: the work of an AG."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from netzint.cli import fach_optionen as o
from netzint.cli import fragen, heute
from netzint.cli import mitglied_optionen as m
from netzint.cli.auswahl import ask_aus
from netzint.cli.optionen import Am, PflichtDatum, Probe, Uhrzeit, Wurzel, prosa_option, tag_option, text_option
from netzint.cli.vorgang import fuehre_aus

if TYPE_CHECKING:
    from netzint.vorgaenge.mitglied_person import Person

ROLLEN = ("leitung", "staendig", "gast", "sachverstaendig")
BERICHTE = ("zwischenbericht", "abschlussbericht", "konzept")

Rolle = Annotated[
    str | None,
    text_option("--rolle", metavar="ROLLE", hilfe="leitung, staendig, gast oder sachverstaendig; nötig ohne --bis."),
]
Bis = Annotated[date | None, tag_option("--bis", hilfe="Die Person (--person) scheidet aus; dies ist ihr letzter Tag.")]
Endegrund = Annotated[
    str,
    text_option(
        "--endegrund",
        metavar="ENDEGRUND",
        hilfe="Bei --bis: niedergelegt (Vorgabe), abberufen, amt_beendet, verstorben.",
    ),
]
Amtsart = Annotated[
    str | None, text_option("--amt", metavar="AMT", hilfe="leitung, integrationsbeauftragung oder mitarbeit (Vorgabe).")
]
Mit = Annotated[list[str] | None, text_option("--mit", metavar="TITEL", hilfe="Ein weiterer Punkt. Mehrmals möglich.")]
Berichtsart = Annotated[
    str | None,
    text_option("--art", metavar="ART", hilfe="zwischenbericht, abschlussbericht oder konzept.", pflicht=True),
]
Link = Annotated[str | None, text_option("--link", metavar="https://…", hilfe="Wo der Text liegt: https://…")]
Inhalt = Annotated[str | None, prosa_option("--inhalt", hilfe="Eine Zusammenfassung.")]


def mitglied(
    ag: o.AgArgument = None, *, wurzel: Wurzel = Path(), rolle: Rolle = None,
    person: m.Personangabe = None, name: m.Name = None, titel: m.Titel = None, anrede: m.Anrede = None,
    e_mail: m.Mail = None, telefon: m.Telefon = None, stelle: m.Stelle = None, amt: Amtsart = None,
    funktion: m.Funktion = None, amt_seit: m.AmtSeit = None, namensgleich: m.Namensgleich = False,
    ab: o.AbTag = None, bis: Bis = None, endegrund: Endegrund = "niedergelegt", probe: Probe = False,
) -> int:  # fmt: skip
    """Jemanden in eine Arbeitsgruppe aufnehmen, die Rolle ändern oder (mit --bis) ausscheiden lassen.

    Leitung und ständige Mitglieder zählen gegen die beschlossene Zahl; Gäste und Sachverständige nicht.
    """
    from netzint.vorgaenge import arbeitsgruppe_mitglied as act
    from netzint.vorgaenge.mitglied_person import Person

    gemeint = ask_aus(wurzel, "arbeitsgruppen", "Arbeitsgruppe", ag, "AG")
    if bis is not None:
        wer = ask_aus(wurzel, "mitglieder", "Wer scheidet aus", person, "--person")
        ende = partial(act.ausscheiden, stichtag=heute.today(), ag=gemeint, person=wer, bis=bis, grund=endegrund)
        return fuehre_aus(wurzel, ende, probe=probe)
    who = Person(person, name, titel, anrede, e_mail, telefon, stelle, amt, funktion, amt_seit, namensgleich)
    vorgang = partial(
        act.aufnehmen, stichtag=heute.today(), ag=gemeint, person=_ask_person(wurzel, who), ab=ab,
        rolle=rolle or fragen.ask_wahl("Rolle", ROLLEN, option="--rolle"),
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe, dokumente=True)


def _ask_person(wurzel: Path, who: Person) -> Person:
    """Whom it is about, if that was not typed: somebody known by Kennung or name, or somebody new."""
    if who.kennung is not None or who.name is not None or not fragen.is_dialog():
        return who
    from netzint.cli.lesen import read_head
    from netzint.modell.fehler import NetzintFehler
    from netzint.modell.finden import find_mitglied

    text = fragen.ask_text("Name der Person (oder ihre Kennung, wenn sie schon erfasst ist)", option="--name")
    try:
        known = find_mitglied(read_head(wurzel, heute.today()).bestand, text)
    except NetzintFehler:
        return who._replace(name=text, stelle=who.stelle or ask_aus(wurzel, "stellen", "Tätig bei", None, "--stelle"))
    if fragen.ask_ja(f"Ist {known.kennung} gemeint", vorschlag=True):
        return who._replace(kennung=known.kennung)
    return who._replace(name=text, namensgleich=True)


def sitzung(
    ag: o.AgArgument = None, *, wurzel: Wurzel = Path(),
    datum: PflichtDatum = None, ort: o.OrtOption = None, beginn: Uhrzeit = None, form: o.FormOption = None,
    mit: Mit = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Eine Sitzung einer Arbeitsgruppe anlegen; auf der Tagesordnung steht, woran sie arbeitet.

    Liegt --datum in der Vergangenheit, so ist sie nachgetragen: ohne Einladung und andere Unterlagen.
    """
    from netzint.vorgaenge import arbeitsgruppe_sitzung as act
    from netzint.vorgaenge.rahmen import Wunsch

    gemeint = ask_aus(wurzel, "arbeitsgruppen", "Arbeitsgruppe", ag, "AG")
    tag = datum or fragen.ask_datum("Tag der Sitzung", option="--datum")
    wunsch = Wunsch(tag, ort, beginn, form)
    vorgang = partial(act.sitzung, stichtag=heute.today(), ag=gemeint, wunsch=wunsch, mit=tuple(mit or ()))
    return fuehre_aus(wurzel, vorgang, probe=probe, dokumente=tag >= heute.today())


def bericht(
    ag: o.AgArgument = None, *, wurzel: Wurzel = Path(),
    art: Berichtsart = None, titel: o.TitelOption = None, am: Am = None, link: Link = None, inhalt: Inhalt = None,
    probe: Probe = False,
) -> int:  # fmt: skip
    """Einen Zwischen- oder Abschlussbericht oder ein Konzept einer Arbeitsgruppe eintragen."""
    from netzint.vorgaenge import arbeitsgruppe_bericht as act

    vorgang = partial(
        act.bericht, stichtag=heute.today(), ag=ask_aus(wurzel, "arbeitsgruppen", "Arbeitsgruppe", ag, "AG"),
        art=art or fragen.ask_wahl("Art", BERICHTE, option="--art"), titel=titel, am=am, link=link, inhalt=inhalt,
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe, dokumente=True)
