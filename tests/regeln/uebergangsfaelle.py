"""For each rule about two states: a smallest change of the example that only it reports, and what accepts it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tests.regeln.mutation import Mutation, change
from tests.regeln.mutationstexte import fassung


class Fall(NamedTuple):
    """An older state, a newer one, and one in which the change is accounted for."""

    danach: Mutation
    vermerkt: Mutation | None = None
    """Instead of, or with ``vermerk`` beside, what came after."""
    vermerk: tuple[str, str] | None = None
    """A file, and what is added at its end."""
    davor: Mutation = Mutation(())

    def alt(self, dateien: Mapping[str, str]) -> dict[str, str]:
        """The older state."""
        return self.davor.apply(dateien)

    def neu(self, dateien: Mapping[str, str]) -> dict[str, str]:
        """The newer state."""
        return self.danach.apply(self.alt(dateien))

    def angenommen(self, dateien: Mapping[str, str]) -> dict[str, str]:
        """The newer state with its reason."""
        files = self.vermerkt.apply(self.alt(dateien)) if self.vermerkt else self.neu(dateien)
        if self.vermerk:
            files[self.vermerk[0]] += self.vermerk[1]
        return files


def berichtigung(datei: str, zu: str, statt: str, *, weitere: bool = False) -> tuple[str, str]:
    """A Berichtigung at the end of a file."""
    kopf = "" if weitere else "berichtigungen:\n"
    return (
        datei,
        f"{kopf}  - zu: {zu}\n    am: 2026-11-20\n    statt: {statt}\n    grund: |\n      Falsch abgeschrieben.\n",
    )


GO, NETZWERK, UMLAUF = "geschaeftsordnung.yaml", "netzwerk.yaml", "umlaeufe/um-2026-01.yaml"
SG25, SG25_2, SG26_2 = "sitzungen/sg-2025-01.yaml", "sitzungen/sg-2025-02.yaml", "sitzungen/sg-2026-02.yaml"
AGS = "sitzungen/ag-demokratiebildung-sitzung-2026-01.yaml"
BV, HE22 = "beschlussvorlagen/bv-2025-002.yaml", "empfehlungen/he-2022-01.yaml"
BEDARF_4 = "bedarfe/bedarf-2026-04.yaml"
AUSNAHME = "ausnahmen/ausnahme-q301.yaml"
WOHNEN = "themen/thema-wohnen.yaml"
GS = "mitglieder/ministerium-2.yaml"

_MIT_AUSNAHME = change(
    AUSNAHME,
    None,
    "regel: Q301\nfuer: [kommunen-stadt-2]\nbeschluss: sg-2026-01/schwerpunkt-sprachmittlung\nbis: 2027-12-31\n"
    "grund: |\n  Bis zur Wahl.\n",
)
_MIT_LISTE = change(NETZWERK, "beispieldaten: ja", "nicht_mehr_vergeben: [ministerium-9]\nbeispieldaten: ja")
_MASSNAHME = "Förderaufruf für zehn Standorte, Schulung der Mentorinnen, jährlicher Austausch."
_VAKANZEN = """  - kennung: vakanzen
    nummer: "9"
    titel: Unbesetzte Sitze
    weil: der Sitz für die Leitung einer Stadt ist seit dem 1. Mai 2025 unbesetzt
    verlauf: |
      Der Städtetag benennt bis zum Herbst nach.
"""
_STAND = "{am: 2023-02-20, status: in_umsetzung, bis: 2024-06-30, wiedervorlage: 2024-02-01}"
_BERICHTIGT = "    grund: |\n      Zählfehler, bei der Genehmigung der Niederschrift berichtigt.\n"
_AUFTRAG = (
    "Handlungsempfehlungen dazu erarbeiten, wie Kommunen Demokratiebildung und politische Beteiligung von Menschen mit "
    "Einwanderungsgeschichte stärken können."
)
_ENTFALLEN = "entfallen:\n  am: 2026-11-12\n  grund: |\n    Doppelt gemeldet.\n"
_LETZTE_QUELLE = "„Die Sitzungen der Strategiegruppe finden ca. zwei- bis dreimal pro Jahr statt.“\n"
_MANDAT = """mandate:
  - gremium: ag-empowerment
    rolle: leitung
    von: 2021-10
    bis: 2022-07
    ende: {grund: ag_abgeschlossen, am: 2022-07-31}
"""
_NEUE_FASSUNG = (
    fassung("2026-07-01")
    .removeprefix("fassungen:\n")
    .replace(
        "  - gilt_ab: 2026-07-01\n",
        "  - gilt_ab: 2026-07-01\n    beschluss: sg-2026-01/schwerpunkt-sprachmittlung\n",
    )
)

FAELLE: dict[str, Fall] = {
    "N101": Fall(
        change(HE22, "jährlicher Austausch", "Austausch alle zwei Jahre"),
        vermerk=berichtigung(HE22, "fassungen.1", f'{{massnahme: "{_MASSNAHME}"}}'),
    ),
    "N102": Fall(
        change(SG25, "ja: 8\n        nein: 2", "ja: 7\n        nein: 3"),
        vermerk=berichtigung(SG25, "he-2024-03", "{ja: 8, nein: 2}"),
    ),
    "N103": Fall(
        change(
            UMLAUF,
            "{mitglied: staedtetag-1, am: 2026-09-10, stimme: ja}",
            "{mitglied: staedtetag-1, am: 2026-09-10, stimme: nein}",
        ),
        vermerk=berichtigung(UMLAUF, "stimmen.staedtetag-1", "{stimme: ja}"),
    ),
    "N104": Fall(
        change(BV, "Einmalig etwa 15.000 Euro", "Einmalig etwa 25.000 Euro"),
        vermerk=berichtigung(
            BV,
            "finanzielle_auswirkungen",
            '{finanzielle_auswirkungen: "Einmalig etwa 15.000 Euro je Ausländerbehörde, danach laufende Kosten."}',
        ),
    ),
    "N201": Fall(
        change(
            AGS,
            "  - ag-demokratiebildung-08\n  - beauftragte-gemeinde-1\nentschuldigt",
            "  - beauftragte-gemeinde-1\nentschuldigt",
        ),
        vermerk=berichtigung(AGS, "anwesend.ag-demokratiebildung-08", "ag-demokratiebildung-08"),
    ),
    "N202": Fall(
        change(SG25_2, _VAKANZEN, ""),
        vermerk=berichtigung(
            SG25_2,
            "tagesordnung.vakanzen",
            '{kennung: vakanzen, nummer: "9", titel: "Unbesetzte Sitze", weil: "der Sitz für die Leitung einer Stadt '
            'ist seit dem 1. Mai 2025 unbesetzt", verlauf: "Der Städtetag benennt bis zum Herbst nach."}',
            weitere=True,
        ),
    ),
    "N203": Fall(
        Mutation(
            (
                (AGS, "Planspiele zur Kommunalpolitik\n    bezug: [he-2026-03]", "Haushalt der AG"),
                (AGS, "Der Wortlaut steht, die Kosten fehlen noch.", "Das Geld reicht bis zum Sommer."),
            )
        ),
        vermerk=berichtigung(
            AGS,
            "planspiele",
            '{titel: "Planspiele zur Kommunalpolitik", bezug: [he-2026-03], '
            'verlauf: "Der Wortlaut steht, die Kosten fehlen noch."}',
        ),
    ),
    "N204": Fall(
        change(SG25, "Nächste Sitzung am 8. Juli 2025.", "Nächste Sitzung im Sommer 2025."),
        vermerk=berichtigung(SG25, "verschiedenes", '{verlauf: "Nächste Sitzung am 8. Juli 2025."}'),
    ),
    "N205": Fall(
        change(SG25, "versandt: 2025-02-25", "versandt: 2025-02-24"),
        vermerk=berichtigung(SG25, "einladung", "{versandt: 2025-02-25}"),
    ),
    "N206": Fall(
        change(AGS, "datum: 2026-04-15", "datum: 2026-04-16"),
        vermerk=berichtigung(AGS, "datum", "{datum: 2026-04-15}"),
    ),
    "N301": Fall(
        change(HE22, f"      - {_STAND}\n", ""),
        vermerk=berichtigung(HE22, "weiterleitungen.ministerium.stand.1", _STAND),
    ),
    "N302": Fall(
        change(HE22, "{am: 2023-02-14, status: umgesetzt}", "{am: 2023-02-15, status: umgesetzt}"),
        vermerk=berichtigung(HE22, "weiterleitungen.staedtetag.stand.1", "{am: 2023-02-14}"),
    ),
    "N401": Fall(
        change(BEDARF_4, _ENTFALLEN, ""),
        davor=change(BEDARF_4, "am: 2026-11-10}\n", f"am: 2026-11-10}}\n{_ENTFALLEN}"),
        vermerk=berichtigung(BEDARF_4, "entfallen", '{am: 2026-11-12, grund: "Doppelt gemeldet."}'),
    ),
    "N402": Fall(
        Mutation(
            (
                (WOHNEN, "titel: Wohnen nach der vorläufigen Unterbringung", "titel: Plätze in Sprachkursen"),
                (WOHNEN, "aufgenommen: 2026-09-15", "aufgenommen: 2026-09-14"),
            )
        ),
        vermerk=berichtigung(WOHNEN, "kennung", "thema-wohnen"),
    ),
    "N403": Fall(
        Mutation(
            (
                (NETZWERK, "nicht_mehr_vergeben: [ministerium-9]\n", ""),
                ("mitglieder/ministerium-9.yaml", None, "name: Nora Neumann\n"),
            )
        ),
        davor=_MIT_LISTE,
        vermerkt=change("mitglieder/ministerium-10.yaml", None, "name: Nora Neumann\n"),
    ),
    "N404": Fall(
        change(NETZWERK, "nicht_mehr_vergeben: [ministerium-9]\n", ""),
        davor=_MIT_LISTE,
        vermerk=berichtigung(NETZWERK, "nicht_mehr_vergeben", "{nicht_mehr_vergeben: [ministerium-9]}"),
    ),
    "N405": Fall(
        change(BEDARF_4, None, None),
        vermerkt=change(
            BEDARF_4,
            "am: 2026-11-10}\n",
            f"am: 2026-11-10}}\n{_ENTFALLEN}",
        ),
    ),
    "N406": Fall(
        Mutation(((WOHNEN, None, None), ("bedarfe/bedarf-2026-02.yaml", "thema-wohnen", "thema-ehrenamt"))),
        vermerkt=change(WOHNEN, "aufgenommen: 2026-09-15\n", "aufgenommen: 2026-09-15\nbis: 2026-11-20\n"),
    ),
    "N407": Fall(
        change(AUSNAHME, None, None),
        davor=_MIT_AUSNAHME,
        vermerkt=change(
            AUSNAHME,
            "  Bis zur Wahl.\n",
            "  Bis zur Wahl.\nbeendet:\n  zum: 2026-11-22\n  grund: |\n    Nicht mehr gebraucht.\n",
        ),
    ),
    "N501": Fall(
        change("mitglieder/ag-empowerment-01.yaml", _MANDAT, ""),
        vermerk=berichtigung(
            "mitglieder/ag-empowerment-01.yaml",
            "mandate",
            "{mandate: [{gremium: ag-empowerment, rolle: leitung, von: 2021-10, bis: 2022-07, "
            "ende: {grund: ag_abgeschlossen, am: 2022-07-31}}]}",
        ),
    ),
    "N502": Fall(
        change(GS, "von: 2020-06}", "von: 2020-07}"),
        vermerk=berichtigung(GS, "mandate.1", "{von: 2020-06}"),
    ),
    "N503": Fall(
        change(
            "mitglieder/kommunen-stadt-1.yaml", "bis: 2025-04-30                 #", "bis: 2025-04-29                 #"
        ),
        vermerk=berichtigung("mitglieder/kommunen-stadt-1.yaml", "mandate.1", "{bis: 2025-04-30}"),
    ),
    "N601": Fall(
        change(GO, "ladungsfrist: {soll: 14", "ladungsfrist: {soll: 13"),
        vermerk=berichtigung(GO, "fassungen.1.strategiegruppe.ladungsfrist", "{soll: 14}"),
    ),
    "N602": Fall(
        change(GO, _LETZTE_QUELLE, f"{_LETZTE_QUELLE}{_NEUE_FASSUNG}"),
        vermerk=berichtigung(GO, "fassungen.2", "{gilt_ab: fehlte}"),
    ),
    "N603": Fall(
        change(NETZWERK, "erfasst_ab: 2025-01-01", "erfasst_ab: 2025-01-02"),
        vermerk=berichtigung(NETZWERK, "erfasst_ab", "{erfasst_ab: 2025-01-01}"),
    ),
    "N604": Fall(
        change(AUSNAHME, "bis: 2027-12-31", "bis: 2028-12-31"),
        davor=_MIT_AUSNAHME,
        vermerk=berichtigung(AUSNAHME, "bis", "{bis: 2027-12-31}"),
    ),
    "N605": Fall(
        change("arbeitsgruppen/ag-demokratiebildung.yaml", "stärken können", "fördern können"),
        vermerk=berichtigung("arbeitsgruppen/ag-demokratiebildung.yaml", "mandat", f'{{auftrag: "{_AUFTRAG}"}}'),
    ),
    "N701": Fall(
        change(SG25_2, _BERICHTIGT, "    grund: |\n      Zählfehler.\n"),
        vermerk=berichtigung(
            SG25_2,
            "berichtigungen.1",
            "{zu: einsetzung-demokratiebildung, am: 2026-02-24, statt: {ja: 8, nein: 1, enthaltung: 1}, beschluss: "
            '"sg-2026-01/niederschrift", grund: "Zählfehler, bei der Genehmigung der Niederschrift berichtigt."}',
            weitere=True,
        ),
    ),
}
