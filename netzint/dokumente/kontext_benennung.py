"""What a Benennungsanfrage shows: which seat, why now, who is asked for, who else may name, by when, and the deputy."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from netzint.berichte.strategiegruppe import name_of_seat, vacant_since
from netzint.dokumente.kontext import Daten, person, stelle
from netzint.dokumente.kontext_brief import MINDESTENS, erbeten_bis
from netzint.modell.bestand import Bestand, MandatVon
from netzint.modell.geschaeftsordnung import BANKNAMEN, Fassung, Sitz
from netzint.modell.sprache import aufzaehlung, datum
from netzint.recht.fristen import amtszeit_bis, is_bald
from netzint.regeln.eignung import lack_on
from netzint.regeln.sitzlage import KOERPERSCHAFTSNAMEN, with_rolle

_EINER = {"gemeinde": "einer Gemeinde", "stadt": "einer Stadt", "landkreis": "eines Landkreises"}
_AMT = {
    "leitung": "die Leiterin oder den Leiter der Kommunalverwaltung",
    "integrationsbeauftragung": "die Integrationsbeauftragte oder den Integrationsbeauftragten",
}
_ZAEHLT = {
    "gemeinde": "Gemeinden ohne Stadtrecht", "stadt": "Städte", "grosse_kreisstadt": "Große Kreisstädte",
    "stadtkreis": "Stadtkreise", "landkreis": "Landkreise",
}  # fmt: skip


class Anlass(NamedTuple):
    """Why somebody is to be named to a seat."""

    satz: str
    endet: date | None = None
    """The last day of who sits there now."""
    nur_stellvertretung: bool = False


def find_anlass(bestand: Bestand, sitz: Sitz, tag: date) -> Anlass | None:
    """Vacant, or to become so as soon as the Geschäftsordnung looks ahead, or the office is over; None otherwise.

    None, too, if somebody is named by that day who comes later.
    """
    later = [m.mandat for m in _on_seat(bestand, sitz, "ordentlich") if m.mandat.von > tag]
    held = bestand.ordentliche(tag).get(sitz.kennung)
    if any(mandat.benannt is None or mandat.benannt.am <= tag for mandat in later):
        return None
    if held is None:
        since = vacant_since(bestand, sitz, tag)
        return Anlass(f"Er ist seit dem {datum(since)} nicht besetzt." if since else "Er ist noch nicht besetzt.")
    return _of_held(bestand, held, tag)


def _of_held(bestand: Bestand, held: MandatVon, tag: date) -> Anlass | None:
    fassung, name = bestand.fassung(tag), person(bestand, held.mitglied.kennung)
    months = fassung.strategiegruppe.amtszeit if fassung else None
    term = amtszeit_bis(held.mandat.von, months) if months else None
    bis = held.mandat.bis
    if fassung and bis and is_bald(bis, tag, fassung.fristen):
        return Anlass(f"Das Mandat von {name} endet am {datum(bis)}.", bis)
    if fassung and term and (term < tag or is_bald(term, tag, fassung.fristen)):
        verb = "endet" if term >= tag else "endete"
        return Anlass(f"Die Amtszeit von {name} {verb} am {datum(term)}.", term)
    if lack_on(bestand, held, tag)[1]:
        text = f"{name} hat das Amt nicht mehr, das der Sitz voraussetzt. Bitte prüfen Sie eine Nachbenennung."
        return Anlass(text)
    return None


def find_stellvertretung(bestand: Bestand, sitz: Sitz, tag: date) -> Anlass | None:
    """A seat that is taken and has no deputy, where each seat may have one of its own."""
    fassung = bestand.fassung(tag)
    held = bestand.ordentliche(tag).get(sitz.kennung)
    if held is None or fassung is None or fassung.strategiegruppe.stellvertretung != "persoenlich":
        return None
    if _deputies(bestand, sitz, tag):
        return None
    name = person(bestand, held.mitglied.kennung)
    return Anlass(f"Ordentliches Mitglied ist {name}; eine Stellvertretung ist nicht benannt.", None, True)  # noqa: FBT003


def _on_seat(bestand: Bestand, sitz: Sitz, rolle: str) -> list[MandatVon]:
    return with_rolle(bestand.mandate_nach_sitz.get(sitz.kennung, ()), rolle)


def _deputies(bestand: Bestand, sitz: Sitz, tag: date) -> list[str]:
    found = (m for m in _on_seat(bestand, sitz, "stellvertretend") if m.mandat.bis is None or m.mandat.bis >= tag)
    return [person(bestand, m.mitglied.kennung) for m in found]


def benennung(bestand: Bestand, sitz: Sitz, wer: str, anlass: Anlass, tag: date) -> Daten:
    """Everything the template may show; ``wer`` is the Stelle that is asked, ``tag`` the day of the letter."""
    fassung = bestand.fassung(tag)
    others = [stelle(bestand, k, tag) for k in sitz.benannt_von if k != wer]
    return {
        "sitz": name_of_seat(bestand, sitz),
        "bank": BANKNAMEN[sitz.bank],
        "anlass": anlass.satz,
        "nur_stellvertretung": anlass.nur_stellvertretung,
        "gesucht": _asked(bestand, sitz, wer, tag),
        "erlaeuterung": _explain(fassung, sitz, anlass) if fassung else [],
        "auch": others,
        "bis": _answer_day(bestand, anlass, tag).isoformat(),
        "stellvertretung": "" if anlass.nur_stellvertretung else _ask_deputy(bestand, fassung, sitz, tag),
    }


def _answer_day(bestand: Bestand, anlass: Anlass, tag: date) -> date:
    """Before the seat is vacant, if there is time for an answer until then."""
    usual = erbeten_bis(bestand, tag)
    if anlass.endet is None or anlass.endet < tag + timedelta(days=MINDESTENS):
        return usual
    return min(usual, anlass.endet)


def _asked(bestand: Bestand, sitz: Sitz, wer: str, tag: date) -> str:
    """Whom the seat asks for, as it stands behind „Gesucht ist“."""
    if sitz.koerperschaft:
        office = _AMT[sitz.amt] if sitz.amt else "eine Person"
        return f"{office} {_EINER[sitz.koerperschaft]}"
    if sitz.stelle == wer:
        return "eine Person Ihres Verbands" if sitz.bank == "landesverbaende" else "eine Person Ihres Hauses"
    return f"eine Person der Stelle {stelle(bestand, sitz.stelle, tag)}" if sitz.stelle else "eine Person"


def _explain(fassung: Fassung, sitz: Sitz, anlass: Anlass) -> list[str]:
    """What the Geschäftsordnung means by it; of a deputy it asks nothing more."""
    found = []
    if sitz.koerperschaft and not anlass.nur_stellvertretung:
        kinds = getattr(fassung.koerperschaften, sitz.koerperschaft)
        named = aufzaehlung([_ZAEHLT.get(kind, kind) for kind in kinds])
        found.append(f"Als {KOERPERSCHAFTSNAMEN[sitz.koerperschaft]} zählen hier {named}.")
    if sitz.amt == "leitung" and not anlass.nur_stellvertretung:
        found.append(f"Leitungen im Sinne der Geschäftsordnung sind: {', '.join(fassung.leitungsaemter)}.")
    return [*found, "Eine Person kann nur einen Sitz innehaben."]


def _ask_deputy(bestand: Bestand, fassung: Fassung | None, sitz: Sitz, tag: date) -> str:
    """What is asked about the deputy."""
    art = fassung.strategiegruppe.stellvertretung if fassung else "keine"
    known = _deputies(bestand, sitz, tag)
    if art == "keine":
        return ""
    if art == "pool":
        return "Gern können Sie auch Personen nennen, die als Stellvertretung dieser Bank bereitstehen."
    if known:
        return f"Als Stellvertretung ist {aufzaehlung(known)} benannt. Bitte teilen Sie uns mit, ob es dabei bleibt."
    return "Bitte nennen Sie uns auch eine Person, die das Mitglied persönlich vertritt."
