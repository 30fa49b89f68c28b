"""``pruefen --gegen``: the findings of a state, told apart into new ones and old ones, and the rules of transitions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netzint.ablage.cache.befundform import from_plain, to_plain
from netzint.ablage.cache.ordner import open_cache
from netzint.ablage.gegen.basis import Basis, find_basis
from netzint.ablage.lesen.pruefung import Ergebnis, Weitere, check
from netzint.modell.arten import Art, art_of_pfad
from netzint.modell.befund import Befund, Schwere, excuse_repair, mark_neue, sort_befunde
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from netzint.ablage.lesen.bestand import Gelesenes
    from netzint.modell.grund import Eintrag

_ANTWORT = "gegen-"
_AUFGEHOBEN = 16
ZU_NEU = "F120"


class Neuheit(NamedTuple):
    """What a finding is beside what was there before."""

    befund: Befund
    neu: bool
    aenderung: tuple[str, ...] = ()
    """What was changed, in sentences, where the finding is about a change."""


class Gegenueber(NamedTuple):
    """The answer."""

    basis: Basis
    befunde: tuple[Neuheit, ...]
    behoben: int
    """How many findings there are no longer."""


def check_gegen(
    wurzel: Path, name: str, ergebnis: Ergebnis, *, weitere: Weitere | None = None, cache: bool = True
) -> Gegenueber:
    """Compare what was found with what the common state with BASIS had. Raises NetzintFehler if there is none."""
    basis = find_basis(wurzel, name, ergebnis.stand_oid or "")
    before = check(wurzel, ergebnis.stichtag, basis.commit, cache=cache, weitere=weitere).befunde
    refuse_zu_neue(before, f"in „{name}“")
    found = [Neuheit(b, neu) for b, neu in zip(ergebnis.befunde, mark_neue(before, ergebnis.befunde), strict=True)]
    gone = sum(mark_neue(ergebnis.befunde, before))
    if not any(b.code == ZU_NEU for b in ergebnis.befunde):
        wandel = _find_uebergaenge(wurzel, basis, ergebnis, cache=cache)
        befunde = excuse_repair([n.befund for n in wandel], before, ergebnis.befunde)
        found += [n._replace(befund=befund) for n, befund in zip(wandel, befunde, strict=True)]
    order = {befund: nr for nr, befund in enumerate(sort_befunde(tuple(n.befund for n in found)))}
    return Gegenueber(basis, tuple(sorted(found, key=lambda n: order[n.befund])), gone)


def refuse_zu_neue(befunde: Sequence[Befund], wo: str) -> None:
    """Data of a later format cannot be judged, and must not look as if nothing were wrong. Raises NetzintFehler."""
    if any(b.code == ZU_NEU for b in befunde):
        text = f"Die Daten {wo} haben ein neueres Format, als dieses netzint kennt."
        raise NetzintFehler(text, "netzint aktualisieren, dann noch einmal prüfen.", Ausgang.UMGEBUNG)


def _find_uebergaenge(wurzel: Path, basis: Basis, ergebnis: Ergebnis, *, cache: bool) -> list[Neuheit]:
    """What the rules of transitions say; known if nothing has changed since they were last asked."""
    store = open_cache(wurzel) if cache and ergebnis.inhalt else None
    frage = f"{basis.commit} {basis.kopf} {ergebnis.stichtag} ".encode() + ergebnis.inhalt
    key = _ANTWORT + sha256(frage).hexdigest()[:32]
    known = store.load(key) if store else None
    if known is None:
        found = judge(wurzel, basis, ergebnis.stand_oid, ergebnis.stichtag, cache=cache)
        known = [(to_plain([n.befund])[0], n.aenderung) for n in found]
        if store:
            store.store(key, known)
            store.prune(_ANTWORT, _AUFGEHOBEN)
    return [Neuheit(from_plain([plain])[0], neu=True, aenderung=tuple(told)) for plain, told in known]


def judge(wurzel: Path, basis: Basis, stand: str | None, stichtag: date, *, cache: bool = True) -> list[Neuheit]:
    """What the rules of transitions say, read anew."""
    from netzint.ablage.gegen.verlauf import find_einstige, read_dazwischen, with_lesbare
    from netzint.ablage.gegen.zurueck import judge_zurueck
    from netzint.ablage.lesen.bestand import locate, read_bestand
    from netzint.regeln.uebergaenge import UEBERGAENGE
    from netzint.regeln.uebergang import Uebergang, judge_uebergang

    alt, neu = (read_bestand(wurzel, stand=which, cache=cache) for which in (basis.commit, stand))
    changed = list_geaenderte(alt, neu)
    if not changed:
        return []
    alt = with_lesbare(wurzel, alt, changed)
    between = read_dazwischen(wurzel, basis)
    added = [pfad for pfad in changed if pfad not in alt.teile]
    einst = find_einstige(wurzel, basis.kopf, added)
    tag = min(between.erster or stichtag, stichtag)
    anders = group_pfade(changed)

    def find(davor: Gelesenes) -> list[Befund]:
        return judge_uebergang(Uebergang(davor.bestand, neu.bestand, tag, einst, anders), UEBERGAENGE)

    befunde = judge_zurueck(wurzel, basis, alt, between.zurueck, stichtag, find)
    return [Neuheit(b, True, tell(alt, neu, b)) for b in locate(befunde, neu.read)]  # noqa: FBT003


def list_geaenderte(alt: Gelesenes, neu: Gelesenes) -> list[str]:
    """The paths of entries that are not the same file, in order."""
    before, after = alt.inhalte(), neu.inhalte()
    return sorted(pfad for pfad in {*before, *after} if not before.get(pfad) or before.get(pfad) != after.get(pfad))


def group_pfade(pfade: list[str]) -> Mapping[str, list[str]]:
    """Kennungen by kind."""
    found: dict[str, list[str]] = defaultdict(list)
    for place in filter(None, map(art_of_pfad, pfade)):
        found[place[0].name].append(place[1])
    return found


def tell(alt: Gelesenes, neu: Gelesenes, befund: Befund) -> tuple[str, ...]:
    """What was changed, in words, where a finding speaks of it."""
    from netzint.berichte.uebergaenge import tell_aenderung

    place = art_of_pfad(befund.pfad)
    if place is None or befund.schwere is Schwere.HINWEIS:
        return ()
    return tell_aenderung(_find(alt, *place), _find(neu, *place), befund.feld)


def _find(gelesen: Gelesenes, art: Art, kennung: str) -> Eintrag | None:
    entry: Eintrag | None = gelesen.bestand.von_art(art.name).get(kennung)
    return entry
