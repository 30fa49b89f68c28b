"""``netzint bedarf entfallen`` and ``netzint veranstaltung entfallen``: what was laid down by mistake."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

from netzint.cli import fragen, heute
from netzint.cli.auswahl import ask_aus
from netzint.cli.optionen import Am, PflichtGrund, Probe, Wurzel, wort_argument
from netzint.cli.vorgang import fuehre_aus

BedarfArgument = Annotated[str | None, wort_argument("BEDARF", "Der Bedarf, z. B. bedarf-2026-04.")]
VeranstaltungArgument = Annotated[str | None, wort_argument("VERANSTALTUNG", "Die Veranstaltung, z. B. va-2027-01.")]


def bedarf_entfallen(
    gemeint: BedarfArgument = None, *, wurzel: Wurzel = Path(), grund: PflichtGrund = None, am: Am = None,
    probe: Probe = False,
) -> int:  # fmt: skip
    """Einen versehentlich aufgenommenen Bedarf aufgeben; seine Nummer bleibt verbraucht."""
    from netzint.vorgaenge import entfallen

    wahl = ask_aus(wurzel, "bedarfe", "Bedarf", gemeint, "BEDARF")
    grund = grund if grund is not None else fragen.ask_prosa("Grund", option="--grund")
    vorgang = partial(entfallen.bedarf, stichtag=heute.today(), bedarf=wahl, grund=grund, am=am)
    return fuehre_aus(wurzel, vorgang, probe=probe)


def veranstaltung_entfallen(
    gemeint: VeranstaltungArgument = None, *, wurzel: Wurzel = Path(), grund: PflichtGrund = None, am: Am = None,
    probe: Probe = False,
) -> int:  # fmt: skip
    """Eine versehentlich angelegte Veranstaltung aufgeben; ihre Nummer bleibt verbraucht."""
    from netzint.vorgaenge import entfallen

    wahl = ask_aus(wurzel, "veranstaltungen", "Veranstaltung", gemeint, "VERANSTALTUNG")
    grund = grund if grund is not None else fragen.ask_prosa("Grund", option="--grund")
    vorgang = partial(entfallen.veranstaltung, stichtag=heute.today(), veranstaltung=wahl, grund=grund, am=am)
    return fuehre_aus(wurzel, vorgang, probe=probe)
