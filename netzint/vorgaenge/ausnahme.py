"""Waivers: the Strategiegruppe lets a rule be, for a time, with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from difflib import get_close_matches

from netzint.modell.ausnahme import Ausnahme
from netzint.modell.befund import Schwere
from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand
from netzint.modell.meldungen import require
from netzint.modell.sprache import datum
from netzint.regeln.register import Regel
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, falsch
from netzint.vorgaenge.beschlussbezug import WORTE, Beschlossen, require_angenommen
from netzint.vorgaenge.kennungen import choose_kennung


def neu(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    regel: str,
    beschluss: str,
    bis: date,
    grund: str,
    fuer: Collection[str] = (),
    kennung: str | None = None,
) -> Aenderung:
    """Record a waiver. Raises NetzintFehler if there is no such rule, or none may be waived, or it lapsed already."""
    rule = find_regel(regel)
    decided = require_angenommen(bestand, beschluss)
    if bis < decided.am:
        raise falsch(
            f"Die Ausnahme endete am {datum(bis)}, vor ihrem Beschluss am {datum(decided.am)}.",
            "Ein späteres --bis angeben.",
        )
    if bis < stichtag:
        raise ablehnen(f"Eine Ausnahme bis zum {datum(bis)} wäre schon abgelaufen.", "Ein späteres --bis angeben.")
    entries = tuple(dict.fromkeys(_find_kennung(bestand, text) for text in fuer))
    _refuse_double(bestand, rule, entries, bis)
    values = {
        "kennung": choose_kennung("ausnahme", " ".join([rule.code, *entries[:1]]), vergeben, kennung),
        "regel": rule.code,
        "fuer": list(entries),
        "beschluss": decided.kennung,
        "bis": bis,
        "grund": clean_prosa("--grund", grund),
    }
    ausnahme = require(Ausnahme, values)
    danach = (
        ("netzint pruefen", "die Befunde zu dieser Regel sind jetzt Hinweise"),
        ("netzint ausnahme liste", "alle Ausnahmen mit ihrem Ende ansehen"),
    )
    betreff = f"{ausnahme.kennung} von Regel {rule.code} bis {datum(bis)} eingetragen"
    hinweise = tuple(_remarks(rule, decided))
    return Aenderung("ausnahme-neu", betreff, (ausnahme,), (), decided.kennung, hinweise=hinweise, danach=danach)


def _remarks(rule: Regel, decided: Beschlossen) -> Iterator[str]:
    if rule.schwere is Schwere.HINWEIS:
        yield f"Die Regel {rule.code} meldet ohnehin nur Hinweise; die Ausnahme wird dort bloß mitgenannt."
    if decided.antrag.art != "sonstiges":
        yield f"{decided.kennung} beschließt {WORTE[decided.antrag.art]}; bitte prüfen, ob das der richtige ist."


def find_regel(text: str) -> Regel:
    """The rule of this code. Imported late: the table of all rules is long."""
    from netzint.regeln.berichtigungen import feste_codes, known_regeln

    known = known_regeln()
    code = text.strip().upper()
    rule = known.get(code)
    if rule is None and code not in feste_codes():
        close = get_close_matches(code, known, 1, 0.6)
        hint = f"Meinten Sie „{close[0]}“? " if close else ""
        raise falsch(f"Eine Regel „{text}“ gibt es nicht.", f"{hint}Alle zeigt: netzint regel")
    if rule is None or not rule.erlaesslich:
        raise ablehnen(
            f"Von der Regel {code} kann es keine Ausnahme geben; sie hält die Daten selbst zusammen.",
            f"Was sie verlangt: netzint regel {code}",
        )
    return rule


def _find_kennung(bestand: Bestand, text: str) -> str:
    from netzint.modell.aehnlich import meinten_sie

    kennung = text.strip().lower()
    bodies = (STRATEGIEGRUPPE, GESCHAEFTSSTELLE)
    if kennung in bodies or kennung in bestand.alle_sitze or bestand.known(kennung):
        return kennung
    hinweis = meinten_sie(kennung, [*bestand.eintraege, *bestand.alle_sitze], "Eine Kennung angeben.")
    raise falsch(f"„{text}“ gibt es nicht.", hinweis)


def _refuse_double(bestand: Bestand, rule: Regel, fuer: tuple[str, ...], bis: date) -> None:
    """A waiver that covers all this already, and as long."""
    for other in bestand.ausnahmen.values():
        covers = not other.fuer or (fuer and set(fuer) <= set(other.fuer))
        if other.regel == rule.code and covers and other.ende >= bis:
            raise ablehnen(
                f"Das deckt {other.kennung} schon ab (bis {datum(other.ende)}).", "Alle zeigt: netzint ausnahme liste"
            )
