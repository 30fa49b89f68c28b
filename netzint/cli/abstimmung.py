"""``netzint sitzung abstimmen``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from netzint.cli import abstimmung_optionen as ab
from netzint.cli import empfehlung_optionen as he
from netzint.cli import fragen, heute
from netzint.cli.optionen import Probe, Wurzel
from netzint.cli.sitzung_fragen import EROEFFNET, SitzungArgument, TopArgument, ask_sitzung, ask_top
from netzint.cli.vorgang import fuehre_aus

if TYPE_CHECKING:
    from collections.abc import Callable

    from netzint.vorgaenge.abstimmung import Angaben


def abstimmen(
    kennung: SitzungArgument = None, top: TopArgument = None, *, wurzel: Wurzel = Path(),
    ja: ab.Ja = None, nein: ab.Nein = None, enthaltung: ab.Enthaltung = None, einstimmig: ab.Einstimmig = False,
    befangen: ab.Befangen = None, stimme_leitung: ab.StimmeLeitung = None, ergebnis: ab.Ergebnis = None,
    namentlich_ja: ab.NamentlichJa = None, namentlich_nein: ab.NamentlichNein = None,
    namentlich_enthaltung: ab.NamentlichEnthaltung = None,
    empfehlung: ab.EineEmpfehlung = None, en_bloc: ab.EnBloc = None,
    antrag: ab.Antrag = None, vorlage: ab.Vorlage = None, ag: ab.Ag = None, bis: ab.Bis = None,
    staendige_mitglieder: ab.Staendige = None, thema: ab.Thema = None, ziel: ab.Ziel = None,
    niederschrift_von: ab.NiederschriftVon = None, beschlossen: ab.Beschlossen = None,
    wortlaut: he.Wortlautoption = None, massnahme: he.Massnahme = None, pruefbar: he.Pruefbar = None,
    federfuehrend: he.Federfuehrend = None, beteiligt: he.Beteiligt = None, ohne: he.Ohne = None,
    verlauf: ab.VerlaufText = None, da: ab.DaBeiTop = None, nicht_da: ab.NichtDa = None,
    beschlusskennung: ab.Beschlusskennung = None, korrigieren: ab.Korrigieren = False, probe: Probe = False,
) -> int:  # fmt: skip
    """Eine Abstimmung festhalten; das Ergebnis wird berechnet und erklärt.

    Stimmen mit --ja, --nein und --enthaltung, oder --einstimmig. Wurde der Text in der Sitzung geändert, dazu
    --ergebnis geaendert_angenommen und das Neue: --wortlaut, --massnahme, --pruefbar, --federfuehrend, --beteiligt.
    """
    from netzint.vorgaenge.abstimmung import Angaben
    from netzint.vorgaenge.abstimmung import abstimmen as act
    from netzint.vorgaenge.abstimmung_antrag import Sache
    from netzint.vorgaenge.abstimmung_stimmen import Stimmen

    sitzung = ask_sitzung(wurzel, heute.today(), kennung, EROEFFNET)
    which = ask_top(wurzel, heute.today(), sitzung, top)
    named = (tuple(namentlich_ja or ()), tuple(namentlich_nein or ()), tuple(namentlich_enthaltung or ()))
    angaben = Angaben(
        Sache(antrag, empfehlung, tuple(en_bloc or ()), vorlage, ag, thema, ziel, niederschrift_von, bis,
              staendige_mitglieder, beschlossen),
        Stimmen(ja, nein, enthaltung, einstimmig, *named, tuple(befangen or ()), stimme_leitung),
        ergebnis, he.build_wortlaut(wortlaut, massnahme, pruefbar, federfuehrend, beteiligt, ohne),
        beschlusskennung, verlauf, tuple(da or ()), tuple(nicht_da or ()), korrigieren,
    )  # fmt: skip
    vorgang = partial(act, kennung=sitzung, top=which)
    return fuehre_aus(wurzel, partial(vorgang, angaben=_ask(wurzel, angaben, vorgang)), probe=probe)


def _ask(wurzel: Path, angaben: Angaben, vorgang: Callable[..., object]) -> Angaben:
    """At a terminal: what the vote still needs is asked for, on the state that is committed."""
    if not fragen.is_dialog():
        return angaben
    from netzint.cli.lesen import read_head

    bestand = read_head(wurzel, heute.today()).bestand
    return ab.ask_fehlendes(angaben, lambda told: vorgang(bestand, (), angaben=told))
