"""Recording a vote: the motion, the votes, the result that follows from them, the Siegel over the wording."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from netzint.modell.antrag import EmpfehlungAntrag, NiederschriftAntrag, SonstigerAntrag
from netzint.modell.beschluss import Beschluss
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_vorlage
from netzint.modell.klartext import Klartext, to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import anzahl, aufzaehlung
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.regeln.offene_tops import list_offene_tops
from netzint.regeln.vorlagen import gegenstand, same_antrag
from netzint.vorgaenge.abstimmung_antrag import Daten, Ort, Sache, find_antrag
from netzint.vorgaenge.abstimmung_ergebnis import check_ergebnis, parse_ergebnis, seal, tell_aenderung, weigh
from netzint.vorgaenge.abstimmung_stimmen import Saal, Stimmen, find_befangene
from netzint.vorgaenge.aenderung import Aenderung, Schritt, Setzen
from netzint.vorgaenge.ag_votum import danach_einreichen
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, falsch
from netzint.vorgaenge.empfehlung_wortlaut import Wortlaut
from netzint.vorgaenge.sitzung_stand import FESTE
from netzint.vorgaenge.sitzung_verlauf import check_beschluesse, require_offen, take_for_top
from netzint.vorgaenge.tops import find_top, name_of_top, short_top


class Angaben(NamedTuple):
    """Everything that was said about one vote."""

    sache: Sache = Sache()
    stimmen: Stimmen = Stimmen()
    ergebnis: str | None = None
    wortlaut: Wortlaut = Wortlaut()
    """What the Sitzung changed in the wording of the Empfehlung."""
    kennung: str | None = None
    verlauf: str | None = None
    da: tuple[str, ...] = ()
    nicht_da: tuple[str, ...] = ()
    korrigieren: bool = False


def abstimmen(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, top: str, angaben: Angaben
) -> Aenderung | None:
    """Record one vote of a Sitzung that has begun. None if it stands there just so.

    Raises NetzintFehler for everything that the votes, the Geschäftsordnung or the state of the matter do not allow.
    """
    before = require_offen(bestand, kennung)
    nr = find_top(before, top)
    if before.tagesordnung[nr].abgesetzt:
        way = f"Die Absetzung zurücknehmen: netzint zuruecknehmen VORGANG (welchen, zeigt netzint verlauf {kennung})"
        raise ablehnen(f"{name_of_top(before, nr)} ist abgesetzt.", f"{way}; oder ein anderer TOP.")
    sitzung, steps = take_for_top(bestand, before, nr, angaben.da, angaben.nicht_da)
    antrag = _same_antrag(sitzung, nr, angaben) or find_antrag(Ort(bestand, sitzung, nr, angaben.sache))
    place = _find_place(sitzung, nr, antrag, angaben)
    if angaben.da or angaben.nicht_da:
        check_beschluesse(bestand, sitzung, ausser=place.vorher)
    return _record(Saal(bestand, sitzung, nr), antrag, place, angaben, steps)


def _same_antrag(sitzung: Sitzung, nr: int, angaben: Angaben) -> Daten | None:
    """The motion of the Beschluss that is corrected: named by its Kennung, or a free one alone at its TOP."""
    if not angaben.korrigieren or angaben.sache != Sache():
        return None
    known = sitzung.tagesordnung[nr].beschluesse
    found = [b for b in known if b.kennung == angaben.kennung]
    if angaben.kennung is None and len(known) == 1 and isinstance(known[0].antrag, SonstigerAntrag):
        found = [known[0]]
    return to_klartext(found[0].antrag) if found else None


class Platz(NamedTuple):
    """Where the Beschluss stands, or will stand."""

    nr: int
    b: int
    kennung: str
    vorher: Beschluss | None = None


def _find_place(sitzung: Sitzung, nr: int, antrag: Daten, angaben: Angaben) -> Platz:
    """A new place, or with ``--korrigieren`` that of the vote on the same matter."""
    probe = require(Beschluss, {"kennung": "probe", "antrag": antrag, "ergebnis": "vertagt"})
    for t, top in enumerate(sitzung.tagesordnung):
        for b, beschluss in enumerate(top.beschluesse):
            if not is_same(beschluss, probe, same_top=t == nr):
                continue
            if angaben.korrigieren:
                _check_korrektur(beschluss)
                return Platz(t, b, beschluss.kennung, beschluss)
            raise ablehnen(
                f"Dazu ist bei {short_top(sitzung, t)} schon festgehalten: {BEZEICHNUNG[beschluss.ergebnis]}.",
                "War das ein Versehen: dieselbe Eingabe mit --korrigieren. Ein weiterer Antrag: --beschlossen TEXT",
            )
    if angaben.korrigieren:
        return _find_other(sitzung, nr, angaben.kennung)
    wanted = angaben.kennung or (antrag["empfehlungen"][0] if len(antrag.get("empfehlungen", ())) == 1 else None)
    taken = {b.kennung for t in sitzung.tagesordnung for b in t.beschluesse}
    free = free_kennung(wanted or sitzung.tagesordnung[nr].kennung, taken, fest=angaben.kennung is not None)
    return Platz(nr, len(sitzung.tagesordnung[nr].beschluesse), free)


def _find_other(sitzung: Sitzung, nr: int, kennung: str | None) -> Platz:
    """What is to be replaced by another motion: the Beschluss of this Kennung, or the only one at the TOP."""
    known = sitzung.tagesordnung[nr].beschluesse
    found = [b for b, beschluss in enumerate(known) if kennung in (None, beschluss.kennung)]
    if len(found) == 1:
        _check_korrektur(known[found[0]])
        return Platz(nr, found[0], known[found[0]].kennung, known[found[0]])
    if not known:
        text = f"Zu {short_top(sitzung, nr)} ist noch nichts festgehalten, was zu korrigieren wäre."
        raise falsch(text, "Ohne --korrigieren wiederholen.")
    text = f"Bei {short_top(sitzung, nr)} ist nicht klar, was korrigiert werden soll."
    raise falsch(text, f"Mit --kennung nennen: {aufzaehlung([b.kennung for b in known])}.")


def is_same(one: Beschluss, other: Beschluss, *, same_top: bool) -> bool:
    """Whether two votes are on the same matter: free motions only at the same TOP and with the same wording."""
    a, b = one.antrag, other.antrag
    if isinstance(a, EmpfehlungAntrag) and isinstance(b, EmpfehlungAntrag):
        return bool(set(a.empfehlungen) & set(b.empfehlungen))
    if isinstance(a, SonstigerAntrag) and isinstance(b, SonstigerAntrag):
        return same_top and a.wortlaut == b.wortlaut
    return a.art == b.art and gegenstand(a) == gegenstand(b)


def _check_korrektur(vorher: Beschluss) -> None:
    if vorher.ergebnis == "geaendert_angenommen":
        raise ablehnen(
            "Mit diesem Beschluss ist eine neue Fassung der Empfehlung entstanden; er lässt sich nicht überschreiben.",
            "Den ganzen Vorgang zurücknehmen (netzint zuruecknehmen) und die Abstimmung neu festhalten.",
        )


def _record(saal: Saal, antrag: Daten, platz: Platz, angaben: Angaben, steps: list[Schritt]) -> Aenderung | None:
    befangen = find_befangene(saal, angaben.stimmen)
    values: Daten = {"kennung": platz.kennung, "antrag": antrag, **({"befangen": befangen} if befangen else {})}
    wanted = parse_ergebnis(angaben.ergebnis)
    check_ergebnis(saal.bestand, antrag, wanted)
    vote = seal(saal, weigh(saal, values, angaben.stimmen, wanted), angaben.wortlaut, wanted)
    beschluss = require(Beschluss, vote.werte)
    top = saal.sitzung.tagesordnung[platz.nr]
    _check_vorlage(saal, beschluss, platz, angaben.sache.vorlage)
    _check_niederschrift(saal, beschluss, platz)
    wishes: list[tuple[tuple[str | int, ...], Klartext]] = []
    if platz.vorher != beschluss:
        wishes.append((("beschluesse", platz.b), to_klartext(beschluss)))
    if angaben.sache.vorlage and not top.vorlage:
        wishes.append((("vorlage",), find_vorlage(saal.bestand, angaben.sache.vorlage).kennung))
    if angaben.verlauf is not None and (prosa := clean_prosa("--verlauf", angaben.verlauf)) != top.verlauf:
        wishes.append((("verlauf",), prosa))
    steps += [Setzen("sitzung", saal.sitzung.kennung, ("tagesordnung", platz.nr, *f), wert) for f, wert in wishes]
    steps += vote.schritte
    return _finish(saal, beschluss, platz, steps, vote.saetze) if steps else None


def _check_vorlage(saal: Saal, beschluss: Beschluss, platz: Platz, genannt: str | None) -> None:
    """What the Vorlage of the TOP proposes is decided first; another motion may follow."""
    top = saal.sitzung.tagesordnung[platz.nr]
    vorlage = find_vorlage(saal.bestand, genannt) if genannt else saal.bestand.beschlussvorlagen.get(top.vorlage or "")
    votes = (*(b for b in top.beschluesse if b is not platz.vorher), beschluss)
    if vorlage is None or any(same_antrag(vorlage.antrag, b.antrag, b.ergebnis) for b in votes):
        return
    raise ablehnen(
        f"Bei {short_top(saal.sitzung, platz.nr)} liegt {vorlage.kennung.upper()} vor; dies ist ein anderer Antrag.",
        "Zuerst über die Vorlage abstimmen (ohne --beschlossen und --antrag; auch --ergebnis vertagt), dann hierüber.",
    )


def _check_niederschrift(saal: Saal, beschluss: Beschluss, platz: Platz) -> None:
    """Minutes are approved as what they are: a free motion at their TOP would pass for it and approve nothing."""
    top = saal.sitzung.tagesordnung[platz.nr]
    others = [b.antrag for b in top.beschluesse if b is not platz.vorher]
    if not top.kennung.startswith("niederschrift") or any(isinstance(a, NiederschriftAntrag) for a in others):
        return
    about = next((saal.bestand.sitzungen[k] for k in top.bezug if k in saal.bestand.sitzungen), None)
    minutes = about.niederschrift if about else None
    if about is None or minutes is None or minutes.genehmigt or isinstance(beschluss.antrag, NiederschriftAntrag):
        return
    where = short_top(saal.sitzung, platz.nr)
    raise ablehnen(
        f"Bei {where} wird die Niederschrift von {about.kennung.upper()} genehmigt; dies ist ein anderer Antrag.",
        f"{tell_aenderung(about)}, dann genehmigen: netzint sitzung abstimmen {saal.sitzung.kennung} "
        f"{where.removeprefix('TOP ')} --ja … --nein …; was geändert wurde, hält --verlauf fest.",
    )


def _finish(saal: Saal, beschluss: Beschluss, platz: Platz, steps: list[Schritt], saetze: tuple[str, ...]) -> Aenderung:
    sitzung = saal.sitzung
    where = f"{short_top(sitzung, platz.nr)} der Sitzung {sitzung.kennung.upper()}"
    verb = "Abstimmung korrigiert zu" if platz.vorher else "Abstimmung zu"
    told = list(saetze)
    if beschluss.nicht_teilgenommen:
        number = anzahl(beschluss.nicht_teilgenommen, "Person hat", "Personen haben")
        told.append(f"{number} nicht teilgenommen (berechnet aus der Anwesenheit).")
    told += _remarks(sitzung, beschluss, platz)
    again = "" if beschluss.ergebnis == "geaendert_angenommen" else "dieselbe Eingabe mit --korrigieren"
    return Aenderung(
        "sitzung-abstimmen",
        f"{verb} {where}: {BEZEICHNUNG[beschluss.ergebnis]}",
        gesetzt=tuple(steps),
        beschluss=f"{sitzung.kennung}/{beschluss.kennung}",
        hinweise=tuple(told),
        danach=_next_steps(saal, beschluss, platz),
        korrektur=f"Korrigieren, solange die Sitzung nicht abgeschlossen ist: {again}." if again else "",
    )


def _remarks(sitzung: Sitzung, beschluss: Beschluss, platz: Platz) -> Iterator[str]:
    antrag = beschluss.antrag
    if beschluss.befangen and isinstance(antrag, EmpfehlungAntrag) and len(antrag.empfehlungen) > 1:
        yield (
            "Wer befangen ist, stimmt hier über keine der Empfehlungen mit. Gilt es nur für eine: einzeln abstimmen "
            "(--empfehlung statt --en-bloc)."
        )
    named = sitzung.tagesordnung[platz.nr].kennung in FESTE[:2]
    if isinstance(antrag, SonstigerAntrag) and not (antrag.wortlaut or named) and beschluss.ergebnis == "angenommen":
        yield "Beschlossen ist, was im Titel des Punktes steht; mehr sagt --beschlossen TEXT (mit --korrigieren)."


def _next_steps(saal: Saal, beschluss: Beschluss, platz: Platz) -> tuple[tuple[str, str], ...]:
    k = saal.sitzung.kennung
    tops = list(saal.sitzung.tagesordnung)
    tops[platz.nr] = tops[platz.nr].model_copy(update={"beschluesse": (*tops[platz.nr].beschluesse, beschluss)})
    left = list_offene_tops(saal.bestand, saal.sitzung.model_copy(update={"tagesordnung": tuple(tops)}))
    if left:
        number = tops[left[0]].nummer or left[0] + 1
        return ((f"netzint sitzung abstimmen {k} {number}", f"als Nächstes: {tops[left[0]].titel}"),)
    if saal.sitzung.gremium != STRATEGIEGRUPPE:
        hand_in = danach_einreichen(saal.bestand, saal.sitzung, tops[platz.nr], beschluss)
        return (*hand_in, (f"netzint sitzung abschliessen {k}", "wenn alles festgehalten ist"))
    return ((f"netzint sitzung abschliessen {k}", "alle Vorlagen sind behandelt; ausführen, was beschlossen ist"),)


def free_kennung(base: str, taken: Collection[str], *, fest: bool) -> str:
    """The Kennung of a new Beschluss: as wished for, or with the next number behind it."""
    if base not in taken:
        return base
    if fest:
        raise falsch(f"Die Kennung „{base}“ hat in dieser Sitzung schon ein anderer Beschluss.", "Eine andere wählen.")
    return next(k for n in range(2, len(taken) + 3) if (k := f"{base}-{n}") not in taken)
