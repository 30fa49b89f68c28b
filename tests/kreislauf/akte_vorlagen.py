"""Random acts: Beschlussvorlagen, written, changed before and after they are sent, and given up."""

from __future__ import annotations

from netzint.regeln.vorlagenstand import is_entschieden
from tests.kreislauf.wurf import Wurf


def beschlussvorlage(w: Wurf) -> list[str]:
    """A Beschlussvorlage."""
    act = w.aus(("neu", "aendern", "aendern", "aendern", "entfallen"), "")
    if act == "neu":
        matter = w.mehrere("--empfehlung", list(w.bestand.empfehlungen)[-4:], 3) if w.ja(0.4) else []
        free = [] if matter else w.fast("--beschlossen", w.satz)
        return ["beschlussvorlage", act, *([w.zeile()] if w.ja(0.9) else []), *matter, *free, *_text(w)]
    which = _offene(w)
    if act == "entfallen":
        return ["beschlussvorlage", act, which, *w.fast("--grund", w.satz), *w.opt("--am", w.tag, 0.2)]
    words = [*_text(w), *w.opt("--betreff", w.zeile), *w.opt("--beschlossen", w.satz, 0.1)]
    words += w.opt("--ohne", lambda: w.eins(("sachverhalt", "Begründung", "anlagen", "beschlussvorschlag")), 0.2)
    return ["beschlussvorlage", act, which, *words, *w.opt("--grund", w.satz, 0.5)]


def _offene(w: Wurf) -> str:
    """Mostly one that waits for its vote."""
    known = w.bestand.beschlussvorlagen.values()
    waiting = [v.kennung for v in known if not v.entfallen and not is_entschieden(w.bestand, v)]
    return w.eins(waiting) if w.ja(0.8) else w.vorlage()


def _text(w: Wurf) -> list[str]:
    words = [*w.opt("--sachverhalt", w.satz, 0.6), *w.opt("--begruendung", w.satz), *w.opt("--anlage", w.zeile)]
    words += [*w.mehrere("--beschlussvorschlag", (w.satz(), w.satz()), 2), *w.opt("--berichterstattung", w.mitglied)]
    words += w.opt("--beratung", lambda: f"{w.ag()}:{w.tag()}:{w.eins(('zustimmung', 'vertagt'))}", 0.1)
    words += w.opt("--federfuehrung", lambda: w.eins(("Geschäftsstelle", w.ag(), w.stelle())), 0.2)
    return [*words, *w.schalter("--oeffentlich", 0.1)]
