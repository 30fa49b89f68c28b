"""Handlungsempfehlungen: what an AG hands in, how it was voted on, where it went, what came of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from netzint.recht.siegel import siegel
from tests.leistung.gruppen import Gruppe
from tests.leistung.texte import FELDER, ZIELGRUPPEN, block, saetze, tage
from tests.leistung.welt import STICHTAG, Welt

if TYPE_CHECKING:
    from netzint.modell.empfehlung import Empfehlungsfassung

RUECKMELDUNG = 84


class Adressat(NamedTuple):
    """To whom an Empfehlung goes."""

    stelle: str
    rolle: str
    frist: date | None


class Wortlaut(NamedTuple):
    """What a Siegel covers, under the names that the Siegel asks for."""

    wortlaut: str
    massnahme: str
    pruefbar: str
    adressaten: tuple[Adressat, ...]

    def siegel(self) -> str:
        """Its Siegel, by the one function that makes them."""
        return siegel(cast("Empfehlungsfassung", self))

    def to_text(self, nr: int, vom: date, eingereicht: date | None) -> str:
        """As it stands in the file."""
        text = f"  - nr: {nr}\n    vom: {vom}\n" + (f"    eingereicht: {eingereicht}\n" if eingereicht else "")
        for feld, prosa in (("wortlaut", self.wortlaut), ("massnahme", self.massnahme)):
            text += f"    {feld}: |\n" + "".join(f"      {zeile}\n" for zeile in prosa.splitlines())
        text += f"    pruefbar: {self.pruefbar}\n    adressaten:\n"
        for stelle, rolle, frist in self.adressaten:
            until = f", frist: {frist}" if frist else ""
            text += f"      - {{stelle: {stelle}, rolle: {rolle}{until}}}\n"
        return text


class Empfehlung(NamedTuple):
    """One Empfehlung on its way."""

    kennung: str
    titel: str
    fassungen: tuple[Wortlaut, ...]


class Einreichung(NamedTuple):
    """What an AG hands in together: it is voted on in one motion."""

    gruppe: Gruppe
    empfehlungen: tuple[Empfehlung, ...]
    sitzung: int
    """Before which Sitzung, by its place in the calendar; one too many: the next one."""
    vom: date
    eingereicht: date | None
    ergebnis: str
    """``vertagt`` and ``zurueckverwiesen`` are followed by ``angenommen`` in the next Sitzung."""


def plan_einreichungen(welt: Welt, gruppen: list[Gruppe]) -> list[Einreichung]:
    """All Empfehlungen, in groups of one to four, spread over the AGs and the Sitzungen of their time."""
    found, offen, nr = [], welt.mischung.empfehlungen, 0
    while offen > 0:
        gruppe = gruppen[nr % len(gruppen)]
        anzahl = min(offen, 1 + nr * 7 % 4)
        offen -= anzahl
        found.append(_hand_in(welt, gruppe, anzahl, nr))
        nr += 1
    return found


def _hand_in(welt: Welt, gruppe: Gruppe, anzahl: int, nr: int) -> Einreichung:
    zufall, termine = welt.zufall, welt.termine
    letzte = gruppe.abgeschlossen if gruppe.abgeschlossen is not None else len(termine)
    j = zufall.randint(gruppe.eingesetzt + 1, letzte)
    vorher = max(gruppe.von, tage(termine[j - 1].tag, 10))
    eingereicht: date | None
    if j < len(termine):
        eingereicht = handed = tage(termine[j].tag, -30)
        vom = welt.tag_zwischen(vorher, tage(handed, -1)) if vorher < handed else handed
        outcome = _ergebnis(zufall.random()) if anzahl == 1 and j < letzte else "angenommen"
        if outcome in {"vertagt", "zurueckverwiesen"} and j + 1 >= len(termine):
            outcome = "angenommen"
    else:
        vom, outcome = tage(STICHTAG, -9), ""
        eingereicht = tage(STICHTAG, -2) if nr % 3 else None
    empfehlungen = tuple(_new(welt, vom, outcome) for _ in range(anzahl))
    return Einreichung(gruppe, empfehlungen, j, vom, eingereicht, outcome)


def _ergebnis(wuerfel: float) -> str:
    grenzen = ((0.1, "abgelehnt"), (0.2, "vertagt"), (0.3, "zurueckverwiesen"), (0.45, "geaendert_angenommen"))
    return next((wert for grenze, wert in grenzen if wuerfel < grenze), "angenommen")


def _new(welt: Welt, vom: date, ergebnis: str) -> Empfehlung:
    zufall = welt.zufall
    stellen = zufall.sample(welt.stellen, k=min(len(welt.stellen), zufall.randint(1, 3)))
    adressaten = tuple(
        Adressat(stelle, "beteiligt" if i else "federfuehrend", None if i else tage(vom, 900))
        for i, stelle in enumerate(stellen)
    )
    zwei = ergebnis in {"zurueckverwiesen", "geaendert_angenommen"}
    fassungen = tuple(
        Wortlaut(
            "\n".join(zufall.choices(saetze(), k=2)) + "\n",
            "\n".join(zufall.choices(saetze(), k=2)) + "\n",
            f"Zahl der Stellen mit Angebot, Zählung {zufall.randrange(1000)}",
            adressaten,
        )
        for _ in range(2 if zwei else 1)
    )
    titel = f"{zufall.choice(FELDER)} für {zufall.choice(ZIELGRUPPEN)}"
    return Empfehlung(welt.nummer("he", vom.year), titel, fassungen)


def write_empfehlungen(welt: Welt, einreichung: Einreichung, beschlossen: date | None) -> None:
    """The files of what was handed in; ``beschlossen`` is the day of the vote that accepted it."""
    for nr, empfehlung in enumerate(einreichung.empfehlungen):
        text = f"titel: {empfehlung.titel}\narbeitsgruppe: {einreichung.gruppe.kennung}\n"
        text += f"ziele: [{welt.zufall.choice(welt.ziele)}]\nbegruendung: {block(welt.zufall, 2)}fassungen:\n"
        text += empfehlung.fassungen[0].to_text(1, einreichung.vom, einreichung.eingereicht)
        if len(empfehlung.fassungen) > 1:
            text += empfehlung.fassungen[1].to_text(2, *_second(welt, einreichung))
        if beschlossen is not None:
            adressaten = empfehlung.fassungen[-1].adressaten
            text += "weiterleitungen:\n" + "".join(_forward(welt, a, tage(beschlossen, 14), nr) for a in adressaten)
        welt.write("empfehlungen", empfehlung.kennung, text)


def _second(welt: Welt, einreichung: Einreichung) -> tuple[date, date | None]:
    """The days of the second wording: made in the Sitzung itself, or handed in anew."""
    am = welt.termine[einreichung.sitzung].tag
    return (am, None) if einreichung.ergebnis == "geaendert_angenommen" else (tage(am, 20), tage(am, 40))


def _forward(welt: Welt, adressat: Adressat, am: date, nr: int) -> str:
    text = f"  - stelle: {adressat.stelle}\n    am: {am}\n    antwort_bis: {tage(am, RUECKMELDUNG)}\n"
    meldungen = [tag for tag in (tage(am, 60), tage(am, 280), tage(am, 600)) if tag < STICHTAG]
    if not meldungen:
        return text
    text += "    stand:\n"
    for i, tag in enumerate(meldungen):
        text += _stand(welt, tag, i, nr, last=i == len(meldungen) - 1)
    return text


def _stand(welt: Welt, tag: date, stufe: int, nr: int, *, last: bool) -> str:
    again = f", wiedervorlage: {tage(STICHTAG, 40 + nr * 11 % 200) if last else tage(tag, 180)}"
    if stufe == 0:
        return f"      - {{am: {tag}, status: in_umsetzung, bis: {tage(tag, 500)}{again}}}\n"
    if stufe == 1:
        return f"      - {{am: {tag}, status: teilweise{again}}}\n"
    if nr % 3 == 0:
        return f"      - am: {tag}\n        status: nicht_aufgegriffen\n        grund: {block(welt.zufall, 1, 10)}"
    link = f"        nachweis: {{betrag_eur: {1000 * (nr + 3)}, am: {tage(tag, -9)}}}\n"
    return f"      - am: {tag}\n        status: erledigt\n        vermerk: {block(welt.zufall, 1, 10)}{link}"
