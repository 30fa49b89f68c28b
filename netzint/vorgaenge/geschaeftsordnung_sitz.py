"""The seats of the Strategiegruppe: another one in place of one, one more or less, other demands on one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple, get_args

from netzint.modell.aehnlich import meinten_sie
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.finden import find_sitz, find_stelle
from netzint.modell.geschaeftsordnung import BANKNAMEN, Fassung, Sitz
from netzint.modell.klartext import Klartext, to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import aufzaehlung, to_kennung
from netzint.modell.typen import Koerperschaft
from netzint.regeln.sitzlage import sitzname
from netzint.vorgaenge.angaben import ablehnen, clean_zeile, falsch
from netzint.vorgaenge.geschaeftsordnung import Geplant, Rahmen, base_of, lay_down
from netzint.vorgaenge.geschaeftsordnung_angaben import Schritt
from netzint.vorgaenge.geschaeftsordnung_lage import PLATZ
from netzint.vorgaenge.mitglied_person import parse_wert

AEMTER = ("leitung", "integrationsbeauftragung")
OHNE = ("bezeichnung", "stelle", "koerperschaft", "amt")


class Sitzangaben(NamedTuple):
    """A seat as it was typed; None: nothing was said."""

    bezeichnung: str | None = None
    bank: str | None = None
    stelle: str | None = None
    koerperschaft: str | None = None
    amt: str | None = None
    benannt_von: tuple[str, ...] = ()
    quelle: str | None = None


def neu(
    bestand: Bestand,
    vergeben: Collection[str],
    rahmen: Rahmen,
    *,
    kennung: str,
    angaben: Sitzangaben,
    statt: str | None = None,
) -> Geplant:
    """A seat that was not there before; in place of another one it takes over what is not said of it."""
    base = base_of(bestand, rahmen.ab)
    name = _read_kennung(bestand, vergeben, kennung)
    replaced = _find(bestand, base, statt) if statt is not None else None
    felder = to_klartext(replaced) if replaced else {}
    felder = {key: wert for key, wert in felder.items() if key not in ("kennung", "bezeichnung")}
    felder |= {key: wert for key, wert in _read(bestand, angaben).items() if wert is not None}
    if "bank" not in felder:
        raise falsch("Es fehlt, zu welcher Bank der Sitz gehört.", f"Mit --bank angeben: {', '.join(BANKNAMEN)}.")
    if "benannt_von" not in felder:
        raise falsch("Es fehlt, wer für den Sitz benennen darf.", "Mit --benannt-von angeben, auch mehrmals.")
    seat = require(Sitz, {"kennung": name, **felder})
    changed = [*_put(base, seat, replaced)]
    was = f"{name} statt {replaced.kennung}" if replaced else f"{name} kommt hinzu"
    named = {_key(name): clean_zeile("--quelle", angaben.quelle)} if angaben.quelle else {}
    done = lay_down(bestand, rahmen, changed, named, vorgang="geschaeftsordnung-sitz-neu", was=was)
    besetzen = (f"netzint mitglied benennen {name} --ab {rahmen.ab}", "den neuen Sitz besetzen")
    return done._replace(aenderung=done.aenderung._replace(danach=(besetzen, *done.aenderung.danach)))


def aendern(
    bestand: Bestand, rahmen: Rahmen, *, sitz: str, angaben: Sitzangaben, ohne: Collection[str] = ()
) -> Geplant | None:
    """Other demands on a seat; its Kennung stays, and whoever sits there does too."""
    base = base_of(bestand, rahmen.ab)
    seat = _find(bestand, base, sitz)
    gone = dict.fromkeys(parse_wert("--ohne", text, OHNE) for text in ohne)
    felder: dict[str, Klartext | None] = {**_read(bestand, angaben), **gone}
    if not felder and not angaben.quelle:
        raise falsch(
            "Es fehlt, was sich ändern soll.", "Zum Beispiel --benannt-von staedtetag oder --ohne bezeichnung."
        )
    old = to_klartext(seat)
    place = (*PLATZ, base.strategiegruppe.sitze.index(seat))
    key = _key(seat.kennung)
    changed = [
        Schritt((*place, feld), wert, "" if feld == "bezeichnung" else key)  # a name rests on no source
        for feld, wert in felder.items()
        if wert != old.get(feld)
    ]
    named = {key: clean_zeile("--quelle", angaben.quelle)} if angaben.quelle else {}
    if not changed and not named:
        return None
    return lay_down(bestand, rahmen, changed, named, vorgang="geschaeftsordnung-sitz-aendern", was=seat.kennung)


def entfallen(bestand: Bestand, rahmen: Rahmen, *, sitz: str) -> Geplant:
    """A seat that is no more from a day on."""
    base = base_of(bestand, rahmen.ab)
    seat = _find(bestand, base, sitz)
    changed = [Schritt((*PLATZ, base.strategiegruppe.sitze.index(seat)), None), *_forget(base, seat)]
    was = f"{seat.kennung} entfällt"
    return lay_down(bestand, rahmen, changed, {}, vorgang="geschaeftsordnung-sitz-entfallen", was=was)


def _key(kennung: str) -> str:
    return f"strategiegruppe.sitze.{kennung}"


def _put(base: Fassung, seat: Sitz, replaced: Sitz | None) -> Iterator[Schritt]:
    """Where the other one was, or behind the last one of its bench."""
    seats = base.strategiegruppe.sitze
    wert, key = to_klartext(seat), _key(seat.kennung)
    if replaced is not None:
        yield Schritt((*PLATZ, seats.index(replaced)), wert, key)
        yield from _forget(base, replaced)
        return
    last = max((n for n, other in enumerate(seats) if other.bank == seat.bank), default=len(seats) - 1)
    yield Schritt((*PLATZ, last + 1), wert, key, einfuegen=last + 1 < len(seats))


def _forget(base: Fassung, seat: Sitz) -> Iterator[Schritt]:
    if _key(seat.kennung) in base.quellen:
        yield Schritt(("quellen", _key(seat.kennung)), None)


def _find(bestand: Bestand, base: Fassung, text: str) -> Sitz:
    """The seat of this Fassung that is meant."""
    try:
        return find_sitz(bestand, text, base.gilt_ab)
    except NetzintFehler as error:
        known = [seat.kennung for seat in base.strategiegruppe.sitze]
        hinweis = meinten_sie(text, known, f"Es gibt: {aufzaehlung(known)}.")
        raise NetzintFehler(error.text, hinweis, Ausgang.AUFRUF) from error


def _read_kennung(bestand: Bestand, vergeben: Collection[str], text: str) -> str:
    """``sitz-…``; one that was given before is never given again."""
    name = f"sitz-{to_kennung(clean_zeile('KENNUNG', text)).removeprefix('sitz-')}"
    if name in bestand.alle_sitze:
        raise ablehnen(
            f"Den Sitz {sitzname(bestand.alle_sitze[name])} ({name}) gibt oder gab es schon.",
            "Einen eigenen Namen wählen; ändern: netzint geschaeftsordnung sitz aendern",
        )
    if name in vergeben or bestand.known(name):
        raise ablehnen(f"Die Kennung „{name}“ ist schon vergeben.", "Einen eigenen Namen wählen.")
    return name


def _read(bestand: Bestand, angaben: Sitzangaben) -> dict[str, Klartext | None]:
    """What was typed, cleaned and checked one by one."""
    felder: dict[str, Klartext | None] = {}
    if angaben.bezeichnung is not None:
        felder["bezeichnung"] = clean_zeile("--bezeichnung", angaben.bezeichnung)
    for feld, werte in (("bank", tuple(BANKNAMEN)), ("koerperschaft", get_args(Koerperschaft)), ("amt", AEMTER)):
        text = getattr(angaben, feld)
        if text is not None:
            felder[feld] = parse_wert(f"--{feld}", text, werte)
    if angaben.stelle is not None:
        felder["stelle"] = find_stelle(bestand, angaben.stelle).kennung
    if angaben.benannt_von:
        felder["benannt_von"] = list(dict.fromkeys(find_stelle(bestand, text).kennung for text in angaben.benannt_von))
    return felder
