"""``netzint abweichung …``: recorded facts of the past that break a rule and are true all the same."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

from netzint.cli import fragen, heute
from netzint.cli.optionen import PflichtGrund, Probe, Wurzel, text_option, wort_argument
from netzint.cli.vorgang import fuehre_aus

Kennung = Annotated[str | None, wort_argument("KENNUNG", "Der Eintrag, z. B. sg-2026-02.")]
Regel = Annotated[
    str | None,
    text_option("--regel", metavar="CODE", hilfe="Die Regel, z. B. S301; alle zeigt: netzint regel.", pflicht=True),
]
WIDERSPRUCH = (
    "Ohne die Begründung wäre das wieder ein Fehler:",
    "Zuerst beheben, was die Regel verlangt; was das ist, zeigt: netzint pruefen",
)


def begruenden(
    kennung: Kennung = None, *, wurzel: Wurzel = Path(), regel: Regel = None, grund: PflichtGrund = None,
    probe: Probe = False,
) -> int:  # fmt: skip
    """Begründen, warum etwas Vergangenes trotz eines Fehlers stimmt; der Fehler wird damit zur Warnung."""
    from netzint.vorgaenge import abweichung

    vorgang = partial(
        abweichung.begruenden, stichtag=heute.today(),
        kennung=kennung or fragen.ask_text("Eintrag (Kennung)", option="KENNUNG"),
        regel=regel or fragen.ask_text("Regel (Code)", option="--regel"),
        grund=grund if grund is not None else fragen.ask_prosa("Grund", option="--grund"),
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def streichen(kennung: Kennung = None, *, wurzel: Wurzel = Path(), regel: Regel = None, probe: Probe = False) -> int:
    """Eine begründete Abweichung streichen, die nicht mehr gebraucht wird."""
    from netzint.vorgaenge import abweichung

    kennung = kennung or fragen.ask_text("Eintrag (Kennung)", option="KENNUNG")
    vorgang = partial(
        abweichung.streichen, kennung=kennung, regel=regel or fragen.ask_text("Regel (Code)", option="--regel")
    )
    return fuehre_aus(wurzel, vorgang, probe=probe, widerspruch=WIDERSPRUCH)
