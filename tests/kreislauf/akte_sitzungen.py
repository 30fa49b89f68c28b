"""Random acts: Sitzungen from the first date to the closed file, and what is corrected afterwards."""

from __future__ import annotations

from datetime import timedelta

from netzint.modell.sitzung import Sitzung
from tests.kreislauf.wurf import Wurf


def planen(w: Wurf) -> list[str]:
    """A Sitzung is laid down, moved, or given up."""
    act = w.aus(("neu",) * 3 + ("aendern", "verlegen", "absagen", "entfallen"), "")
    form = w.opt("--form", lambda: w.eins(("Präsenz", "video", "hybrid")), 0.2)
    if act == "neu":
        zweite = w.opt("--zweite-ladung-zu", lambda: w.sitzung("durchgefuehrt"), 0.15)
        past = w.ja(0.15)
        day = w.fast("--datum", lambda: w.tag(-400, 0) if past else w.tag(-3, 80))
        words = [*day, *w.schalter("--nachtragen", 0.9 if past else 0.02), *w.mehrere("--mit", (w.zeile(),), 1), *form]
        return ["sitzung", act, *words, *w.opt("--beginn", w.uhrzeit), *w.opt("--ort", w.zeile), *zweite]
    which = w.sitzung("terminiert", "eingeladen")
    if act == "aendern":
        words = [*w.opt("--ort", w.zeile), *w.opt("--beginn", w.uhrzeit), *w.opt("--ende", w.uhrzeit, 0.1), *form]
        return ["sitzung", act, which, *words]
    grund = w.opt("--grund", w.satz, 0.9)
    if act == "verlegen":
        words = [*w.fast("--datum", lambda: w.tag(-3, 80)), *grund, *w.opt("--am", w.tag, 0.2), *form]
        return ["sitzung", act, which, *words]
    return ["sitzung", act, which, *grund, *(w.opt("--am", w.tag, 0.2) if act == "absagen" else [])]


def tagesordnung(w: Wurf) -> list[str]:
    """The TOPs of a Sitzung are brought up to the day or changed by hand."""
    which = w.sitzung("terminiert", "eingeladen")
    act = w.aus(("fortschreiben", "fortschreiben", "neu", "verschieben", "streichen", "aendern"), "")
    if act == "fortschreiben":
        return ["sitzung", act, which, *w.mehrere("--ohne", (w.top(which),), 1)]
    place = w.aus((["--vor", w.top(which)], ["--hinter", w.top(which)], []), [])
    if act == "neu":
        words = [
            *place,
            *w.opt("--weil", w.zeile),
            *w.opt("--vorlage", w.vorlage, 0.2),
            *w.opt("--bezug", w.falsch, 0.2),
        ]
        wieder = w.opt("--wiederaufnahme", w.beschluss, 0.1)
        return ["sitzung", "top", act, which, w.zeile(), *words, *wieder, *w.schalter("--oeffentlich")]
    top = w.top(which)
    if act == "verschieben":
        return ["sitzung", "top", act, which, top, *place, *w.opt("--grund", w.satz, 0.5)]
    if act == "streichen":
        words = [*w.opt("--grund", w.satz, 0.5), *w.opt("--am", w.tag, 0.2), *w.schalter("--mit-vorlage")]
        return ["sitzung", "top", act, which, top, *words]
    words = [*w.opt("--titel", w.zeile), *w.opt("--weil", w.zeile), *w.opt("--vorlage", w.vorlage, 0.2)]
    return ["sitzung", "top", act, which, top, *words, *w.opt("--bezug", w.falsch, 0.2)]


def einladen(w: Wurf) -> list[str]:
    """The Einladung goes out."""
    words = [*w.opt("--am", lambda: w.tag(-5, 1)), *w.opt("--grund", w.satz, 0.5), *w.opt("--gast", w.mitglied, 0.1)]
    return ["sitzung", "einladen", w.sitzung("terminiert"), *words, *w.opt("--ohne-gast", w.mitglied, 0.1)]


def _heutige(w: Wurf, *zustaende: str) -> str:
    """Mostly one whose day has come."""
    due = [
        s.kennung
        for s in w.bestand.sitzungen.values()
        if s.zustand in zustaende and s.datum <= w.welt.heute and not s.ist_abgeschlossen
    ]
    return w.eins(due) if due and w.ja(0.9) else w.sitzung(*zustaende)


def beginnen(w: Wurf) -> list[str]:
    """A Sitzung opens, or who is there is changed."""
    if w.ja(0.5):
        which = _heutige(w, "eingeladen")
        alle = w.schalter("--alle", 0.7)
        return ["sitzung", "beginnen", which, *alle, *_anwesenheit(w, which), *w.opt("--beginn", w.uhrzeit, 0.1)]
    which = _heutige(w, "durchgefuehrt")
    words = _anwesenheit(w, which)
    words += w.opt("--nicht-bei", lambda: f"{_jemand(w, which)}:{w.top(which)},{w.top(which)}", 0.2)
    words += [*w.opt("--durchgehend", lambda: _jemand(w, which), 0.2), *w.opt("--ohne-gast", w.stelle, 0.1)]
    return ["sitzung", "anwesend", which, *words]


def _jemand(w: Wurf, which: str) -> str:
    sitzung = w.find_sitzung(which)
    there = [a.mitglied for a in sitzung.anwesend] if sitzung else []
    return w.eins(there or w.sitzende())


def _anwesenheit(w: Wurf, which: str) -> list[str]:
    words = [*w.mehrere("--da", w.sitzende(), 9 if w.ja(0.3) else 1), *w.mehrere("--entschuldigt", w.sitzende(), 2)]
    words += [*w.mehrere("--unentschuldigt", w.sitzende(), 1), *w.opt("--leitung", lambda: w.eins(w.sitzende()), 0.1)]
    words += w.opt("--vertretung", lambda: f"{w.eins(w.sitzende())}:{w.eins(w.sitzende())}", 0.1)
    words += w.opt("--kommt", lambda: f"{w.eins(w.sitzende())}:{w.top(which)}", 0.1)
    words += w.opt("--geht", lambda: f"{w.eins(w.sitzende())}:{w.top(which)}", 0.1)
    return [*words, *w.opt("--gast", lambda: f"{w.stelle()}:{w.zeile()}", 0.1)]


def abstimmen(w: Wurf) -> list[str]:
    """A vote is taken."""
    which = _heutige(w, "durchgefuehrt")
    words = ["sitzung", "abstimmen", which, w.top(which, offen=w.ja(0.8)), *stimmen(w, w.find_sitzung(which))]
    words += [
        *w.mehrere("--befangen", (_jemand(w, which),), 1),
        *w.opt("--stimme-leitung", w.eins(("ja", "nein")), 0.1),
    ]
    words += w.opt("--ergebnis", lambda: w.eins(("angenommen", "abgelehnt", "vertagt", "zurueckverwiesen")), 0.15)
    words += w.opt("--empfehlung", w.empfehlung, 0.1)
    words += w.mehrere("--en-bloc", list(w.bestand.empfehlungen)[-5:], 3) if w.ja(0.05) else []
    words += w.opt("--beschlossen", w.satz, 0.3)
    if w.ja(0.1):
        words += ["--antrag", w.eins(("empfehlung", "einsetzen", "verlaengern", "abschliessen", "schwerpunkt", "ziel"))]
        words += [*w.opt("--ag", w.ag, 0.5), *w.opt("--bis", lambda: w.tag(50, 500), 0.5), *w.opt("--thema", w.thema)]
    if w.ja(0.1):
        words += [*w.opt("--wortlaut", w.satz, 0.7), *w.opt("--pruefbar", w.zeile), *w.opt("--federfuehrend", w.stelle)]
    words += [*w.opt("--verlauf", w.satz, 0.2), *w.opt("--nicht-da", lambda: _jemand(w, which), 0.05)]
    return [*words, *w.schalter("--korrigieren", 0.1), *w.opt("--niederschrift-von", w.sitzung, 0.05)]


def stimmen(w: Wurf, sitzung: Sitzung | None) -> list[str]:
    """Votes that mostly add up."""
    if w.ja(0.4):
        return ["--einstimmig"]
    there = len(sitzung.anwesend) if sitzung else 7
    nein, enthaltung = w.zufall.randint(0, 3), w.zufall.randint(0, 2)
    ja = max(there - nein - enthaltung + (w.aus((-1, 1), 0) if w.ja(0.1) else 0), 0)
    return ["--ja", str(ja), "--nein", str(nein), *(["--enthaltung", str(enthaltung)] if enthaltung else [])]


def abschliessen(w: Wurf) -> list[str]:
    """What was said is written down, and what was decided is carried out."""
    which = _heutige(w, "durchgefuehrt")
    act = w.aus(("abschliessen", "abschliessen", "verlauf", "niederschrift"), "")
    if act == "verlauf":
        return ["sitzung", act, which, w.top(which), *w.fast("--text", w.satz), *w.schalter("--anhaengen")]
    am = w.opt("--am", lambda: w.tag(-5, 1), 0.2)
    if act == "niederschrift":
        return ["sitzung", act, which, *w.opt("--fuehrung", w.mitglied, 0.6), *am]
    words = [
        *w.opt("--ende", w.uhrzeit),
        *w.mehrere("--vertagt", (w.top(which),), 1),
        *w.schalter("--rest-vertagt", 0.7),
    ]
    return ["sitzung", act, which, *words, *am]


def empfehlung(w: Wurf) -> list[str]:
    """An Empfehlung is written and handed in."""
    act = w.aus(
        ("neu",) * 3 + ("einreichen",) * 3 + ("fassung", "aendern", "zurueckziehen", "entfallen", "siegeln"), ""
    )
    am = w.opt("--am", w.tag, 0.3)
    if act == "neu":
        words = [*w.fast("--ag", w.ag), *w.fast("--titel", w.zeile), *w.fast("--wortlaut", w.satz)]
        words += [*w.fast("--massnahme", w.satz), *w.fast("--pruefbar", w.zeile), *w.fast("--federfuehrend", w.stelle)]
        words += [*w.mehrere("--beteiligt", w.bestand.stellen, 2), *w.mehrere("--ziel", w.bestand.ziele, 1)]
        return ["empfehlung", act, *words, *am]
    which = w.empfehlung()
    grund = w.fast("--grund", w.satz)
    words = {
        "einreichen": am,
        "fassung": [*w.opt("--wortlaut", w.satz, 0.6), *w.opt("--beteiligt", w.stelle),
                    *w.opt("--ohne-stelle", w.stelle, 0.1),
                    *w.opt("--federfuehrend", lambda: f"{w.stelle()}:{w.tag(50, 400)}"), *am],
        "aendern": [*w.opt("--titel", w.zeile), *w.mehrere("--ziel", w.bestand.ziele, 1),
                    *w.opt("--ohne-ziel", w.ziel, 0.2)],
        "zurueckziehen": [*grund, *am],
        "entfallen": [*grund, *am],
        "siegeln": [],
    }[act]  # fmt: skip
    return ["empfehlung", act, which, *words]


def umsetzung(w: Wurf) -> list[str]:
    """What became of an Empfehlung at each Stelle."""
    which = w.empfehlung()
    act = w.aus(("weiterleiten", "rueckmeldung", "umsetzung", "ueberpruefen", "erledigen", "abgeben"), "")
    am = w.opt("--am", lambda: w.tag(-15, 1), 0.3)
    if act == "weiterleiten":
        return [
            "empfehlung",
            act,
            which,
            *w.opt("--stelle", w.stelle, 0.2),
            *am,
            *w.opt("--antwort-bis", lambda: w.tag(1, 90), 0.2),
        ]
    found = w.bestand.empfehlungen.get(which)
    stellen = [f.stelle for f in found.weiterleitungen] if found else []
    words = [which, *w.opt("--stelle", lambda: w.eins(stellen or w.bestand.stellen), 0.85), *am]
    if act == "abgeben":
        return ["empfehlung", act, *words, *w.fast("--an", w.stelle), *w.opt("--grund", w.satz, 0.8)]
    if act == "erledigen":
        return [
            "empfehlung",
            act,
            *words,
            *w.opt("--vermerk", w.satz, 0.9),
            *w.opt("--betrag", w.zahl((0, 10, 250000))),
        ]
    words += [*w.opt("--bis", lambda: w.tag(10, 400)), *w.opt("--wiedervorlage", lambda: w.tag(-5, 200), 0.4)]
    words += [*w.opt("--grund", w.satz, 0.5), *w.opt("--wer", "Referat 41", 0.2)]
    if act == "rueckmeldung":
        antwort = w.eins(("aufgegriffen", "teilweise", "nicht-aufgegriffen", "offen"))
        return ["empfehlung", act, *words, *w.fast("--antwort", antwort)]
    status = w.eins(("in-umsetzung", "teilweise", "umgesetzt"))
    if act == "umsetzung":
        return ["empfehlung", act, *words, *w.fast("--status", status), *w.opt("--link", "https://example.org/n")]
    return ["empfehlung", act, *words, *w.opt("--status", status, 0.4), *w.opt("--vermerk", w.satz, 0.6)]


def korrektur(w: Wurf) -> list[str]:
    """What was done is taken back, or what stands there is put right."""
    grund = w.fast("--grund", w.satz)
    if w.ja(0.5):
        recent = list(w.welt.vorgaenge)[-6:] if w.ja(0.7) else list(w.welt.vorgaenge)
        return ["zuruecknehmen", w.aus(recent, "v-0123456789ab") if w.ja(0.95) else w.falsch(), *grund]
    which = w.aus((w.beschluss(), w.falsch(), w.sitzung(), w.mitglied(), w.empfehlung()), "")
    what = w.aus(
        ("ja=9", "nein=1", f"ort={w.zeile()}", "ergebnis=abgelehnt", f"titel={w.zeile()}", "ort=", "name=X Y"), ""
    )
    words = ["--setze", what, *w.opt("--zu", lambda: w.aus(("mandate.1", "fassungen.1", "niederschrift"), ""), 0.2)]
    return ["berichtigen", which, *words, *grund, *w.opt("--am", w.tag, 0.2)]


def warten(w: Wurf) -> list[str]:
    """Time goes by: mostly to the next day on which something is due. No command."""
    ahead = sorted(s.datum for s in w.bestand.sitzungen.values() if s.datum > w.welt.heute)
    next_days = [*ahead[:1], *(u.frist + timedelta(days=1) for u in w.bestand.umlaeufe.values())]
    due = [d for d in next_days if d > w.welt.heute]
    w.welt.heute = w.aus(due, w.welt.heute) if due and w.ja(0.7) else w.welt.heute + timedelta(w.zufall.randint(1, 40))
    return []
