"""Closing a Sitzung: nothing stays without a result, and what was decided is carried out in the same act."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.beschluss import ANGENOMMEN, Beschluss
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_sitzung
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import anzahl, datum
from netzint.recht.wiederkehr import JEDESMAL, OHNE
from netzint.regeln.beschlusslage import find_beschluss
from netzint.regeln.offene_tops import list_offene_tops
from netzint.vorgaenge.abstimmung import free_kennung
from netzint.vorgaenge.abstimmung_antrag import Daten, Ort, Sache, find_fassung
from netzint.vorgaenge.aenderung import Aenderung, Schritt, Setzen, join
from netzint.vorgaenge.ag_votum import danach_einreichen
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, falsch
from netzint.vorgaenge.ausfuehrung import carry_out
from netzint.vorgaenge.sitzung_verlauf import require_offen
from netzint.vorgaenge.tops import find_top, name_of_top, short_top


def abschliessen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    am: date,
    stichtag: date,
    ende: str | None = None,
    vertagt: Collection[str] = (),
    rest_vertagt: bool = False,
) -> Aenderung | None:
    """Close a Sitzung and carry out what it decided. None if nothing is left to do.

    Raises NetzintFehler if a TOP has no result and was not said to be vertagt, or if a Beschluss cannot be done.
    """
    sitzung = find_sitzung(bestand, kennung)
    if sitzung.zustand != "durchgefuehrt":
        require_offen(bestand, kennung)
    steps: list[Schritt] = []
    if sitzung.ist_abgeschlossen:
        _refuse_spaeter(sitzung, ende, vertagt)
    else:
        _check_tag(sitzung, am, stichtag)
        steps += _postpone(bestand, sitzung, vertagt, rest=rest_vertagt)
        steps += _close(sitzung, am, ende)
    accepted = _accepted(sitzung)
    done = carry_out(bestand, [(f"{sitzung.kennung}/{b.kennung}", b.antrag) for b in accepted], sitzung.datum)
    if not steps and not done:
        return None
    own = Aenderung("sitzung-abschliessen", "", gesetzt=tuple(steps), danach=_next_steps(bestand, sitzung, accepted))
    told = (f"Ausgeführt: {part.betreff} ({part.beschluss})." for part in done)
    joined = join("sitzung-abschliessen", _betreff(sitzung, len(done), closes=bool(steps)), (own, *done))
    return joined._replace(hinweise=(*told, *joined.hinweise))


def _betreff(sitzung: Sitzung, done: int, *, closes: bool) -> str:
    what = f"{anzahl(done, 'Beschluss', 'Beschlüsse')} ausgeführt"
    name = f"Sitzung {sitzung.kennung.upper()}"
    if not closes:
        return f"{name}: {what}"
    return f"{name} abgeschlossen, {what}" if done else f"{name} abgeschlossen"


def _check_tag(sitzung: Sitzung, am: date, stichtag: date) -> None:
    check_nicht_kuenftig("--am", am, stichtag)
    if am < sitzung.datum:
        text = f"Die Sitzung {sitzung.kennung.upper()} war am {datum(sitzung.datum)}, nach dem {datum(am)}."
        raise falsch(text, "Bei --am den Tag der Sitzung oder einen späteren angeben.")


def _refuse_spaeter(sitzung: Sitzung, ende: str | None, vertagt: Collection[str]) -> None:
    """What was forgotten when it was closed is not passed over in silence."""
    k, text = sitzung.kennung, f"Die Sitzung {sitzung.kennung.upper()} ist schon abgeschlossen"
    if ende is not None and ende != sitzung.ende:
        way = f'netzint berichtigen {k} --setze ende={ende} --grund "Beim Abschließen vergessen"'
        raise ablehnen(f"{text}; ihr Ende ist damit {sitzung.ende or 'nicht'} vermerkt.", f"Nachtragen: {way}")
    for name in vertagt:
        nr = find_top(sitzung, name)
        if all(b.ergebnis != "vertagt" for b in sitzung.tagesordnung[nr].beschluesse):
            raise ablehnen(
                f"{text}; {name_of_top(sitzung, nr)} wird nicht mehr vertagt.", f"Ansehen: netzint sitzung zeigen {k}"
            )


def _close(sitzung: Sitzung, am: date, ende: str | None) -> list[Schritt]:
    steps: list[Schritt] = []
    if ende is not None and sitzung.beginn is not None and ende < sitzung.beginn:
        text = f"Die Sitzung begann um {sitzung.beginn} Uhr und kann nicht um {ende} Uhr geendet haben."
        raise falsch(text, "Bei --ende eine spätere Uhrzeit angeben.")
    if ende is not None and ende != sitzung.ende:
        steps.append(Setzen("sitzung", sitzung.kennung, ("ende",), ende))
    return [*steps, Setzen("sitzung", sitzung.kennung, ("abgeschlossen",), am)]


def _postpone(bestand: Bestand, sitzung: Sitzung, vertagt: Collection[str], *, rest: bool) -> list[Schritt]:
    """A result ``vertagt`` for each TOP that was said to be, or all that are open."""
    offen = list_offene_tops(bestand, sitzung)
    named = list(offen) if rest else [find_top(sitzung, text) for text in vertagt]
    for nr in named:
        if nr not in offen:
            raise falsch(
                f"{name_of_top(sitzung, nr)} wartet auf kein Ergebnis.", "Diesen TOP nicht mit --vertagt nennen."
            )
    left = [nr for nr in offen if nr not in named]
    if left:
        lines = "\n".join(f"  {name_of_top(sitzung, nr)}" for nr in left)
        first = short_top(sitzung, left[0]).removeprefix("TOP ")
        raise ablehnen(
            f"Diese Punkte haben noch kein Ergebnis:\n{lines}",
            f"Abstimmung festhalten: netzint sitzung abstimmen {sitzung.kennung} {first} --ja … --nein …; nicht "
            f"behandelt: --vertagt {first} (oder alle: --rest-vertagt)",
        )
    taken = {b.kennung for top in sitzung.tagesordnung for b in top.beschluesse}
    steps: list[Schritt] = []
    for nr in dict.fromkeys(named):
        free = free_kennung(sitzung.tagesordnung[nr].kennung, taken, fest=False)
        taken.add(free)
        values = {"kennung": free, "antrag": _vertagter_antrag(bestand, sitzung, nr), "ergebnis": "vertagt"}
        feld = ("tagesordnung", nr, "beschluesse", 0)
        steps.append(Setzen("sitzung", sitzung.kennung, feld, to_klartext(require(Beschluss, values))))
    return steps


def _vertagter_antrag(bestand: Bestand, sitzung: Sitzung, nr: int) -> Daten:
    """What would have been voted on, so that the right matter comes back."""
    top = sitzung.tagesordnung[nr]
    ort = Ort(bestand, sitzung, nr, Sache())
    vorlage, again = bestand.beschlussvorlagen.get(top.vorlage or ""), find_beschluss(bestand, top.wiederaufnahme)
    if vorlage is not None:
        return to_klartext(vorlage.antrag)
    if top.kennung in bestand.empfehlungen:
        number = find_fassung(ort, bestand.empfehlungen[top.kennung])
        fassung = {"fassung": number} if number != 1 else {}
        return {"art": "empfehlung", "empfehlungen": [top.kennung], **fassung}
    if again is not None:
        return to_klartext(again.antrag)
    other = ort.one_of(bestand.sitzungen)
    if top.kennung.startswith("niederschrift") and other is not None:
        return {"art": "niederschrift", "sitzung": other}
    return {"art": "sonstiges"}


def _accepted(sitzung: Sitzung) -> tuple[Beschluss, ...]:
    return tuple(b for top in sitzung.tagesordnung for b in top.beschluesse if b.ergebnis in ANGENOMMEN)


def _next_steps(bestand: Bestand, sitzung: Sitzung, accepted: tuple[Beschluss, ...]) -> tuple[tuple[str, str], ...]:
    """Minutes first, then the Empfehlungen that may go out now."""
    steps = []
    if sitzung.niederschrift is None:
        steps.append((f"netzint sitzung niederschrift {sitzung.kennung}", "die Niederschrift entwerfen"))
    for beschluss in accepted:
        antrag = beschluss.antrag
        voted = antrag.empfehlungen if isinstance(antrag, EmpfehlungAntrag) else ()
        found = (bestand.empfehlungen[he] for he in voted if he in bestand.empfehlungen)
        waiting = (he.kennung for he in found if not he.weiterleitungen)
        steps += [(f"netzint empfehlung weiterleiten {he}", "angenommen, noch nicht weitergeleitet") for he in waiting]
    votes = [(top, b) for top in sitzung.tagesordnung for b in top.beschluesse]
    if sitzung.gremium != STRATEGIEGRUPPE:
        hand_in = [step for top, b in votes for step in danach_einreichen(bestand, sitzung, top, b)]
        steps += dict.fromkeys(hand_in)
        return (*steps, (f"netzint ag sitzung {sitzung.gremium}", "die nächste Sitzung anlegen"))
    if any(b.ergebnis == OHNE and top.kennung not in JEDESMAL for top, b in votes):
        again = f"netzint sitzung neu --zweite-ladung-zu {sitzung.kennung}"
        return (*steps, (again, "zweite Ladung: für diese Punkte genügen dann weniger Anwesende"))
    return (*steps, ("netzint sitzung neu", "die nächste Sitzung anlegen"))
