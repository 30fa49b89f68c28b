"""``netzint empfehlung …``: from the first wording to the vote."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Any

from netzint.cli import fragen, heute
from netzint.cli.angabe import eintrag_argument
from netzint.cli.empfehlung_optionen import (
    Beteiligt,
    Federfuehrend,
    Massnahme,
    Ohne,
    PflichtFederfuehrend,
    PflichtMassnahme,
    PflichtPruefbar,
    PflichtWortlaut,
    Pruefbar,
    Wortlautoption,
    ask_ag,
    ask_fassung,
    ask_wortlaut,
    build_wortlaut,
)
from netzint.cli.fach_optionen import TitelArgument, TitelOption
from netzint.cli.optionen import Am, PflichtGrund, Probe, Wurzel, prosa_option, text_option
from netzint.cli.vorgang import fuehre_aus


def kennung_argument(schritt: str = "") -> Any:
    """The Empfehlung that a command is about; at a terminal those are shown with which ``schritt`` can be done now."""
    hilfe = "Die Empfehlung, z. B. he-2026-04, oder ihr Titel."
    return eintrag_argument("KENNUNG", hilfe, "Empfehlung", "empfehlungen", schritt=schritt)


Kennung = Annotated[str, kennung_argument()]
Titel = Annotated[str | None, text_option("--titel", hilfe="Der Titel; eine Zeile.")]
Ziele = Annotated[
    list[str] | None,
    text_option("--ziel", hilfe="Ein strategisches Ziel, dem sie dient. Mehrmals möglich.", metavar="ZIEL"),
]
Begruendung = Annotated[str | None, prosa_option("--begruendung", hilfe="Die Begründung.")]


def neu(
    angabe: TitelArgument = None,
    *,
    titel: TitelOption = None,
    ag: Annotated[
        str | None,
        text_option("--ag", hilfe="Die Arbeitsgruppe, die sie erarbeitet hat.", metavar="AG", pflicht=True),
    ] = None,
    wortlaut: PflichtWortlaut = None,
    massnahme: PflichtMassnahme = None,
    pruefbar: PflichtPruefbar = None,
    federfuehrend: PflichtFederfuehrend = None,
    beteiligt: Beteiligt = None,
    ziel: Ziele = None,
    begruendung: Begruendung = None,
    am: Am = None,
    wurzel: Wurzel = Path(),
    probe: Probe = False,
) -> int:
    """Eine Empfehlung einer Arbeitsgruppe mit ihrer ersten Fassung anlegen."""
    from netzint.vorgaenge import empfehlung

    typed = build_wortlaut(wortlaut, massnahme, pruefbar, federfuehrend, beteiligt)
    tag = heute.today()
    titel = fragen.take_name(angabe, titel, "--titel")
    ag = ag or ask_ag(wurzel, tag)
    titel = titel if titel is not None else fragen.ask_text("Titel", option="TITEL")
    rahmen = empfehlung.Rahmen(titel, tuple(ziel or ()), begruendung)
    vorgang = partial(empfehlung.neu, ag=ag, rahmen=rahmen, wortlaut=ask_wortlaut(typed), am=am, stichtag=tag)
    return fuehre_aus(wurzel, vorgang, probe=probe)


def fassung(
    kennung: Annotated[str, kennung_argument("fassung")],
    *,
    wortlaut: Wortlautoption = None,
    massnahme: Massnahme = None,
    pruefbar: Pruefbar = None,
    federfuehrend: Federfuehrend = None,
    beteiligt: Beteiligt = None,
    ohne: Ohne = None,
    am: Am = None,
    wurzel: Wurzel = Path(),
    probe: Probe = False,
) -> int:
    """Eine neue Fassung des Wortlauts eintragen; was nicht angegeben ist, bleibt wie es war.

    Wird eine andere Stelle federführend, ist die bisherige nur noch beteiligt; --ohne-stelle nimmt sie heraus.
    """
    from netzint.vorgaenge import empfehlung

    typed = build_wortlaut(wortlaut, massnahme, pruefbar, federfuehrend, beteiligt, ohne)
    typed = ask_fassung(wurzel, kennung, typed)
    vorgang = partial(empfehlung.fassung, kennung=kennung, wortlaut=typed, am=am, stichtag=heute.today())
    return fuehre_aus(wurzel, vorgang, probe=probe)


def aendern(
    kennung: Kennung,
    *,
    titel: Titel = None,
    ziel: Ziele = None,
    ohne_ziel: Annotated[
        list[str] | None, text_option("--ohne-ziel", hilfe="Dieses Ziel streichen. Mehrmals möglich.", metavar="ZIEL")
    ] = None,
    begruendung: Begruendung = None,
    wurzel: Wurzel = Path(),
    probe: Probe = False,
) -> int:
    """Titel, Ziele oder Begründung ändern; den Wortlaut ändert „empfehlung fassung“."""
    from netzint.vorgaenge import empfehlung

    rahmen = empfehlung.Rahmen(titel, tuple(ziel or ()), begruendung)
    vorgang = partial(empfehlung.aendern, kennung=kennung, rahmen=rahmen, ohne_ziel=tuple(ohne_ziel or ()))
    return fuehre_aus(wurzel, vorgang, probe=probe)


def einreichen(
    kennung: Annotated[str, kennung_argument("einreichen")],
    *,
    am: Am = None,
    wurzel: Wurzel = Path(),
    probe: Probe = False,
) -> int:
    """Eintragen, dass die Arbeitsgruppe die neueste Fassung eingereicht hat."""
    from netzint.vorgaenge import empfehlung_einreichung

    vorgang = partial(empfehlung_einreichung.einreichen, kennung=kennung, am=am, stichtag=heute.today())
    return fuehre_aus(wurzel, vorgang, probe=probe)


def zurueckziehen(
    kennung: Annotated[str, kennung_argument("zurueckziehen")],
    *,
    grund: PflichtGrund = None,
    am: Am = None,
    wurzel: Wurzel = Path(),
    probe: Probe = False,
) -> int:
    """Eintragen, dass die Arbeitsgruppe eine Empfehlung vor der Abstimmung zurückzieht."""
    from netzint.vorgaenge import empfehlung_einreichung

    grund = grund or fragen.ask_prosa("Warum zieht die Arbeitsgruppe sie zurück", option="--grund")
    act = empfehlung_einreichung.zurueckziehen
    return fuehre_aus(wurzel, partial(act, kennung=kennung, grund=grund, am=am, stichtag=heute.today()), probe=probe)


def entfallen(
    kennung: Annotated[str, kennung_argument("entfallen")],
    *,
    grund: PflichtGrund = None,
    am: Am = None,
    wurzel: Wurzel = Path(),
    probe: Probe = False,
) -> int:
    """Eine Nummer zurückgeben, unter der nie etwas eingereicht wurde."""
    from netzint.vorgaenge import empfehlung_einreichung

    grund = grund or fragen.ask_prosa("Warum entfällt die Nummer", option="--grund")
    act = empfehlung_einreichung.entfallen
    return fuehre_aus(wurzel, partial(act, kennung=kennung, grund=grund, am=am, stichtag=heute.today()), probe=probe)


def siegeln(kennung: Kennung, *, wurzel: Wurzel = Path(), probe: Probe = False) -> int:
    """Das Siegel eines Beschlusses nachtragen, der noch keines hat.

    Das Siegel hält den beschlossenen Wortlaut fest. „sitzung abstimmen“ und „umlauf abschliessen“ setzen es von
    selbst; es fehlt nur, wo ein früherer Beschluss von Hand eingetragen oder aus einem Altbestand übernommen ist.
    „netzint pruefen“ nennt solche (Regel B302). Nachtragen, wenn feststeht, dass der Wortlaut noch der
    beschlossene ist; weitergeleitet wird erst danach.
    """
    from netzint.vorgaenge import empfehlung_einreichung

    vorgang = partial(empfehlung_einreichung.siegeln, kennung=kennung, stichtag=heute.today())
    return fuehre_aus(wurzel, vorgang, probe=probe)
