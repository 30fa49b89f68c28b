"""Options that describe a person, the same in every command that takes one."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from netzint.cli.optionen import tag_option, text_option, wort_argument

Personangabe = Annotated[
    str | None, text_option("--person", metavar="KENNUNG", hilfe="Wer schon erfasst ist: Kennung oder Name.")
]
Name = Annotated[str | None, text_option("--name", metavar="NAME", hilfe="Wer neu ist: Vor- und Nachname.")]
Titel = Annotated[str | None, text_option("--titel", metavar="TITEL", hilfe="Akademischer Grad, z. B. Dr.")]
Anrede = Annotated[str | None, text_option("--anrede", metavar="ANREDE", hilfe="Frau oder Herr; sonst weglassen.")]
Mail = Annotated[str | None, text_option("--e-mail", metavar="ADRESSE", hilfe="Dienstliche Adresse; nie eine private.")]
Telefon = Annotated[str | None, text_option("--telefon", metavar="NUMMER", hilfe="Dienstliche Nummer.")]
Stelle = Annotated[
    str | None, text_option("--stelle", metavar="STELLE", hilfe="Wo die Person tätig ist, z. B. stadt-musterstadt.")
]
Amtsart = Annotated[
    str | None,
    text_option(
        "--amt", metavar="AMT", hilfe="leitung, integrationsbeauftragung, mitarbeit; sonst was der Sitz verlangt."
    ),
]
Funktion = Annotated[
    str | None, text_option("--funktion", metavar="TEXT", hilfe="Amtsbezeichnung, z. B. Oberbürgermeisterin.")
]
AmtSeit = Annotated[date | None, tag_option("--amt-seit", hilfe="Seit wann die Person dieses Amt hat.")]
Oeffentlich = Annotated[
    bool | None,
    typer.Option(
        "--oeffentlich/--nicht-oeffentlich",
        show_default=False,
        help="Ob der Name in Unterlagen für die Öffentlichkeit stehen darf.",
    ),
]
Namensgleich = Annotated[
    bool, typer.Option("--namensgleich", help="Die Person ist jemand anderes als die erfasste gleichen Namens.")
]

Durch = Annotated[
    str | None,
    text_option("--durch", metavar="STELLE", hilfe="Wer benannt hat; nur nötig, wenn es mehrere dürfen."),
]
BenanntAm = Annotated[date | None, tag_option("--am", hilfe="Der Tag der Benennung; sonst heute.")]
Ab = Annotated[
    date | None,
    tag_option("--ab", hilfe="Der erste Tag; sonst der Tag der Benennung oder der Tag nach einem festen Ende."),
]
Bis = Annotated[date | None, tag_option("--bis", hilfe="Der letzte Tag, wenn er schon feststeht.")]
GRUENDE = "abberufen, niedergelegt, verstorben, amt_beendet oder nachbenannt"
Endegrund = Annotated[
    str | None, text_option("--endegrund", metavar="ENDEGRUND", hilfe=f"Warum das Mandat endet: {GRUENDE}.")
]
Vorher = Annotated[
    str,
    typer.Option("--endegrund", metavar="ENDEGRUND", help=f"Warum das bisherige Mandat endet: {GRUENDE}."),
]
SitzArgument = Annotated[
    str | None,
    wort_argument("SITZ", "Der Sitz, z. B. kommunen-stadt; alle zeigt: netzint strategiegruppe."),
]
MitgliedArgument = Annotated[str | None, wort_argument("KENNUNG", "Die Person: Kennung oder Name.")]
Rolle = Annotated[
    str, text_option("--rolle", metavar="ROLLE", hilfe="Nur in der Geschäftsstelle: leitung oder mitarbeit.")
]
Amtswechsel = Annotated[
    date | None,
    tag_option("--amt-seit", hilfe="Ein neues Amt beginnt an diesem Tag; sonst wird das jetzige berichtigt."),
]
NeuesAmt = Annotated[
    str | None, text_option("--amt", metavar="AMT", hilfe="leitung, integrationsbeauftragung oder mitarbeit.")
]
Ohne = Annotated[
    list[str] | None,
    text_option(
        "--ohne", metavar="ANGABE", hilfe="Streichen: titel, anrede, e-mail, telefon, funktion. Mehrmals möglich."
    ),
]
