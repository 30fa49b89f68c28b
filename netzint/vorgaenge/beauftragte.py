"""The directory of Integrationsbeauftragte: who it is in which Kommune, from when to when (R25)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from netzint.modell.beauftragte import Beauftragte
from netzint.modell.bestand import Bestand
from netzint.modell.feldnamen import feldname
from netzint.modell.finden import find_beauftragte, find_mitglied, find_stelle
from netzint.modell.kreise import KREIS_NACH_AGS
from netzint.modell.meldungen import require
from netzint.modell.sprache import aufzaehlung, datum, fold
from netzint.modell.stelle import KOMMUNEN, Stelle
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, clean_zeile, falsch
from netzint.vorgaenge.mitglied_aendern import PERSONENFELDER, clean_person
from netzint.vorgaenge.mitglied_person import ANREDEN, parse_wert

OHNE = ("anrede", "e-mail", "telefon")


class Angaben(NamedTuple):
    """Who it is, as it was typed: a person recorded as Mitglied, or a name of her own."""

    mitglied: str | None = None
    name: str | None = None
    anrede: str | None = None
    e_mail: str | None = None
    telefon: str | None = None


def neu(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    stelle: str,
    angaben: Angaben,
    von: date | None = None,
    nachfolge: bool = False,
) -> Aenderung:
    """Put somebody into the directory; with ``nachfolge`` whoever is in it for the Kommune ends the day before."""
    kommune = find_stelle(bestand, stelle)
    first = von or stichtag
    _check_kommune(kommune, first)
    who = _who(bestand, angaben)
    running = _running(bestand, kommune.kennung, first)
    _refuse_double(running, who, kommune.kennung)
    ended = [entry for entry in running if nachfolge]
    if any(entry.von >= first for entry in ended):
        raise falsch("Die Nachfolge muss später beginnen als das Frühere.", "Ein späteres --ab angeben.")
    eintrag = require(
        Beauftragte,
        {"kennung": _kennung(kommune.kennung, vergeben), "stelle": kommune.kennung, "von": first, **who},
    )
    return Aenderung(
        "beauftragte-neu",
        f"{eintrag.kennung} ab {datum(first)} für {kommune.kennung} eingetragen",
        neu=(eintrag,),
        gesetzt=tuple(Setzen("beauftragte", e.kennung, ("bis",), first - timedelta(days=1)) for e in ended),
        hinweise=tuple(_remarks(kommune, running if not nachfolge else [])),
        danach=(("netzint abdeckung", "welche Stadt- und Landkreise jemanden haben"),),
    )


def _check_kommune(stelle: Stelle, tag: date) -> None:
    if stelle.art_am(tag) not in KOMMUNEN:
        raise ablehnen(
            f"{stelle.kennung} ist keine Kommune, sondern von der Art „{stelle.art_am(tag)}“.",
            "Die Gemeinde, die Stadt oder den Landkreis nennen.",
        )
    if stelle.bis is not None and stelle.bis < tag:
        folge = f" Die Nachfolge ist {stelle.nachfolge}." if stelle.nachfolge else ""
        raise ablehnen(f"{stelle.kennung} gibt es nur bis zum {datum(stelle.bis)}.", f"Eine andere nennen.{folge}")


def _who(bestand: Bestand, angaben: Angaben) -> dict[str, Any]:
    """A name stands in one place only: in the person's own file, or here."""
    if (angaben.mitglied is None) == (angaben.name is None):
        raise falsch("Gebraucht wird entweder --person oder --name.", "Wer schon erfasst ist: --person KENNUNG.")
    if angaben.mitglied is not None:
        if angaben.anrede or angaben.e_mail or angaben.telefon:
            raise falsch(
                "Anrede und Kontaktdaten stehen bei der Person selbst.", "Weglassen, oder: netzint mitglied aendern"
            )
        return {"mitglied": find_mitglied(bestand, angaben.mitglied).kennung}
    name = clean_zeile("--name", angaben.name or "")
    same = [m.kennung for m in bestand.mitglieder.values() if fold(m.name) == fold(name)]
    if same:
        raise ablehnen(
            f"Eine Person dieses Namens ist schon erfasst: {', '.join(same)}.", f"Statt --name: --person {same[0]}"
        )
    contact = {"e_mail": angaben.e_mail, "telefon": angaben.telefon}
    dienstlich = {key: clean_zeile(f"--{key.replace('_', '-')}", text) for key, text in contact.items() if text}
    values = {
        "name": name,
        "anrede": parse_wert("--anrede", angaben.anrede, ANREDEN) if angaben.anrede else None,
        "dienstlich": dienstlich or None,
    }
    return {key: value for key, value in values.items() if value is not None}


def _running(bestand: Bestand, stelle: str, tag: date) -> list[Beauftragte]:
    own = [e for e in bestand.beauftragte.values() if e.stelle == stelle]
    return sorted((e for e in own if e.bis is None or e.bis >= tag), key=lambda e: (e.von, e.kennung))


def _refuse_double(running: list[Beauftragte], who: dict[str, Any], stelle: str) -> None:
    for other in running:
        same_person = other.mitglied is not None and other.mitglied == who.get("mitglied")
        if same_person or (other.name is not None and fold(other.name) == fold(who.get("name", ""))):
            raise ablehnen(
                f"Diese Person ist für {stelle} schon eingetragen ({other.kennung}, seit {datum(other.von)}).",
                "Alle zeigt: netzint beauftragte liste",
            )


def _kennung(stelle: str, vergeben: Collection[str]) -> str:
    """``ib-stadt-musterstadt``, then ``ib-stadt-musterstadt-2``: the place, never the name."""
    base = f"ib-{stelle}"[:55].rstrip("-")
    return next(k for n in range(1, len(vergeben) + 2) if (k := base if n == 1 else f"{base}-{n}") not in vergeben)


def _remarks(kommune: Stelle, running: list[Beauftragte]) -> Iterator[str]:
    for other in running:
        yield (
            f"Für {kommune.kennung} steht auch {other.kennung} im Verzeichnis; endet das: "
            f"netzint beauftragte beenden {other.kennung}"
        )
    if kommune.ags is None:
        yield f"{kommune.kennung} hat keinen Gemeindeschlüssel und zählt darum bei der Abdeckung nicht mit."
    elif kommune.ags[:5] not in KREIS_NACH_AGS:
        yield f"Einen Kreis {kommune.ags[:5]} gibt es nicht; {kommune.kennung} zählt bei der Abdeckung nicht mit."


def beenden(
    bestand: Bestand, _vergeben: Collection[str], *, stichtag: date, eintrag: str, bis: date | None = None
) -> Aenderung:
    """Somebody is no Integrationsbeauftragte any more from the next day on."""
    found = find_beauftragte(bestand, eintrag)
    last = bis or stichtag
    if found.bis is not None:
        raise ablehnen(f"{found.kennung} endete schon am {datum(found.bis)}.", "Alle zeigt: netzint beauftragte liste")
    if last < found.von:
        raise falsch(f"{found.kennung} begann erst am {datum(found.von)}.", "Ein späteres --bis angeben.")
    return Aenderung(
        "beauftragte-beenden",
        f"{found.kennung} endet am {datum(last)}",
        gesetzt=(Setzen("beauftragte", found.kennung, ("bis",), last),),
        danach=((f"netzint beauftragte neu --stelle {found.stelle}", "die Nachfolge eintragen"),),
    )


def aendern(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    eintrag: str,
    angaben: Angaben,
    ohne: Collection[str] = (),
) -> Aenderung | None:
    """Change who it is or how to reach her. With a person recorded as Mitglied, name and contact stand there alone."""
    found = find_beauftragte(bestand, eintrag)
    gone = {parse_wert("--ohne", text, OHNE) for text in ohne}
    if angaben == Angaben() and not gone:
        raise falsch("Es fehlt, was sich ändern soll.", "Zum Beispiel --e-mail ADRESSE oder --name NAME.")
    steps = _link(bestand, found, angaben) if angaben.mitglied is not None else _correct(bestand, found, angaben, gone)
    if not steps:
        return None
    names = aufzaehlung(list(dict.fromkeys(feldname(str(step.feld[-1])) for step in steps)))
    danach = ((f"netzint beauftragte zeigen {found.kennung}", "den Eintrag ansehen"),)
    return Aenderung("beauftragte-aendern", f"Angaben zu {found.kennung} geändert ({names})", (), steps, danach=danach)


def _link(bestand: Bestand, found: Beauftragte, angaben: Angaben) -> tuple[Setzen, ...]:
    """The person is a Mitglied: her name and contact stand in her own file."""
    wanted = {"mitglied": _who(bestand, angaben)["mitglied"], "name": None, "anrede": None, "dienstlich": None}
    return tuple(
        Setzen("beauftragte", found.kennung, (feld,), wert)
        for feld, wert in wanted.items()
        if wert != getattr(found, feld)
    )


def _correct(bestand: Bestand, found: Beauftragte, angaben: Angaben, gone: set[str]) -> tuple[Setzen, ...]:
    if found.mitglied is not None:
        raise ablehnen(
            f"Name und Erreichbarkeit von {found.kennung} stehen bei der Person selbst.",
            f"Dort ändern: netzint mitglied aendern {found.mitglied}",
        )
    contact = found.dienstlich
    now = {"name": found.name, "anrede": found.anrede, "e-mail": contact and contact.e_mail}
    now["telefon"] = contact and contact.telefon
    typed = {"name": angaben.name, "anrede": angaben.anrede, "e-mail": angaben.e_mail, "telefon": angaben.telefon}
    both = [name for name in gone if typed[name] is not None]
    if both:
        raise falsch(f"--{both[0]} und --ohne {both[0]} schließen sich aus.", "Eines davon weglassen.")
    if angaben.name is not None and fold(angaben.name) != fold(found.name or ""):
        _who(bestand, Angaben(name=angaben.name))
    clean = {name: clean_person(name, text) for name, text in typed.items() if text is not None}
    wanted: dict[str, str | None] = {**clean, **dict.fromkeys(gone)}
    return tuple(
        Setzen("beauftragte", found.kennung, PERSONENFELDER[name], wert)
        for name, wert in wanted.items()
        if wert != now[name]
    )
