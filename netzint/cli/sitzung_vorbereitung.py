"""``netzint sitzung fortschreiben`` and ``einladen``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from netzint.cli import fragen, heute
from netzint.cli.ausgabe import show
from netzint.cli.lesen import read_head
from netzint.cli.optionen import Am, Probe, Wurzel, prosa_option, text_option
from netzint.cli.sitzung_fragen import TERMINIERT, SitzungArgument, ask_sitzung, ask_versand
from netzint.cli.vorgang import fuehre_aus

if TYPE_CHECKING:
    from datetime import date

    from netzint.modell.bestand import Bestand


def fortschreiben(
    kennung: SitzungArgument = None,
    *,
    wurzel: Wurzel = Path(),
    ohne: Annotated[
        list[str] | None,
        text_option("--ohne", metavar="TOP", hilfe="Diesen Punkt lassen, wie er ist. Mehrmals möglich."),
    ] = None,
    probe: Probe = False,
) -> int:
    """Die Tagesordnung auf den Stand von heute bringen.

    Was inzwischen offen ist, kommt dazu, was erledigt ist, geht; Ihre eigenen Punkte und Ihre Reihenfolge bleiben.
    Nach der Einladung kommt Neues als Tischvorlage, und nichts verschwindet.
    """
    from netzint.vorgaenge.sitzung_fortschreiben import fortschreiben as act

    tag = heute.today()
    sitzung = ask_sitzung(wurzel, tag, kennung)
    keep = [*(ohne or ()), *_ask_erledigt(wurzel, sitzung, tag, ohne or [])]
    vorgang = partial(act, kennung=sitzung, stichtag=tag, ohne=tuple(keep))
    return fuehre_aus(wurzel, vorgang, probe=probe, dokumente=True)


def _ask_erledigt(wurzel: Path, kennung: str, tag: date, ohne: list[str]) -> list[str]:
    """Which settled TOPs stay, on a terminal only; without one they go."""
    if not fragen.is_dialog():
        return []
    from netzint.vorgaenge.sitzung_fortschreiben import list_erledigte

    gone = [w for w in list_erledigte(read_head(wurzel, tag).bestand, kennung, tag) if w.top.kennung not in ohne]
    asked = ((w, f"„{w.top.titel}“ ist erledigt ({w.grund}). Streichen?") for w in gone)
    return [w.top.kennung for w, frage in asked if not fragen.ask_ja(frage, vorschlag=True)]


def einladen(
    kennung: SitzungArgument = None,
    *,
    wurzel: Wurzel = Path(),
    am: Am = None,
    grund: Annotated[
        str | None, prosa_option("--grund", hilfe="Warum kürzer geladen wird, als die Geschäftsordnung vorsieht.")
    ] = None,
    gast: Annotated[
        list[str] | None,
        text_option("--gast", metavar="PERSON", hilfe="Diese Person auch als Gast laden. Mehrmals möglich."),
    ] = None,
    ohne_gast: Annotated[
        list[str] | None,
        text_option(
            "--ohne-gast", metavar="PERSON", hilfe="Diesen vorgeschlagenen Gast nicht laden. Mehrmals möglich."
        ),
    ] = None,
    probe: Probe = False,
) -> int:
    """Festhalten, dass eingeladen ist, und die Unterlagen dazu erzeugen.

    Vermerkt werden Versandtag, Verteiler und Prüfsumme der Einladung; die Nummern der Punkte stehen danach fest.
    Ist die Ladungsfrist zu kurz, braucht es einen Grund.
    """
    from netzint.dokumente.erzeugen import digest_einladung
    from netzint.dokumente.pipeline import Vorlagen
    from netzint.vorgaenge.sitzung_einladen import einladen as act

    tag = heute.today()
    sitzung = ask_sitzung(wurzel, tag, kennung, TERMINIERT)
    frage = read_head(wurzel, tag)
    am = ask_versand(frage.bestand, sitzung, tag, am)
    reason = grund or _ask_grund(frage.bestand, sitzung, am or tag)
    pruefsumme = partial(digest_einladung, vorlagen=Vorlagen.decode(frage.gelesen.vorlagen()))
    vorgang = partial(act, kennung=sitzung, stichtag=tag, pruefsumme=pruefsumme, am=am, grund=reason)
    vorgang = partial(vorgang, gaeste=tuple(gast or ()), ohne=tuple(ohne_gast or ()))
    return fuehre_aus(wurzel, vorgang, probe=probe, dokumente=True)


def _ask_grund(bestand: Bestand, kennung: str, versandt: date) -> str | None:
    """The reason for a short Ladungsfrist, asked for on a terminal only."""
    if not fragen.is_dialog():
        return None
    from netzint.modell.finden import find_sitzung
    from netzint.vorgaenge.sitzung_einladen import missing_reason

    why = missing_reason(bestand, find_sitzung(bestand, kennung), versandt)
    if not why:
        return None
    show(why)
    return fragen.ask_prosa("Grund", option="--grund")
