"""A recorded fact of the past that breaks a rule and is true all the same: the reason is recorded beside it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_in_allen
from netzint.modell.grund import Eintrag
from netzint.modell.sprache import aufzaehlung
from netzint.regeln.register import judge
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, clean_prosa
from netzint.vorgaenge.ausnahme import find_regel


def begruenden(
    bestand: Bestand, _vergeben: Collection[str], *, stichtag: date, kennung: str, regel: str, grund: str
) -> Aenderung | None:
    """Say why a Fehler of an entry stands as it is; from then on it is a Warnung. Another reason replaces the first."""
    entry, rule = find_in_allen(bestand, kennung), find_regel(regel)
    text, codes = clean_prosa("--grund", grund), [a.regel for a in entry.abweichung]
    nr = codes.index(rule.code) if rule.code in codes else len(codes)
    if nr < len(codes) and entry.abweichung[nr].grund == text:
        return None
    if nr == len(codes):
        if rule.schwere is not Schwere.FEHLER:
            raise ablehnen(
                f"Die Regel {rule.code} meldet ohnehin keinen Fehler; eine Abweichung braucht es dafür nicht.",
                f"Was sie meldet: netzint regel {rule.code}",
            )
        if not any(b.kennung == entry.kennung for b in judge(bestand, stichtag, (rule,))):
            raise ablehnen(
                f"{entry.kennung} verstößt nicht gegen die Regel {rule.code}; es gibt nichts zu begründen.",
                "Was zu beheben ist, zeigt: netzint pruefen",
            )
    steps = (Setzen(_art(entry), entry.kennung, ("abweichung", nr), {"regel": rule.code, "grund": text}),)
    danach = (("netzint pruefen", "der Befund ist jetzt eine Warnung"),)
    betreff = f"Abweichung von Regel {rule.code} bei {entry.kennung} begründet"
    return Aenderung("abweichung-begruenden", betreff, gesetzt=steps, danach=danach)


def streichen(bestand: Bestand, _vergeben: Collection[str], *, kennung: str, regel: str) -> Aenderung:
    """Take out a reason that is not needed any more. While the Fehler is there, the rules keep it."""
    entry, code = find_in_allen(bestand, kennung), regel.strip().upper()
    codes = [a.regel for a in entry.abweichung]
    if code not in codes:
        has = f"Es gibt: {aufzaehlung(codes)}." if codes else "Dort ist keine Abweichung eingetragen."
        raise ablehnen(f"{entry.kennung} hat keine Abweichung von der Regel {code}.", has)
    whole = ("abweichung",) if len(codes) == 1 else ("abweichung", codes.index(code))
    betreff = f"Abweichung von Regel {code} bei {entry.kennung} gestrichen"
    return Aenderung("abweichung-streichen", betreff, gesetzt=(Setzen(_art(entry), entry.kennung, whole, None),))


def _art(entry: Eintrag) -> str:
    return type(entry).__name__.lower()
