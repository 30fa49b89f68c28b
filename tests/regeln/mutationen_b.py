"""For each rule of the families E, S, B, U and X: a smallest change of ``daten/`` that makes exactly it appear."""

from __future__ import annotations

from tests.regeln.mutation import Mutation, change
from tests.regeln.mutationstexte_b import (
    EINLADUNG,
    FACHTAG,
    NEUE_FASSUNG,
    NOCH_EINMAL,
    OHNE_FASSUNG,
    SCHWERPUNKT,
    UMLAUF,
    VERLAENGERUNG,
    VERTAGUNG,
    ZWEITE_ABSTIMMUNG,
    ag_beschluss,
    ausnahme,
    sitzung,
    verlaengert,
    vorlage,
)

GO = "geschaeftsordnung.yaml"
UM = "umlaeufe/um-2026-01.yaml"
SG_2025_01 = "sitzungen/sg-2025-01.yaml"
SG_2025_02 = "sitzungen/sg-2025-02.yaml"
SG_2026_01 = "sitzungen/sg-2026-01.yaml"
SG_2026_02 = "sitzungen/sg-2026-02.yaml"
AG_2026_01 = "sitzungen/ag-demokratiebildung-sitzung-2026-01.yaml"
AG_2026_03 = "sitzungen/ag-demokratiebildung-sitzung-2026-03.yaml"
NOCH_EINE_VORLAGE = "beschlussvorlagen/bv-2026-010.yaml"
AUSNAHME = "ausnahmen/ausnahme-probe.yaml"

_PLANSPIELE = "      Der Wortlaut steht, die Kosten fehlen noch.\n"
_BEDARFE = "    bezug: [thema-anerkennung, bedarf-2025-03, bedarf-2026-02]\n"
_AN_MODELLGAU = "  - stelle: landkreis-modellgau\n    am: 2026-07-20\n    antwort_bis: 2026-10-12\n"
_STAND_GEMEINDETAG = "{am: 2026-10-08, status: offen, wiedervorlage: 2027-01-31}"
_ENTSCHULDIGT = "entschuldigt: [ministerium-2, beauftragte-gemeinde-1]"


def he(nummer: str, alt: str | None, neu: str | None) -> Mutation:
    """A change of an Empfehlung."""
    return change(f"empfehlungen/he-{nummer}.yaml", alt, neu)


_EMPFEHLUNGEN = {
    "E101": he("2026-07", "      Ein Abend im Jahr mit Verwaltung", "      …\n# Ein Abend im Jahr mit Verwaltung"),
    "E102": he("2026-04", "    adressaten:\n      - {stelle: gemeindetag, rolle: federfuehrend}", "    adressaten: []"),
    "E103": he("2026-07", "gemeindetag, rolle: federfuehrend", "gemeindetag, rolle: beteiligt"),
    "E104": he("2026-07", "stelle: staedtetag", "stelle: gemeindetag"),
    "E105": he("2026-07", "nr: 1", "nr: 2"),
    "E106": he("2026-07", None, OHNE_FASSUNG),
    "E107": he("2026-01", "vom: 2026-04-15", "vom: 2026-01-20"),
    "E108": he("2026-06", "vom: 2026-10-13", "vom: 2026-11-03"),
    "E109": he("2026-07", "vom: 2026-11-04", "vom: 2025-08-31"),
    "E110": he("2026-07", "ziele: [ziel-teilhabe]\n", ""),
    "E111": he("2026-07", "Kommunen laden", "Kommunen verpflichten sich und laden"),
    "E201": Mutation(
        (
            (SG_2026_02, "    vorlage: bv-2026-007\n", ""),
            (SG_2026_02, "empfehlungen: [he-2026-03]}", "empfehlungen: [he-2026-03], fassung: 2}"),
        )
    ),
    "E202": he("2026-03", "eingereicht: 2026-05-20", "eingereicht: 2026-07-08"),
    "E203": change(
        AG_2026_01, _PLANSPIELE, _PLANSPIELE + ag_beschluss("art: empfehlung, empfehlungen: [he-2026-03]", 6, 1)
    ),
    "E204": change(SG_2026_02, _BEDARFE, _BEDARFE + ZWEITE_ABSTIMMUNG),
    "E205": he("2025-01", "weiterleitungen:\n", NEUE_FASSUNG),
    "E206": he("2026-02", "fassungen:\n", 'zurueckgezogen: {am: 2026-06-01, grund: "Überholt."}\nfassungen:\n'),
    "E207": he("2026-02", "fassungen:\n", 'entfallen: {am: 2026-06-01, grund: "Überholt."}\nfassungen:\n'),
    "E208": change(
        SG_2026_02,
        "ja: 9\n        nein: 0\n        enthaltung: 1\n        ergebnis: angenommen",
        "ja: 9\n        nein: 0\n        enthaltung: 1\n        ergebnis: geaendert_angenommen",
    ),
    "E209": he("2026-04", "am: 2026-09-14", "am: 2026-06-30"),
    "E210": he("2026-04", "am: 2026-09-14", "am: 2026-07-13"),
    "E211": he("2025-02", "vom: 2025-12-03\n", "vom: 2025-12-03\n    eingereicht: 2025-12-10\n"),
    "E212": change(SG_2026_02, _BEDARFE, _BEDARFE + NOCH_EINMAL),
}

_WEITERLEITUNGEN = {
    "E301": he("2026-06", "fassungen:\n", "weiterleitungen:\n  - {stelle: ministerium, am: 2026-11-10}\nfassungen:\n"),
    "E302": he(
        "2025-01",
        "  - stelle: stadt-musterstadt\n    am: 2026-03-10",
        "  - stelle: stadt-musterstadt\n    am: 2026-02-23",
    ),
    "E303": he("2026-01", _AN_MODELLGAU, _AN_MODELLGAU + "  - {stelle: gemeindetag, am: 2026-11-20}\n"),
    "E304": he("2026-01", _AN_MODELLGAU, _AN_MODELLGAU + "  - {stelle: staedtetag, am: 2026-11-20}\n"),
    "E305": he("2026-01", _AN_MODELLGAU, ""),
    "E306": he("2026-01", _AN_MODELLGAU, _AN_MODELLGAU.replace("2026-10-12", "2026-07-12")),
    "E311": he("2022-01", "{am: 2023-02-14, status: umgesetzt}", "{am: 2025-08-01, status: umgesetzt}"),
    "E312": he("2022-01", "{am: 2023-02-14, status: umgesetzt}", "{am: 2022-12-04, status: umgesetzt}"),
    "E313": he(
        "2024-04",
        "        grund: |\n          Der Landkreis bildet",
        "        vermerk: |\n          Der Landkreis bildet",
    ),
    "E314": he("2026-01", _STAND_GEMEINDETAG, "{am: 2026-10-08, status: abgegeben}"),
    "E315": he(
        "2022-01",
        "        status: erledigt\n        vermerk: |\n          Aufruf an alle Mitgliedsstädte weitergegeben.\n",
        "        status: erledigt\n",
    ),
    "E316": he("2024-02", "{am: 2025-06-23, status: offen", "{am: 2025-06-23, status: umgesetzt"),
    "E317": he("2025-01", "wiedervorlage: 2026-12-15", "wiedervorlage: 2026-11-15"),
    "E318": he("2024-02", "wiedervorlage: 2026-04-15", "wiedervorlage: 2025-04-15"),
    "E319": he("2026-01", _STAND_GEMEINDETAG, "{am: 2026-10-08, status: abgegeben, an: staedtetag}"),
}

_VORLAGEN = {
    "E401": change(NOCH_EINE_VORLAGE, None, vorlage("he-2026-07")),
    "E402": change(NOCH_EINE_VORLAGE, None, vorlage("he-2026-03")),
    "E403": change("beschlussvorlagen/bv-2026-003.yaml", "[he-2026-02]", "[he-2026-05]"),
    "E405": change(
        "beschlussvorlagen/bv-2026-007.yaml",
        "finanzielle_auswirkungen:",
        "nachgereicht:\n  - am: 2026-06-14\n    grund: |\n      Zahlen.\nfinanzielle_auswirkungen:",
    ),
    "E404": change(UM, "vorlage: bv-2026-009", "vorlage: bv-2025-007"),
}

_SITZUNGEN = {
    "S101": change(SG_2026_02, EINLADUNG, ""),
    "S102": change(
        SG_2026_02, "datum: 2026-07-07\n", 'datum: 2026-07-07\nabgesagt: {am: 2026-07-01, grund: "Hitze."}\n'
    ),
    "S103": change(
        AG_2026_03,
        None,
        sitzung(
            "2026-11-10",
            "tagesordnung:\n  - kennung: planspiele\n    titel: Planspiele\n"
            + ag_beschluss("art: sonstiges", 6, 1)
            + "niederschrift: {vom: 2026-11-12}\n",
        ),
    ),
    "S104": change(AG_2026_03, None, sitzung("2026-10-12", 'abgesagt: {am: 2026-10-01, grund: "Krank."}\n')),
    "S105": change(AG_2026_03, None, sitzung("2026-10-13", "niederschrift: {vom: 2026-10-14}\n")),
    "S106": change(AG_2026_03, None, sitzung("2026-11-21", "")),
    "S107": change(AG_2026_01, 'ende: "16:00"', 'ende: "13:00"'),
    "S108": change("sitzungen/ag-huerdenabbau-sitzung-2026-01.yaml", None, sitzung("2026-12-10", "")),
    "S109": change(SG_2026_02, "leitung: ministerium-1", "leitung: ministerium-2"),
    "S110": change(SG_2026_02, "leitung: ministerium-1", "leitung: kommunen-stadt-2"),
    "S151": change(GO, "{mindestens: 2, hoechstens: 3}", "{mindestens: 3, hoechstens: 3}"),
    "S152": Mutation(
        (
            (GO, "{mindestens: 2, hoechstens: 3}", "{mindestens: 1, hoechstens: 1}"),
            ("netzwerk.yaml", "erfasst_ab: 2025-01-01", "erfasst_ab: 2025-07-01"),
        )
    ),
    "S161": change(SG_2026_02, "vom: 2026-07-16", "vom: 2026-07-06"),
    "S162": change(SG_2025_01, "genehmigt: sg-2025-02/niederschrift", "genehmigt: sg-2026-01/niederschrift"),
    "S163": change(SG_2025_01, ", genehmigt: sg-2025-02/niederschrift", ""),
    "S164": change(
        SG_2026_02,
        "niederschrift: {fuehrung: gs-1, vom: 2026-07-16}",
        "abgeschlossen: 2026-07-06\nniederschrift: {fuehrung: gs-1, vom: 2026-07-16}",
    ),
    "S165": change(AG_2026_01, "niederschrift: {fuehrung: ag-demokratiebildung-05, vom: 2026-04-22}\n", ""),
    "S166": change(SG_2026_01, "vom: 2026-03-05", "vom: 2026-07-08"),
    "S201": change(SG_2026_02, "versandt: 2026-06-16", "versandt: 2026-07-01"),
    "S202": change(SG_2026_02, "versandt: 2026-06-16", "versandt: 2026-06-23"),
    "S203": change(AG_2026_01, "versandt: 2026-03-27", "versandt: 2026-04-27"),
    "S204": change(SG_2026_02, "    - ministerium-2\n", ""),
    "S205": change(SG_2026_02, "datum: 2026-07-07\n", "datum: 2026-07-07\nzweite_ladung_zu: sg-2026-01\n"),
    "S301": change(SG_2026_02, _ENTSCHULDIGT, _ENTSCHULDIGT.replace("]", ", landkreistag-1]")),
    "S302": change(SG_2026_02, "fuer: beauftragte-stadt-1", "fuer: beauftragte-gemeinde-1"),
    "S303": change(
        SG_2026_02,
        "  - gemeindetag-1\n  - st",
        "  - gemeindetag-1\n  - {mitglied: gemeindetag-2, fuer: gemeindetag-1}\n  - st",
    ),
    "S304": change(SG_2026_02, _ENTSCHULDIGT, _ENTSCHULDIGT.replace("]", ", ministerium-2]")),
    "S305": change(SG_2026_02, _ENTSCHULDIGT, _ENTSCHULDIGT.replace("]", ", gemeindetag-1]")),
    "S306": change(SG_2026_02, "nicht_bei: [verschiedenes]", "nicht_bei: [verschidenes]"),
    "S401": change(SG_2026_02, "  - kennung: bedarfe\n", "  - kennung: ueberpruefung\n"),
    "S402": change(SG_2026_02, 'nummer: "10"', 'nummer: "9"'),
    "S403": change(SG_2026_02, '    nummer: "10"\n', ""),
    "S404": change(SG_2026_02, 'nummer: "10"', 'nummer: "7.1"'),
    "S405": change(SG_2026_02, "titel: Begrüßung", "titel: Eröffnung"),
    "S406": change(SG_2026_02, '    nummer: "10"\n', '    nummer: "10"\n    wiederaufnahme: sg-2026-01/he-2025-01\n'),
    "S407": change(SG_2026_02, _BEDARFE, _BEDARFE + "    wiederaufnahme: sg-2026-01/he-2026-01\n"),
    "S408": change(SG_2026_02, VERTAGUNG, ""),
    "S409": change(
        SG_2026_02,
        "    titel: Genehmigung der letzten Niederschrift\n",
        "    titel: Genehmigung der letzten Niederschrift\n"
        "    abgesetzt:\n      am: 2026-07-01\n      grund: |\n        Zeit\n",
    ),
    "S501": change("veranstaltungen/va-2026-01.yaml", 'ende: "15:30"', 'ende: "13:30"'),
}

_BESCHLUESSE = {
    "B101": change(SG_2026_01, "      - kennung: he-2026-01\n", "      - kennung: he-2025-01\n"),
    "B102": change(SG_2026_02, "        ja: 9\n", "        ja: 8\n"),
    "B103": change(SG_2026_02, VERLAENGERUNG, VERLAENGERUNG + "        befangen: [ministerium-2]\n"),
    "B104": change(SG_2026_01, "            - ministerium-5\n", ""),
    "B105": change(SG_2026_01, "            - ministerium-5\n", "            - landkreistag-2\n"),
    "B106": change(SG_2025_02, FACHTAG, FACHTAG.replace("angenommen", "zurueckverwiesen")),
    "B107": change(SG_2025_02, FACHTAG, "        ergebnis: angenommen\n"),
    "B108": change(AG_2026_01, _PLANSPIELE, _PLANSPIELE + ag_beschluss("art: sonstiges", 8, 0)),
    "B109": change(AG_2026_01, _PLANSPIELE, _PLANSPIELE + ag_beschluss("art: sonstiges", 3, 4)),
    "B201": change(SG_2025_02, FACHTAG, FACHTAG.replace("ja: 9\n        nein: 0", "ja: 0\n        nein: 9")),
    "B202": change(
        SG_2026_02,
        VERLAENGERUNG,
        VERLAENGERUNG.replace("ja: 10", "ja: 6")
        + "        befangen: [gemeindetag-1, staedtetag-1, kommunen-gemeinde-1, kommunen-stadt-2]\n",
    ),
    "B203": change(SG_2026_02, VERLAENGERUNG, VERLAENGERUNG + "        stimme_leitung: ja\n"),
    "B204": change(SG_2025_02, FACHTAG, FACHTAG.replace("angenommen", "nicht_beschlussfaehig")),
    "B205": Mutation(
        (
            (SG_2026_01, "enthaltung: 1\n        namentlich:", "befangen: [ministerium-1]\n        namentlich:"),
            (SG_2026_01, "nein: [ministerium-1, gemeindetag-2", "nein: [ministerium-2, gemeindetag-2"),
            (SG_2026_01, "          enthaltung: [ministerium-2]\n", ""),
        )
    ),
    "B301": change(SG_2025_01, "          - n1:590c4388fba2d600e51938a2353ace74dfa208bc89df1fc97de7972f20c48ef0\n", ""),
    "B302": change(
        SG_2025_02,
        "        siegel:\n          - n1:128c5c430dadcd4e2b3ff93a7f0183afe26e661c935f3b1bae60350041fbffcf\n",
        "",
    ),
    "B304": change(
        SG_2025_01, "empfehlungen: [he-2024-01, he-2024-02]}", "empfehlungen: [he-2024-01, he-2024-02], fassungen: [1]}"
    ),
    "B305": change("beschlussvorlagen/bv-2026-007.yaml", "[he-2026-03]", "[he-2026-03, he-2026-03]"),
    "B401": change(SG_2026_02, _BEDARFE, _BEDARFE + SCHWERPUNKT),
    "B303": he("2024-04", "Wer in Behörden viel", "Wer in Ämtern viel"),
}

_UMLAEUFE = {
    "U101": change(GO, "umlauf: {erlaubt: ja", "umlauf: {erlaubt: nein"),
    "U102": change(GO, "umlauf: {erlaubt: ja, frist: 14}", "umlauf: {erlaubt: ja, frist: 17}"),
    "U103": change(UM, "mitglied: beauftragte-stadt-1", "mitglied: beauftragte-stadt-2"),
    "U104": change(UM, "abschluss:", "  - {mitglied: staedtetag-1, am: 2026-09-24, stimme: ja}\nabschluss:"),
    "U105": change(UM, "kommunen-gemeinde-1, am: 2026-09-24", "kommunen-gemeinde-1, am: 2026-09-25"),
    "U106": change(UM, "abschluss: {am: 2026-09-25", "abschluss: {am: 2026-09-23"),
    "U107": change(UM, "abschluss:", "widerspruch:\n  - {mitglied: kommunen-landkreis-1, am: 2026-09-23}\nabschluss:"),
    "U108": change(UM, "ergebnis: angenommen", "ergebnis: abgelehnt"),
    "U109": change(UM, "abschluss: {am: 2026-09-25, ergebnis: angenommen}\n", ""),
    "U110": change("umlaeufe/um-2026-02.yaml", None, UMLAUF),
    "U111": change(UM, "  - beauftragte-gemeinde-1\n", ""),
    "U112": change(
        "umlaeufe/um-2026-02.yaml",
        None,
        UMLAUF.replace("2026-11-09", "2026-11-24") + "entfallen:\n  am: 2026-11-10\n  grund: |\n    Erledigt.\n",
    ),
}

_AUSNAHMEN = {
    "X101": change(AUSNAHME, None, ausnahme(regel="B999")),
    "X102": change(AUSNAHME, None, ausnahme(regel="K101")),
    "X103": change(AUSNAHME, None, ausnahme(beschluss="sg-2026-01/he-2026-02")),
    "X104": change(AUSNAHME, None, ausnahme(bis="2026-11-21")),
    "X105": Mutation(
        ((AUSNAHME, None, ausnahme(bis="2025-07-07")), ("ausnahmen/ausnahme-zweite.yaml", None, ausnahme()))
    ),
    "X109": change(AUSNAHME, None, ausnahme() + verlaengert(bis="2027-12-31")),
    "X106": he("2026-07", "fassungen:\n", 'abweichung:\n  - {regel: "B999", grund: "Eine Probe."}\nfassungen:\n'),
    "X107": change(SG_2025_02, "zu: einsetzung-demokratiebildung", "zu: einsetzung"),
    "X108": change(SG_2025_02, "am: 2026-02-24", "am: 2025-07-07"),
}

MUTATIONEN: dict[str, Mutation] = (
    _EMPFEHLUNGEN | _WEITERLEITUNGEN | _VORLAGEN | _SITZUNGEN | _BESCHLUESSE | _UMLAEUFE | _AUSNAHMEN
)
