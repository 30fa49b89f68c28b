"""The result of a vote: what follows from votes and quorum, whether what was entered fits, and the Siegel."""

from __future__ import annotations

from typing import Any, NamedTuple, get_args

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.beschluss import ENTSCHIEDEN, Beschluss, Beschlussergebnis
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Empfehlungsfassung
from netzint.modell.fehler import NetzintFehler
from netzint.modell.meldungen import require
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import anzahl, fold
from netzint.recht.abstimmung import fits_ergebnis
from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.siegel import siegel
from netzint.recht.zustaende import BEZEICHNUNG, EMPFEHLUNG, is_erlaubt
from netzint.vorgaenge.abstimmung_stimmen import Saal, Stimmen, count, find_stimme_leitung
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.angaben import ablehnen, falsch
from netzint.vorgaenge.empfehlung_wortlaut import Wortlaut, append_fassung, list_hinweise, revise_fassung
from netzint.vorgaenge.fehlt import FehltNoch
from netzint.vorgaenge.inzwischen import check_juengere, check_sitzung

Daten = dict[str, Any]
ERGEBNISSE = get_args(Beschlussergebnis)
_NUR_EMPFEHLUNG = ("geaendert_angenommen", "zurueckverwiesen")


class Votum(NamedTuple):
    """What was weighed: the values of the Beschluss with its result, why, and what changes beside it."""

    werte: Daten
    saetze: tuple[str, ...]
    schritte: tuple[Setzen, ...] = ()

    @property
    def ergebnis(self) -> str:
        """The result."""
        return str(self.werte["ergebnis"])


def parse_ergebnis(text: str | None) -> str | None:
    if text is None:
        return None
    word = fold(text).replace(" ", "_").replace("-", "_")
    if word not in ERGEBNISSE:
        raise falsch(f"Das Ergebnis „{text}“ gibt es nicht.", f"Es gibt: {', '.join(ERGEBNISSE)}.")
    return word


def check_ergebnis(bestand: Bestand, antrag: Daten, wanted: str | None) -> None:
    if wanted not in _NUR_EMPFEHLUNG or antrag["art"] == "empfehlung":
        return
    hinweis = "Hier geht: angenommen, abgelehnt oder vertagt; Geändertes steht im Antrag."
    if antrag["art"] == "niederschrift":
        change = tell_aenderung(bestand.sitzungen[antrag["sitzung"]])
        hinweis = f"{change}, dann angenommen; was geändert wurde, hält --verlauf fest."
    raise falsch(f"„{BEZEICHNUNG[wanted]}“ gibt es nur bei Empfehlungen.", hinweis)


def tell_aenderung(sitzung: Sitzung) -> str:
    """How minutes are changed before they are approved: what was said, and what was counted."""
    k = sitzung.kennung
    return f"Mit Änderungen: sie zuerst eintragen (netzint sitzung verlauf {k}, Zahlen: netzint berichtigen {k})"


def weigh(saal: Saal, values: Daten, stimmen: Stimmen, wanted: str | None) -> Votum:
    """The result that follows from votes and quorum; what was entered must fit it."""
    probe = require(Beschluss, {**values, "ergebnis": "vertagt"})
    is_moved = wanted in ("vertagt", "zurueckverwiesen")
    if not saal.ist_strategiegruppe:
        return _weigh_ag(saal, values, stimmen, wanted)
    lage = saal.stimmlage(probe)
    if not lage.auszaehlung.beschlussfaehig:
        if wanted not in (None, "nicht_beschlussfaehig") and not is_moved:
            raise _contradiction(wanted, lage.auszaehlung.erklaerung)
        told = (
            lage.auszaehlung.erklaerung,
            *(["Stimmen werden darum keine vermerkt."] if stimmen.ist_gezaehlt else []),
        )
        return Votum({**values, "ergebnis": wanted or "nicht_beschlussfaehig"}, told)
    if wanted == "nicht_beschlussfaehig":
        raise _contradiction(wanted, lage.auszaehlung.erklaerung.partition(".")[0] + ".")
    if not stimmen.ist_gezaehlt:
        if is_moved:
            return Votum({**values, "ergebnis": wanted}, ("Ohne Auszählung festgehalten.",))
        who = anzahl(len(lage.berechtigt), "Person ist stimmberechtigt", "Personen sind stimmberechtigt")
        hinweis = "Angeben mit --ja, --nein und --enthaltung, oder mit --einstimmig."
        raise FehltNoch("stimmen", f"Es fehlen die Stimmen; {who}.", hinweis)
    values = {**values, **count(saal, stimmen, lage.berechtigt)}
    fassung = saal.bestand.fassung(saal.sitzung.datum)
    lage = saal.stimmlage(require(Beschluss, {**values, "ergebnis": "vertagt"}))
    chair = find_stimme_leitung(lage, stimmen, fassung.strategiegruppe.abstimmung.gleichstand if fassung else "")
    if chair is not None:
        values["stimme_leitung"] = chair
        lage = saal.stimmlage(require(Beschluss, {**values, "ergebnis": "vertagt"}))
    counted = lage.auszaehlung
    if wanted is not None and not fits_ergebnis(counted.ergebnis, wanted):  # type: ignore[arg-type]
        raise _contradiction(wanted, counted.erklaerung)
    return Votum({**values, "ergebnis": wanted or counted.ergebnis}, (counted.erklaerung,))


def _weigh_ag(saal: Saal, values: Daten, stimmen: Stimmen, wanted: str | None) -> Votum:
    """In an AG no quorum holds; accepted is what has more Ja than Nein."""
    if not stimmen.ist_gezaehlt:
        if wanted is None:
            raise falsch("Es fehlt das Ergebnis.", "Angeben mit --ergebnis, oder die Stimmen mit --ja und --nein.")
        return Votum({**values, "ergebnis": wanted}, ())
    values = {**values, **count(saal, stimmen, tuple(a.mitglied for a in saal.sitzung.anwesend))}
    counted = "angenommen" if values["ja"] > values["nein"] else "abgelehnt"
    text = f"{values['ja']} Ja gegen {values['nein']} Nein: {counted}."
    if wanted in ENTSCHIEDEN and wanted != counted:
        raise _contradiction(wanted, text)
    return Votum({**values, "ergebnis": wanted or counted}, (text,))


def _contradiction(wanted: str, erklaerung: str) -> NetzintFehler:
    text = f"„{BEZEICHNUNG[wanted]}“ widerspricht dem, was festgehalten ist. {erklaerung}"
    return ablehnen(text, "Zahlen, Anwesenheit oder Ergebnis berichtigen; ohne --ergebnis wird es berechnet.")


def seal(saal: Saal, vote: Votum, wortlaut: Wortlaut, wanted: str | None) -> Votum:
    """The vote with the Siegel over the wording that it decided on; an amended one becomes a new Fassung."""
    changed = wortlaut != Wortlaut()
    if vote.werte["antrag"]["art"] != "empfehlung":
        if changed:
            raise falsch("Einen neuen Wortlaut gibt es nur bei Empfehlungen.", "Freier Beschluss: --beschlossen TEXT")
        return vote
    found = [saal.bestand.empfehlungen[kennung] for kennung in vote.werte["antrag"]["empfehlungen"]]
    numbers = require(EmpfehlungAntrag, vote.werte["antrag"]).vorgelegt
    for empfehlung in found:
        _check_stand(saal, empfehlung, vote.ergebnis, numbers[empfehlung.kennung])
    if changed or vote.ergebnis == "geaendert_angenommen":
        return _amend(saal, vote, found, wortlaut, wanted)
    if vote.ergebnis not in ENTSCHIEDEN:
        return vote
    fassungen = [_require_fassung(empfehlung, numbers[empfehlung.kennung]) for empfehlung in found]
    if vote.ergebnis == "angenommen":
        for empfehlung in found:
            check_juengere(empfehlung, numbers[empfehlung.kennung], saal.sitzung.datum)
    return vote._replace(werte={**vote.werte, "siegel": [siegel(fassung) for fassung in fassungen]})


def _require_fassung(empfehlung: Empfehlung, nr: int) -> Empfehlungsfassung:
    fassung = empfehlung.fassung(nr)
    if fassung is None:
        raise ablehnen(
            f"{empfehlung.kennung.upper()} hat keine Fassung {nr}.",
            f"Die Vorlage berichtigen; die Fassungen zeigt: netzint empfehlung zeigen {empfehlung.kennung}",
        )
    return fassung


def _check_stand(saal: Saal, empfehlung: Empfehlung, ergebnis: str, voted: int) -> None:
    """Whether the Empfehlung is where it can be voted on; votes of this very Sitzung are not looked at."""
    votes = saal.bestand.entscheidungen.get(empfehlung.kennung, ())
    others = [v for v in votes if v.beschluss.partition("/")[0] != saal.sitzung.kennung]
    if ergebnis in ENTSCHIEDEN:
        check_sitzung(saal.bestand, empfehlung, saal.sitzung.kennung, saal.sitzung.datum, voted)
    stand = empfehlungsstand(empfehlung, others, saal.sitzung.datum)
    step = "vertagt" if ergebnis == "nicht_beschlussfaehig" else ergebnis
    if not is_erlaubt(EMPFEHLUNG, stand, step):
        way = "einreichen" if is_erlaubt(EMPFEHLUNG, stand, "eingereicht") else "zeigen"
        raise ablehnen(
            f"{empfehlung.kennung.upper()} ist {BEZEICHNUNG[stand]}; abgestimmt wird über eingereichte Empfehlungen.",
            f"Weiter geht es mit: netzint empfehlung {way} {empfehlung.kennung}",
        )


def _amend(saal: Saal, vote: Votum, found: list[Empfehlung], wortlaut: Wortlaut, wanted: str | None) -> Votum:
    if vote.ergebnis not in ("angenommen", "geaendert_angenommen") or wanted == "angenommen":
        text = f"Der neue Wortlaut passt nicht zum Ergebnis „{BEZEICHNUNG[vote.ergebnis]}“. {' '.join(vote.saetze)}"
        raise falsch(text, "Bei geänderter Annahme: --ergebnis geaendert_angenommen; sonst ohne Wortlaut.")
    if len(found) > 1:
        raise falsch("Geändert annehmen lässt sich nur eine Empfehlung allein.", "Einzeln abstimmen: --empfehlung HE-…")
    if wortlaut == Wortlaut():
        raise falsch("Es fehlt, was geändert wurde.", "Angeben mit --wortlaut, --massnahme, --pruefbar, --beteiligt …")
    numbers = require(EmpfehlungAntrag, vote.werte["antrag"]).vorgelegt
    newest, voted = found[0].fassungen[-1].nr, numbers[found[0].kennung]
    if newest != voted:
        text = f"Beraten wurde Fassung {voted}, es gibt aber schon Fassung {newest}; ändern lässt sich nur die neueste."
        raise ablehnen(text, "Die neue Fassung vorlegen, oder diese zurückverweisen: --ergebnis zurueckverwiesen")
    fassung = revise_fassung(saal.bestand, found[0], wortlaut, saal.sitzung.datum)
    antrag = {**vote.werte["antrag"], "fassung": fassung.nr}
    werte = {**vote.werte, "antrag": antrag, "siegel": [siegel(fassung)], "ergebnis": "geaendert_angenommen"}
    told = f"Der geänderte Wortlaut ist Fassung {fassung.nr} von {found[0].kennung.upper()}."
    return Votum(werte, (*vote.saetze, told, *list_hinweise(fassung)), (append_fassung(found[0], fassung),))
