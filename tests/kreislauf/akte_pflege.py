"""Random acts of upkeep: what is known is changed, ended, or put right."""

from __future__ import annotations

from tests.kreislauf.wurf import Wurf


def pflegen(w: Wurf) -> list[str]:
    """Something that stands there is not right any more, or never was."""
    return w.aus((titel, ag, ausnahme, ausnahme, mandat, mandat, stelle, beauftragte), titel)(w)


def titel(w: Wurf) -> list[str]:
    """Titles and descriptions."""
    art, which = w.aus((("thema", w.thema()), ("bedarf", w.eins(w.bestand.bedarfe)), ("ziel", w.ziel())), ("", ""))
    words = w.fast("--titel", w.zeile)
    more = [*w.opt("--beschreibung", w.satz), *w.opt("--ohne", "beschreibung", 0.2)]
    return [art, "aendern", which, *words, *(more if art != "ziel" else [])]


def ag(w: Wurf) -> list[str]:
    """An AG is called otherwise, or by Beschluss is to do something else."""
    words = [*w.opt("--name", w.zeile), *w.opt("--alias", w.zeile), *w.opt("--ohne-alias", w.zeile, 0.1)]
    words += [*w.opt("--auftrag", w.satz), *w.opt("--mitglieder", w.zahl((1, 5, 9, 14)))]
    words += [*w.opt("--beschluss", w.beschluss, 0.6), *w.opt("--ab", lambda: w.tag(-60, 60), 0.4)]
    return ["ag", "aendern", w.ag(), *words]


def ausnahme(w: Wurf) -> list[str]:
    """A waiver runs on, or is not needed any more."""
    which = w.eins(w.bestand.ausnahmen)
    if w.ja(0.5):
        words = [*w.fast("--bis", lambda: w.tag(-10, 500)), *w.fast("--beschluss", w.beschluss)]
        return ["ausnahme", "verlaengern", which, *words, *w.opt("--grund", w.satz)]
    words = [*w.opt("--zum", lambda: w.tag(-30, 200)), *w.fast("--grund", w.satz)]
    return ["ausnahme", "beenden", which, *words, *w.opt("--beschluss", w.beschluss, 0.2)]


def mandat(w: Wurf) -> list[str]:
    """A Mandat was recorded wrongly."""
    words = [*w.opt("--ab", lambda: w.tag(-400, 60)), *w.opt("--bis", lambda: w.tag(-200, 400), 0.2)]
    words += [*w.opt("--sitz", w.sitz, 0.3), *w.opt("--durch", w.stelle, 0.2), *w.opt("--mandat", w.zahl((1, 2)), 0.5)]
    words += [*w.opt("--benannt-am", lambda: w.tag(-400, 10), 0.4), *w.schalter("--tausch", 0.2)]
    words += [*w.opt("--rolle", w.eins(("ordentlich", "stellvertretend", "gast", "leitung")), 0.2)]
    words += [*w.opt("--ohne", w.eins(("bis", "benannt")), 0.2), *w.opt("--endegrund", "niedergelegt", 0.1)]
    return ["mitglied", "mandat-berichtigen", w.mitglied(), *words, *w.fast("--grund", w.satz), *w.opt("--am", w.tag)]


def stelle(w: Wurf) -> list[str]:
    """A Stelle ends, and nobody follows."""
    return ["stelle", "schliessen", w.stelle(), *w.opt("--zum", lambda: w.tag(-60, 60), 0.8)]


def beauftragte(w: Wurf) -> list[str]:
    """Somebody in the directory is called otherwise or reached elsewhere."""
    words = [*w.opt("--name", w.name), *w.opt("--anrede", w.eins(("Frau", "Herr"))), *w.opt("--e-mail", "a@b.example")]
    words += [*w.opt("--telefon", "0711 1", 0.2), *w.opt("--ohne", w.eins(("anrede", "e-mail", "telefon")), 0.2)]
    return ["beauftragte", "aendern", w.eins(w.bestand.beauftragte), *words, *w.opt("--person", w.mitglied, 0.2)]
