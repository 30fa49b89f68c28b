"""Vorgänge around Sitzungen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netzint.modell.aehnlich import meinten_sie
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import datum as datum_in_worten
from netzint.recht.versand import tell_einladen
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import clean_zeile, falsch
from netzint.vorgaenge.nummern import next_kennung
from netzint.vorgaenge.rahmen import (
    ENTFAELLT,
    Rahmen,
    Wunsch,
    apply_wunsch,
    check_datum,
    propose_day,
    propose_rahmen,
    remarks,
)
from netzint.vorgaenge.sitzung_folgende import list_announced, take_from_later
from netzint.vorgaenge.sitzung_punkte import free_kennung, make_top, make_vorlagen, place_of_schluss, tell_schreiben
from netzint.vorgaenge.tagesordnung import NACHTRAG, propose_tagesordnung
from netzint.vorgaenge.tops import match_top
from netzint.vorgaenge.vorschlag import Anlass, Vorschlag, planned_before
from netzint.vorgaenge.zweite_ladung import explain_zweite, find_erste, propose_zweite

NACHTRAGEN = "; eine Sitzung, die schon war, mit --nachtragen eintragen"


def next_steps(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> tuple[tuple[str, str], ...]:
    """What makes sense after a Sitzung was laid down."""
    k, invite = sitzung.kennung, tell_einladen(bestand, sitzung, stichtag)
    if sitzung.datum < stichtag:
        return (
            (f"netzint sitzung top neu {k}", "aufnehmen, was sonst auf der Tagesordnung stand"),
            (invite, "eintragen, wann eingeladen wurde"),
        )
    return (
        (f"netzint sitzung zeigen {k}", "die Tagesordnung ansehen"),
        (f"netzint sitzung top neu {k}", "einen Punkt aufnehmen"),
        (invite, "nach dem Versand festhalten"),
    )


def plane(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    wunsch: Wunsch,
    ohne: Collection[str] = (),
    mit: Collection[str] = (),
    zweite_ladung_zu: str | None = None,
    nachtrag: bool = False,
) -> Aenderung:
    """:func:`neu`, with proposals for what was not asked for; of a Sitzung that has been, nothing is guessed."""
    first = find_erste(bestand, zweite_ladung_zu) if zweite_ladung_zu else None
    if nachtrag:
        if wunsch.datum is None:
            raise falsch("Es fehlt, wann die Sitzung war.", "Den Tag mit --datum angeben.")
        rahmen = apply_wunsch(Rahmen(wunsch.datum, None, None, "praesenz"), wunsch)
        return neu(bestand, vergeben, stichtag=stichtag, rahmen=rahmen, ohne=ohne, mit=mit, erste=first, nachtrag=True)
    rahmen = apply_wunsch(propose_zweite(bestand, stichtag) if first else propose_rahmen(bestand, stichtag), wunsch)
    return neu(bestand, vergeben, stichtag=stichtag, rahmen=rahmen, ohne=ohne, mit=mit, erste=first)


def neu(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    rahmen: Rahmen,
    ohne: Collection[str] = (),
    mit: Collection[str] = (),
    erste: Sitzung | None = None,
    nachtrag: bool = False,
) -> Aenderung:
    """Lay down the next Sitzung with the Tagesordnung that the Bestand asks for; ``nachtrag``: one that has been.

    ``vergeben`` are the Kennungen known in HEAD and all refs. Raises NetzintFehler if the day is past or taken by
    another Sitzung of the Strategiegruppe, or if ``ohne`` names a TOP that is not proposed or always stands there.
    """
    check_datum(bestand, stichtag, rahmen.datum, nachtrag=nachtrag, sonst=NACHTRAGEN)
    compute = compute_nachtrag if nachtrag else compute_vorschlaege
    chosen = _with_free(_without(compute(bestand, stichtag, rahmen.datum), ohne), mit)
    kennung = next_kennung("sg", stichtag.year, vergeben)
    vorlagen = {} if nachtrag else make_vorlagen(bestand, chosen, stichtag, vergeben)
    sitzung = _make_sitzung(kennung, rahmen, chosen, {v: bv.kennung for v, bv in vorlagen.items()})
    done = "nachgetragen" if nachtrag else "angelegt"
    betreff = f"Sitzung {kennung.upper()} am {datum_in_worten(rahmen.datum)} {done}"
    hinweise = () if nachtrag else remarks(bestand, stichtag, rahmen.datum)
    if erste is not None:
        sitzung = sitzung.model_copy(update={"zweite_ladung_zu": erste.kennung})
        betreff += f", zweite Ladung nach {erste.kennung.upper()}"
        hinweise = (*explain_zweite(bestand, erste, sitzung), *hinweise)
    taken, said = take_from_later(bestand, rahmen.datum, chosen)
    return Aenderung(
        "sitzung-neu",
        betreff,
        neu=(sitzung, *vorlagen.values()),
        gesetzt=tuple(taken),
        hinweise=(*hinweise, *said),
        danach=(*next_steps(bestand, sitzung, stichtag), *tell_schreiben(vorlagen.values())),
    )


def compute_vorschlaege(bestand: Bestand, stichtag: date, tag: date) -> tuple[Vorschlag, ...]:
    """The proposed TOPs of a Sitzung of the Strategiegruppe on a day."""
    later = [s.datum for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.datum > tag and s.zustand not in ENTFAELLT]
    danach = min(later, default=None) or propose_day(bestand, stichtag, tag)
    geplant = planned_before(bestand, tag)
    announced = list_announced(bestand, tag)
    proposed = propose_tagesordnung(Anlass(bestand, stichtag, tag, danach, geplant))
    return tuple(v for v in proposed if v.vorlage is None or v.vorlage not in announced)


def compute_nachtrag(bestand: Bestand, _stichtag: date, tag: date) -> tuple[Vorschlag, ...]:
    """The TOPs that a Sitzung on a past day had for sure, as far as it is known what lay there then."""
    anlass = Anlass(bestand, tag, tag, tag, planned_before(bestand, tag))
    announced = list_announced(bestand, tag)
    proposed = propose_tagesordnung(anlass, NACHTRAG)
    return tuple(v for v in proposed if v.vorlage is None or v.vorlage not in announced)


def _without(vorschlaege: tuple[Vorschlag, ...], ohne: Collection[str]) -> tuple[Vorschlag, ...]:
    """What is left when the TOPs named by Kennung, number or title are gone; the numbers are those of all proposed."""
    kennungen, numbers = [v.kennung for v in vorschlaege], [str(nr) for nr in range(1, len(vorschlaege) + 1)]
    gone = set()
    for name in ohne:
        nr = match_top(name, kennungen, [v.titel for v in vorschlaege], numbers)
        if nr is None:
            options = [v.kennung for v in vorschlaege if not v.fest]
            hinweis = meinten_sie(name, options, f"Weglassen kann man: {', '.join(options) or 'nichts'}.")
            raise falsch(f"„{name}“ steht nicht auf der Tagesordnung.", hinweis)
        if vorschlaege[nr].fest:
            text = f"„{vorschlaege[nr].titel}“ steht auf jeder Tagesordnung."
            raise falsch(text, "Diesen Punkt nicht mit --ohne weglassen.")
        gone.add(nr)
    return tuple(v for nr, v in enumerate(vorschlaege) if nr not in gone)


def _with_free(vorschlaege: tuple[Vorschlag, ...], mit: Collection[str]) -> tuple[Vorschlag, ...]:
    """Free TOPs before the fixed last ones: the list of the group's tasks is open (R19)."""
    result = list(vorschlaege)
    position = place_of_schluss([v.kennung for v in result])
    for titel in (clean_zeile("--mit", text) for text in mit):
        kennung = free_kennung(titel, {v.kennung for v in result})
        result.insert(position, Vorschlag(kennung, titel, "von der Geschäftsstelle angemeldet"))
        position += 1
    return tuple(result)


def _make_sitzung(
    kennung: str, rahmen: Rahmen, vorschlaege: tuple[Vorschlag, ...], vorlagen: dict[str, str]
) -> Sitzung:
    tops = [make_top(v, vorlagen.get(v.kennung)) for v in vorschlaege]
    values = {"kennung": kennung, "gremium": STRATEGIEGRUPPE, **rahmen._asdict(), "tagesordnung": tops}
    return Sitzung.model_validate(values)
