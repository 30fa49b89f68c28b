"""``netzint geschaeftsordnung …``: what applies, and from which day on it is to be different."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from netzint.cli import fragen, heute
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.geschaeftsordnung_optionen import Ab, Beschluss, Kuenftige, Quelle, given, with_folgen, with_werten
from netzint.cli.lesen import read
from netzint.cli.optionen import (
    Am,
    Format,
    Formatwahl,
    PflichtGrund,
    Probe,
    Stand,
    Stichtag,
    Wurzel,
    tag_option,
    text_option,
)
from netzint.cli.vorgang import fuehre_aus

if TYPE_CHECKING:
    from netzint.vorgaenge.geschaeftsordnung import Rahmen


def zeigen(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Zeigen, was die Geschäftsordnung an einem Tag regelt, woher es kommt und was sich geändert hat."""
    from netzint.berichte import geschaeftsordnung

    frage = read(wurzel, stichtag, stand)
    show_bericht(geschaeftsordnung.zeigen(frage.bestand, frage.stichtag), form)


def make_rahmen(ab: date | None, beschluss: str | None) -> Rahmen:
    """From which day on and on which Beschluss; what is missing is asked for."""
    from netzint.vorgaenge.geschaeftsordnung import Rahmen

    day = ab or fragen.ask_datum("Gilt ab", option="--ab")
    return Rahmen(
        heute.today(), day, beschluss or fragen.ask_text("Beschluss (Sitzung/Beschluss)", option="--beschluss")
    )


@with_werten
def aendern(
    *,
    wurzel: Wurzel = Path(),
    ab: Ab = None,
    beschluss: Beschluss = None,
    quelle: Quelle = None,
    verlegen_auf: Annotated[
        date | None, tag_option("--verlegen-auf", hilfe="Eine künftige Fassung gilt erst (oder schon) ab diesem Tag.")
    ] = None,
    probe: Probe = False,
    **werte: str | None,
) -> int:
    """Die Geschäftsordnung von einem Tag an ändern; --probe zeigt vorher, was daraus folgt.

    Es entsteht eine neue Fassung: Was nicht angegeben ist, bleibt, wie es war. Beginnt an dem Tag schon eine künftige
    Fassung, so wird diese geändert. Die Sitze ändert „netzint geschaeftsordnung sitz“; was von Anfang an falsch
    eingetragen war, berichtigt „netzint geschaeftsordnung berichtigen“.
    """
    from netzint.vorgaenge import geschaeftsordnung

    tag, rahmen = heute.today(), make_rahmen(ab, beschluss)
    act = partial(geschaeftsordnung.aendern, werte=given(werte), quellen=tuple(quelle or ()), verlegen_auf=verlegen_auf)
    return fuehre_aus(wurzel, with_folgen(lambda bestand, _: act(bestand, rahmen), tag), probe=probe)


def aufheben(
    *, wurzel: Wurzel = Path(), ab: Kuenftige = None, beschluss: Beschluss = None, probe: Probe = False
) -> int:
    """Eine künftige Fassung aufheben, bevor sie gilt."""
    from netzint.vorgaenge import geschaeftsordnung

    rahmen = make_rahmen(ab, beschluss)
    vorgang = with_folgen(lambda bestand, _: geschaeftsordnung.aufheben(bestand, rahmen), rahmen.stichtag)
    return fuehre_aus(wurzel, vorgang, probe=probe)


@with_werten
def berichtigen(
    *,
    wurzel: Wurzel = Path(),
    grund: PflichtGrund = None,
    ab: Annotated[
        date | None, tag_option("--ab", hilfe="Ein Tag, an dem die falsche Fassung gilt; sonst die von heute.")
    ] = None,
    beschluss: Annotated[
        str | None, text_option("--beschluss", metavar="X/Y", hilfe="Der Beschluss, auf dem die Berichtigung beruht.")
    ] = None,
    am: Am = None,
    quelle: Quelle = None,
    probe: Probe = False,
    **werte: str | None,
) -> int:
    """Berichtigen, was in einer Fassung von Anfang an falsch eingetragen war; was dort stand, bleibt vermerkt.

    So trägt man auch nach „netzint init“ ein, was die Geschäftsordnung Ihres Netzwerks anders regelt als die Annahmen.
    """
    from netzint.vorgaenge import geschaeftsordnung_berichtigen

    tag = heute.today()
    grund = grund if grund is not None else fragen.ask_prosa("Grund", option="--grund")
    act = partial(
        geschaeftsordnung_berichtigen.berichtigen, stichtag=tag, ab=ab, werte=given(werte), quellen=tuple(quelle or ()),
        grund=grund, am=am, beschluss=beschluss,
    )  # fmt: skip
    return fuehre_aus(wurzel, with_folgen(lambda bestand, _: act(bestand), tag), probe=probe)
