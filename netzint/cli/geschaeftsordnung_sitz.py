"""``netzint geschaeftsordnung sitz …``: the seats of the Strategiegruppe."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from netzint.cli import fragen
from netzint.cli.geschaeftsordnung import make_rahmen
from netzint.cli.geschaeftsordnung_optionen import Ab, Beschluss, with_folgen
from netzint.cli.optionen import Probe, Wurzel, text_option, wort_argument
from netzint.cli.vorgang import fuehre_aus

Neuer = Annotated[str | None, wort_argument("KENNUNG", "Wie der neue Sitz heißen soll, z. B. sitz-kreistag.")]
SitzArgument = Annotated[str | None, wort_argument("SITZ", "Der Sitz: Kennung oder Name, z. B. sitz-gemeindetag.")]
Bezeichnung = Annotated[
    str | None, text_option("--bezeichnung", hilfe="Wie der Sitz in Listen heißt; sonst ergibt es sich.")
]
Bank = Annotated[
    str | None,
    text_option("--bank", metavar="BANK", hilfe="ministerium, landesverbaende, kommunen oder integrationsbeauftragte."),
]
Stelle = Annotated[str | None, text_option("--stelle", metavar="STELLE", hilfe="Die Stelle, der der Sitz gehört.")]
Koerperschaft = Annotated[
    str | None,
    text_option("--koerperschaft", metavar="ART", hilfe="Woher die Person kommt: gemeinde, stadt oder landkreis."),
]
Amt = Annotated[
    str | None, text_option("--amt", metavar="AMT", hilfe="Ihr Amt dort: leitung oder integrationsbeauftragung.")
]
BenanntVon = Annotated[
    list[str] | None,
    text_option("--benannt-von", metavar="STELLE", hilfe="Wer für den Sitz benennen darf. Mehrmals möglich."),
]
Quelle = Annotated[str | None, text_option("--quelle", hilfe="Woher das kommt; sonst steht dort der Beschluss.")]


def neu(
    kennung: Neuer = None, *, wurzel: Wurzel = Path(), ab: Ab = None, beschluss: Beschluss = None,
    statt: Annotated[
        str | None,
        text_option("--statt", metavar="SITZ", hilfe="Der Sitz, der dafür entfällt; was fehlt, gilt wie dort."),
    ] = None,
    bank: Bank = None, stelle: Stelle = None, koerperschaft: Koerperschaft = None, amt: Amt = None,
    benannt_von: BenanntVon = None, bezeichnung: Bezeichnung = None, quelle: Quelle = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Von einem Tag an einen neuen Sitz vorsehen, meist statt eines anderen."""
    from netzint.vorgaenge import geschaeftsordnung_sitz as sitz

    kennung = kennung or fragen.ask_text("Kennung des neuen Sitzes", option="KENNUNG")
    rahmen = make_rahmen(ab, beschluss)
    angaben = sitz.Sitzangaben(bezeichnung, bank, stelle, koerperschaft, amt, tuple(benannt_von or ()), quelle)
    vorgang = with_folgen(
        lambda bestand, vergeben: sitz.neu(bestand, vergeben, rahmen, kennung=kennung, angaben=angaben, statt=statt),
        rahmen.stichtag,
    )
    return fuehre_aus(wurzel, vorgang, probe=probe)


def aendern(
    name: SitzArgument = None, *, wurzel: Wurzel = Path(), ab: Ab = None, beschluss: Beschluss = None,
    bank: Bank = None, stelle: Stelle = None, koerperschaft: Koerperschaft = None, amt: Amt = None,
    benannt_von: BenanntVon = None, bezeichnung: Bezeichnung = None, quelle: Quelle = None,
    ohne: Annotated[
        list[str] | None,
        text_option(
            "--ohne", metavar="ANGABE", hilfe="Streichen: bezeichnung, stelle, koerperschaft, amt. Mehrmals möglich."
        ),
    ] = None,
    probe: Probe = False,
) -> int:  # fmt: skip
    """Von einem Tag an ändern, wer auf einem Sitz sitzen und wer für ihn benennen darf."""
    from netzint.vorgaenge import geschaeftsordnung_sitz as sitz

    name = name or fragen.ask_text("Sitz", option="SITZ")
    rahmen = make_rahmen(ab, beschluss)
    angaben = sitz.Sitzangaben(bezeichnung, bank, stelle, koerperschaft, amt, tuple(benannt_von or ()), quelle)
    vorgang = with_folgen(
        lambda bestand, _: sitz.aendern(bestand, rahmen, sitz=name, angaben=angaben, ohne=tuple(ohne or ())),
        rahmen.stichtag,
    )
    return fuehre_aus(wurzel, vorgang, probe=probe)


def entfallen(
    name: SitzArgument = None, *, wurzel: Wurzel = Path(), ab: Ab = None, beschluss: Beschluss = None,
    probe: Probe = False,
) -> int:  # fmt: skip
    """Einen Sitz von einem Tag an nicht mehr vorsehen."""
    from netzint.vorgaenge import geschaeftsordnung_sitz as sitz

    name = name or fragen.ask_text("Sitz", option="SITZ")
    rahmen = make_rahmen(ab, beschluss)
    return fuehre_aus(
        wurzel,
        with_folgen(lambda bestand, _: sitz.entfallen(bestand, rahmen, sitz=name), rahmen.stichtag),
        probe=probe,
    )
