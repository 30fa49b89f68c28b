"""``netzint init``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli.ausgabe import Farbig, Stil, show, show_nebenbei
from netzint.cli.bericht_ausgabe import show_schritte
from netzint.cli.eingabe import parse_datum, parse_mail, parse_tag_oder_monat
from netzint.cli.erneuern import erneuere
from netzint.cli.optionen import Probe, german
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sprache import aufzaehlung

if TYPE_CHECKING:
    from netzint.vorgaenge.anfang import Angaben

Ordner = Annotated[Path, typer.Argument(metavar="ORDNER", help="Wohin; ein Ordner, der leer ist oder noch fehlt.")]
Name = Annotated[str, typer.Option("--name", show_default=False, help="Der Name des Netzwerks.")]
Stelle = Annotated[str, typer.Option("--geschaeftsstelle", show_default=False, help="Wie die Geschäftsstelle heißt.")]
Anschrift = Annotated[
    str, typer.Option("--anschrift", show_default=False, help="Ihre Postanschrift, die Zeilen durch Komma getrennt.")
]
Mail = Annotated[
    str | None,
    typer.Option(
        "--e-mail",
        metavar="ADRESSE",
        show_default=False,
        parser=german(parse_mail),
        help="Ihre Adresse; auch Autor der Commits.",
    ),
]
Gegruendet = Annotated[
    str | None,
    typer.Option(
        "--gegruendet",
        metavar="JJJJ-MM",
        show_default=False,
        parser=german(parse_tag_oder_monat),
        help="Wann das Netzwerk gegründet wurde, auch in der Form Juni 2020.",
    ),
]
ErfasstAb = Annotated[
    date | None,
    typer.Option(
        "--erfasst-ab",
        metavar="JJJJ-MM-TT",
        show_default=False,
        parser=german(parse_datum),
        help="Ab wann alles hier erfasst wird; sonst ab heute.",
    ),
]
Erneuern = Annotated[
    bool,
    typer.Option("--erneuern", help="In einem Ordner, den es schon gibt, nur Mitgeliefertes auf neuen Stand bringen."),
]
AuchGeaenderte = Annotated[
    bool, typer.Option("--auch-geaenderte", help="Mit --erneuern: auch das, was von Hand geändert oder gelöscht wurde.")
]


def init(
    ordner: Ordner,
    *,
    name: Name = "",
    geschaeftsstelle: Stelle = "",
    anschrift: Anschrift = "",
    e_mail: Mail = None,
    gegruendet: Gegruendet = None,
    erfasst_ab: ErfasstAb = None,
    erneuern: Erneuern = False,
    auch_geaenderte: AuchGeaenderte = False,
    probe: Probe = False,
) -> int:
    """Einen leeren, gültigen Datenordner für ein Netzwerk anlegen."""
    from netzint.ablage import anfang
    from netzint.vorgaenge.anfang import GEGRUENDET, Angaben, neu, next_steps

    ziel, tag = ordner.expanduser().resolve(), heute.today()
    if erneuern or auch_geaenderte:
        _refuse_angaben(name, geschaeftsstelle, anschrift, e_mail, gegruendet, erfasst_ab)
        return erneuere(ziel, auch_geaenderte=auch_geaenderte, probe=probe)
    if hinweise := anfang.finish(ziel):
        return _show_zu_ende((*hinweise, *_set_up(ziel)))
    anfang.require_leer(ziel)
    gegeben = Angaben(name, geschaeftsstelle, anschrift, e_mail or "", gegruendet or GEGRUENDET, erfasst_ab)
    angaben = _ask_angaben(gegeben)
    aenderung = neu(angaben, tag)
    umgebend = anfang.find_umgebendes(ziel)
    if probe:
        return _show_probe(sorted(anfang.build_dateien(aenderung)))
    result = anfang.create(ziel, aenderung, tag)
    show(Farbig("Fertig: ", Stil.GUT), f"{angaben.name} angelegt in {ziel}")
    show(f"{len(result.pfade)} Dateien, festgeschrieben als Commit {result.commit[:10]}.")
    for hinweis in (*result.hinweise, *_warn_umgebend(umgebend), *_set_up(ziel)):
        show_nebenbei(f"→ {hinweis}")
    show()
    show_schritte(next_steps(str(ordner), angaben))
    return result.ausgang


def _refuse_angaben(*gegeben: object) -> None:
    """What describes a network has no meaning where only shipped files are renewed."""
    options = ("--name", "--geschaeftsstelle", "--anschrift", "--e-mail", "--gegruendet", "--erfasst-ab")
    named = [option for option, value in zip(options, gegeben, strict=True) if value]
    if named:
        text = f"Mit --erneuern kommt nur Mitgeliefertes auf neuen Stand; {aufzaehlung(named)} gilt dabei nicht."
        hinweis = "Angaben zum Netzwerk ändert: netzint netzwerk aendern"
        raise NetzintFehler(text, hinweis, Ausgang.AUFRUF)


def _ask_angaben(gegeben: Angaben) -> Angaben:
    """Ask for what was not given; without a terminal the proposals count."""
    from netzint.vorgaenge.anfang import ANSCHRIFT, E_MAIL, NAME, propose_geschaeftsstelle

    name = gegeben.name or fragen.ask_text("Name des Netzwerks", NAME)
    stelle = propose_geschaeftsstelle(name)
    return gegeben._replace(
        name=name,
        geschaeftsstelle=gegeben.geschaeftsstelle or fragen.ask_text("Name der Geschäftsstelle", stelle),
        anschrift=gegeben.anschrift or fragen.ask_text("Anschrift (Zeilen durch Komma getrennt)", ANSCHRIFT),
        e_mail=gegeben.e_mail or fragen.ask_mail("E-Mail-Adresse der Geschäftsstelle", E_MAIL),
    )


def _warn_umgebend(umgebend: str) -> tuple[str, ...]:
    if not umgebend:
        return ()
    return (f"Der Ordner liegt in einem anderen Git-Repository ({umgebend}); außerhalb davon wäre er besser.",)


def _set_up(ziel: Path) -> tuple[str, ...]:
    """Tell git how these data are merged, and say so. What keeps it from that is no reason to take the network back."""
    from netzint.ablage.einrichtung.klon import set_up

    try:
        set_up(ziel, probe=False)
    except (NetzintFehler, OSError) as fehler:
        return (f"Git ist noch nicht eingerichtet ({fehler}); das holt nach: netzint einrichten",)
    show("Git führt die Daten hier Angabe für Angabe zusammen und lässt vor jedem Commit prüfen (netzint einrichten).")
    return ()


def _show_probe(pfade: list[str]) -> int:
    show(Farbig("Probe: ", Stil.HINWEIS), f"{len(pfade)} Dateien würden angelegt. Es wurde nichts geändert.")
    for pfad in pfade:
        show(f"  {pfad}")
    return 0


def _show_zu_ende(hinweise: tuple[str, ...]) -> int:
    for hinweis in hinweise:
        show(hinweis)
    show("Das unterbrochene Anlegen ist zu Ende gebracht.")
    return 0
