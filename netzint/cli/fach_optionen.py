"""Options that acts of the Strategiegruppe's work share: the Beschluss they rest on, what goes into a Vorlage."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from netzint.cli import eingabe
from netzint.cli.optionen import german, prosa_option, tag_option, text_option, wort_argument

BeschlussOption = Annotated[
    str | None,
    text_option(
        "--beschluss",
        metavar="SITZUNG/BESCHLUSS",
        hilfe="Der Beschluss darüber, z. B. sg-2026-03/ziel-wohnen. Ohne ihn entsteht eine Beschlussvorlage.",
    ),
]
Sachverhalt = Annotated[str | None, prosa_option("--sachverhalt", hilfe="Sachverhalt für die Beschlussvorlage.")]
Beschreibung = Annotated[str | None, prosa_option("--beschreibung", hilfe="Worum es geht.")]
WunschKennung = Annotated[
    str | None, text_option("--kennung", metavar="KENNUNG", hilfe="Eine eigene Kennung; sonst ergibt sie der Titel.")
]
TitelArgument = Annotated[str | None, wort_argument("TITEL", "Der Titel; auch als --titel möglich.")]
TitelOption = Annotated[str | None, text_option("--titel", hilfe="Der Titel.")]
NeuerTitel = Annotated[str | None, text_option("--titel", hilfe="Der neue Titel.")]
OhneBeschreibung = Annotated[
    list[str] | None, text_option("--ohne", metavar="ANGABE", hilfe="Streichen: beschreibung.")
]
ThemaOption = Annotated[
    str | None, text_option("--thema", metavar="THEMA", hilfe="Das Thema: Kennung oder Titel, z. B. thema-wohnen.")
]
ThemaArgument = Annotated[str | None, wort_argument("THEMA", "Das Thema: Kennung oder Titel, z. B. thema-wohnen.")]
PflichtThema = Annotated[
    str | None,
    text_option("--thema", metavar="THEMA", hilfe="Das Thema: Kennung oder Titel, z. B. thema-wohnen.", pflicht=True),
]
BedarfArgument = Annotated[str | None, wort_argument("BEDARF", "Der Bedarf: Kennung oder Titel, z. B. bedarf-2026-04.")]
ZielArgument = Annotated[str | None, wort_argument("ZIEL", "Das Ziel: Kennung oder Titel, z. B. ziel-teilhabe.")]
AbTag = Annotated[date | None, tag_option("--ab", hilfe="Der erste Tag.")]
AgArgument = Annotated[str | None, wort_argument("AG", "Die Arbeitsgruppe: Kennung oder Name, z. B. ag-wohnen.")]
OrtOption = Annotated[str | None, text_option("--ort", hilfe="Der Ort oder der Zugang zur Videokonferenz.")]
FormOption = Annotated[str | None, text_option("--form", metavar="FORM", hilfe="praesenz, video oder hybrid.")]
Ende = Annotated[
    str | None,
    typer.Option("--ende", metavar="HH:MM", show_default=False, parser=german(eingabe.parse_uhrzeit), help="Das Ende."),
]
