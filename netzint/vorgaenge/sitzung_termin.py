"""``sitzung verlegen``, ``absagen`` and ``entfallen``: a Sitzung that is not held on the day it was planned for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.klartext import to_klartext
from netzint.modell.sitzung import Sitzung, Verlegung
from netzint.modell.sprache import anzahl, datum
from netzint.recht.versand import tell_einladen
from netzint.vorgaenge.aenderung import Aenderung, Schritt
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa, falsch
from netzint.vorgaenge.arbeitsgruppe_sitzung import check_tag
from netzint.vorgaenge.rahmen import Rahmen, Wunsch, apply_wunsch, check_datum, remarks
from netzint.vorgaenge.sitzung_abgleich import count_nachtraege
from netzint.vorgaenge.sitzung_stand import require_sitzung, setze


def verlegen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    stichtag: date,
    wunsch: Wunsch,
    grund: str,
    am: date | None = None,
) -> Aenderung:
    """Move a Sitzung to another day (and, if wished for, another time, place or form).

    A Sitzung that was invited to is to be invited to anew: Einladung and fixed numbers go, the day of the Einladung
    stays on record with the day that was given up.
    """
    sitzung = require_sitzung(bestand, kennung, "sie lässt sich nicht verlegen", ("terminiert", "eingeladen"))
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    old = Rahmen(sitzung.datum, sitzung.ort, sitzung.beginn, sitzung.form)
    new = apply_wunsch(old, wunsch)
    _check_neuer_tag(bestand, sitzung, new.datum, tag)
    invited = sitzung.einladung
    given_up = Verlegung(
        von=sitzung.datum, am=tag, eingeladen=invited.versandt if invited else None, grund=clean_prosa("--grund", grund)
    )
    changed = {k: v for k, v in new._asdict().items() if v != getattr(old, k)}
    steps: list[Schritt] = [setze(sitzung, key, wert=value) for key, value in changed.items()]
    steps.append(setze(sitzung, "verlegt", len(sitzung.verlegt), wert=to_klartext(given_up)))
    steps += _forget_einladung(sitzung) if invited else []
    moved = sitzung.model_copy(update={**changed, "einladung": None, "verlegt": (*sitzung.verlegt, given_up)})
    return Aenderung(
        "sitzung-verlegen",
        f"Sitzung {sitzung.kennung.upper()} vom {datum(sitzung.datum)} auf den {datum(new.datum)} verlegt",
        gesetzt=tuple(steps),
        hinweise=(*tell(sitzung), *remarks(bestand.replaced([moved]), stichtag, new.datum, sitzung.kennung)),
        danach=_danach_verlegt(bestand.replaced([moved]), moved, stichtag),
    )


def _check_neuer_tag(bestand: Bestand, sitzung: Sitzung, tag: date, verlegt: date) -> None:
    """A day on which it can be held; past only if it was moved before that day (``--am``)."""
    if tag == sitzung.datum:
        text = f"Die Sitzung {sitzung.kennung.upper()} ist schon am {datum(tag)}."
        raise falsch(
            text, f"Einen anderen Tag angeben; Ort und Beginn ändert: netzint sitzung aendern {sitzung.kennung}"
        )
    check_datum(bestand, verlegt, tag, sitzung.gremium, sonst="; wurde schon früher verlegt, mit --am angeben, wann")
    if sitzung.gremium in bestand.arbeitsgruppen:
        check_tag(bestand, bestand.arbeitsgruppen[sitzung.gremium], tag)
    first = bestand.sitzungen.get(sitzung.zweite_ladung_zu or "")
    if first is not None and tag <= first.datum:
        text = f"Dies ist die zweite Ladung nach der Sitzung vom {datum(first.datum)}; sie kann nur danach sein."
        raise falsch(text, "Mit --datum einen späteren Tag angeben.")


def _forget_einladung(sitzung: Sitzung) -> list[Schritt]:
    """Nobody is invited to the new day yet: the Einladung goes, and all that was fixed or added because of it."""
    steps: list[Schritt] = [setze(sitzung, "einladung", wert=None)]
    for nr, top in reversed(list(enumerate(sitzung.tagesordnung))):
        if top.abgesetzt:
            steps.append(setze(sitzung, "tagesordnung", nr, wert=None))
            continue
        given = {"nummer": top.nummer, "tischvorlage": top.tischvorlage, "umgestellt": top.umgestellt}
        steps += [setze(sitzung, "tagesordnung", nr, key, wert=None) for key, value in given.items() if value]
    codes = [a.regel for a in sitzung.abweichung]
    return [*steps, *([setze(sitzung, "abweichung", codes.index("S201"), wert=None)] if "S201" in codes else [])]


def tell(sitzung: Sitzung) -> tuple[str, ...]:
    """Who has heard of the day that does not hold any more."""
    if sitzung.einladung is None:
        return ("Eingeladen war noch niemand; es ist niemand zu benachrichtigen.",)
    people = (*sitzung.einladung.verteiler, *sitzung.einladung.gaeste)
    since, number = datum(sitzung.einladung.versandt), anzahl(len(people), "Person", "Personen")
    who = f"Zu benachrichtigen sind alle, die am {since} eingeladen wurden ({number}): {', '.join(people)}."
    return (who, f"Ihre Adressen zeigt: netzint sitzung verteiler {sitzung.kennung}")


def _danach_verlegt(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> tuple[tuple[str, str], ...]:
    k = sitzung.kennung
    due = sitzung.gremium == STRATEGIEGRUPPE and k in count_nachtraege(bestand, stichtag)
    step = (f"netzint sitzung fortschreiben {k}", "die Tagesordnung an den neuen Tag anpassen")
    known = bool(sitzung.verlegt[-1].eingeladen)
    return (
        *(((f"netzint mail {k}", "die E-Mail über den neuen Tag entwerfen"),) if known else ()),
        *((step,) if due else ()),
        (tell_einladen(bestand, sitzung, stichtag), "zum neuen Tag einladen, sobald die Einladung versandt ist"),
        (f"netzint dokument erzeugen {k}", "die Unterlagen mit dem neuen Tag erzeugen"),
    )


def absagen(
    bestand: Bestand, _vergeben: Collection[str], *, kennung: str, stichtag: date, grund: str, am: date | None = None
) -> Aenderung:
    """Call a Sitzung off; its matters come back onto the next Tagesordnung by themselves."""
    sitzung = require_sitzung(bestand, kennung, "sie lässt sich nicht absagen", ("terminiert", "eingeladen"))
    tag = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    wert = {"am": tag, "grund": clean_prosa("--grund", grund)}
    return Aenderung(
        "sitzung-absagen",
        f"Sitzung {sitzung.kennung.upper()} am {datum(sitzung.datum)} abgesagt",
        gesetzt=(setze(sitzung, "abgesagt", wert=wert),),
        hinweise=(*tell(sitzung), "Was auf ihrer Tagesordnung stand, kommt von selbst auf die nächste."),
        danach=(
            *(((f"netzint mail {sitzung.kennung}", "die Absage als E-Mail entwerfen"),) if sitzung.einladung else ()),
            *_danach_ohne(sitzung),
        ),
    )


def entfallen(bestand: Bestand, _vergeben: Collection[str], *, kennung: str, stichtag: date, grund: str) -> Aenderung:
    """Give a number back: a Sitzung that was laid down by mistake and that nobody was invited to."""
    sitzung = require_sitzung(bestand, kennung, "sie lässt sich nicht aufgeben", ("terminiert",))
    if sitzung.verlegt and any(v.eingeladen for v in sitzung.verlegt):
        text = f"Zur Sitzung {sitzung.kennung.upper()} war schon eingeladen; darum entfällt sie nicht still."
        raise ablehnen(text, f"Absagen: netzint sitzung absagen {sitzung.kennung}")
    wert = {"am": stichtag, "grund": clean_prosa("--grund", grund)}
    return Aenderung(
        "sitzung-entfallen",
        f"Sitzung {sitzung.kennung.upper()} entfällt, die Nummer wird nicht mehr vergeben",
        gesetzt=(setze(sitzung, "entfallen", wert=wert),),
        hinweise=(
            ("Vorbereitete Beschlussvorlagen bleiben und kommen auf die nächste Tagesordnung.",)
            if any(top.vorlage for top in sitzung.tagesordnung)
            else ()
        ),
        danach=_danach_ohne(sitzung),
    )


def _danach_ohne(sitzung: Sitzung) -> tuple[tuple[str, str], ...]:
    if sitzung.gremium != STRATEGIEGRUPPE:
        return (("netzint sitzung liste", "die anderen Sitzungen ansehen"),)
    return (("netzint sitzung neu", "einen neuen Termin ansetzen"), ("netzint lage", "sehen, was jetzt ansteht"))
