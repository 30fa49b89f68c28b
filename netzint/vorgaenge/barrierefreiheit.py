"""The declaration of accessibility: assessed when, what is not accessible, whom to turn to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple, get_args

from netzint.modell.barrierefreiheit import Barriere, Barrierefreiheit, Lueckengrund, Vereinbarkeit
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.klartext import Klartext, to_klartext
from netzint.modell.meldungen import require
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import check_nicht_kuenftig, clean_prosa, clean_zeile, falsch
from netzint.vorgaenge.mitglied_person import clean_mail, parse_wert

ART, FELD = "netzwerk", "barrierefreiheit"
_SO = "Zum Beispiel --status teilweise --bewertet 16.11.2026; alles zeigt --help."
_STELLE = "So ist es richtig: „Name; Straße 1, 70000 Ort; 0711 1234; post@stelle.example; https://stelle.example“"


class Angaben(NamedTuple):
    """What was typed; None: nothing was said."""

    status: str | None = None
    bewertet: date | None = None
    bewertet_durch: str | None = None
    ueberprueft: date | None = None
    gilt_fuer: str | None = None
    kontakt: str | None = None
    schlichtung: str | None = None
    ueberwachung: str | None = None


class Hindernis(NamedTuple):
    """Something that not everybody can use, as it was typed, or the name of what is put right."""

    was: str | None = None
    grund: str | None = None
    begruendung: str | None = None
    alternative: str | None = None
    bis: date | None = None
    behoben: str | None = None


def erklaeren(
    bestand: Bestand, _vergeben: Collection[str], *, stichtag: date, angaben: Angaben, hindernis: Hindernis
) -> Aenderung | None:
    """Set what is different; None if nothing is. Raises NetzintFehler (wrong usage) for what cannot be meant."""
    if bestand.netzwerk is None:
        text = "Die Angaben zum Netzwerk fehlen oder sind nicht lesbar."
        raise NetzintFehler(text, "Näheres: netzint pruefen", Ausgang.BEFUNDE)
    old = bestand.netzwerk.barrierefreiheit
    before = to_klartext(old) if old else {}
    typed = dict(_read(angaben, stichtag))
    barrieren = _read_barrieren(old.barrieren if old else (), hindernis)
    if not typed and barrieren is None:
        raise falsch("Es fehlt, was sich ändern soll.", _SO)
    wanted = {**typed, **({} if barrieren is None else {"barrieren": barrieren})}
    changed = {key: value for key, value in wanted.items() if before.get(key) != value}
    if not changed:
        return None
    if old is None and not {"status", "bewertet"} <= changed.keys():
        raise falsch("Zur ersten Erklärung gehören der Stand und der Tag der Bewertung.", _SO)
    neu = require(Barrierefreiheit, {key: value for key, value in {**before, **changed}.items() if value != []})
    return Aenderung(
        "netzwerk-barrierefreiheit",
        "Erklärung zur Barrierefreiheit geändert" if old else "Erklärung zur Barrierefreiheit eingetragen",
        gesetzt=tuple(_steps(changed)) if old else (Setzen(ART, ART, (FELD,), to_klartext(neu)),),
        danach=(("netzint bericht", "die Seite mit der Erklärung schreiben"),),
    )


def _steps(changed: dict[str, Klartext]) -> Iterator[Setzen]:
    yield from (Setzen(ART, ART, (FELD, key), value if value != [] else None) for key, value in changed.items())


def _read(angaben: Angaben, stichtag: date) -> Iterator[tuple[str, Klartext]]:
    """What was typed, cleaned and checked one by one, in the order of the file."""
    if angaben.status is not None:
        yield "status", parse_wert("--status", angaben.status, get_args(Vereinbarkeit))
    for key, day in (("bewertet", angaben.bewertet), ("ueberprueft", angaben.ueberprueft)):
        if day is not None:
            yield key, check_nicht_kuenftig(f"--{key}", day, stichtag)
    if angaben.bewertet_durch is not None:
        yield "bewertet_durch", clean_zeile("--bewertet-durch", angaben.bewertet_durch)
    if angaben.gilt_fuer is not None:
        yield "gilt_fuer", _read_link("--gilt-fuer", angaben.gilt_fuer)
    for key in ("kontakt", "schlichtung", "ueberwachung"):
        if (text := getattr(angaben, key)) is not None:
            yield key, _read_stelle(f"--{key}", text)


def _read_link(option: str, text: str) -> str:
    link = clean_zeile(option, text)
    if not link.startswith(("https://", "http://")) or " " in link:
        raise falsch(f"„{link}“ ist bei {option} keine Internetadresse.", "Sie beginnt mit https://")
    return link


def _read_stelle(option: str, text: str) -> dict[str, Klartext]:
    """``Name; Anschrift; Telefon; E-Mail; Link``: the name first, the rest known by its form."""
    name, *parts = [clean_zeile(option, part) for part in text.split(";") if part.strip()] or [
        clean_zeile(option, text)
    ]
    found: dict[str, Klartext] = {"name": name}
    for part in parts:
        key, value = _tell_part(option, part)
        if key in found:
            raise falsch(f"„{part}“ ist bei {option} zu viel.", _STELLE)
        found[key] = value
    order = ("name", "anschrift", "e_mail", "telefon", "link")
    return {key: found[key] for key in order if key in found}


def _tell_part(option: str, part: str) -> tuple[str, str]:
    if "://" in part:
        return "link", _read_link(option, part)
    if "@" in part:
        return "e_mail", clean_mail(part)
    if not any(char.isalpha() for char in part):
        return "telefon", part
    return "anschrift", clean_prosa(option, "\n".join(line.strip() for line in part.split(",")))


def _read_barrieren(known: tuple[Barriere, ...], hindernis: Hindernis) -> list[Klartext] | None:
    """The barriers as they then are; None if nothing was said about them."""
    more = (hindernis.grund, hindernis.begruendung, hindernis.alternative, hindernis.bis)
    if hindernis.was is None and hindernis.behoben is None:
        if any(more):
            raise falsch("Zu welcher Barriere das gehört, fehlt.", "Mit --barriere sagen, was nicht barrierefrei ist.")
        return None
    found: list[Klartext] = [to_klartext(b) for b in known]
    names = [b.was for b in known]
    if hindernis.behoben is not None:
        gone = clean_zeile("--behoben", hindernis.behoben)
        if gone not in names:
            hinweis = f"Eingetragen sind: {'; '.join(names)}." if names else "Eingetragen ist noch keine."
            raise falsch(f"Die Barriere „{gone}“ ist nicht eingetragen.", hinweis)
        del found[names.index(gone)]
        names.remove(gone)
    if hindernis.was is not None:
        new = _read_hindernis(hindernis.was, hindernis)
        at = names.index(str(new["was"])) if new["was"] in names else len(names)
        found[at : at + 1] = [new]
    return found


def _read_hindernis(was: str, hindernis: Hindernis) -> dict[str, Klartext]:
    if hindernis.grund is None:
        raise falsch("Zur Barriere fehlt der Grund.", f"--weshalb: {', '.join(get_args(Lueckengrund))}.")
    new: dict[str, Klartext] = {
        "was": clean_zeile("--barriere", was),
        "grund": parse_wert("--weshalb", hindernis.grund, get_args(Lueckengrund)),
    }
    if hindernis.begruendung is not None:
        new["begruendung"] = clean_prosa("--begruendung", hindernis.begruendung)
    if hindernis.alternative is not None:
        new["alternative"] = clean_prosa("--alternative", hindernis.alternative)
    if hindernis.bis is not None:
        new["behoben_bis"] = hindernis.bis
    return new
