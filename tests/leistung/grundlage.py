"""The two single files, Veranstaltungen, and the Bedarfe that fill up to the number asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.bau import fassung
from tests.leistung.texte import FELDER, ZIELGRUPPEN, block, tage
from tests.leistung.welt import STICHTAG, Welt

_NETZWERK = """\
format: 1
name: Netzwerk Beispiel
gegruendet: 2020-06
erfasst_ab: {ab_jahr}-01-01
geschaeftsstelle:
  name: Geschäftsstelle des Netzwerks Beispiel
  anschrift: |
    Beispielstraße 1
    70000 Beispielstadt
  e_mail: geschaeftsstelle@netzwerk.example
beispieldaten: ja
"""


def write_grundlage(welt: Welt) -> None:
    """The network and one Fassung of the Geschäftsordnung."""
    welt.write("", "netzwerk", _NETZWERK.format(ab_jahr=welt.mischung.ab_jahr))
    welt.write("", "geschaeftsordnung", "fassungen:\n" + _render([fassung()], 2))


def _render(wert: dict[str, Any] | list[Any], einzug: int) -> str:
    """Plain data in block style."""
    rand, text = " " * einzug, ""
    if isinstance(wert, list):
        for item in wert:
            text += f"{rand}- {_render(item, einzug + 2).lstrip()}" if isinstance(item, dict) else f"{rand}- {item}\n"
        return text
    for key, item in wert.items():
        text += (
            f"{rand}{key}:\n{_render(item, einzug + 2)}" if isinstance(item, dict | list) else f"{rand}{key}: {item}\n"
        )
    return text


def write_veranstaltungen(welt: Welt) -> None:
    """Fachtage and the like, over the years."""
    von = date(welt.mischung.ab_jahr, 2, 1)
    for _ in range(welt.mischung.veranstaltungen):
        tag = welt.tag_zwischen(von, tage(STICHTAG, 120))
        text = f"titel: {welt.zufall.choice(FELDER)} vor Ort\nart: Fachtag\ndatum: {tag}\n"
        text += f'beginn: "09:30"\nende: "16:00"\nort: Bürgersaal\nprogramm: {block(welt.zufall, 4)}'
        welt.write("veranstaltungen", welt.nummer("va", tag.year), text)


def fill_with_bedarfe(welt: Welt) -> None:
    """As many Bedarfe as are missing: nearly all under a Thema, older ones settled."""
    von = date(welt.mischung.ab_jahr, 1, 10)
    for _ in range(welt.mischung.dateien - len(welt.dateien)):
        _write_bedarf(welt, welt.tag_zwischen(von, STICHTAG))


def _write_bedarf(welt: Welt, tag: date) -> None:
    zufall, age = welt.zufall, (STICHTAG - tag).days
    text = f"titel: {zufall.choice(FELDER)} für {zufall.choice(ZIELGRUPPEN)}\n"
    text += f"beschreibung: {block(zufall, zufall.randint(3, 9))}"
    text += f"gemeldet: {{von: {zufall.choice(welt.stellen)}, am: {tag}}}\n"
    if age > 90 and zufall.random() < 0.99:
        text += f"zugeordnet: {{thema: {zufall.choice(welt.themen)}, am: {tage(tag, 40)}}}\n"
        if age > 300:
            text += f"erledigt:\n  am: {tage(tag, 250)}\n  art: aufgegriffen\n  grund: {block(zufall, 2, 4)}"
    welt.write("bedarfe", welt.nummer("bedarf", tag.year), text)
