"""``sitzung einladen``: what was sent to whom and when, the numbers of the TOPs fixed, the Ladungsfrist judged."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_mitglied
from netzint.modell.geschaeftsordnung import Ladungsfrist
from netzint.modell.klartext import to_klartext
from netzint.modell.sitzung import Einladung, Sitzung
from netzint.modell.sprache import anzahl, aufzaehlung, datum
from netzint.recht.feiertage import list_feiertage
from netzint.recht.fristen import fruehester_sitzungstag, judge_ladung, letzter_versandtag, tage_dazwischen
from netzint.recht.versand import tell_einladen
from netzint.recht.verteiler import list_verteiler
from netzint.vorgaenge.aenderung import Aenderung, Schritt
from netzint.vorgaenge.angaben import ablehnen, check_nicht_kuenftig, clean_prosa, falsch
from netzint.vorgaenge.sitzung_abgleich import count_nachtraege
from netzint.vorgaenge.sitzung_punkte import number_tops
from netzint.vorgaenge.sitzung_stand import require_sitzung, setze

Pruefsumme = Callable[[Bestand, str], str]
"""The digest that the Einladung of a Sitzung carries in its foot."""
MUSS_REGEL = "S201"


def einladen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    kennung: str,
    stichtag: date,
    pruefsumme: Pruefsumme,
    am: date | None = None,
    grund: str | None = None,
    gaeste: Collection[str] = (),
    ohne: Collection[str] = (),
) -> Aenderung:
    """Record the dispatch of the Einladung.

    ``gaeste`` are invited besides, ``ohne`` names proposed guests that are not. Raises NetzintFehler; if the
    Ladungsfrist is too short, only for want of ``grund``.
    """
    sitzung = require_sitzung(bestand, kennung, "zu ihr wird nicht noch einmal eingeladen", ("terminiert",))
    versandt = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    _check_versand(bestand, sitzung, versandt, stichtag)
    why = missing_reason(bestand, sitzung, versandt)
    if why and not grund:
        raise falsch(why, f"Den Grund mit --grund angeben, oder verlegen: netzint sitzung verlegen {sitzung.kennung}")
    text = clean_prosa("--grund", grund) if grund else None
    einladung = _einladung(bestand, sitzung, versandt, text, gaeste, ohne)
    einladung = einladung.model_copy(
        update={"inhalt": pruefsumme(_after(bestand, sitzung, einladung), sitzung.kennung)}
    )
    steps = (*_fix(sitzung, einladung), *_abweichung(bestand, sitzung, versandt, text))
    return Aenderung(
        "sitzung-einladen",
        f"Zur Sitzung {sitzung.kennung.upper()} am {datum(sitzung.datum)} eingeladen",
        gesetzt=steps,
        hinweise=_remarks(bestand, sitzung, einladung, stichtag),
        danach=(
            (f"netzint mail {sitzung.kennung}", "die E-Mail mit Einladung und Termin entwerfen"),
            (f"netzint sitzung zeigen {sitzung.kennung}", "die Tagesordnung mit ihren festen Nummern ansehen"),
            (f"netzint sitzung beginnen {sitzung.kennung}", "am Sitzungstag die Anwesenheit festhalten"),
        ),
    )


def _fix(sitzung: Sitzung, einladung: Einladung) -> list[Schritt]:
    """The Einladung itself, and the numbers of the TOPs, which stand from now on."""
    numbers = enumerate(number_tops(sitzung.tagesordnung))
    fixed = [(nr, number) for nr, number in numbers if sitzung.tagesordnung[nr].nummer != number]
    return [
        setze(sitzung, "einladung", wert=to_klartext(einladung)),
        *(setze(sitzung, "tagesordnung", nr, "nummer", wert=number) for nr, number in fixed),
    ]


def _check_versand(bestand: Bestand, sitzung: Sitzung, versandt: date, stichtag: date) -> None:
    k = sitzung.kennung
    if not sitzung.tagesordnung:
        text = f"Die Sitzung {k.upper()} hat noch keine Tagesordnung; ohne sie lädt man nicht ein."
        raise ablehnen(text, f"Aufstellen: netzint sitzung fortschreiben {k}")
    if versandt > sitzung.datum:
        raise falsch(
            f"Es fehlt, wann eingeladen wurde: Die Sitzung {k.upper()} war am {datum(sitzung.datum)}, und danach lädt "
            "niemand mehr ein.",
            f"Den Tag des Versands angeben, etwa: {tell_einladen(bestand, sitzung, stichtag)}. Fand die Sitzung nicht "
            f"statt: netzint sitzung absagen {k}",
        )
    since = sitzung.verlegt[-1].am if sitzung.verlegt else None
    if since is not None and versandt < since:
        text = f"Die Sitzung {k.upper()} ist am {datum(since)} verlegt worden; eingeladen wird zum neuen Termin danach."
        raise falsch(text, "Bei --am den Tag angeben, an dem die neue Einladung hinausging.")


def find_frist(bestand: Bestand, sitzung: Sitzung) -> Ladungsfrist | None:
    """The Ladungsfrist of that day; an AG has none."""
    fassung = bestand.fassung(sitzung.datum)
    return fassung.strategiegruppe.ladungsfrist if fassung and sitzung.gremium == STRATEGIEGRUPPE else None


def missing_reason(bestand: Bestand, sitzung: Sitzung, versandt: date) -> str:
    """Why a reason is asked for if the Einladung goes out on that day; empty if the Ladungsfrist is kept."""
    frist = find_frist(bestand, sitzung)
    if frist is None or versandt > sitzung.datum or judge_ladung(versandt, sitzung.datum, frist) == "gewahrt":
        return ""
    days = anzahl(tage_dazwischen(versandt, sitzung.datum), "Tag", "Tage")
    below = judge_ladung(versandt, sitzung.datum, frist) == "unter_muss"
    limit = f"mindestens einzuhalten sind {frist.muss}" if below else f"vorgesehen sind {frist.soll}"
    return (
        f"Zwischen dem Versand am {datum(versandt)} und der Sitzung am {datum(sitzung.datum)} liegen nur {days}; "
        f"{limit}. Bis zum {datum(letzter_versandtag(sitzung.datum, frist.soll))} hätte die Einladung hinausgehen "
        f"sollen; wer dann erst lädt, kann ab dem {datum(fruehester_sitzungstag(versandt, frist.soll))} tagen. "
        "Warum wird so kurz geladen?"
    )


def _einladung(
    bestand: Bestand,
    sitzung: Sitzung,
    versandt: date,
    grund: str | None,
    gaeste: Collection[str],
    ohne: Collection[str],
) -> Einladung:
    found = list_verteiler(bestand, sitzung)
    if not found.mitglieder:
        text = f"Am {datum(sitzung.datum)} hat dieses Gremium keine Mitglieder, die einzuladen wären."
        raise ablehnen(text, "Zuerst die Mitglieder eintragen: netzint mitglied benennen (AG: netzint ag mitglied)")
    more = [find_mitglied(bestand, text).kennung for text in gaeste]
    for person in more:
        if person in found.geladen:
            raise falsch(f"{person} ist als Mitglied oder Stellvertretung ohnehin geladen.", "Bei --gast weglassen.")
    less = {find_mitglied(bestand, text).kennung for text in ohne}
    unknown = sorted(less - {*found.gaeste, *more})
    if unknown:
        raise falsch(
            f"{aufzaehlung(unknown)} steht nicht unter den Gästen.",
            f"Vorgeschlagen sind: {aufzaehlung(found.gaeste) or 'keine'}. Mitglieder sind immer zu laden.",
        )
    invited = [g for g in dict.fromkeys((*found.gaeste, *more)) if g not in less and g not in found.geladen]
    return Einladung(versandt=versandt, verteiler=found.geladen, gaeste=tuple(invited), inhalt=None, grund=grund)


def _after(bestand: Bestand, sitzung: Sitzung, einladung: Einladung) -> Bestand:
    numbers = number_tops(sitzung.tagesordnung)
    tops = zip(sitzung.tagesordnung, numbers, strict=True)
    numbered = tuple(top.model_copy(update={"nummer": number}) for top, number in tops)
    return bestand.replaced([sitzung.model_copy(update={"einladung": einladung, "tagesordnung": numbered})])


def _abweichung(bestand: Bestand, sitzung: Sitzung, versandt: date, grund: str | None) -> list[Schritt]:
    """Below what must be kept the reason also stands as an Abweichung: the Fehler is then a Warnung."""
    frist = find_frist(bestand, sitzung)
    if frist is None or grund is None or judge_ladung(versandt, sitzung.datum, frist) != "unter_muss":
        return []
    known = [a.regel for a in sitzung.abweichung]
    place = known.index(MUSS_REGEL) if MUSS_REGEL in known else len(known)
    return [setze(sitzung, "abweichung", place, wert={"regel": MUSS_REGEL, "grund": grund})]


def _remarks(bestand: Bestand, sitzung: Sitzung, einladung: Einladung, stichtag: date) -> tuple[str, ...]:
    found = [explain_frist(bestand, sitzung, einladung.versandt), _explain_verteiler(bestand, sitzung, einladung)]
    silent = [k for k in (*einladung.verteiler, *einladung.gaeste) if not _has_mail(bestand, k)]
    if silent:
        found.append(
            f"Ohne dienstliche E-Mail-Adresse: {', '.join(silent)}. Eintragen: netzint mitglied aendern {silent[0]} "
            "--e-mail ADRESSE; eine private gehört ins Adressbuch."
        )
    waiting = count_nachtraege(bestand, stichtag).get(sitzung.kennung)
    if waiting:
        found.append(
            f"Seit die Tagesordnung aufgestellt wurde, hat sich etwas getan ({anzahl(waiting, 'Punkt', 'Punkte')}). "
            f"Nachtragen als Tischvorlage: netzint sitzung fortschreiben {sitzung.kennung}"
        )
    return tuple(filter(None, found))


def _has_mail(bestand: Bestand, kennung: str) -> bool:
    person = bestand.mitglieder.get(kennung)
    return bool(person and person.dienstlich and person.dienstlich.e_mail)


def explain_frist(bestand: Bestand, sitzung: Sitzung, versandt: date) -> str:
    """The Ladungsfrist counted, with the holidays that lie in it."""
    frist = find_frist(bestand, sitzung)
    if frist is None:
        return ""
    days = tage_dazwischen(versandt, sitzung.datum)
    free = [f"{name} ({datum(tag)})" for tag, name in list_feiertage(versandt, sitzung.datum)]
    inside = f" In dieser Zeit {'liegen' if len(free) > 1 else 'liegt'}: {aufzaehlung(free)}." if free else ""
    return (
        f"Ladungsfrist: {anzahl(days, 'Tag', 'Tage')} zwischen Versand und Sitzung, vorgesehen sind {frist.soll}, "
        f"mindestens {frist.muss}.{inside}"
    )


def _explain_verteiler(bestand: Bestand, sitzung: Sitzung, einladung: Einladung) -> str:
    found = list_verteiler(bestand, sitzung)
    parts: list[Any] = [
        anzahl(len(found.mitglieder), "Mitglied", "Mitglieder"),
        anzahl(len(found.vertretungen), "Stellvertretung", "Stellvertretungen") if found.vertretungen else "",
        anzahl(len(einladung.gaeste), "Gast", "Gäste") if einladung.gaeste else "",
    ]
    guests = f" ({', '.join(einladung.gaeste)})" if einladung.gaeste else ""
    return f"Verteiler: {aufzaehlung([p for p in parts if p])}{guests}."
