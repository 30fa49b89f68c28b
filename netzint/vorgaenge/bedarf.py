"""Bedarfe: reported from the field, put to a Thema, and what became of them (R23)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import get_args

from netzint.modell.bedarf import Bedarf, Erledigung, Zuordnung
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_bedarf, find_stelle, find_thema
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import datum, fold
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import (
    ablehnen,
    check_nach_gruendung,
    check_nicht_kuenftig,
    clean_prosa,
    clean_zeile,
    falsch,
)
from netzint.vorgaenge.felder import change, read_felder
from netzint.vorgaenge.mitglied_person import parse_wert
from netzint.vorgaenge.nummern import next_kennung

ARTEN: tuple[str, ...] = get_args(Erledigung.model_fields["art"].annotation)


def melden(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    titel: str,
    von: str,
    am: date | None = None,
    beschreibung: str | None = None,
    thema: str | None = None,
) -> Aenderung:
    """Record a Bedarf, at once with its Thema if that is known. Raises NetzintFehler if it is recorded already."""
    tag = check_nach_gruendung(bestand, "--am", check_nicht_kuenftig("--am", am or stichtag, stichtag))
    stelle = find_stelle(bestand, von)
    if stelle.bis is not None and stelle.bis < tag:
        folge = f" Die Nachfolge ist {stelle.nachfolge}." if stelle.nachfolge else ""
        raise ablehnen(
            f"{stelle.kennung} gibt es nur bis zum {datum(stelle.bis)}.", f"Eine andere Stelle nennen.{folge}"
        )
    titel = clean_zeile("--titel", titel)
    _refuse_double(bestand, titel, stelle.kennung)
    kennung = next_kennung("bedarf", stichtag.year, vergeben)
    values = {
        "kennung": kennung,
        "titel": titel,
        "beschreibung": clean_prosa("--beschreibung", beschreibung) if beschreibung is not None else None,
        "gemeldet": {"von": stelle.kennung, "am": tag},
        "zugeordnet": {"thema": _open_thema(bestand, thema), "am": tag} if thema is not None else None,
    }
    danach = (
        (f"netzint bedarf zuordnen {kennung}", "einem Thema im Themenspeicher zuordnen"),
        ("netzint thema neu", "ein neues Thema dafür aufnehmen"),
    )
    return Aenderung(
        "bedarf-melden",
        f"{kennung.upper()} aufgenommen, gemeldet von {stelle.kennung}",
        neu=(require(Bedarf, values),),
        danach=() if thema else danach,
    )


def _refuse_double(bestand: Bestand, titel: str, stelle: str, own: str = "") -> None:
    for other in bestand.bedarfe.values():
        is_open = not (other.erledigt or other.entfallen or other.kennung == own)
        if is_open and fold(other.titel) == fold(titel) and other.gemeldet.von == stelle:
            raise ablehnen(
                f"Diesen Bedarf hat {stelle} schon am {datum(other.gemeldet.am)} gemeldet ({other.kennung}).",
                f"Ansehen: netzint bedarf zeigen {other.kennung}",
            )


def _open_thema(bestand: Bestand, text: str) -> str:
    thema = find_thema(bestand, text)
    if thema.bis is not None:
        raise ablehnen(
            f"{thema.kennung} wird seit dem {datum(thema.bis)} nicht mehr verfolgt.",
            "Ein anderes Thema nennen oder eines aufnehmen: netzint thema neu",
        )
    return thema.kennung


def aendern(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    bedarf: str,
    titel: str | None = None,
    beschreibung: str | None = None,
    ohne: Collection[str] = (),
) -> Aenderung | None:
    """Another title or description. Who reported it and when is a fact: a wrong one is put right by ``berichtigen``."""
    found = find_bedarf(bestand, bedarf)
    if found.entfallen is not None:
        raise ablehnen(f"{found.kennung} ist entfallen.", "Einen anderen Bedarf nennen: netzint bedarf liste")
    felder = read_felder(titel, beschreibung, ohne)
    if "titel" in felder and found.erledigt is None:
        _refuse_double(bestand, str(felder["titel"]), found.gemeldet.von, found.kennung)
    return change(found, felder, f"netzint bedarf zeigen {found.kennung}")


def zuordnen(
    bestand: Bestand, _vergeben: Collection[str], *, stichtag: date, bedarf: str, thema: str, am: date | None = None
) -> Aenderung:
    """Put a Bedarf to a Thema, or to another one than before. Raises NetzintFehler once it is erledigt."""
    found = _find_open(bestand, bedarf)
    tag = _check_tag(found, am or stichtag, stichtag, found.gemeldet.am)
    target = _open_thema(bestand, thema)
    before = found.zugeordnet
    if before is not None and before.thema == target:
        raise ablehnen(
            f"{found.kennung} ist {target} schon seit dem {datum(before.am)} zugeordnet.",
            f"Ansehen: netzint bedarf zeigen {found.kennung}",
        )
    values = to_klartext(require(Zuordnung, {"thema": target, "am": tag}))
    hinweise = (f"Bisher zugeordnet war {before.thema} (seit dem {datum(before.am)}).",) if before else ()
    danach = (
        (f"netzint thema zeigen {target}", "was es zu dem Thema schon gibt"),
        (f"netzint bedarf erledigen {found.kennung}", "später eintragen, was daraus wurde"),
    )
    return Aenderung(
        "bedarf-zuordnen",
        f"{found.kennung.upper()} dem Thema {target} zugeordnet",
        gesetzt=(Setzen("bedarf", found.kennung, ("zugeordnet",), values),),
        hinweise=hinweise,
        danach=danach,
    )


def _find_open(bestand: Bestand, text: str) -> Bedarf:
    found = find_bedarf(bestand, text)
    if found.entfallen is not None:
        raise ablehnen(f"{found.kennung} ist entfallen.", "Einen anderen Bedarf nennen: netzint bedarf liste")
    if found.erledigt is not None:
        raise ablehnen(
            f"{found.kennung} ist schon am {datum(found.erledigt.am)} erledigt worden ({WORTE[found.erledigt.art]}).",
            f"Ansehen: netzint bedarf zeigen {found.kennung}",
        )
    return found


WORTE = {
    "aufgegriffen": "aufgegriffen",
    "erledigt": "erledigt",
    "abgegeben": "abgegeben",
    "nicht_weiterverfolgt": "nicht weiterverfolgt",
}


def _check_tag(bedarf: Bedarf, tag: date, stichtag: date, frueh: date) -> date:
    check_nicht_kuenftig("--am", tag, stichtag)
    if tag < frueh:
        raise falsch(
            f"Der {datum(tag)} liegt vor dem Schritt davor bei {bedarf.kennung} ({datum(frueh)}).",
            f"Ein --am ab dem {datum(frueh)} angeben.",
        )
    return tag


def erledigen(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    bedarf: str,
    art: str,
    am: date | None = None,
    grund: str | None = None,
    an: str | None = None,
) -> Aenderung:
    """Record what became of a Bedarf. Raises NetzintFehler if it is not said to whom, or why."""
    found = _find_open(bestand, bedarf)
    kind = parse_wert("--art", art, ARTEN)
    before = found.zugeordnet.am if found.zugeordnet else found.gemeldet.am
    tag = _check_tag(found, am or stichtag, stichtag, before)
    if kind == "abgegeben" and an is None:
        raise falsch("Es fehlt, an wen der Bedarf abgegeben wurde.", "Die Stelle mit --an angeben.")
    if kind != "abgegeben" and an is not None:
        raise falsch("--an gehört zu --art abgegeben.", "--an weglassen oder --art abgegeben wählen.")
    if kind == "nicht_weiterverfolgt" and grund is None:
        raise falsch("Es fehlt, warum der Bedarf nicht weiterverfolgt wird.", "Bitte mit --grund angeben.")
    values = {
        "am": tag,
        "art": kind,
        "grund": clean_prosa("--grund", grund) if grund is not None else None,
        "an": find_stelle(bestand, an).kennung if an is not None else None,
    }
    return Aenderung(
        "bedarf-erledigen",
        f"{found.kennung.upper()} {WORTE[kind]}",
        gesetzt=(Setzen("bedarf", found.kennung, ("erledigt",), to_klartext(require(Erledigung, values))),),
        danach=(("netzint bedarf liste", "die noch offenen Bedarfe ansehen"),),
    )
