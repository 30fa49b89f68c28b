"""Pieces of files that the mutations of family A put into the example."""

from __future__ import annotations

_KOMMUNALE = "benannt_von: [gemeindetag, staedtetag, landkreistag]"


def sitz(kennung: str, bank: str, stelle: str) -> str:
    return f"        - {{kennung: {kennung}, bank: {bank}, stelle: {stelle}, benannt_von: [{stelle}]}}\n"


SITZ_C = sitz("sitz-ministerium-c", "ministerium", "ministerium")
SITZ_B = sitz("sitz-ministerium-b", "ministerium", "ministerium")
MANDAT_B = """  - gremium: strategiegruppe
    sitz: sitz-ministerium-b
    rolle: ordentlich
    von: 2026-11-16
    benannt: {durch: ministerium, am: 2026-11-16}
"""


def fassung(gilt_ab: str, sitz_b: str = "sitz-ministerium-b", stellvertretung: str = "persoenlich") -> str:
    """Another Fassung with the same law, to be put before the one there is."""
    banks = {"kommunen": "leitung", "integrationsbeauftragte": "integrationsbeauftragung"}
    seats = [
        *(sitz(k, "ministerium", "ministerium") for k in ("sitz-ministerium-a", sitz_b, "sitz-ministerium-c")),
        *(sitz(f"sitz-{v}", "landesverbaende", v) for v in ("gemeindetag", "staedtetag", "landkreistag")),
        *(
            f"        - {{kennung: sitz-{bank.removeprefix('integrations')}-{body}, bank: {bank}, "
            f"koerperschaft: {body}, amt: {amt}, {_KOMMUNALE}}}\n"
            for bank, amt in banks.items()
            for body in ("gemeinde", "stadt", "landkreis")
        ),
    ]
    return f"""fassungen:
  - gilt_ab: {gilt_ab}
    strategiegruppe:
      sitze:
{"".join(seats)}      vorsitz: {{bank: ministerium, vertretung: landesverbaende}}
      stellvertretung: {stellvertretung}
      befangen_vertretung: nein
      sitzungen_je_jahr: {{mindestens: 2, hoechstens: 3}}
      sitzungsabstand: 17
      ladungsfrist: {{soll: 14, muss: 7}}
      beschlussfaehigkeit: {{anteil: mehr_als_1/2, bezug: soll, mindestens: 3, zweite_ladung: 1}}
      abstimmung: {{mehrheit: einfach, gleichstand: vorsitz}}
      umlauf: {{erlaubt: ja, frist: 14}}
    arbeitsgruppen: {{karenz: 90}}
    fristen: {{rueckmeldung: 84, bedarf_alt: 180, amtsende: 90}}
    koerperschaften:
      gemeinde: [gemeinde]
      stadt: [stadt, grosse_kreisstadt, stadtkreis]
      landkreis: [landkreis]
    leitungsaemter: ["Bürgermeisterin", "Bürgermeister", "Oberbürgermeisterin", "Landrätin", "Landrat"]
"""


def mitglied(sitz: str, stelle: str, rolle: str = "ordentlich", von: str = "2026-11-01") -> str:
    """A new person on a seat, named by the Stelle it belongs to."""
    return f"""name: Nora Neumann
aemter:
  - {{von: 2024-01-01, stelle: {stelle}, amt: mitarbeit}}
mandate:
  - gremium: strategiegruppe
    sitz: {sitz}
    rolle: {rolle}
    von: {von}
    benannt: {{durch: {stelle}, am: 2026-10-01}}
"""


def geaendert(ab: str, beschluss: str) -> str:
    """Another number of members of an AG from a day on, before its Konzepte."""
    return f"mandatsaenderungen:\n  - {{ab: {ab}, staendige_mitglieder: 12, beschluss: {beschluss}}}\nkonzepte:\n"


def bedarf(tag: str = "2026-11-10") -> str:
    return f"titel: Noch ein Bedarf\ngemeldet: {{von: landkreis-modellgau, am: {tag}}}\n"


ZIELANTRAG = """\
        antrag:
          art: ziel
          ziel: ziel-verstaendigung
          beschreibung: |
            Anders.
"""
