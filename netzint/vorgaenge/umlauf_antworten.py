"""Answers to an Umlauf: votes, objections, and the count that ends it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.beschluss import ANGENOMMEN, ENTSCHIEDEN
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_mitglied, find_umlauf
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.mitglied import Mitglied
from netzint.modell.sprache import datum, fold
from netzint.modell.umlauf import Umlauf, Umlaufabschluss, Umlaufstimme, Widerspruch
from netzint.recht.empfehlungsweg import next_sitzung
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.regeln.umlaeufe import find_lauf
from netzint.regeln.umlaufstimmen import count_umlauf
from netzint.vorgaenge.aenderung import Aenderung, Setzen, join
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, falsch
from netzint.vorgaenge.ausfuehrung import carry_out
from netzint.vorgaenge.inzwischen import check_umlauf, is_erledigter_umlauf

STIMMEN = ("ja", "nein", "enthaltung")


def take_to_sitzung(bestand: Bestand, tag: date) -> tuple[tuple[str, str], ...]:
    """What to do with a matter that an Umlauf left open: it goes to the next planned Sitzung, or to a new one."""
    planned = next_sitzung(bestand, tag)
    if planned is not None:
        return ((f"netzint sitzung fortschreiben {planned.kennung}", "die Sache auf ihre Tagesordnung nehmen"),)
    return (("netzint sitzung neu", "die nächste Sitzung anlegen; die Sache steht dann auf der Tagesordnung"),)


def stimme(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    mitglied: str,
    stimme: str,
    am: date,
    stichtag: date,
    korrigieren: bool = False,
) -> Aenderung | None:
    """Record one answer. None if it is recorded just so."""
    umlauf, person = _answer(bestand, kennung, mitglied, am, stichtag)
    vote = fold(stimme)
    if vote not in STIMMEN:
        raise falsch(f"„{stimme}“ ist keine Stimme.", "Es gibt: ja, nein, enthaltung.")
    neu = require(Umlaufstimme, {"mitglied": person.kennung, "am": am, "stimme": vote})
    place = next((nr for nr, s in enumerate(umlauf.stimmen) if s.mitglied == person.kennung), None)
    if place is not None and umlauf.stimmen[place] == neu:
        return None
    if place is not None and not korrigieren:
        before = umlauf.stimmen[place]
        raise ablehnen(
            f"{person.kennung} hat am {datum(before.am)} schon geantwortet: {before.stimme}.",
            "War das ein Versehen: dieselbe Eingabe mit --korrigieren.",
        )
    nr = len(umlauf.stimmen) if place is None else place
    missing = [p for p in list_fehlende(bestand, umlauf) if p != person.kennung]
    told = f"Es fehlen noch {len(missing)}: {', '.join(missing)}." if missing else "Damit haben alle geantwortet."
    return Aenderung(
        "umlauf-stimme",
        f"Stimme zum Umlaufverfahren {umlauf.kennung.upper()} eingetragen",
        gesetzt=(Setzen("umlauf", umlauf.kennung, ("stimmen", nr), to_klartext(neu)),),
        hinweise=(told,),
        danach=_danach_stimme(umlauf, stichtag, fertig=not missing),
        korrektur="Ändern: dieselbe Eingabe mit anderer Stimme und --korrigieren.",
    )


def _danach_stimme(umlauf: Umlauf, stichtag: date, *, fertig: bool) -> tuple[tuple[str, str], ...]:
    if fertig or stichtag > umlauf.frist:
        return ((f"netzint umlauf abschliessen {umlauf.kennung}", "auszählen"),)
    return ((f"netzint umlauf stimme {umlauf.kennung}", "die nächste Antwort eintragen"),)


def widerspruch(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, mitglied: str, am: date, stichtag: date
) -> Aenderung:
    """Record an objection: it ends the Umlauf, and the matter comes onto the next Tagesordnung."""
    umlauf, person = _answer(bestand, kennung, mitglied, am, stichtag)
    neu = require(Widerspruch, {"mitglied": person.kennung, "am": am})
    end = require(Umlaufabschluss, {"am": am, "ergebnis": "widersprochen"})
    return Aenderung(
        "umlauf-widerspruch",
        f"Umlaufverfahren {umlauf.kennung.upper()} durch Widerspruch beendet",
        gesetzt=(
            Setzen("umlauf", umlauf.kennung, ("widerspruch", len(umlauf.widerspruch)), to_klartext(neu)),
            Setzen("umlauf", umlauf.kennung, ("abschluss",), to_klartext(end)),
        ),
        hinweise=("Die Sache kommt von selbst auf die nächste Tagesordnung.",),
        danach=take_to_sitzung(bestand, stichtag),
    )


def _answer(bestand: Bestand, kennung: str, mitglied: str, am: date, stichtag: date) -> tuple[Umlauf, Mitglied]:
    """The running Umlauf and who answers. Raises NetzintFehler if that person is not asked, or not on that day."""
    umlauf = require_laufend(bestand, kennung)
    check_nicht_kuenftig("--am", am, stichtag)
    name = umlauf.kennung.upper()
    if not umlauf.versandt <= am <= umlauf.frist:
        when = "vor dem Versand" if am < umlauf.versandt else "nach der Frist; verspätete Antworten zählen nicht"
        raise ablehnen(
            f"Gefragt war zu {name} vom {datum(umlauf.versandt)} bis zum {datum(umlauf.frist)}; der {datum(am)} "
            f"liegt {when}.",
            "Kam die Antwort früher: den Tag mit --am angeben.",
        )
    person = find_mitglied(bestand, mitglied)
    if person.kennung in umlauf.befangen:
        raise ablehnen(
            f"{person.kennung} ist zu {name} befangen.", f"Wer gefragt ist, zeigt: netzint umlauf zeigen {kennung}"
        )
    lauf = find_lauf(bestand, umlauf)
    if lauf is not None and person.kennung not in lauf.gefragt:
        raise ablehnen(
            f"{person.kennung} ist zu {name} nicht gefragt; es stimmen die ordentlichen Mitglieder ab.",
            f"Wer gefragt ist, zeigt: netzint umlauf zeigen {umlauf.kennung}",
        )
    return umlauf, person


def require_laufend(bestand: Bestand, kennung: str) -> Umlauf:
    """An Umlauf that is neither counted nor given up. Raises NetzintFehler (refused) otherwise."""
    umlauf = find_umlauf(bestand, kennung)
    if umlauf.entfallen is not None:
        raise ablehnen(f"{umlauf.kennung.upper()} ist entfallen.", "Alle zeigt: netzint umlauf liste")
    if umlauf.abschluss is not None:
        raise ablehnen(
            f"{umlauf.kennung.upper()} ist seit dem {datum(umlauf.abschluss.am)} abgeschlossen.",
            f"Ansehen: netzint umlauf zeigen {umlauf.kennung}",
        )
    return umlauf


def list_fehlende(bestand: Bestand, umlauf: Umlauf) -> list[str]:
    """Who was asked and has not answered, in the order of the seats."""
    lauf, answered = find_lauf(bestand, umlauf), {s.mitglied for s in umlauf.stimmen}
    return [person for person in (lauf.gefragt if lauf else ()) if person not in answered]


def abschliessen(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, am: date, stichtag: date
) -> Aenderung | None:
    """Count an Umlauf and carry out what it decided. None if nothing is left to do."""
    umlauf = find_umlauf(bestand, kennung)
    x_y = f"{umlauf.kennung}/{umlauf.beschluss}"
    if umlauf.abschluss is not None:
        if umlauf.abschluss.ergebnis not in ANGENOMMEN:
            return None
        done = carry_out(bestand, [(x_y, umlauf.antrag)], umlauf.abschluss.am)
        betreff = f"Umlaufverfahren {umlauf.kennung.upper()}: Beschluss ausgeführt"
        return join("umlauf-abschliessen", betreff, done) if done else None
    require_laufend(bestand, kennung)
    check_nicht_kuenftig("--am", am, stichtag)
    _check_ende(bestand, umlauf, am)
    lauf = find_lauf(bestand, umlauf)
    if lauf is None:
        raise ablehnen("Ohne Geschäftsordnung lässt sich nicht auszählen.", "Näheres: netzint pruefen")
    counted = count_umlauf(lauf)
    end = to_klartext(require(Umlaufabschluss, {"am": am, "ergebnis": counted.ergebnis}))
    if counted.ergebnis in ENTSCHIEDEN:
        check_umlauf(bestand, umlauf)
    done = carry_out(bestand, [(x_y, umlauf.antrag)], am) if counted.ergebnis in ANGENOMMEN else ()
    own = Aenderung(
        "umlauf-abschliessen",
        "",
        gesetzt=(Setzen("umlauf", umlauf.kennung, ("abschluss",), end),),
        beschluss=x_y,
        hinweise=(counted.erklaerung, *_tell_offen(bestand, umlauf, counted.ergebnis)),
        danach=_next_steps(bestand, umlauf, counted.ergebnis, stichtag),
    )
    betreff = f"Umlaufverfahren {umlauf.kennung.upper()} abgeschlossen: {BEZEICHNUNG[counted.ergebnis]}"
    return join("umlauf-abschliessen", betreff, (own, *done))


def _check_ende(bestand: Bestand, umlauf: Umlauf, am: date) -> None:
    missing = list_fehlende(bestand, umlauf)
    if missing and am <= umlauf.frist:
        raise ablehnen(
            f"Die Frist läuft bis zum {datum(umlauf.frist)}, und {len(missing)} haben noch nicht geantwortet: "
            f"{', '.join(missing)}.",
            "Nach der Frist abschließen, oder wenn alle geantwortet haben.",
        )
    last = max([umlauf.versandt, *(s.am for s in umlauf.stimmen)])
    if am < last:
        raise falsch(f"Die letzte Antwort ist vom {datum(last)}.", "Bei --am diesen oder einen späteren Tag angeben.")


def _tell_offen(bestand: Bestand, umlauf: Umlauf, ergebnis: str) -> tuple[str, ...]:
    """An Umlauf in which too few took part decides nothing, one way or the other."""
    if ergebnis in ENTSCHIEDEN or is_erledigter_umlauf(bestand, umlauf):
        return ()
    return ("Die Sache kommt von selbst auf die nächste Tagesordnung; sie kann auch noch einmal in den Umlauf.",)


def _next_steps(bestand: Bestand, umlauf: Umlauf, ergebnis: str, tag: date) -> tuple[tuple[str, str], ...]:
    antrag = umlauf.antrag
    if ergebnis in ANGENOMMEN and isinstance(antrag, EmpfehlungAntrag):
        return tuple((f"netzint empfehlung weiterleiten {he}", "jetzt weiterleiten") for he in antrag.empfehlungen)
    if ergebnis not in ENTSCHIEDEN and not is_erledigter_umlauf(bestand, umlauf):
        return take_to_sitzung(bestand, tag)
    return ((f"netzint umlauf zeigen {umlauf.kennung}", "das Ergebnis ansehen"),)
