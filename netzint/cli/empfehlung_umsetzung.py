"""``netzint empfehlung …``: from the vote to the Erledigungsvermerk."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli.empfehlung import kennung_argument
from netzint.cli.empfehlung_optionen import ask_stelle, choose
from netzint.cli.optionen import Am, Grund, Probe, Wurzel, prosa_option, tag_option, text_option
from netzint.cli.vorgang import fuehre_aus

Unterwegs = Annotated[str, kennung_argument("rueckmeldung")]
Stelle = Annotated[
    str | None,
    text_option("--stelle", hilfe="Um welche Stelle es geht; sonst die einzige offene.", metavar="STELLE"),
]
Wer = Annotated[str | None, text_option("--wer", hilfe="Wer dort zuständig ist: Referat oder Amt, kein Name.")]
Bis = Annotated[date | None, tag_option("--bis", hilfe="Bis wann es umgesetzt sein soll.")]
Wiedervorlage = Annotated[
    date | None,
    tag_option("--wiedervorlage", hilfe="Wann wieder gefragt wird; sonst nach der Geschäftsordnung."),
]
Vermerk = Annotated[
    str | None, prosa_option("--vermerk", hilfe="Was die Prüfung ergab oder woran man es sieht.", pflicht=True)
]
Ablehnungsgrund = Annotated[
    str | None,
    prosa_option("--grund", hilfe="Die Begründung der Stelle; nötig bei „teilweise“ und „nicht-aufgegriffen“."),
]
Link = Annotated[str | None, text_option("--link", hilfe="Nachweis: wo es nachzulesen ist.", metavar="https://…")]
Betrag = Annotated[
    int | None,
    typer.Option(
        "--betrag", metavar="EURO", show_default=False, min=0, help="Nachweis: eingesetzte Mittel, ganze Euro."
    ),
]
Nachweistag = Annotated[date | None, tag_option("--nachweis-am", hilfe="Nachweis: von welchem Tag.")]


def weiterleiten(
    kennung: Annotated[str, kennung_argument("weiterleiten")],
    *,
    stelle: Annotated[
        list[str] | None,
        text_option(
            "--stelle", hilfe="Nur an diese Stelle; sonst an alle offenen. Mehrmals möglich.", metavar="STELLE"
        ),
    ] = None,
    am: Am = None,
    antwort_bis: Annotated[
        date | None,
        tag_option(
            "--antwort-bis", hilfe="Bis wann die erste Rückmeldung erbeten ist; sonst nach der Geschäftsordnung."
        ),
    ] = None,
    wurzel: Wurzel = Path(),
    probe: Probe = False,
) -> int:
    """Den beschlossenen Wortlaut an die betroffenen Stellen weiterleiten; die Schreiben liegen in ausgabe/."""
    from netzint.vorgaenge.empfehlung_weiterleitung import weiterleiten as act

    stellen, tag = tuple(stelle or ()), heute.today()
    vorgang = partial(act, kennung=kennung, stellen=stellen, am=am, antwort_bis=antwort_bis, stichtag=tag)
    return fuehre_aus(wurzel, vorgang, probe=probe, dokumente=True)


def rueckmeldung(
    kennung: Unterwegs,
    *,
    stelle: Stelle = None,
    antwort: Annotated[
        str | None,
        text_option(
            "--antwort",
            metavar="ANTWORT",
            pflicht=True,
            hilfe="aufgegriffen, teilweise, nicht-aufgegriffen oder offen (noch in Prüfung).",
        ),
    ] = None,
    grund: Ablehnungsgrund = None,
    wer: Wer = None,
    bis: Bis = None,
    wiedervorlage: Wiedervorlage = None,
    am: Am = None,
    wurzel: Wurzel = Path(),
    probe: Probe = False,
) -> int:
    """Eintragen, was eine Stelle geantwortet hat: ob sie die Empfehlung aufgreift; wenn nicht, warum."""
    from netzint.vorgaenge import empfehlung_umsetzung as akte
    from netzint.vorgaenge.empfehlung_stand import Meldung

    antworten = tuple(akte.AUFGEGRIFFEN)
    given = antwort or fragen.ask_wahl("Antwort", [a.replace("_", "-") for a in antworten], option="--antwort")
    meldung = Meldung(ask_stelle(wurzel, kennung, stelle), am, wer, bis, wiedervorlage, grund)
    wahl = choose("--antwort", given, antworten)
    if wahl in ("teilweise", "nicht_aufgegriffen") and grund is None:
        meldung = meldung._replace(grund=fragen.ask_prosa("Grund der Stelle", option="--grund"))
    vorgang = partial(akte.rueckmeldung, kennung=kennung, antwort=wahl, meldung=meldung, stichtag=heute.today())
    return fuehre_aus(wurzel, vorgang, probe=probe)


def umsetzung(
    kennung: Unterwegs,
    *,
    stelle: Stelle = None,
    status: Annotated[
        str | None,
        text_option("--status", hilfe="in-umsetzung, teilweise oder umgesetzt.", metavar="STATUS", pflicht=True),
    ] = None,
    grund: Grund = None,
    wer: Wer = None,
    bis: Bis = None,
    wiedervorlage: Wiedervorlage = None,
    link: Link = None,
    betrag: Betrag = None,
    nachweis_am: Nachweistag = None,
    am: Am = None,
    wurzel: Wurzel = Path(),
    probe: Probe = False,
) -> int:
    """Eintragen, wie weit eine Stelle mit der Umsetzung ist: wer, bis wann, mit welchem Nachweis."""
    from netzint.vorgaenge import empfehlung_umsetzung as akte
    from netzint.vorgaenge.empfehlung_stand import Meldung

    given = status or fragen.ask_wahl("Status", [s.replace("_", "-") for s in akte.FORTSCHRITT], option="--status")
    meldung = Meldung(
        ask_stelle(wurzel, kennung, stelle), am, wer, bis, wiedervorlage, grund, None, link, betrag, nachweis_am
    )
    wahl = choose("--status", given, akte.FORTSCHRITT)
    vorgang = partial(akte.umsetzung, kennung=kennung, status=wahl, meldung=meldung, stichtag=heute.today())
    return fuehre_aus(wurzel, vorgang, probe=probe)


def ueberpruefen(
    kennung: Unterwegs,
    *,
    stelle: Stelle = None,
    status: Annotated[
        str | None,
        text_option(
            "--status", hilfe="Was die Prüfung ergab, wenn es ein anderer Stand ist als bisher.", metavar="STATUS"
        ),
    ] = None,
    vermerk: Vermerk = None,
    grund: Grund = None,
    wer: Wer = None,
    bis: Bis = None,
    wiedervorlage: Wiedervorlage = None,
    am: Am = None,
    wurzel: Wurzel = Path(),
    probe: Probe = False,
) -> int:
    """Eintragen, was die Überprüfung der Umsetzung bei einer Stelle ergab und wann wieder gefragt wird."""
    from netzint.recht.zustaende import UMSETZUNG
    from netzint.vorgaenge import empfehlung_umsetzung as akte
    from netzint.vorgaenge.empfehlung_stand import Meldung

    vermerk = vermerk or fragen.ask_prosa("Was ergab die Überprüfung", option="--vermerk")
    meldung = Meldung(ask_stelle(wurzel, kennung, stelle), am, wer, bis, wiedervorlage, grund, vermerk)
    wahl = choose("--status", status, [s for s in UMSETZUNG if s not in ("erledigt", "abgegeben")]) if status else None
    vorgang = partial(akte.ueberpruefen, kennung=kennung, status=wahl, meldung=meldung, stichtag=heute.today())
    return fuehre_aus(wurzel, vorgang, probe=probe, dokumente=True)


def erledigen(
    kennung: Unterwegs,
    *,
    stelle: Stelle = None,
    vermerk: Vermerk = None,
    link: Link = None,
    betrag: Betrag = None,
    nachweis_am: Nachweistag = None,
    am: Am = None,
    wurzel: Wurzel = Path(),
    probe: Probe = False,
) -> int:
    """Die Sache bei einer Stelle mit einem Erledigungsvermerk abschließen."""
    from netzint.vorgaenge import empfehlung_umsetzung as akte
    from netzint.vorgaenge.empfehlung_stand import Meldung

    vermerk = vermerk or fragen.ask_prosa("Erledigungsvermerk", option="--vermerk")
    meldung = Meldung(
        ask_stelle(wurzel, kennung, stelle), am, vermerk=vermerk, link=link, betrag_eur=betrag, nachweis_am=nachweis_am
    )
    vorgang = partial(akte.erledigen, kennung=kennung, meldung=meldung, stichtag=heute.today())
    return fuehre_aus(wurzel, vorgang, probe=probe)


def abgeben(
    kennung: Unterwegs,
    *,
    stelle: Stelle = None,
    an: Annotated[
        str | None, text_option("--an", hilfe="Die Stelle, die jetzt zuständig ist.", metavar="STELLE", pflicht=True)
    ] = None,
    grund: Grund = None,
    am: Am = None,
    wurzel: Wurzel = Path(),
    probe: Probe = False,
) -> int:
    """Eintragen, dass eine Stelle die Sache abgegeben hat; sie geht damit an die andere Stelle."""
    from netzint.vorgaenge import empfehlung_umsetzung as akte
    from netzint.vorgaenge.empfehlung_stand import Meldung

    an = an or fragen.ask_text("An welche Stelle abgegeben", option="--an")
    meldung = Meldung(ask_stelle(wurzel, kennung, stelle), am, grund=grund)
    vorgang = partial(akte.abgeben, kennung=kennung, an=an, meldung=meldung, stichtag=heute.today())
    return fuehre_aus(wurzel, vorgang, probe=probe, dokumente=True)
