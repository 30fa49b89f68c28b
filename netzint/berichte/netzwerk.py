"""What is known of the network itself."""

from __future__ import annotations

from datetime import date

from netzint.berichte import barrierefreiheit
from netzint.berichte.tabelle import Bericht, Tabelle
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import aufzaehlung, datum
from netzint.modell.typen import Monatstag

_AENDERN = ("netzint netzwerk aendern --help", "Name, Anschrift, Adresse oder Telefon der Geschäftsstelle ändern")


def zeigen(bestand: Bestand, stichtag: date) -> Bericht:
    """Name, office, and since when there is something to record; what netzint sets itself is named as such."""
    netzwerk = bestand.netzwerk
    schema, spalten = (
        "netzint.netzwerk/1",
        (("name", "Was"), ("wert", "Wert"), ("option", "Ändern mit"), ("feld", "Angabe")),
    )
    titel = f"Netzwerk am {datum(stichtag)}"
    if netzwerk is None:
        leer = Tabelle("angaben", "Angaben", spalten, (), "nicht eingetragen", verborgen=("feld",))
        return Bericht(
            schema,
            titel,
            ("Die Angaben zum Netzwerk fehlen oder sind nicht lesbar.",),
            (leer, *barrierefreiheit.tabellen(None)),
        )
    office, founded = netzwerk.geschaeftsstelle, netzwerk.gegruendet
    rows = (
        ("Name", netzwerk.name, "--name", "name"),
        ("Gegründet", str(founded) if isinstance(founded, Monatstag) else datum(founded), "--gegruendet", "gegruendet"),
        ("Alles erfasst ab", datum(netzwerk.erfasst_ab), "--erfasst-ab", "erfasst_ab"),
        ("Geschäftsstelle", office.name, "--geschaeftsstelle", "geschaeftsstelle.name"),
        ("Anschrift", ", ".join(office.anschrift.split("\n")).strip(", "), "--anschrift", "geschaeftsstelle.anschrift"),
        ("E-Mail", office.e_mail, "--e-mail", "geschaeftsstelle.e_mail"),
        ("Telefon", office.telefon, "--telefon", "geschaeftsstelle.telefon"),
        ("Dateien je Schreiben", ", ".join(netzwerk.formate) or None, "--formate", "formate"),
        ("Beispieldaten", "ja" if netzwerk.beispieldaten else "nein", "--beispieldaten", "beispieldaten"),
        ("Format der Daten", str(netzwerk.format), None, "format"),
        ("Kennung der Kalender", netzwerk.kalenderdomain, None, "kalenderdomain"),
        ("Nicht mehr vergeben", aufzaehlung(netzwerk.nicht_mehr_vergeben) or None, None, "nicht_mehr_vergeben"),
    )
    tabelle = Tabelle("angaben", "Angaben", spalten, rows, verborgen=("feld",))
    satz = "Was keine Option hat, setzt netzint selbst."
    return Bericht(
        schema, titel, (satz,), (tabelle, *barrierefreiheit.tabellen(netzwerk)), (_AENDERN, barrierefreiheit.AENDERN)
    )
