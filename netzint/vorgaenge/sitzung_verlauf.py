"""The day of a Sitzung: who is there, who chairs, what is said."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from netzint.modell.beschluss import Beschluss
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_mitglied, find_sitzung
from netzint.modell.klartext import to_klartext
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.sprache import datum
from netzint.recht.versand import tell_einladen
from netzint.recht.zustaende import AG_SITZUNG, SITZUNG, is_erlaubt
from netzint.regeln.beschlussfaehigkeit import tell_faehigkeit
from netzint.regeln.stimmrecht import compute_stimmlage
from netzint.vorgaenge.aenderung import Aenderung, Schritt, Setzen
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, falsch
from netzint.vorgaenge.anwesenheit import Liste, Meldung
from netzint.vorgaenge.sitzung_stand import refuse_genehmigt
from netzint.vorgaenge.sitzungsleitung import choose_leitung
from netzint.vorgaenge.tops import find_top, short_top

ANWESENHEIT = ("anwesend", "entschuldigt", "gaeste")
_BERICHTIGEN = (
    "netzint berichtigen {k} --setze anwesend=… (alle, die da waren, mit Komma; in Vertretung PERSON:FÜR), die Stimmen "
    "im selben Zug: --setze BESCHLUSS.ja=…"
)


def beginnen(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, meldung: Meldung, beginn: str | None, stichtag: date
) -> Aenderung:
    """Record that a Sitzung takes place, and who is there. Raises NetzintFehler if it cannot begin."""
    sitzung = find_sitzung(bestand, kennung)
    _check_beginn(bestand, sitzung, stichtag)
    if not (meldung.alle or meldung.da or meldung.vertretung):
        raise falsch(
            "Es fehlt, wer da ist.",
            "Mit --alle alle ordentlichen Mitglieder eintragen (dazu --entschuldigt, --vertretung), oder einzeln: --da",
        )
    liste, gesetzt = _take(bestand, sitzung, meldung)
    if beginn is not None and beginn != sitzung.beginn:
        gesetzt.insert(0, Setzen("sitzung", sitzung.kennung, ("beginn",), beginn))
    betreff = f"Sitzung {sitzung.kennung.upper()} am {datum(sitzung.datum)} eröffnet"
    return _finish("sitzung-beginnen", betreff, bestand, liste, gesetzt)


def _check_beginn(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> None:
    name = sitzung.kennung.upper()
    if sitzung.zustand == "durchgefuehrt":
        hinweis = f"Die Anwesenheit ändern: netzint sitzung anwesend {sitzung.kennung} …"
        raise ablehnen(f"Die Sitzung {name} ist schon eröffnet.", hinweis)
    table = SITZUNG if sitzung.gremium == STRATEGIEGRUPPE else AG_SITZUNG
    if not is_erlaubt(table, sitzung.zustand, "durchgefuehrt"):
        if sitzung.zustand == "terminiert":
            text = f"Zur Sitzung {name} ist noch nicht eingeladen."
            raise ablehnen(text, f"Zuerst: {tell_einladen(bestand, sitzung, stichtag)}")
        raise ablehnen(f"Die Sitzung {name} ist {sitzung.zustand}.", "Alle Sitzungen zeigt: netzint sitzung liste")
    if sitzung.datum > stichtag:
        raise ablehnen(
            f"Die Sitzung {name} ist erst am {datum(sitzung.datum)}.",
            f"An einem anderen Tag: netzint sitzung verlegen {sitzung.kennung}",
        )


def anwesend(bestand: Bestand, _vergeben: Collection[str], *, kennung: str, meldung: Meldung) -> Aenderung | None:
    """Change the attendance of a Sitzung that is not closed yet. None if it says so already."""
    sitzung = require_offen(bestand, kennung, _BERICHTIGEN)
    liste, gesetzt = _take(bestand, sitzung, meldung)
    if not gesetzt:
        return None
    check_beschluesse(bestand, _changed(liste, gesetzt))
    betreff = f"Anwesenheit in der Sitzung {sitzung.kennung.upper()} geändert"
    return _finish("sitzung-anwesend", betreff, bestand, liste, gesetzt)


def require_offen(bestand: Bestand, kennung: str, berichtigen: str = "netzint berichtigen {k}") -> Sitzung:
    """A Sitzung that has begun and is not closed. Raises NetzintFehler with what to do otherwise."""
    sitzung = find_sitzung(bestand, kennung)
    name = sitzung.kennung.upper()
    if sitzung.zustand in ("abgesagt", "entfallen"):
        raise ablehnen(f"Die Sitzung {name} ist {sitzung.zustand}.", "Alle Sitzungen zeigt: netzint sitzung liste")
    if sitzung.zustand != "durchgefuehrt":
        is_eingeladen = sitzung.zustand != "terminiert" or sitzung.gremium != STRATEGIEGRUPPE
        way = f"beginnen {sitzung.kennung} --alle" if is_eingeladen else f"einladen {sitzung.kennung}"
        raise ablehnen(f"Die Sitzung {name} ist noch nicht eröffnet.", f"Zuerst: netzint sitzung {way}")
    if sitzung.ist_abgeschlossen:
        raise ablehnen(
            f"Die Sitzung {name} ist abgeschlossen; Anwesenheit und Abstimmungen stehen fest.",
            f"Was falsch festgehalten ist, berichtigt: {berichtigen.format(k=sitzung.kennung)}",
        )
    return sitzung


def _take(bestand: Bestand, sitzung: Sitzung, meldung: Meldung) -> tuple[Liste, list[Schritt]]:
    """The list that follows from what was reported, and the steps that make it so in the file."""
    liste = Liste(bestand, sitzung)
    liste.apply(meldung)
    if not liste.da:
        raise falsch("Danach wäre niemand da.", "Findet die Sitzung nicht statt: netzint sitzung absagen")
    before, after = to_klartext(sitzung), to_klartext(_apply(liste))
    gesetzt: list[Schritt] = []
    leitung = choose_leitung(bestand, liste, meldung.leitung)
    if leitung != sitzung.leitung:
        gesetzt.append(Setzen("sitzung", sitzung.kennung, ("leitung",), leitung))
    for feld in ANWESENHEIT:
        gesetzt += list_steps(sitzung.kennung, feld, _list(before, feld), _list(after, feld))
    return liste, gesetzt


def take_for_top(
    bestand: Bestand, sitzung: Sitzung, nr: int, da: Collection[str], nicht_da: Collection[str]
) -> tuple[Sitzung, list[Schritt]]:
    """The Sitzung with somebody there, or not there, at one TOP; for votes that are recorded together with it."""
    if not (da or nicht_da):
        return sitzung, []
    liste = Liste(bestand, sitzung)
    for text in da:
        liste.be_at(find_mitglied(bestand, text), nr)
    for text in nicht_da:
        liste.miss_at(find_mitglied(bestand, text), nr)
    changed = _apply(liste)
    before, after = to_klartext(sitzung), to_klartext(changed)
    steps = [
        s for feld in ANWESENHEIT for s in list_steps(sitzung.kennung, feld, _list(before, feld), _list(after, feld))
    ]
    return changed, steps


def _list(plain: dict[str, Any], feld: str) -> list[Any]:
    return list(plain.get(feld, []))


def _apply(liste: Liste) -> Sitzung:
    update = {"anwesend": tuple(liste.da.values()), "entschuldigt": tuple(liste.entschuldigt)}
    return liste.sitzung.model_copy(update={**update, "gaeste": tuple(liste.gaeste)})


def list_steps(kennung: str, feld: str, before: list[Any], after: list[Any]) -> list[Schritt]:
    """From one list to the other, touching only what differs; a new list is written as a whole."""
    if not before:
        return [Setzen("sitzung", kennung, (feld,), after)] if after else []
    names = [_who(item) for item in after]
    kept = [item for item in before if _who(item) in names]
    gone = [nr for nr, item in enumerate(before) if _who(item) not in names]
    steps: list[Schritt] = [Setzen("sitzung", kennung, (feld, nr), None) for nr in reversed(gone)]
    for nr, item in enumerate(kept):
        wanted = after[names.index(_who(item))]
        if wanted != item:
            steps.append(Setzen("sitzung", kennung, (feld, nr), wanted))
    new = [item for item in after if _who(item) not in [_who(old) for old in kept]]
    return steps + [Setzen("sitzung", kennung, (feld, len(kept) + nr), item) for nr, item in enumerate(new)]


def _who(item: Any) -> Any:
    """What an item of the lists stands for: the person, or for a guest from a Stelle all of it."""
    return item.get("mitglied", item) if isinstance(item, dict) else item


def _changed(liste: Liste, gesetzt: list[Schritt]) -> Sitzung:
    leitung = [s.wert for s in gesetzt if isinstance(s, Setzen) and s.feld == ("leitung",)]
    return _apply(liste).model_copy(update={"leitung": leitung[0]} if leitung else {})


def check_beschluesse(bestand: Bestand, sitzung: Sitzung, ausser: Beschluss | None = None) -> None:
    """Votes that are recorded must still fit the changed attendance; refused with the way on otherwise.

    ``ausser``: the one that is recorded anew in the same act.
    """
    for nr, top in enumerate(sitzung.tagesordnung):
        for beschluss in top.beschluesse:
            problem = "" if beschluss is ausser else _problem(bestand, sitzung, top, beschluss)
            if problem:
                raise ablehnen(f"Bei {short_top(sitzung, nr)} {problem}", _way(sitzung, nr, beschluss))


def _problem(bestand: Bestand, sitzung: Sitzung, top: Tagesordnungspunkt, beschluss: Beschluss) -> str:
    gone = [person for person in beschluss.befangen if person not in sitzung.da_bei(top.kennung)]
    if gone:
        return f"ist {gone[0]} als befangen festgehalten; nach dieser Änderung wäre {gone[0]} dort gar nicht da."
    lage = compute_stimmlage(bestand, sitzung, top, beschluss) if sitzung.gremium == STRATEGIEGRUPPE else None
    if lage is None or not lage.ist_gezaehlt or lage.lage.stimmen == len(lage.berechtigt):
        return ""
    return (
        f"sind {lage.lage.stimmen} Stimmen festgehalten; nach dieser Änderung wären {len(lage.berechtigt)} Personen "
        "stimmberechtigt."
    )


def _way(sitzung: Sitzung, nr: int, beschluss: Beschluss) -> str:
    """Vote and attendance in one act; of several votes at a TOP each other one has to step aside for it."""
    top = sitzung.tagesordnung[nr]
    base = f"netzint sitzung abstimmen {sitzung.kennung} {top.nummer or nr + 1} --korrigieren"
    if len(top.beschluesse) > 1:
        base += f" --kennung {beschluss.kennung}"
        return (
            f"Zuerst diesen Beschluss zurückstellen: {base} --ergebnis vertagt. Dann die Anwesenheit ändern und ihn "
            f"neu festhalten: {base} --ja … --nein …"
        )
    votes = f"--ergebnis {beschluss.ergebnis}"
    if beschluss.ja is not None:
        votes = f"--ja {beschluss.ja} --nein {beschluss.nein}"
    return f"Beides zusammen ändern: {base} {votes} --nicht-da PERSON (oder --da PERSON)"


def _finish(vorgang: str, betreff: str, bestand: Bestand, liste: Liste, gesetzt: list[Schritt]) -> Aenderung:
    sitzung = _changed(liste, gesetzt)
    danach = (
        (f"netzint sitzung anwesend {sitzung.kennung}", "die Anwesenheit ansehen oder ändern"),
        (f"netzint sitzung abstimmen {sitzung.kennung}", "eine Abstimmung festhalten"),
        (f"netzint sitzung abschliessen {sitzung.kennung}", "am Ende ausführen, was beschlossen ist"),
    )
    hinweise = (*liste.hinweise, *tell_faehigkeit(bestand, sitzung))
    return Aenderung(vorgang, betreff, gesetzt=tuple(gesetzt), hinweise=hinweise, danach=danach)


def verlauf(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, top: str, text: str, anhaengen: bool = False
) -> Aenderung | None:
    """Write down the course of a TOP, or add to it; possible until the minutes are approved."""
    sitzung = find_sitzung(bestand, kennung)
    if sitzung.zustand != "durchgefuehrt":
        require_offen(bestand, kennung)
    if sitzung.niederschrift and sitzung.niederschrift.genehmigt:
        raise refuse_genehmigt(sitzung)
    nr = find_top(sitzung, top)
    before, prosa = sitzung.tagesordnung[nr].verlauf, clean_prosa("--text", text)
    if anhaengen and before:
        prosa = f"{before.rstrip()}\n\n{prosa}"
    if prosa == before:
        return None
    neu = () if sitzung.niederschrift is None else ("Die Niederschrift ist damit überholt und neu zu erzeugen.",)
    return Aenderung(
        "sitzung-verlauf",
        f"Verlauf zu {short_top(sitzung, nr)} der Sitzung {sitzung.kennung.upper()} festgehalten",
        gesetzt=(Setzen("sitzung", sitzung.kennung, ("tagesordnung", nr, "verlauf"), prosa),),
        hinweise=neu,
        danach=((f"netzint dokument erzeugen {sitzung.kennung} --art niederschrift", "die Niederschrift ansehen"),),
        korrektur=f"Ändern: denselben Befehl mit anderem Text geben ({short_top(sitzung, nr)}).",
    )
