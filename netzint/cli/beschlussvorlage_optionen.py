"""The options of a Beschlussvorlage, what they say together, and the questions about what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import eingabe, fragen
from netzint.cli.aufruffehler import Angabefehler
from netzint.cli.ausgabe import show
from netzint.cli.optionen import german, prosa_option, text_option, wort_argument

if TYPE_CHECKING:
    from collections.abc import Callable

    from netzint.vorgaenge.beschlussvorlage_angaben import Angaben, Beratungsangabe

VorlageArgument = Annotated[str | None, wort_argument("KENNUNG", "Die Vorlage, z. B. bv-2026-007, oder ihr Betreff.")]
Empfehlungen = Annotated[
    list[str] | None,
    text_option("--empfehlung", metavar="HE", hilfe="Über diese Empfehlung abstimmen. Mehrmals: zusammen (en bloc)."),
]
NeuerBetreff = Annotated[
    str | None,
    typer.Argument(
        metavar="BETREFF", show_default=False, help="Worum es geht; nötig ohne --empfehlung, sonst deren Titel."
    ),
]
Betreff = Annotated[str | None, text_option("--betreff", hilfe="Worum es geht.")]
Beschlossen = Annotated[
    str | None,
    prosa_option("--beschlossen", hilfe="Der freie Beschluss, der beantragt wird; bei „neu“ nötig ohne --empfehlung."),
]
Sachverhalt = Annotated[str | None, prosa_option("--sachverhalt", hilfe="Worüber zu entscheiden ist.")]
Begruendung = Annotated[
    str | None, prosa_option("--begruendung", hilfe="Warum so entschieden werden soll; sonst die der Empfehlung.")
]
Auswirkungen = Annotated[
    str | None, prosa_option("--finanzielle-auswirkungen", hilfe="Was es kostet, und wer es trägt.")
]
Vorschlag = Annotated[
    list[str] | None,
    prosa_option(
        "--beschlussvorschlag", hilfe="Ein Punkt des Vorschlags in eigenen Worten. Mehrmals möglich: Punkt 1, 2, …"
    ),
]
Anlagen = Annotated[list[str] | None, text_option("--anlage", hilfe="Der Name einer Anlage. Mehrmals möglich.")]
Beratungen = Annotated[
    list[str] | None,
    text_option(
        "--beratung",
        metavar="AG:TAG:ERGEBNIS",
        hilfe="Beratung in einer AG, z. B. ag-wohnen:12.10.2026:zustimmung. Mehrmals möglich.",
    ),
]
Bericht = Annotated[
    str | None, text_option("--berichterstattung", metavar="PERSON", hilfe="Wer in der Sitzung berichtet.")
]
Federfuehrung = Annotated[
    str | None, text_option("--federfuehrung", metavar="WER", hilfe="Geschäftsstelle, eine AG oder eine Stelle.")
]
Oeffentlich = Annotated[
    bool | None,
    typer.Option("--oeffentlich/--nicht-oeffentlich", show_default=False, help="Ob die Vorlage öffentlich ist."),
]
Streichen = Annotated[
    list[str] | None,
    text_option("--ohne", metavar="ANGABE", hilfe="Diese Angabe streichen, z. B. anlagen. Mehrmals möglich."),
]
NachVersand = Annotated[str | None, prosa_option("--grund", hilfe="Warum; nötig, sobald die Unterlagen versandt sind.")]
FELDER = {
    "sachverhalt": "Sachverhalt",
    "begruendung": "Begründung",
    "beschlussvorschlag": "Beschlussvorschlag",
    "finanzielle-auswirkungen": "Finanzielle Auswirkungen",
    "betreff": "Betreff",
}
"""What can be asked for at a terminal; the rest is given by options."""


def build_angaben(
    betreff: str | None, sachverhalt: str | None, begruendung: str | None, auswirkungen: str | None,
    vorschlag: list[str] | None, anlagen: list[str] | None, beratungen: list[str] | None,
    berichterstattung: str | None, federfuehrung: str | None, oeffentlich: bool | None,  # noqa: FBT001 (as typed)
    beschlossen: str | None, ohne: tuple[str, ...] = (),
) -> Angaben:  # fmt: skip
    """What was typed, in the order of the document."""
    from netzint.vorgaenge.beschlussvorlage_angaben import Angaben

    return Angaben(
        betreff, sachverhalt, begruendung, auswirkungen, tuple(vorschlag or ()), tuple(anlagen or ()),
        tuple(_parse_beratung(text) for text in beratungen or ()), berichterstattung, federfuehrung, oeffentlich,
        beschlossen, ohne,
    )  # fmt: skip


def _parse_beratung(text: str) -> Beratungsangabe:
    """``ag-wohnen:12.10.2026:zustimmung``; what stands behind the first colon may be missing."""
    from netzint.vorgaenge.beschlussvorlage_angaben import Beratungsangabe

    gremium, *rest = (part.strip() for part in text.split(":"))
    if len(rest) > 2:
        raise Angabefehler(
            f"„{text}“ ist keine Angabe zu --beratung. So ist es richtig: ag-wohnen:12.10.2026:zustimmung"
        )
    day, result = (*rest, "", "")[:2]
    return Beratungsangabe(gremium, german(eingabe.parse_datum)(day) if day else None, result or None)


def ask_fehlendes(
    angaben: Angaben, grund: str | None, try_act: Callable[[Angaben, str | None], object]
) -> tuple[Angaben, str | None]:
    """At a terminal: what the act says is missing is asked for, one thing after the other."""
    from netzint.vorgaenge.fehlt import FehltNoch

    while fragen.is_dialog():
        try:
            try_act(angaben, grund)
        except FehltNoch as fehlt:
            show(fehlt.text)
            if fehlt.was == "grund":
                grund = fragen.ask_prosa("Grund", option="--grund")
            else:
                angaben = _ask_angabe(angaben)
        else:
            break
    return angaben, grund


def _ask_angabe(angaben: Angaben) -> Angaben:
    """What is to be written, and its text."""
    feld = fragen.ask_wahl("Was soll sich ändern", tuple(FELDER), option="--sachverhalt …")
    if feld == "betreff":
        return angaben._replace(betreff=fragen.ask_text("Betreff", option="--betreff"))
    text = fragen.ask_prosa(FELDER[feld], option=f"--{feld}")
    match feld:
        case "sachverhalt":
            return angaben._replace(sachverhalt=text)
        case "begruendung":
            return angaben._replace(begruendung=text)
        case "beschlussvorschlag":
            return angaben._replace(beschlussvorschlag=(text,))
        case _:
            return angaben._replace(finanzielle_auswirkungen=text)
