"""Three trees become one: field by field, item by item, comment by comment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netzint.ablage.zusammenfuehren import klammern, punkte
from netzint.ablage.zusammenfuehren.baum import (
    Block,
    Glied,
    Kind,
    Klammer,
    Knoten,
    Offen,
    OffeneProsa,
    OffeneZeilen,
    Prosa,
    UneinsFehler,
    Zeile,
    Zeilen,
    list_kommentare,
    to_wert,
)
from netzint.ablage.zusammenfuehren.ergebnis import Konflikt
from netzint.ablage.zusammenfuehren.ordnung import Ordnung
from netzint.ablage.zusammenfuehren.paare import identify, list_kinder, name_kind
from netzint.ablage.zusammenfuehren.reihenfolge import merge_folge
from netzint.ablage.zusammenfuehren.satz import render_einzeln
from netzint.ablage.zusammenfuehren.zeilen import merge_zeilen, split_zeilenweise

Weg = tuple[str, ...]
_MARKE = "geteilt"
_PROSA = ("kopf", "stufe", "ende")


class Abgleich:
    """One merge; ``konflikte`` grows on the way."""

    def __init__(self, ordnung: Ordnung) -> None:
        self.konflikte: list[Konflikt] = []
        self._ordnung = ordnung

    def merge(self, basis: Block | None, unser: Block, ihr: Block) -> Block:
        """The tree of the whole file. Raises UneinsFehler if it can only be decided as a whole."""
        (b_kopf, b), (u_kopf, u), (i_kopf, i) = map(_split_kopf, (basis, unser, ihr))
        merged = self._behaelter(b, u, i, ())
        if not isinstance(merged, Block) or not merged.kinder or (basis is None and self.konflikte):
            raise UneinsFehler
        kopf = self._zeilen(b_kopf, u_kopf, i_kopf, ())
        if basis is None and self.konflikte:
            raise UneinsFehler
        erstes, *rest = merged.kinder
        # Where the first key went, what stood above the next one is part of the head already.
        davor = (*kopf, *(zeile for zeile in erstes.davor if zeile not in kopf or zeile == Zeile("")))
        return merged._replace(kinder=(erstes._replace(davor=davor), *rest))

    def _kind(self, basis: Any, unser: Any, ihr: Any, weg: Weg) -> Any:
        """One child from its three states, each None if it is not there; None: it goes."""
        if unser == ihr or basis == ihr:
            return unser
        if basis == unser:
            return ihr
        if unser is None or ihr is None:
            return self._one_sided(basis, unser, ihr, weg)
        before = len(self.konflikte)
        try:
            merged = self._both(basis, unser, ihr, weg)
        except UneinsFehler:
            merged = _MARKE
        new_mapping = basis is None and getattr(unser.knoten, "art", "") == "zuordnung"
        if merged == _MARKE or (new_mapping and len(self.konflikte) > before):
            del self.konflikte[before:]
            return self._leave_open(basis, unser, ihr, weg)
        return merged

    def _one_sided(self, basis: Any, unser: Any, ihr: Any, weg: Weg) -> Any:
        there = unser or ihr
        if basis is None:
            return there
        untouched = to_wert(there.knoten) == to_wert(basis.knoten)
        comments = list_kommentare(basis)
        if untouched and all(text in comments for text in list_kommentare(there)):
            return None
        return self._leave_open(basis, unser, ihr, weg)

    def _leave_open(self, basis: Any, unser: Any, ihr: Any, weg: Weg) -> Offen:
        self.konflikte.append(Konflikt(weg, *(render_einzeln(kind) for kind in (basis, unser, ihr))))
        davor: Zeilen = ()
        if all(isinstance(kind, Kind) for kind in (unser, ihr)):
            davor = self._zeilen(basis.davor if basis else (), unser.davor, ihr.davor, weg)
            basis, unser, ihr = (kind and kind._replace(davor=()) for kind in (basis, unser, ihr))
        return Offen((unser or ihr).name, davor, unser, basis, ihr)

    def _both(self, basis: Any, unser: Any, ihr: Any, weg: Weg) -> Any:
        """A child that both sides have and at least one has changed in some part."""
        knoten = self._knoten(basis.knoten if basis else None, unser.knoten, ihr.knoten, weg)
        if knoten is None:  # both together have emptied it
            known = list_kommentare(basis)
            if any(text not in known for seite in (unser, ihr) for text in list_kommentare(seite)):
                raise UneinsFehler
            return None
        if isinstance(unser, Glied):
            return klammern.merge_glied(basis, unser, ihr, knoten)
        kopf = _pick(basis and basis.kopf, unser.kopf, ihr.kopf)
        danach = _merge_danach(basis.danach if basis else "", unser.danach, ihr.danach)
        davor = self._zeilen(basis.davor if basis else (), unser.davor, ihr.davor, weg)
        return Kind(unser.name, davor, kopf, knoten, danach)

    def _knoten(self, basis: Knoten | None, unser: Knoten, ihr: Knoten, weg: Weg) -> Knoten | None:
        if unser == ihr or basis == ihr:
            return unser
        if basis == unser:
            return ihr
        if _is_behaelter(unser, ihr) and (basis is None or _is_behaelter(basis, unser)):
            return self._behaelter(basis, unser, ihr, weg)
        links, rechts = to_wert(unser), to_wert(ihr)
        if links == rechts:
            return unser
        if basis is not None and to_wert(basis) in (links, rechts):
            return ihr if to_wert(basis) == links else unser
        if isinstance(basis, Prosa) and isinstance(unser, Prosa) and isinstance(ihr, Prosa):
            return self._prosa(basis, unser, ihr, weg)
        raise UneinsFehler

    def _behaelter(self, basis: Any, unser: Any, ihr: Any, weg: Weg) -> Block | Klammer | None:
        basis, unser, ihr = klammern.align_form(basis, unser, ihr)
        seiten = (basis, unser, ihr)
        alt, links, rechts = identify(*seiten, weg[-1] if weg else "")
        by_id = [
            dict(zip(ids, list_kinder(s), strict=True)) for ids, s in zip((alt, links, rechts), seiten, strict=True)
        ]
        folge = merge_folge(alt, links, rechts, lambda lauf: self._rang(lauf, by_id, unser.art, weg))
        if not folge.einig and unser.art == "liste":
            raise UneinsFehler
        kinder: list[Any] = []
        for key in folge.namen:
            b, u, i = (seite.get(key) for seite in by_id)
            kind = self._kind(b, u, i, (*weg, name_kind(key, (u, i, b))))
            if kind is not None:
                kinder.append(kind._replace(name=len(kinder)) if unser.art == "liste" else kind)
        if not kinder and (unser.kinder or ihr.kinder):
            return None
        if isinstance(unser, Klammer):
            return klammern.put_together(basis, unser, ihr, kinder)
        fuss = self._zeilen(basis.fuss if basis else (), unser.fuss, ihr.fuss, weg)
        einzug = _pick(basis and basis.einzug, unser.einzug, ihr.einzug)
        return Block(unser.art, einzug, tuple(kinder), fuss, unser.angehaengt)

    def _rang(self, lauf: list[Any], by_id: list[dict[Any, Any]], art: str, weg: Weg) -> list[Any] | None:
        """How additions of both sides to one place are ordered."""
        if art == "zuordnung":
            order = {name: nr for nr, name in enumerate(self._ordnung.keys(weg))}
            return [order.get(name, len(order)) for name in lauf]
        kinder = [by_id[1].get(key) or by_id[2][key] for key in lauf]
        return punkte.zeitfolge([to_wert(kind.knoten) for kind in kinder])

    def _zeilen(self, basis: Zeilen, unser: Zeilen, ihr: Zeilen, weg: Weg) -> Zeilen:
        """Comments and empty lines."""
        if unser == ihr or basis == ihr:
            return unser
        if basis == unser:
            return ihr
        found: list[Zeile | OffeneZeilen] = []
        for part in merge_zeilen(basis, unser, ihr):
            for abschnitt in split_zeilenweise(part) if part.ist_offen else [part]:
                links, b, rechts = (tuple(line for line in seite if isinstance(line, Zeile)) for seite in abschnitt)
                gewaehlt = _choose_zeilen(b, links, rechts)
                if gewaehlt is None:
                    self.konflikte.append(Konflikt((*weg, "Kommentar"), *map(_join, (b, links, rechts))))
                    found.append(OffeneZeilen(links, b, rechts))
                else:
                    found += gewaehlt
        return tuple(found)

    def _prosa(self, basis: Prosa, unser: Prosa, ihr: Prosa, weg: Weg) -> Prosa:
        """A text by its lines."""
        seiten = [prosa.zeilen for prosa in (basis, unser, ihr)]
        teile = list(merge_zeilen(*seiten))
        if all(part.ist_offen for part in teile):
            raise UneinsFehler
        lines: list[str | OffeneProsa] = []
        for part in teile:
            links, b, rechts = (tuple(str(line) for line in seite) for seite in part)
            if part.ist_offen:
                self.konflikte.append(Konflikt(weg, "\n".join(b), "\n".join(links), "\n".join(rechts)))
                lines.append(OffeneProsa(links, b, rechts))
            else:
                lines += rechts if links == b else links
        kopf, stufe, ende = (_pick(*(getattr(prosa, name) for prosa in (basis, unser, ihr))) for name in _PROSA)
        return Prosa(kopf, stufe, tuple(lines), ende)


def _split_kopf(block: Block | None) -> tuple[Zeilen, Block | None]:
    """The comments at the head of a file belong to all of it: they stay there whatever becomes of its first key."""
    if block is None:
        return (), None
    erstes, *rest = block.kinder
    return erstes.davor, block._replace(kinder=(erstes._replace(davor=()), *rest))


def _is_behaelter(erstes: Knoten, zweites: Knoten) -> bool:
    return isinstance(erstes, Block | Klammer) and isinstance(zweites, Block | Klammer) and erstes.art == zweites.art


def _pick(basis: Any, unser: Any, ihr: Any) -> Any:
    """Of small things that may differ without a word: theirs if we have not touched it."""
    return ihr if unser == basis else unser


def _merge_danach(basis: str, unser: str, ihr: str) -> str:
    """The comment behind a value; its column goes with it."""
    b, links, rechts = basis.strip(), unser.strip(), ihr.strip()
    if links == rechts or b == rechts:
        return unser
    if b == links:
        return ihr
    raise UneinsFehler


def _choose_zeilen(basis: Sequence[Zeile], unser: Sequence[Zeile], ihr: Sequence[Zeile]) -> Sequence[Zeile] | None:
    if unser == ihr or basis == ihr:
        return unser
    if basis == unser:
        return ihr
    b, links, rechts = ([line.text.strip() for line in seite if line.text.strip()] for seite in (basis, unser, ihr))
    if links == rechts or b == rechts:
        return unser
    if b == links:
        return ihr
    for mehr, weniger, lines in ((links, rechts, unser), (rechts, links, ihr)):
        if {*weniger} <= {*mehr}:  # what one side took out stays out, though the other has put something beside it
            return [line for line in lines if line.text.strip() not in {*b} - {*weniger}]
    return None


def _join(zeilen: Sequence[Zeile]) -> str:
    return "\n".join(zeile.text for zeile in zeilen)
