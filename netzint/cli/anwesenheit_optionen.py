"""The options that say who is at a Sitzung, and the questions that ask it at a terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import fragen
from netzint.cli.ausgabe import show
from netzint.cli.optionen import text_option
from netzint.modell.fehler import NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netzint.modell.bestand import Bestand
    from netzint.modell.sitzung import Sitzung
    from netzint.vorgaenge.anwesenheit import Meldung

Alle = Annotated[
    bool,
    typer.Option(
        "--alle", help="Alle Mitglieder und eingeladenen Gäste sind da, außer denen, zu denen anderes angegeben ist."
    ),
]
Da = Annotated[
    list[str] | None,
    text_option(
        "--da", metavar="PERSON", hilfe="Diese Person ist da; eine Stellvertretung vertritt dann. Mehrmals möglich."
    ),
]
Vertretung = Annotated[
    list[str] | None,
    text_option(
        "--vertretung", metavar="PERSON:MITGLIED", hilfe="Diese Person vertritt das Mitglied. Mehrmals möglich."
    ),
]
Entschuldigt = Annotated[
    list[str] | None,
    text_option("--entschuldigt", metavar="PERSON", hilfe="Diese Person fehlt entschuldigt. Mehrmals möglich."),
]
Unentschuldigt = Annotated[
    list[str] | None,
    text_option("--unentschuldigt", metavar="PERSON", hilfe="Diese Person fehlt unentschuldigt. Mehrmals möglich."),
]
Kommt = Annotated[
    list[str] | None,
    text_option("--kommt", metavar="PERSON:TOP", hilfe="Die Person kommt erst zu diesem TOP. Mehrmals möglich."),
]
Geht = Annotated[
    list[str] | None,
    text_option("--geht", metavar="PERSON:TOP", hilfe="Die Person geht vor diesem TOP. Mehrmals möglich."),
]
NichtBei = Annotated[
    list[str] | None,
    text_option(
        "--nicht-bei", metavar="PERSON:TOP,TOP", hilfe="Die Person ist bei diesen TOPs nicht da. Mehrmals möglich."
    ),
]
Durchgehend = Annotated[
    list[str] | None,
    text_option("--durchgehend", metavar="PERSON", hilfe="Die Person ist doch durchgehend da. Mehrmals möglich."),
]
Gast = Annotated[
    list[str] | None,
    text_option(
        "--gast",
        metavar="WER:FUNKTION",
        hilfe='Ein Gast: Stelle oder Kennung, dann die Funktion, z. B. "stadt-musterstadt:Amtsleitung".',
    ),
]
OhneGast = Annotated[
    list[str] | None,
    text_option("--ohne-gast", metavar="WER", hilfe="Dieser Gast war doch nicht da. Mehrmals möglich."),
]
Leitung = Annotated[
    str | None,
    text_option("--leitung", metavar="PERSON", hilfe="Wer die Sitzung leitet; sonst nach der Geschäftsordnung."),
]


def build_meldung(*, alle: bool = False, leitung: str | None = None, **listen: Sequence[str] | None) -> Meldung:
    """What the options say; the keys are those of ``Meldung``."""
    from netzint.vorgaenge.anwesenheit import Meldung

    return Meldung(alle=alle, leitung=leitung, **{name: tuple(texts or ()) for name, texts in listen.items()})


def ask_meldung(bestand: Bestand, sitzung: Sitzung, meldung: Meldung) -> Meldung:
    """At a terminal: who is missing, and who is represented or excused; everybody else is there."""
    from netzint.vorgaenge.stellvertretung import list_mitglieder, list_stellvertretungen

    members = list_mitglieder(bestand, sitzung)
    for nr, kennung in enumerate(members, 1):
        show(f"  {nr:>3}  {kennung}  {bestand.mitglieder[kennung].voller_name}")
    missing = _ask_fehlende(bestand, members)
    represented, excused, absent = [], [], []
    for kennung in missing:
        deputies = list_stellvertretungen(bestand, sitzung, kennung)
        taken = next((d for d in deputies if fragen.ask_ja(f"{kennung}: vertreten durch {d}?", vorschlag=False)), None)
        if taken is not None:
            represented.append(f"{taken}:{kennung}")
        elif fragen.ask_ja(f"{kennung}: entschuldigt?", vorschlag=True):
            excused.append(kennung)
        else:
            absent.append(kennung)
    told = meldung._replace(alle=True, vertretung=tuple(represented))
    told = told._replace(ohne_gast=(*meldung.ohne_gast, *_ask_gaeste(bestand, sitzung, meldung.ohne_gast)))
    return told._replace(entschuldigt=tuple(excused), unentschuldigt=tuple(absent))


def _ask_gaeste(bestand: Bestand, sitzung: Sitzung, ohne: Sequence[str]) -> list[str]:
    """Which of the invited guests did not come."""
    from netzint.vorgaenge.gaeste import list_eingeladene_gaeste

    people = [g.mitglied for g in list_eingeladene_gaeste(bestand, sitzung) if g.mitglied and g.mitglied not in ohne]
    asked = ((k, f"Gast {k} ({bestand.mitglieder[k].voller_name}) da?") for k in people)
    return [k for k, frage in asked if not fragen.ask_ja(frage, vorschlag=True)]


def _ask_fehlende(bestand: Bestand, members: Sequence[str]) -> list[str]:
    """Who is missing, asked again until everybody who was named belongs there."""
    frage = "Wer fehlt? (Nummern, Kennungen oder Namen, mit Komma dazwischen; leer: niemand)"
    while True:
        answer = fragen.ask_text(frage, leer=True)
        try:
            return list(dict.fromkeys(_pick(bestand, part, members) for part in _split(answer)))
        except NetzintFehler as fehler:
            show(f"{fehler.text} {fehler.hinweis}")


def _split(answer: str) -> list[str]:
    """What was named: between commas, and between blanks where it cannot be one name."""
    parts = [part.split() for part in re.split(r"[,;]", answer)]
    return [word for words in parts for word in (words if _are_kennungen(words) else [" ".join(words)])]


def _are_kennungen(words: Sequence[str]) -> bool:
    return all(word.isdecimal() or "-" in word for word in words)


def _pick(bestand: Bestand, part: str, members: Sequence[str]) -> str:
    """The member that is meant. Raises NetzintFehler for a number or a person that is not on the list."""
    from netzint.modell.finden import find_mitglied

    if part.isdecimal() and 1 <= int(part) <= len(members):
        return members[int(part) - 1]
    person = "" if part.isdecimal() else find_mitglied(bestand, part).kennung
    if person not in members:
        raise NetzintFehler(f"„{part}“ steht nicht auf dieser Liste.", "Bitte von der Liste oben wählen.")
    return person
