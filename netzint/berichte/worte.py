"""Short words for what stands in several reports: motions, votes, what an entry is called."""

from __future__ import annotations

from netzint.modell.antrag import Antrag, EmpfehlungAntrag
from netzint.modell.arten import NACH_NAME
from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.modell.sprache import aufzaehlung

_ANTRAG = {
    "ag_einsetzen": ("ag", "{} einsetzen"),
    "ag_verlaengern": ("ag", "{} verlängern"),
    "ag_abschliessen": ("ag", "{} abschließen"),
    "niederschrift": ("sitzung", "Niederschrift von {} genehmigen"),
    "schwerpunkt": ("thema", "{} zum Themenschwerpunkt machen"),
    "ziel": ("ziel", "{} beschließen"),
}
ARTWORT = {
    "arbeitsgruppe": "Arbeitsgruppe",
    "geschaeftsordnung": "Geschäftsordnung",
    "beauftragte": "Beauftragung",
    "umlauf": "Umlauf",
}


def tell_antrag(antrag: Antrag) -> str:
    """A motion in a few words, with the Kennungen that it is about."""
    if isinstance(antrag, EmpfehlungAntrag):
        numbers = set(antrag.vorgelegt.values())
        if len(numbers) > 1:
            return aufzaehlung([f"{he.upper()} (Fassung {nr})" for he, nr in antrag.vorgelegt.items()])
        return f"{aufzaehlung([he.upper() for he in antrag.empfehlungen])}, Fassung {min(numbers)}"
    if antrag.art in _ANTRAG:
        feld, text = _ANTRAG[antrag.art]
        return text.format(getattr(antrag, feld))
    wortlaut = getattr(antrag, "wortlaut", None)
    return short(wortlaut) if wortlaut else "sonstiges"


def tell_stimmen(ja: int | None, nein: int | None, enthaltung: int | None) -> str:
    """Votes as people write them: ``9 Ja, 1 Nein, 1 Enthaltung``; empty if none are recorded."""
    words = ((ja, "Ja"), (nein, "Nein"), (enthaltung, "Enthaltung" if enthaltung == 1 else "Enthaltungen"))
    return ", ".join(f"{number} {word}" for number, word in words if number is not None)


def short(text: str, hoechstens: int = 120) -> str:
    """Prose on one line, cut where it gets long."""
    line = " ".join(text.split())
    return line if len(line) <= hoechstens else f"{line[: hoechstens - 1].rstrip()}…"


def art_of(eintrag: Eintrag) -> str:
    """What kind of entry it is, in one word."""
    return wort_of(type(eintrag).__name__.lower())


def wort_of(art: str) -> str:
    """What a kind is called."""
    return ARTWORT.get(art, NACH_NAME[art].klasse)


def name_of(bestand: Bestand, eintrag: Eintrag) -> str:
    """What an entry is called, by whatever field carries that."""
    sitzung = bestand.sitzungen.get(eintrag.kennung)
    if sitzung is not None:
        ag = bestand.arbeitsgruppen.get(sitzung.gremium)
        return ag.name if ag else sitzung.gremium.capitalize()
    found = (getattr(eintrag, feld, None) for feld in ("voller_name", "titel", "name", "betreff", "regel"))
    return next((str(value) for value in found if value), eintrag.kennung)
