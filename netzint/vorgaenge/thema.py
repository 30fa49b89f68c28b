"""The Themenspeicher: Themen come in, become a Themenschwerpunkt, and are given up."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_thema
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import aufzaehlung, datum, fold
from netzint.modell.thema import Schwerpunkt, Thema
from netzint.recht.zustaende import agstand
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, check_nach_gruendung, check_nicht_kuenftig, clean_prosa, clean_zeile
from netzint.vorgaenge.beschlussbezug import require_beschluss
from netzint.vorgaenge.beschlussvorlage import bereite_vor
from netzint.vorgaenge.felder import change, read_felder
from netzint.vorgaenge.kennungen import choose_kennung


def neu(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    titel: str,
    beschreibung: str | None = None,
    am: date | None = None,
    kennung: str | None = None,
) -> Aenderung:
    """Take a Thema up into the Themenspeicher. Raises NetzintFehler if one is called so already."""
    titel = clean_zeile("--titel", titel)
    same = next((t for t in bestand.themen.values() if fold(t.titel) == fold(titel)), None)
    if same is not None:
        raise ablehnen(
            f"Das Thema „{same.titel}“ steht schon im Themenspeicher ({same.kennung}).",
            f"Ansehen: netzint thema zeigen {same.kennung}",
        )
    values = {
        "kennung": choose_kennung("thema", titel, vergeben, kennung),
        "titel": titel,
        "beschreibung": clean_prosa("--beschreibung", beschreibung) if beschreibung else None,
        "aufgenommen": check_nach_gruendung(bestand, "--am", check_nicht_kuenftig("--am", am or stichtag, stichtag)),
    }
    thema = require(Thema, values)
    danach = (
        (f"netzint thema zum-schwerpunkt {thema.kennung}", "den Beschluss der Strategiegruppe dazu vorbereiten"),
        (f"netzint bedarf zuordnen --thema {thema.kennung}", "gemeldete Bedarfe dem Thema zuordnen"),
    )
    return Aenderung("thema-neu", f"{thema.kennung} in den Themenspeicher aufgenommen", neu=(thema,), danach=danach)


def aendern(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    thema: str,
    titel: str | None = None,
    beschreibung: str | None = None,
    ohne: Collection[str] = (),
) -> Aenderung | None:
    """Another title or description. Raises NetzintFehler if another Thema is called so."""
    found = find_thema(bestand, thema)
    felder = read_felder(titel, beschreibung, ohne)
    same = [t for t in bestand.themen.values() if t.kennung != found.kennung and fold(t.titel) == fold(titel or "")]
    if same:
        raise ablehnen(f"So heißt schon {same[0].kennung}.", f"Ansehen: netzint thema zeigen {same[0].kennung}")
    decided = found.schwerpunkt.beschluss if found.schwerpunkt else None
    renamed = f"Im Beschluss {decided} heißt es weiter „{found.titel}“."
    is_renamed = decided and felder.get("titel", found.titel) != found.titel
    hinweise = (renamed,) if is_renamed else ()
    return change(found, felder, f"netzint thema zeigen {found.kennung}", hinweise)


def zum_schwerpunkt(bestand: Bestand, thema: str, ab: date, beschluss: str | None) -> Aenderung:
    """Make a Thema a Themenschwerpunkt; this is what an accepted motion ``schwerpunkt`` comes to.

    An Aenderung without any step means that this Beschluss has been carried out already.
    """
    found = find_thema(bestand, thema)
    if found.schwerpunkt is not None and beschluss is not None and found.schwerpunkt.beschluss == beschluss:
        return Aenderung("thema-zum-schwerpunkt", f"{found.kennung} ist schon Themenschwerpunkt")
    _check_kein_schwerpunkt(found)
    if ab < found.aufgenommen:
        raise ablehnen(
            f"{found.kennung} steht erst seit dem {datum(found.aufgenommen)} im Themenspeicher.",
            f"Ein --ab ab dem {datum(found.aufgenommen)} angeben.",
        )
    einsetzen = (f"netzint ag einsetzen --thema {found.kennung}", "eine Arbeitsgruppe dazu vorbereiten")
    has_ag = any(ag.thema == found.kennung for ag in bestand.arbeitsgruppen.values())
    values = to_klartext(require(Schwerpunkt, {"ab": ab, "beschluss": beschluss}))
    return Aenderung(
        "thema-zum-schwerpunkt",
        f"{found.kennung} ist ab {datum(ab)} Themenschwerpunkt",
        gesetzt=(Setzen("thema", found.kennung, ("schwerpunkt",), values),),
        beschluss=beschluss,
        danach=() if has_ag else (einsetzen,),
    )


def schwerpunkt(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    thema: str,
    ab: date | None = None,
    beschluss: str | None = None,
    sachverhalt: str | None = None,
) -> Aenderung:
    """Record what a Beschluss decided; without one prepare the Beschlussvorlage."""
    found = find_thema(bestand, thema)
    if beschluss is not None:
        decided = require_beschluss(bestand, beschluss, "schwerpunkt", found.kennung)
        return zum_schwerpunkt(bestand, found.kennung, ab or decided.am, decided.kennung)
    if ab is not None and bestand.netzwerk is not None and ab < bestand.netzwerk.erfasst_ab:
        return zum_schwerpunkt(bestand, found.kennung, ab, None)
    if ab is not None:
        raise ablehnen(
            "Zum Themenschwerpunkt wird ein Thema durch Beschluss der Strategiegruppe.",
            "Den Beschluss mit --beschluss nennen, oder ohne --ab eine Beschlussvorlage vorbereiten.",
        )
    _check_kein_schwerpunkt(found)
    return bereite_vor(
        bestand,
        vergeben,
        stichtag=stichtag,
        vorgang="thema-zum-schwerpunkt",
        antrag={"art": "schwerpunkt", "thema": found.kennung},
        betreff=f"Themenschwerpunkt „{found.titel}“",
        sachverhalt=sachverhalt,
    )


def _check_kein_schwerpunkt(thema: Thema) -> None:
    if thema.schwerpunkt is not None:
        raise ablehnen(
            f"{thema.kennung} ist schon seit dem {datum(thema.schwerpunkt.ab)} Themenschwerpunkt.",
            f"Ansehen: netzint thema zeigen {thema.kennung}",
        )
    if thema.bis is not None:
        raise ablehnen(
            f"{thema.kennung} wird seit dem {datum(thema.bis)} nicht mehr verfolgt.",
            "Ein neues Thema aufnehmen: netzint thema neu",
        )


def beenden(
    bestand: Bestand, _vergeben: Collection[str], *, stichtag: date, thema: str, am: date | None = None
) -> Aenderung:
    """A Thema is no longer followed. Raises NetzintFehler while an AG works on it."""
    found = find_thema(bestand, thema)
    last = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    if found.bis is not None:
        raise ablehnen(
            f"{found.kennung} wird schon seit dem {datum(found.bis)} nicht mehr verfolgt.",
            f"Ansehen: netzint thema zeigen {found.kennung}",
        )
    if last < found.aufgenommen:
        raise ablehnen(
            f"{found.kennung} wurde erst am {datum(found.aufgenommen)} aufgenommen.", "Ein späteres --am angeben."
        )
    active = [a for a in bestand.arbeitsgruppen.values() if a.thema == found.kennung]
    busy = [a.kennung for a in active if agstand(a, last) != "abgeschlossen"]
    if busy:
        raise ablehnen(
            f"Am Thema {found.kennung} arbeitet noch {aufzaehlung(busy)}.",
            f"Zuerst abschließen: netzint ag abschliessen {busy[0]}",
        )
    step = Setzen("thema", found.kennung, ("bis",), last)
    return Aenderung("thema-beenden", f"{found.kennung} wird seit dem {datum(last)} nicht mehr verfolgt", (), (step,))
