"""``netzint ausnahme …``: waivers that the Strategiegruppe decided."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

from netzint.cli import fragen, heute
from netzint.cli.angabe import eintrag_argument
from netzint.cli.auswahl import ask_aus
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import (
    Format,
    Formatwahl,
    Grund,
    PflichtGrund,
    Probe,
    Stand,
    Stichtag,
    Wurzel,
    tag_option,
    text_option,
    wort_argument,
)
from netzint.cli.vorgang import fuehre_aus

Regel = Annotated[
    str | None,
    text_option("--regel", metavar="CODE", hilfe="Die Regel, z. B. Q103; alle zeigt: netzint regel.", pflicht=True),
]
Beschluss = Annotated[
    str | None,
    text_option(
        "--beschluss", metavar="SITZUNG/BESCHLUSS", hilfe="Der Beschluss der Strategiegruppe darüber.", pflicht=True
    ),
]
Kennung = Annotated[
    str | None, text_option("--kennung", metavar="KENNUNG", hilfe="Eine eigene Kennung; sonst ergibt sie die Regel.")
]
Bis = Annotated[date | None, tag_option("--bis", hilfe="Der letzte Tag.", pflicht=True)]
Gemeint = Annotated[str | None, wort_argument("AUSNAHME", "Die Ausnahme, z. B. ausnahme-q103.")]
Zum = Annotated[
    date | None, tag_option("--zum", "--bis", hilfe="Der letzte Tag; sonst heute oder ihr schon vergangenes Ende.")
]
EndeBeschluss = Annotated[
    str | None,
    text_option("--beschluss", metavar="SITZUNG/BESCHLUSS", hilfe="Der Beschluss darüber, wenn es einen gab."),
]
Fuer = Annotated[
    list[str] | None,
    text_option("--fuer", metavar="KENNUNG", hilfe="Nur für diesen Eintrag; sonst für alle. Mehrmals möglich."),
]


def neu(
    *, wurzel: Wurzel = Path(), regel: Regel = None, beschluss: Beschluss = None, bis: Bis = None,
    grund: PflichtGrund = None, fuer: Fuer = None, kennung: Kennung = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Eine beschlossene Ausnahme von einer Regel eintragen; ihre Befunde werden bis dahin zu Hinweisen."""
    from netzint.vorgaenge import ausnahme

    vorgang = partial(
        ausnahme.neu, stichtag=heute.today(), fuer=tuple(fuer or ()), kennung=kennung,
        regel=regel or fragen.ask_text("Regel (Code)", option="--regel"),
        beschluss=beschluss or fragen.ask_text("Beschluss (Sitzung/Beschluss)", option="--beschluss"),
        bis=bis or fragen.ask_datum("Letzter Tag", option="--bis"),
        grund=grund if grund is not None else fragen.ask_prosa("Grund", option="--grund"),
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def verlaengern(
    gemeint: Gemeint = None, *, wurzel: Wurzel = Path(), bis: Bis = None, beschluss: Beschluss = None,
    grund: Grund = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Eine Ausnahme durch einen weiteren Beschluss verlängern."""
    from netzint.vorgaenge import ausnahme_ende

    vorgang = partial(
        ausnahme_ende.verlaengern, stichtag=heute.today(), grund=grund,
        ausnahme=ask_aus(wurzel, "ausnahmen", "Ausnahme", gemeint, "AUSNAHME"),
        bis=bis or fragen.ask_datum("Neuer letzter Tag", option="--bis"),
        beschluss=beschluss or fragen.ask_text("Beschluss (Sitzung/Beschluss)", option="--beschluss"),
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def beenden(
    gemeint: Gemeint = None, *, wurzel: Wurzel = Path(), zum: Zum = None, grund: PflichtGrund = None,
    beschluss: EndeBeschluss = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Eine Ausnahme vorzeitig beenden, oder eine abgelaufene nicht erneuern.

    Vom Tag danach an sind ihre Befunde wieder, was sie ohne sie wären. Ein Beschluss ist dazu nicht nötig.
    """
    from netzint.vorgaenge import ausnahme_ende

    vorgang = partial(
        ausnahme_ende.beenden, stichtag=heute.today(), zum=zum, beschluss=beschluss,
        ausnahme=ask_aus(wurzel, "ausnahmen", "Ausnahme", gemeint, "AUSNAHME"),
        grund=grund if grund is not None else fragen.ask_prosa("Grund", option="--grund"),
    )  # fmt: skip
    return fuehre_aus(wurzel, vorgang, probe=probe)


def liste(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Die Ausnahmen zeigen, die bald endenden zuerst."""
    from netzint.berichte import ausnahmen

    frage = read(wurzel, stichtag, stand)
    show_bericht(ausnahmen.liste(frage.bestand, frage.stichtag), form)


def zeigen(
    gemeint: Annotated[
        str, eintrag_argument("AUSNAHME", "Die Ausnahme, z. B. ausnahme-q103.", "Ausnahme", "ausnahmen")
    ],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Eine Ausnahme zeigen: wovon, bis wann, und welche Befunde sie betrifft."""
    from netzint.berichte import ausnahmen

    frage = read(wurzel, stichtag, stand)
    show_bericht(ausnahmen.zeigen(frage.bestand, gemeint, frage.stichtag), form)
