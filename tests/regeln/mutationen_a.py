"""For each rule of the families K, G, Q, A and T: a smallest change of ``daten/`` that makes exactly it appear."""

from __future__ import annotations

from tests.regeln.mutation import Mutation, change
from tests.regeln.mutationstexte import (
    MANDAT_B,
    SITZ_B,
    SITZ_C,
    ZIELANTRAG,
    bedarf,
    fassung,
    geaendert,
    mitglied,
    sitz,
)

GO = "geschaeftsordnung.yaml"
NETZWERK = "netzwerk.yaml"
AG = "arbeitsgruppen/ag-demokratiebildung.yaml"
HUERDENABBAU = "arbeitsgruppen/ag-huerdenabbau.yaml"
EMPOWERMENT = "arbeitsgruppen/ag-empowerment.yaml"
ABSCHLUSS = "abschluss:\n  am: 2022-07\n  grund: |\n    Auftrag erfüllt, Empfehlungen vorgelegt.\n"

_B_ENDET = (
    "mitglieder/ministerium-2.yaml",
    "von: 2020-06}",
    "von: 2020-06, bis: 2026-11-15, ende: {grund: verstorben, am: 2026-11-15}}",
)

_OHNE_AGS = tuple(
    (f"stellen/{stelle}.yaml", f'ags: "{ags}"', "# ags:")
    for stelle, ags in (
        ("gemeinde-altmuster", "08999004"),
        ("gemeinde-modellbach", "08998001"),
        ("gemeinde-musterdorf", "08999003"),
        ("landkreis-modellgau", "08999"),
        ("landkreis-musterland", "08998"),
        ("stadt-modellingen", "08999002"),
        ("stadt-musterhausen", "08998002"),
        ("stadt-musterstadt", "08999001"),
    )
)
_ECHT = (NETZWERK, "beispieldaten: ja", "beispieldaten: nein")


GILT_AB = "  - gilt_ab: 2020-06-01\n"
_SPAETER = (GO, GILT_AB, "  - gilt_ab: 2020-06-02\n")


_KENNUNGEN = {
    "K101": change("bedarfe/bedarf-2025-03.yaml", "von: gemeinde-modellbach", "von: gemeinde-modelbach"),
    "K207": change("netzwerk.yaml", "beispieldaten: ja", "nicht_mehr_vergeben: [gs-1]\nbeispieldaten: ja"),
    "K102": change("sitzungen/sg-2025-02.yaml", "bezug: [va-2025-01]", "bezug: [va-2025-09]"),
    "K201": change("bedarfe/bedarf-2026.yaml", None, bedarf()),
    "K202": change("stellen/ag-empowerment-01.yaml", None, "name: Amt\nart: behoerde\n"),
    "K203": change("bedarfe/bedarf-2026-004.yaml", None, bedarf()),
    "K204": change("bedarfe/bedarf-2026-06.yaml", None, bedarf()),
    "K205": change("mitglieder/gs-1.yaml", "name: Kim Musterfrau-Keiner", "name: Kim Gs"),
    "K206": change(
        "mitglieder/ag-demokratiebildung-08.yaml",
        "mandate:\n",
        "mandate:\n  - {gremium: ag-huerdenabbau, rolle: gast, von: 2023-10, bis: 2024-12}\n",
    ),
    "K301": change("themen/thema-ehrenamt.yaml", "bis: 2024-12-31", "bis: 2020-10-31"),
    "K302": change(
        "stellen/stadt-modellingen.yaml",
        "    bis: 2023-12-31\n",
        '    bis: 2023-12-31\n  - {name: "Dorf", bis: 1974-12-31}\n',
    ),
    "K303": change("themen/thema-sprachmittlung.yaml", "aufgenommen: 2025-07-08", "aufgenommen: 2025-07"),
}

_GESCHAEFTSORDNUNG = {
    "G101": change(NETZWERK, "", None),
    "G102": change(GO, "", None),
    "G103": change(GO, None, "fassungen: []\n"),
    "G104": change(GO, "fassungen:\n", fassung("2020-06-02")),
    "G105": change(GO, "zweite_ladung: 1}", "zweite_ladung: 13}"),
    "G106": change(GO, "strategiegruppe.sitzungen_je_jahr:", "strategiegruppe.sitzungen_im_jahr:"),
    "G107": change("mitglieder/landkreistag-1.yaml", "von: 2020-06\n", "von: 2020-05\n"),
    "G108": change(GO, GILT_AB, f"{GILT_AB}    beschluss: sg-2026-01/he-2026-02\n"),
    "G109": change(GO, GILT_AB, f"{GILT_AB}    beschluss: sg-2025-02/fachtag-2025\n"),
    "G110": Mutation(((GO, GILT_AB, "  - gilt_ab: 2025-01-02\n"), (GO, "fassungen:\n", fassung("2020-06-01")))),
    "G201": Mutation(
        (
            (GO, SITZ_C, SITZ_C + SITZ_C.replace("-c,", "-d,")),
            ("mitglieder/ministerium-6.yaml", None, mitglied("sitz-ministerium-d", "ministerium")),
        )
    ),
    "G202": Mutation(
        (
            (
                GO,
                SITZ_C,
                SITZ_C + sitz("sitz-gemeindetag-b", "landesverbaende", "gemeindetag"),
            ),
            ("mitglieder/gemeindetag-3.yaml", None, mitglied("sitz-gemeindetag-b", "gemeindetag")),
        )
    ),
    "G203": change(GO, "landkreis\n          amt: leitung\n", "landkreis\n"),
    "G204": change(GO, "landkreis\n          amt: integrationsbeauftragung\n", "landkreis\n"),
    "G205": Mutation(
        (
            (GO, "{kennung: sitz-ministerium-b,", "{kennung: ministerium-b,"),
            (GO, "sitze.sitz-ministerium-b:", "sitze.ministerium-b:"),
            ("mitglieder/ministerium-2.yaml", "sitz: sitz-ministerium-b", "sitz: ministerium-b"),
        )
    ),
    "G206": change(GO, SITZ_B, SITZ_B.replace("stelle: ministerium, ", "")),
    "G207": change(GO, SITZ_B, SITZ_B.replace("[ministerium]", "[]")),
    "G208": change(GO, "gemeinde: [gemeinde]", "gemeinde: [gemeinde, dorf]"),
    "G301": change("stellen/stadt-musterhausen.yaml", '"08998002"', '"8998002"'),
    "G302": change("stellen/landesstelle-teilhabe.yaml", "art: behoerde\n", 'art: behoerde\nags: "08999009"\n'),
    "G303": change("stellen/gemeinde-altmuster.yaml", "art: gemeinde\n", "art: gemeinde\nstatus: stadtkreis\n"),
    "G304": change("stellen/landkreis-modellgau.yaml", '"08999"', '"08212"'),
    "G305": Mutation((_ECHT, *_OHNE_AGS)),
    "G306": change("stellen/stadt-musterhausen.yaml", '"08998002"', '"08998001"'),
    "G307": change("stellen/gemeinde-altmuster.yaml", "bis: 2024-12-31 ", "# bis: 2024-12-31 "),
    "G308": change("beauftragte/ib-gemeinde-altmuster.yaml", "bis: 2024-12-31", "bis: 2025-01-31"),
}

_SITZE = {
    "Q101": Mutation((_SPAETER, (GO, "fassungen:\n", fassung("2020-06-01", sitz_b="sitz-ministerium-x")))),
    "Q102": change("mitglieder/ministerium-6.yaml", None, mitglied("sitz-ministerium-b", "ministerium")),
    "Q103": Mutation((_B_ENDET,)),
    "Q104": Mutation(
        (
            _B_ENDET,
            (
                "mitglieder/ministerium-1.yaml",
                "von: 2020-06}\n",
                "von: 2020-06}\n" + MANDAT_B,
            ),
        )
    ),
    "Q105": Mutation(
        (
            _B_ENDET,
            (
                "mitglieder/ministerium-4.yaml",
                "von: 2021-04-01}\n",
                "von: 2021-04-01}\n" + MANDAT_B,
            ),
        )
    ),
    "Q106": change(
        "mitglieder/ag-demokratiebildung-08.yaml",
        "mandate:\n",
        "mandate:\n  - {gremium: ag-demokratiebildung, rolle: gast, von: 2025-09-01}\n",
    ),
    "Q107": Mutation((_SPAETER, (GO, "fassungen:\n", fassung("2020-06-01", stellvertretung="keine")))),
    "Q108": change("mitglieder/staedtetag-3.yaml", None, mitglied("sitz-staedtetag", "staedtetag", "stellvertretend")),
    "Q201": change("mitglieder/gs-1.yaml", "rolle: mitarbeit,", "sitz: sitz-ministerium-b, rolle: mitarbeit,"),
    "Q202": change("mitglieder/ag-demokratiebildung-08.yaml", "rolle: sachverstaendig", "rolle: ordentlich"),
    "Q203": change("mitglieder/kommunen-stadt-3.yaml", "    benannt: {durch: staedtetag, am: 2026-02-12}\n", ""),
    "Q204": change("mitglieder/kommunen-stadt-3.yaml", "durch: staedtetag", "durch: ministerium"),
    "Q205": change("mitglieder/kommunen-stadt-3.yaml", "am: 2026-02-12", "am: 2026-03-12"),
    "Q206": change("mitglieder/ministerium-3.yaml", "    ende: {grund: amt_beendet, am: 2025-11-20}\n", ""),
    "Q207": change(
        "mitglieder/ag-demokratiebildung-08.yaml",
        "von: 2025-09-01}",
        "von: 2025-09-01, ende: {grund: niedergelegt, am: 2026-10-01}}",
    ),
    "Q208": change(
        "mitglieder/kommunen-stadt-3.yaml",
        "mandate:\n",
        "  - {von: 2024-01-01, stelle: stadt-modellingen, amt: leitung}\nmandate:\n",
    ),
    "Q209": Mutation(
        (
            (NETZWERK, "gegruendet: 2020-06", "gegruendet: 2020-05"),
            (GO, "# amtszeit: 60", "amtszeit: 78"),
            ("mitglieder/ministerium-2.yaml", "von: 2020-06}", "von: 2020-05}"),
        )
    ),
    "Q301": change("mitglieder/kommunen-gemeinde-1.yaml", "von: 2014-06-01", "von: 2020-07-01"),
    "Q302": change("mitglieder/beauftragte-gemeinde-1.yaml", "von: 2018-03-01", "von: 2020-07-01"),
    "Q303": change("mitglieder/staedtetag-1.yaml", "von: 2018-08-01", "von: 2020-07-01"),
    "Q304": change("mitglieder/kommunen-gemeinde-1.yaml", "von: 2014-06-01", "von: 2014-06-01\n    bis: 2026-10-31"),
    "Q305": change(
        "mitglieder/kommunen-stadt-1.yaml", "    bis: 2025-04-30\n    stelle", "    bis: 2025-03-31\n    stelle"
    ),
    "Q306": change("mitglieder/kommunen-gemeinde-1.yaml", "funktion: Bürgermeister", "funktion: Beigeordneter"),
}

_ARBEITSGRUPPEN = {
    "A101": change(AG, "  beschluss: sg-2025-02/einsetzung-demokratiebildung\n", ""),
    "A102": change(AG, "sg-2025-02/einsetzung-demokratiebildung", "sg-2025-02/schwerpunkt-demokratiebildung"),
    "A103": change(AG, "von: 2025-09-01", "von: 2025-07-01"),
    "A104": change(AG, "ab: 2027-01-01", "ab: 2027-01-02"),
    "A105": change(AG, "    beschluss: sg-2026-02/verlaengerung-demokratiebildung\n", ""),
    "A106": change(AG, "bis: 2027-03-31", "bis: 2027-04-30"),
    "A107": Mutation(((AG, "bis: 2026-12-31", "bis: 2026-06-30"), (AG, "ab: 2027-01-01", "ab: 2026-07-01"))),
    "A108": change(EMPOWERMENT, ABSCHLUSS, ""),
    "A110": change(AG, "konzepte:\n", geaendert("2026-03-01", "sg-2026-02/verlaengerung-demokratiebildung")),
    "A111": change(AG, "konzepte:\n", geaendert("2025-08-01", "sg-2025-02/fachtag-2025")),
    "A109": change(HUERDENABBAU, "vom: 2025-06-12", "vom: 2026-06-12"),
    "A112": change(AG, "vom: 2026-06-10", "vom: 2025-08-31"),
    "A201": change(AG, "  staendige_mitglieder: 9\n", "  staendige_mitglieder: 7\n"),
    "A202": Mutation(
        (
            (EMPOWERMENT, "  bis: 2022-07\n", "  bis: 2027-07-31\n"),
            (EMPOWERMENT, ABSCHLUSS, ""),
            (
                "mitglieder/ag-empowerment-01.yaml",
                "    bis: 2022-07\n    ende: {grund: ag_abgeschlossen, am: 2022-07-31}\n",
                "",
            ),
        )
    ),
    "A203": change("mitglieder/ag-demokratiebildung-01.yaml", "rolle: leitung", "rolle: staendig"),
    "A204": change("mitglieder/ag-empowerment-01.yaml", "    bis: 2022-07\n", "    bis: 2022-09\n"),
    "A205": change(EMPOWERMENT, "  am: 2022-07\n", "  am: 2021-07\n"),
    "A206": change(HUERDENABBAU, "sg-2025-02/abschluss-huerdenabbau", "sg-2025-02/einsetzung-demokratiebildung"),
    "A207": change(
        "empfehlungen/he-2025-07.yaml",
        None,
        """titel: Noch eine Empfehlung
arbeitsgruppe: ag-huerdenabbau
ziele: [ziel-zugang]
fassungen:
  - nr: 1
    vom: 2025-06-12
    eingereicht: 2025-07-01
    wortlaut: |
      Behörden schreiben verständlich.
    massnahme: |
      Eine gemeinsame Sammlung guter Muster.
    pruefbar: Zahl der veröffentlichten Muster
    adressaten:
      - {stelle: ministerium, rolle: federfuehrend, frist: 2027-06-30}
""",
    ),
    "A209": change(HUERDENABBAU, "abschluss: {am: 2025-07-08", "abschluss: {am: 2025-07-07"),
    "A301": change(AG, "thema: thema-demokratiebildung", "thema: thema-empowerment"),
    "A302": change(
        "sitzungen/sg-2025-02.yaml",
        "{art: ag_einsetzen, ag: ag-demokratiebildung, thema: thema-demokratiebildung}",
        "{art: ag_einsetzen, ag: ag-demokratiebildung, staendige_mitglieder: 8}",
    ),
    "A208": change(
        EMPOWERMENT,
        "AG „Empowerment von Frauen mit Flucht- und Zuwanderungsgeschichte“",
        "AG „Hürdenabbau in der Verwaltung“",
    ),
}

_THEMEN = {
    "T101": change(
        "themen/thema-demokratiebildung.yaml", "schwerpunkt-demokratiebildung", "einsetzung-demokratiebildung"
    ),
    "T102": change("themen/thema-demokratiebildung.yaml", "aufgenommen: 2024-06-18", "aufgenommen: 2025-10-01"),
    "T103": change("ziele/ziel-neu.yaml", None, "titel: Neu\nbeschreibung: |\n  Neu.\nab: 2026-03-12\n"),
    "T104": change(
        "ziele/ziel-verstaendigung.yaml", "sg-2026-01/ziel-verstaendigung", "sg-2026-01/schwerpunkt-sprachmittlung"
    ),
    "T105": change(
        "sitzungen/sg-2026-01.yaml",
        "        antrag: {art: ziel, ziel: ziel-verstaendigung}\n",
        ZIELANTRAG,
    ),
    "T106": change("themen/thema-sprachmittlung.yaml", "ab: 2026-02-24", "ab: 2026-02-23"),
    "T201": change("bedarfe/bedarf-2025-02.yaml", "am: 2025-07-08", "am: 2025-05-08"),
    "T202": change("bedarfe/bedarf-2026-01.yaml", "  an: landesstelle-teilhabe\n", ""),
    "T203": change("bedarfe/bedarf-2026-04.yaml", "am: 2026-11-10", "am: 2026-04-10"),
    "T301": change("beauftragte/ib-landkreis-modellgau.yaml", "bis: 2025-12-31", "bis: 2026-12-31"),
    "T302": change("beauftragte/ib-gemeinde-musterdorf.yaml", "name: Teresa Beispielberg\n", ""),
    "T303": change(
        "beauftragte/ib-gemeinde-musterdorf.yaml", "stelle: gemeinde-musterdorf", "stelle: landesstelle-teilhabe"
    ),
    "T304": Mutation((_ECHT, *_OHNE_AGS, ("stellen/stadt-musterburg.yaml", '"08997000"', '"08111000"'))),
}

MUTATIONEN: dict[str, Mutation] = {**_KENNUNGEN, **_GESCHAEFTSORDNUNG, **_SITZE, **_ARBEITSGRUPPEN, **_THEMEN}
"""Code → the change after which the check of the example reports exactly one new finding, of this code."""
