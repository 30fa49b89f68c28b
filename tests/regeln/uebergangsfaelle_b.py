"""The same for what was reported, aimed at, held and handed in, and second ways of breaking a rule."""

from __future__ import annotations

from tests.regeln.mutation import Mutation, change
from tests.regeln.uebergangsfaelle import GO, NETZWERK, SG25, SG25_2, Fall, berichtigung

BEDARF, ZIEL = "bedarfe/bedarf-2025-01.yaml", "ziele/ziel-zugang.yaml"
ZIEL_MIT_BESCHLUSS = "ziele/ziel-verstaendigung.yaml"
SCHWERPUNKT, FACHTAG = "themen/thema-sprachmittlung.yaml", "veranstaltungen/va-2025-01.yaml"
FACHTAG_27, AG = "veranstaltungen/va-2027-01.yaml", "arbeitsgruppen/ag-huerdenabbau.yaml"
LANDRAETIN, DORF = "mitglieder/kommunen-landkreis-2.yaml", "stellen/gemeinde-modellbach.yaml"
HE, BV = "empfehlungen/he-2026-05.yaml", "beschlussvorlagen/bv-2025-001.yaml"
_WORTLAUT = "Wer neu im Land ist, findet die zuständige Stelle beim ersten Versuch und versteht, was sie schreibt."
_ERLEDIGT = (
    "erledigt:\n  am: 2025-07-08\n  art: aufgegriffen\n  grund: |\n"
    "    Die Strategiegruppe hat dazu eine Arbeitsgruppe eingesetzt.\n"
)
_FRUEHER = f"frueher:\n  - beschreibung: |\n      {_WORTLAUT}\n    bis: 2026-11-19\n"
_EIN_BESCHLUSS = """    beschluesse:
      - kennung: verschiedenes
        antrag:
          art: sonstiges
          wortlaut: |
            Das Netzwerk bekommt ein neues Zeichen.
        ja: 11
        nein: 0
        enthaltung: 0
        ergebnis: angenommen
"""
_ENDE = "      Nächste Sitzung am 8. Juli 2025.\n"

WEITERE: dict[str, Fall] = {
    "N504": Fall(
        change(LANDRAETIN, "von: 2021-03-01", "von: 2021-04-01"),
        vermerk=berichtigung(LANDRAETIN, "aemter.1", "{von: 2021-03-01}"),
    ),
    "N505": Fall(
        change(DORF, 'ags: "08998001"', 'ags: "08998009"'),
        vermerk=berichtigung(DORF, "ags", '{ags: "08998001"}'),
    ),
    "N606": Fall(
        change(AG, "vom: 2025-06-12", "vom: 2025-06-13"),
        vermerk=berichtigung(AG, "berichte.1", "{vom: 2025-06-12}"),
    ),
    "N801": Fall(
        change(BEDARF, _ERLEDIGT, ""),
        vermerk=berichtigung(
            BEDARF,
            "erledigt",
            '{am: 2025-07-08, art: aufgegriffen, grund: "Die Strategiegruppe hat dazu eine Arbeitsgruppe eingesetzt."}',
        ),
    ),
    "N802": Fall(
        change(ZIEL, "beim ersten Versuch", "beim zweiten Versuch"),
        vermerk=("ziele/ziel-zugang.yaml", _FRUEHER),
    ),
    "N803": Fall(
        change(SCHWERPUNKT, "{ab: 2026-02-24,", "{ab: 2026-02-25,"),
        vermerk=berichtigung(SCHWERPUNKT, "schwerpunkt", "{ab: 2026-02-24}"),
    ),
    "N804": Fall(
        change(FACHTAG, "datum: 2025-10-14", "datum: 2025-10-15"),
        vermerk=berichtigung(FACHTAG, "datum", "{datum: 2025-10-14}"),
    ),
}
"""One for each rule, as in the other table."""

ANDERE: tuple[tuple[str, str, Fall], ...] = (
    (
        "N701", "nur eine Angabe einer Berichtigung ist anders, und vermerkt ist nur diese",
        Fall(
            change(SG25_2, "    grund: |\n      Zählfehler, ", "    grund: |\n      Hörfehler, "),
            vermerk=berichtigung(
                SG25_2, "berichtigungen.1",
                '{grund: "Zählfehler, bei der Genehmigung der Niederschrift berichtigt."}', weitere=True,
            ),
        ),
    ),
    (
        "N102", "ein Beschluss kommt in einer abgeschlossenen Sitzung dazu",
        Fall(
            change(SG25, _ENDE, _ENDE + _EIN_BESCHLUSS),
            vermerk=berichtigung(SG25, "tagesordnung.verschiedenes.beschluesse.verschiedenes", "fehlte"),
        ),
    ),
    (
        "N104", "in der Beratungsfolge einer entschiedenen Vorlage steht etwas anderes",
        Fall(
            change(BV, "ergebnis: zustimmung", "ergebnis: ablehnung"),
            vermerk=berichtigung(BV, "beratungsfolge.1", "{ergebnis: zustimmung}"),
        ),
    ),
    (
        "N104", "eine entschiedene Beschlussvorlage ist auf einmal entfallen",
        Fall(
            change(BV, "der Städte.\n", "der Städte.\nentfallen: {am: 2026-11-20, grund: Doppelt.}\n"),
            vermerk=berichtigung(BV, "entfallen", "fehlte"),
        ),
    ),
    (
        "N302", "eine eingereichte Empfehlung kommt auf einmal von einer anderen AG",
        Fall(
            change(HE, "arbeitsgruppe: ag-demokratiebildung", "arbeitsgruppe: ag-empowerment"),
            vermerk=berichtigung(HE, "arbeitsgruppe", "{arbeitsgruppe: ag-demokratiebildung}"),
        ),
    ),
    (
        "N603", "alles soll nicht mehr erfunden sein",
        Fall(
            change(NETZWERK, "beispieldaten: ja", "beispieldaten: nein"),
            vermerk=berichtigung(NETZWERK, "beispieldaten", "{beispieldaten: ja}"),
        ),
    ),
    (
        "N802", "ein Ziel beruht auf einmal auf einem anderen Beschluss",
        Fall(
            change(ZIEL_MIT_BESCHLUSS, "sg-2026-01/ziel-verstaendigung", "sg-2026-01/schwerpunkt-sprachmittlung"),
            vermerk=berichtigung(ZIEL_MIT_BESCHLUSS, "beschluss", "{beschluss: sg-2026-01/ziel-verstaendigung}"),
        ),
    ),
    (
        "N804", "eine kommende Veranstaltung hat ohne Verlegung einen anderen Tag",
        Fall(
            change(FACHTAG_27, "datum: 2027-03-11", "datum: 2027-03-12"),
            vermerk=(FACHTAG_27, "verlegt:\n  - {von: 2027-03-11, am: 2026-11-20}\n"),
        ),
    ),
)  # fmt: skip
"""Second ways of breaking a rule: its code, what happens, and the case. What else one state shows is left aside."""

ERLAUBT: tuple[tuple[str, Mutation], ...] = (
    ("ein offener Bedarf kommt zu einem anderen Thema",
     change("bedarfe/bedarf-2026-02.yaml", "thema: thema-wohnen", "thema: thema-anerkennung")),
    ("ein Bedarf wird erledigt",
     change("bedarfe/bedarf-2026-04.yaml", "-10}\n", "-10}\nerledigt: {am: 2026-11-20, art: erledigt}\n")),
    ("ein Bedarf wird besser beschrieben", change(BEDARF, "Einwohnerversammlung, Petition", "Petition")),
    ("ein Ziel bekommt seinen Beschluss nachgetragen",
     change(ZIEL, "ab: 2020-11\n", "ab: 2020-11\nbeschluss: sg-2026-01/ziel-verstaendigung\n")),
    ("ein Ziel heißt anders", change(ZIEL, "titel: Zugang", "titel: Guter Zugang")),
    ("ein Thema wird nicht weiter verfolgt",
     change("themen/thema-anerkennung.yaml", "aufgenommen:", "bis: 2026-11-20\naufgenommen:")),
    ("eine kommende Veranstaltung wird abgesagt",
     Mutation(((FACHTAG_27, "arbeitsgruppen:", "abgesagt: {am: 2026-11-20, grund: Keine Räume.}\narbeitsgruppen:"),))),
    ("ein Amt endet, das noch lief",
     change(LANDRAETIN, "    funktion: Landrätin\n", "    funktion: Landrätin\n    bis: 2026-10-31\n")),
    ("eine Gemeinde wird zur Stadt",
     change(DORF, "art: gemeinde\n", "art: stadt\nfrueher:\n  - {art: gemeinde, bis: 2026-10-31}\n")),
    ("die AG eines Entwurfs ist eine andere",
     change("empfehlungen/he-2026-07.yaml", "arbeitsgruppe: ag-demokratiebildung", "arbeitsgruppe: ag-empowerment")),
    ("eine Quelle der Geschäftsordnung wird genauer",
     change(GO, "„Die Sitzungen der Strategiegruppe finden", "S. 1: „Die Sitzungen der Strategiegruppe finden")),
)  # fmt: skip
"""What may change at any time: no rule about two states says anything."""
