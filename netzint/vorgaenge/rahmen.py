"""When, where and how a Sitzung is held: what is proposed, what is wished for, and what is worth a word about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple, get_args

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Form
from netzint.modell.sprache import datum as datum_in_worten
from netzint.modell.sprache import fold, wochentag
from netzint.recht.feiertage import feiertagsname, is_brueckentag, is_zwischen_den_jahren
from netzint.recht.fristen import letzter_versandtag
from netzint.recht.termin import propose_datum
from netzint.vorgaenge.angaben import clean_zeile

ENTFAELLT = ("abgesagt", "entfallen")


class Rahmen(NamedTuple):
    """Day, place and form of a Sitzung; as proposed or as given."""

    datum: date
    ort: str | None
    beginn: str | None
    form: str


class Wunsch(NamedTuple):
    """What was asked for; None: as proposed."""

    datum: date | None = None
    ort: str | None = None
    beginn: str | None = None
    form: str | None = None


def propose_rahmen(bestand: Bestand, stichtag: date) -> Rahmen:
    """Day by the rule of :func:`netzint.recht.termin.propose_datum`; place, begin and form as last time.

    Raises NetzintFehler if there is no Geschäftsordnung to take the periods from.
    """
    held = [s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.zustand not in ENTFAELLT]
    last = held[-1] if held else None
    return Rahmen(
        propose_day(bestand, stichtag, last.datum if last else None),
        last.ort if last else None,
        round_beginn(last.beginn) if last and last.beginn else "10:00",
        last.form if last else "praesenz",
    )


def round_beginn(beginn: str) -> str:
    """The quarter of an hour nearest to the last begin: of a Sitzung held it is when it did begin, like 10:03."""
    hour, minute = map(int, beginn.split(":"))
    quarters = min(round((60 * hour + minute) / 15), 95)
    return f"{quarters // 4:02}:{quarters % 4 * 15:02}"


def propose_day(bestand: Bestand, stichtag: date, last: date | None) -> date:
    """The day of the Sitzung after one on the day ``last``."""
    fassung = bestand.fassung(stichtag)
    if fassung is None:
        raise NetzintFehler(
            "Ohne Geschäftsordnung lässt sich kein Termin vorschlagen.",
            "daten/geschaeftsordnung.yaml anlegen oder berichtigen.",
        )
    recht = fassung.strategiegruppe
    return propose_datum(stichtag, last, recht.ladungsfrist.soll, recht.sitzungsabstand, taken_days(bestand))


def taken_days(bestand: Bestand) -> frozenset[date]:
    """Days on which a Sitzung of any Gremium or a Veranstaltung is held."""
    return frozenset(tag for tag, _ in _events(bestand))


def _events(bestand: Bestand) -> Iterator[tuple[date, str]]:
    """Each taken day with the Kennung of what takes it."""
    for sitzung in bestand.sitzungen.values():
        if sitzung.zustand not in ENTFAELLT:
            yield sitzung.datum, sitzung.kennung
    for event in bestand.veranstaltungen.values():
        if not (event.abgesagt or event.entfallen):
            length = ((event.bis or event.datum) - event.datum).days
            yield from ((event.datum + timedelta(days=n), event.kennung) for n in range(length + 1))


def apply_wunsch(rahmen: Rahmen, wunsch: Wunsch) -> Rahmen:
    """The proposal with what was asked for in its place. Raises NetzintFehler (wrong usage)."""
    form = parse_form(wunsch.form) if wunsch.form is not None else rahmen.form
    ort = clean_zeile("--ort", wunsch.ort) if wunsch.ort is not None else rahmen.ort
    if wunsch.ort is None and form == "video" and rahmen.form != "video":
        ort = None  # the room of last time is no place for a video conference
    return Rahmen(wunsch.datum or rahmen.datum, ort, wunsch.beginn or rahmen.beginn, form)


def parse_form(text: str) -> str:
    """``Präsenz`` → ``praesenz``."""
    if fold(text) in get_args(Form):
        return fold(text)
    hinweis = f"Es gibt: {', '.join(get_args(Form))}."
    raise NetzintFehler(f"Die Form „{text}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)


def check_datum(
    bestand: Bestand,
    stichtag: date,
    tag: date,
    gremium: str = STRATEGIEGRUPPE,
    *,
    nachtrag: bool = False,
    sonst: str = "",
) -> None:
    """Raises NetzintFehler (wrong usage) for a day that has a Sitzung of the same Gremium, and for a past day.

    ``nachtrag``: for one that is not past, or before there was the network. ``sonst``: what else helps.
    """
    if nachtrag:
        _check_nachtrag(bestand, stichtag, tag)
    elif tag < stichtag:
        hinweis = f"Ein späteres --datum angeben{sonst}."
        raise NetzintFehler(f"Der {datum_in_worten(tag)} liegt in der Vergangenheit.", hinweis, Ausgang.AUFRUF)
    for sitzung in bestand.sitzungen_von(gremium):
        if sitzung.datum == tag and sitzung.zustand not in ENTFAELLT:
            raise NetzintFehler(
                f"Am {datum_in_worten(tag)} ist schon die Sitzung {sitzung.kennung.upper()}.",
                f"Ein anderes --datum angeben oder die Sitzung ansehen: netzint sitzung zeigen {sitzung.kennung}",
                Ausgang.AUFRUF,
            )


def _check_nachtrag(bestand: Bestand, stichtag: date, tag: date) -> None:
    if tag >= stichtag:
        text = f"Der {datum_in_worten(tag)} liegt nicht in der Vergangenheit; nachzutragen gibt es da nichts."
        raise NetzintFehler(text, "Ohne --nachtragen wird die Sitzung angelegt.", Ausgang.AUFRUF)
    if bestand.netzwerk is not None and tag < bestand.netzwerk.gegruendet:
        text = f"Am {datum_in_worten(tag)} gab es das Netzwerk noch nicht."
        raise NetzintFehler(text, "Bei --datum das Jahr prüfen.", Ausgang.AUFRUF)


def remarks(bestand: Bestand, stichtag: date, tag: date, own: str = "") -> tuple[str, ...]:
    """What a careful office would say about a day chosen for the Sitzung ``own``; nothing of it forbids the day."""
    found = list(_remark_calendar(tag))
    for taken, kennung in _events(bestand):
        if taken == tag and kennung != own:
            found.append(f"Am {datum_in_worten(tag)} ist auch {kennung.upper()}.")
    fassung = bestand.fassung(tag)
    planned = bestand.sitzungen.get(own)
    if fassung is not None and (planned is None or planned.gremium == STRATEGIEGRUPPE):
        soll = fassung.strategiegruppe.ladungsfrist.soll
        last = letzter_versandtag(tag, soll)
        if last < stichtag:
            found.append(
                f"Die Ladungsfrist von {soll} Tagen ist nicht mehr zu halten: die Einladung hätte bis zum "
                f"{datum_in_worten(last)} versandt sein müssen."
            )
    return tuple(found)


def _remark_calendar(tag: date) -> Iterator[str]:
    name = feiertagsname(tag)
    if name:
        yield f"Der {datum_in_worten(tag)} ist ein Feiertag ({name})."
    elif tag.weekday() > 4:
        yield f"Der {datum_in_worten(tag)} ist ein {wochentag(tag)}."
    elif is_zwischen_den_jahren(tag):
        yield f"Der {datum_in_worten(tag)} liegt zwischen Weihnachten und Dreikönig."
    elif is_brueckentag(tag):
        yield f"Der {datum_in_worten(tag)} ist ein Brückentag."
