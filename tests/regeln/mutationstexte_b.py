"""Pieces of files that the mutations of family B put into the example or take out of it."""

from __future__ import annotations

_VERTEILER = (
    "ministerium-1",
    "ministerium-2",
    "ministerium-5",
    "gemeindetag-1",
    "staedtetag-1",
    "landkreistag-2",
    "kommunen-gemeinde-1",
    "kommunen-stadt-2",
    "kommunen-landkreis-1",
    "beauftragte-gemeinde-1",
    "beauftragte-stadt-1",
    "beauftragte-landkreis-1",
)
EINLADUNG = "einladung:\n  versandt: 2026-06-16\n  verteiler:\n" + "".join(f"    - {p}\n" for p in _VERTEILER)
"""The Einladung to sg-2026-02."""

VERTAGUNG = """    beschluesse:
      - kennung: he-2026-03
        antrag: {art: empfehlung, empfehlungen: [he-2026-03]}
        ja: 10                      # für die Vertagung
        nein: 0
        enthaltung: 0
        ergebnis: vertagt
"""
"""The last vote on he-2026-03."""

FACHTAG = """        ja: 9
        nein: 0
        enthaltung: 0
        ergebnis: angenommen
"""
"""The votes of sg-2025-02/fachtag-2025."""

VERLAENGERUNG = "staendige_mitglieder: 10}\n        ja: 10\n"
"""The motion of sg-2026-02/verlaengerung-demokratiebildung and its Ja."""

OHNE_FASSUNG = """titel: Noch ohne Wortlaut
arbeitsgruppe: ag-demokratiebildung
ziele: [ziel-teilhabe]
fassungen: []
"""

NEUE_FASSUNG = """  - nr: 2
    vom: 2026-11-02
    wortlaut: |
      Kommunen geben eine Erstinformation aus.
    massnahme: |
      Das Ministerium stellt Texte bereit.
    pruefbar: Zahl der Kommunen
    adressaten:
      - {stelle: ministerium, rolle: federfuehrend}
weiterleitungen:
"""

SCHWERPUNKT = """    beschluesse:
      - kennung: schwerpunkt-anerkennung
        antrag: {art: schwerpunkt, thema: thema-anerkennung}
        ja: 10
        nein: 0
        enthaltung: 0
        ergebnis: angenommen
"""
"""A vote of SG-2026-02 that was accepted and never carried out."""

ZWEITE_ABSTIMMUNG = """    beschluesse:
      - kennung: he-2025-01
        antrag: {art: empfehlung, empfehlungen: [he-2025-01]}
        siegel:
          - n1:9110f0f63b1bd927237f00b65cb89e0e326efac0c15fd04f54a7932996c29bfe
        ja: 0
        nein: 10
        enthaltung: 0
        ergebnis: abgelehnt
"""

NOCH_EINMAL = """    beschluesse:
      - kennung: he-2026-01-noch-einmal
        antrag: {art: empfehlung, empfehlungen: [he-2026-01]}
        ja: 10
        nein: 0
        ergebnis: vertagt
"""
"""A vote on the wording of he-2026-01 that was sent back to the AG."""

UMLAUF = """titel: Noch ein Umlauf
versandt: 2026-11-10
frist: 2026-11-09
beschluss: umlauf
antrag: {art: sonstiges}
abschluss: {am: 2026-11-10, ergebnis: nicht_beschlussfaehig}
"""


def ag_beschluss(art: str, ja: int, nein: int) -> str:
    """A Beschluss of the AG on the Planspiele."""
    counts = f"        ja: {ja}\n        nein: {nein}\n        ergebnis: angenommen\n"
    return f"    beschluesse:\n      - kennung: planspiele\n        antrag: {{{art}}}\n{counts}"


def sitzung(datum: str, mehr: str, gremium: str = "ag-demokratiebildung") -> str:
    """One more Sitzung of the AG."""
    return f"gremium: {gremium}\ndatum: {datum}\n{mehr}"


def vorlage(empfehlung: str) -> str:
    """One more Beschlussvorlage."""
    antrag = f"antrag: {{art: empfehlung, empfehlungen: [{empfehlung}]}}\n"
    return f"betreff: Noch eine Vorlage\nvom: 2026-11-16\n{antrag}federfuehrung: geschaeftsstelle\n"


def ausnahme(regel: str = "S152", beschluss: str = "sg-2025-02/fachtag-2025", bis: str = "2027-12-31") -> str:
    """A waiver."""
    return f"regel: {regel}\nbeschluss: {beschluss}\nbis: {bis}\ngrund: |\n  Eine Probe.\n"


def verlaengert(bis: str) -> str:
    """What a waiver has besides when it was prolonged."""
    return f"verlaengerungen:\n  - {{bis: {bis}, beschluss: sg-2026-02/verlaengerung-demokratiebildung}}\n"
