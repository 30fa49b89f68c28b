"""What is known of the network itself: its name, its office, since when it is and since when it is recorded."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple, get_args

from netzint.modell.befund import Befund, Feldpfad
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.feldnamen import feldname
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.netzwerk import Ausgabeformat, Netzwerk
from netzint.modell.sprache import aufzaehlung
from netzint.modell.typen import parse_von
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import clean_prosa, clean_zeile, falsch
from netzint.vorgaenge.folgefehler import refuse_fehler
from netzint.vorgaenge.geschaeftsordnung_angaben import Schritt
from netzint.vorgaenge.geschaeftsordnung_schreiben import apply_schritte
from netzint.vorgaenge.mitglied_person import clean_mail, parse_wert

ART = "netzwerk"
_STELLE = "geschaeftsstelle"
_MONAT = re.compile(r"([0-9]{1,2})[./ ]([0-9]{4})")


class Angaben(NamedTuple):
    """What was typed; None: nothing was said."""

    name: str | None = None
    gegruendet: str | None = None
    erfasst_ab: date | None = None
    geschaeftsstelle: str | None = None
    anschrift: str | None = None
    e_mail: str | None = None
    telefon: str | None = None
    beispieldaten: str | None = None
    ohne: tuple[str, ...] = ()
    formate: tuple[str, ...] | None = None


def aendern(bestand: Bestand, _vergeben: Collection[str], *, stichtag: date, angaben: Angaben) -> Aenderung | None:
    """Set what is different; None if nothing is. Raises NetzintFehler for what contradicts the rest of the data."""
    netzwerk = bestand.netzwerk
    if netzwerk is None:
        text = "Die Angaben zum Netzwerk fehlen oder sind nicht lesbar."
        raise NetzintFehler(text, "Näheres: netzint pruefen", Ausgang.BEFUNDE)
    typed = list(_read(angaben))
    if not typed:
        raise falsch("Es fehlt, was sich ändern soll.", "Zum Beispiel --anschrift oder --e-mail; alles zeigt --help.")
    changed = [step for step in typed if _is_new(netzwerk, step)]
    if not changed:
        return None
    kept = [*changed, *_keep_kalender(netzwerk, changed)]
    after = require(Netzwerk, {"kennung": ART, **apply_schritte(to_klartext(netzwerk), kept)})
    refuse_fehler(
        bestand, bestand.replaced([after]), stichtag, "So widerspräche es dem, was sonst eingetragen ist:", _help
    )
    return Aenderung(
        "netzwerk-aendern",
        f"Angaben zum Netzwerk geändert ({aufzaehlung([_tell(step.feld) for step in changed])})",
        gesetzt=tuple(Setzen(ART, ART, step.feld, step.wert) for step in kept),
        danach=(("netzint netzwerk zeigen", "die Angaben ansehen"),),
    )


def _keep_kalender(netzwerk: Netzwerk, changed: Iterable[Schritt]) -> Iterator[Schritt]:
    """Calendars know a date again by its UID, which ends in the office's domain: the first one stays for good."""
    old = netzwerk.geschaeftsstelle.e_mail.rpartition("@")[2]
    mail = next((str(step.wert) for step in changed if step.feld == (_STELLE, "e_mail")), "")
    if netzwerk.kalenderdomain is None and mail and mail.rpartition("@")[2] != old:
        yield Schritt(("kalenderdomain",), old)


def _is_new(netzwerk: Netzwerk, step: Schritt) -> bool:
    old = _read_feld(netzwerk, step.feld)
    return list(old) != (step.wert or []) if isinstance(old, tuple) else str(old) != str(step.wert)


def _read_feld(netzwerk: Netzwerk, feld: Feldpfad) -> Any:
    part: Any = netzwerk
    for name in feld:
        part = getattr(part, str(name))
    return part


def _tell(feld: Feldpfad) -> str:
    names = [feldname(str(name)) for name in feld]
    return ": ".join(names)


def _help(added: tuple[Befund, ...]) -> str:
    where = next((f" {befund.kennung}" for befund in added if befund.kennung not in ("", ART)), " KENNUNG")
    return f"Ein anderes Datum angeben, oder zuerst das andere berichtigen: netzint berichtigen{where}"


def _read(angaben: Angaben) -> Iterator[Schritt]:
    """What was typed, cleaned and checked one by one, with its place."""
    if angaben.name is not None:
        yield Schritt(("name",), clean_zeile("--name", angaben.name))
    if angaben.gegruendet is not None:
        yield Schritt(("gegruendet",), _read_monat(angaben.gegruendet))
    if angaben.erfasst_ab is not None:
        yield Schritt(("erfasst_ab",), angaben.erfasst_ab)
    if angaben.geschaeftsstelle is not None:
        yield Schritt((_STELLE, "name"), clean_zeile("--geschaeftsstelle", angaben.geschaeftsstelle))
    if angaben.anschrift is not None:
        yield Schritt((_STELLE, "anschrift"), clean_prosa("--anschrift", _split(angaben.anschrift)))
    if angaben.e_mail is not None:
        yield Schritt((_STELLE, "e_mail"), clean_mail(angaben.e_mail))
    if angaben.telefon is not None:
        yield Schritt((_STELLE, "telefon"), clean_zeile("--telefon", angaben.telefon))
    yield from _read_wahlfreie(angaben)
    if angaben.beispieldaten is not None:
        yield Schritt(("beispieldaten",), parse_wert("--beispieldaten", angaben.beispieldaten, ("ja", "nein")) == "ja")


def _read_wahlfreie(angaben: Angaben) -> Iterator[Schritt]:
    """What may be taken out, and the formats: ``pdf,docx``, or one after the other."""
    for text in angaben.ohne:
        word = parse_wert("--ohne", text, ("telefon", "formate"))
        yield Schritt((word,) if word == "formate" else (_STELLE, word), None)
    if angaben.formate is not None:
        words = [word for text in angaben.formate for word in text.replace(",", " ").split()]
        formate = [parse_wert("--formate", word, get_args(Ausgabeformat)) for word in words]
        yield Schritt(("formate",), list(dict.fromkeys(formate)) or None)


def _split(text: str) -> str:
    """An address on one line is told by its commas."""
    return text if "\n" in text.strip() else "\n".join(part.strip() for part in text.split(","))


def _read_monat(text: str) -> date:
    """``2020-06`` or ``6/2020`` (a month of which no more is known), or a day."""
    line = clean_zeile("--gegruendet", text)
    if found := _MONAT.fullmatch(line):
        line = f"{found[2]}-{found[1]:0>2}"
    try:
        return parse_von(line)
    except ValueError:
        raise falsch(f"„{text}“ ist bei --gegruendet kein Monat.", "So ist es richtig: 2020-06 oder 6/2020.") from None
