"""``netzint mail``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli.ausgabe import show, show_nebenbei
from netzint.cli.lesen import read
from netzint.cli.optionen import Stand, Stichtag, Wurzel, text_option
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from netzint.dokumente.mail import Entwurf
    from netzint.modell.adresse import Adressbuch
    from netzint.modell.bestand import Bestand


Mailart = Annotated[
    str,
    text_option(
        "--art",
        metavar="ART",
        hilfe="vormerkung, einladung, aenderung, verlegung, absage, niederschrift, weiterleitung, wiedervorlage; "
        "sonst, was zum Stand passt.",
    ),
]
An = Annotated[
    list[str] | None,
    text_option(
        "--an",
        metavar="WER",
        hilfe="strategiegruppe, eine AG, bank-kommunen, beauftragte, eine Stelle oder Person; sonst der Verteiler. "
        "Mehrmals möglich.",
    ),
]
Buchdatei = Annotated[
    Path | None,
    typer.Option(
        "--adressbuch",
        metavar="DATEI",
        show_default=False,
        help="Weitere Adressen (CSV); sonst die Datei aus „git config netzint.adressbuch“.",
    ),
]


def mail(
    kennung: Annotated[
        str, typer.Argument(metavar="KENNUNG", help="Eine Sitzung, Veranstaltung oder weitergeleitete Empfehlung.")
    ],
    *,
    wurzel: Wurzel = Path(),
    art: Mailart = "",
    an: An = None,
    verdeckt: Annotated[bool, typer.Option("--verdeckt", help="Alle ins Bcc; niemand sieht die anderen.")] = False,
    adressbuch: Buchdatei = None,
    nach: Annotated[
        Path | None,
        typer.Option("--nach", metavar="ORDNER", show_default=False, help="Der Zielordner; sonst ausgabe/KENNUNG."),
    ] = None,
    stichtag: Stichtag = "",
    stand: Stand = "",
) -> None:
    """E-Mail-Entwürfe zum Öffnen im Mailprogramm schreiben; netzint versendet nichts.

    Jeder Entwurf ist eine .eml-Datei mit Text, Termin und Anlagen. Dienstliche Adressen stehen im An-Feld; Adressen aus
    dem Adressbuch und die Integrationsbeauftragten stehen im Bcc, damit niemand fremde Adressen sieht.
    """
    from netzint.ablage.adressbuch import find_adressbuch
    from netzint.cli.nachweis import with_vorgaengen
    from netzint.dokumente.mailentwurf import Umgebung, Wunsch, find_entwuerfe, write_entwurf
    from netzint.dokumente.pipeline import Vorlagen

    frage = read(wurzel, stichtag, stand)
    buch = find_adressbuch(wurzel, adressbuch)
    vorlagen = Vorlagen.decode(frage.gelesen.vorlagen())
    herkunft = partial(with_vorgaengen, wurzel, frage.gelesen, vorlagen=vorlagen)
    umgebung = Umgebung(vorlagen, buch, frage.stichtag, herkunft)
    entwuerfe = find_entwuerfe(frage.bestand, kennung, Wunsch(art, tuple(an or ()), verdeckt), umgebung)
    _write(wurzel, nach, kennung, {e.name: write_entwurf(frage.bestand, e) for e in entwuerfe})
    for entwurf in entwuerfe:
        _tell(entwurf)
    _tell_unbekannte(frage.bestand, buch)


def _write(wurzel: Path, nach: Path | None, kennung: str, dateien: dict[str, bytes]) -> None:
    from netzint.ablage.ausgabe import ORDNER, write_dokumente

    folder = "" if nach else f"{kennung.strip().lower()}/"
    written, problem = write_dokumente(
        nach or wurzel / ORDNER, {f"{folder}{name}": data for name, data in dateien.items()}, gewaehlt=nach is not None
    )
    for pfad in written:
        show(str(nach / pfad) if nach else f"{ORDNER}/{pfad}")
    if problem:
        hinweis = "Platz und Schreibrechte prüfen, oder mit --nach einen anderen Ordner nennen."
        raise NetzintFehler(problem, hinweis, Ausgang.UMGEBUNG)


def _tell(entwurf: Entwurf) -> None:
    """Whom it reaches, and whom it does not."""
    show_nebenbei(f"{entwurf.name}: {len(entwurf.offene)} im An-Feld, {len(entwurf.verdeckte)} im Bcc.")
    missing = entwurf.ohne_adresse
    if not missing:
        return
    show_nebenbei(f"Ohne E-Mail-Adresse: {', '.join(f'{p.name} ({p.kennung})' for p in missing)}.")
    first = missing[0]
    kind = {"Stelle": "stelle", "Integrationsbeauftragung": "beauftragte"}.get(first.als, "mitglied")
    show_nebenbei(f"→ Eintragen: netzint {kind} aendern {first.kennung} --e-mail ADRESSE; Privates ins Adressbuch.")


def _tell_unbekannte(bestand: Bestand, buch: Adressbuch) -> None:
    unknown = [kennung for kennung in buch if kennung not in bestand.eintraege]
    if unknown:
        show_nebenbei(f"Im Adressbuch stehen Kennungen, die es nicht gibt: {', '.join(unknown)}.")
