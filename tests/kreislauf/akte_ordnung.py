"""Random acts: the Geschäftsordnung, and what is known of the network itself."""

from __future__ import annotations

from netzint.modell.geschaeftsordnung_werte import WERTE, Wert
from tests.kreislauf.wurf import Wurf

BAENKE = ("ministerium", "landesverbaende", "kommunen", "integrationsbeauftragte", "Landesverbände")
ANTEILE = ("mehr_als_1/2", "mindestens die Hälfte", "mindestens 2/3", "mindestens_1/4", "alle")


def _wert(w: Wurf, wert: Wert) -> str:
    if wert.leer and w.ja(0.15):
        return wert.leer
    if wert.art == "zahl":
        return w.zahl((1, 2, 3, 5, 10, 14, 21, 60))
    if wert.art == "anteil":
        return w.eins((*ANTEILE, *wert.worte))
    if wert.art == "liste":
        return w.eins(("stadt, grosse_kreisstadt", "gemeinde", "Bürgermeister, Landrätin", "stadtkreis"))
    return w.eins(tuple(wert.worte) or ("ja", "nein"))


def _werte(w: Wurf) -> list[str]:
    chosen = w.zufall.sample(WERTE, w.zufall.choice((1, 1, 1, 2, 3)))
    return [word for wert in chosen for word in (f"--{wert.option}", _wert(w, wert))]


def _rahmen(w: Wurf) -> list[str]:
    """From which day on, and on which Beschluss; often on a day on which a Fassung begins."""
    ordnung = w.bestand.geschaeftsordnung
    days = [f.gilt_ab for f in ordnung.fassungen] if ordnung else []
    day = w.schreib(w.aus(days, w.welt.heute)) if days and w.ja(0.3) else w.tag(-60, 300)
    return [*w.fast("--ab", day), *w.fast("--beschluss", w.beschluss)]


def _sitzangaben(w: Wurf) -> list[str]:
    words = [*w.opt("--bank", lambda: w.eins(BAENKE)), *w.opt("--stelle", w.stelle), *w.opt("--bezeichnung", w.zeile)]
    words += [*w.opt("--koerperschaft", lambda: w.eins(("gemeinde", "Stadt", "landkreis")), 0.2)]
    words += [*w.opt("--amt", lambda: w.eins(("leitung", "integrationsbeauftragung")), 0.2)]
    return [*words, *w.mehrere("--benannt-von", w.bestand.stellen, 2)]


def ordnung(w: Wurf) -> list[str]:
    """A change of the Geschäftsordnung, or a correction of it."""
    act = w.aus(("aendern",) * 4 + ("verlegen", "aufheben", "berichtigen", "neu", "sitz", "entfallen"), "")
    if act == "aendern":
        return ["geschaeftsordnung", act, *_rahmen(w), *_werte(w), *w.opt("--quelle", "ladungsfrist=§ 4", 0.1)]
    if act == "verlegen":
        return ["geschaeftsordnung", "aendern", *_rahmen(w), "--verlegen-auf", w.tag(-20, 300)]
    if act == "aufheben":
        return ["geschaeftsordnung", act, *_rahmen(w)]
    if act == "berichtigen":
        return ["geschaeftsordnung", act, *_werte(w), *w.fast("--grund", w.satz), *w.opt("--ab", w.tag, 0.3)]
    head = ["geschaeftsordnung", "sitz"]
    if act == "neu":
        return [*head, act, w.zeile(), *_rahmen(w), *w.opt("--statt", w.sitz, 0.7), *_sitzangaben(w)]
    if act == "entfallen":
        return [*head, act, w.sitz(), *_rahmen(w)]
    return [*head, "aendern", w.sitz(), *_rahmen(w), *_sitzangaben(w), *w.opt("--ohne", "bezeichnung", 0.1)]


def netzwerk(w: Wurf) -> list[str]:
    """What the network is called, where its office is, since when it is."""
    words = [*w.opt("--name", w.zeile), *w.opt("--anschrift", w.satz), *w.opt("--telefon", "0711 123-45")]
    words += [
        *w.opt("--gegruendet", lambda: w.aus(("2020-06", "6/2020", "2019-01-01", "2024", "2023-01"), "")),
    ]
    words += [*w.opt("--erfasst-ab", lambda: w.tag(-900, 0), 0.2), *w.opt("--e-mail", "gs@netz.example")]
    words += [*w.opt("--ohne", "telefon", 0.2), *w.opt("--formate", "md", 0.2)]
    return ["netzwerk", "aendern", *words, *w.opt("--beispieldaten", "ja", 0.1)]


def aufgeben(w: Wurf) -> list[str]:
    """What was laid down by mistake is given up, and what is true in spite of a rule gets its reason."""
    act = w.aus(("bedarf", "veranstaltung", "begruenden", "streichen"), "")
    if act in ("bedarf", "veranstaltung"):
        known = w.bestand.bedarfe if act == "bedarf" else w.bestand.veranstaltungen
        return [act, "entfallen", w.eins(known), *w.fast("--grund", w.satz), *w.opt("--am", w.tag, 0.2)]
    named = [*w.fast("--regel", w.eins(("S201", "S202", "Q103", "K101", "G201"))), *w.fast("--grund", w.satz)]
    deviating = [k for k, e in w.bestand.eintraege.items() if e.abweichung] if w.ja(0.7) else []
    which = w.eins(deviating or w.bestand.eintraege)
    return ["abweichung", act, which, *(named if act == "begruenden" else named[:2])]
