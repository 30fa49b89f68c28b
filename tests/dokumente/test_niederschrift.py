"""The Niederschrift: attendance, quorum, votes and the wording that was accepted."""

from __future__ import annotations

from netzint.dokumente.arten import ALLE
from netzint.dokumente.erzeugen import find_auftraege
from netzint.dokumente.felder import complete
from netzint.dokumente.kontext_niederschrift import niederschrift
from netzint.dokumente.variablen_niederschrift import NIEDERSCHRIFT
from tests.bau import STICHTAG, top
from tests.regeln.strategiegruppe import LEITUNG, PERSONEN
from tests.vorgaenge.sitzungstag import STAEDTETAG, eroeffnet, geladen, saal

VOTE = {
    "kennung": "he-2026-01", "antrag": {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}, "ja": "9", "nein": "1",
    "enthaltung": "0", "befangen": [LEITUNG], "ergebnis": "angenommen",
    "namentlich": {"ja": list(PERSONEN[1:4]), "nein": [PERSONEN[4]]},
}  # fmt: skip


def test_sie_zeigt_wer_da_war_und_wer_fehlte() -> None:
    meeting = eroeffnet(
        fehlt=(STAEDTETAG, PERSONEN[11], PERSONEN[10]), entschuldigt=[PERSONEN[11]],
        anwesend=[*PERSONEN[:4], {"mitglied": "staedtetag-2", "fuer": STAEDTETAG}, *PERSONEN[5:10]],
        gaeste=[{"stelle": "ministerium", "funktion": "Referat"}],
    )  # fmt: skip
    found = niederschrift(saal(meeting), meeting)

    assert len(found["anwesend"]) == 10
    assert [a["platz"] for a in found["anwesend"] if a["fuer"]] == ["Landesverbände – Städtetag"]
    assert (len(found["entschuldigt"]), len(found["unentschuldigt"])) == (1, 1)
    assert found["gaeste"] == ["Ministerium (Referat)"]
    assert found["beschlussfaehigkeit"] == ["10 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig."]
    assert found["ladung"] == "Eingeladen wurde am 12. Februar 2026; dazwischen lagen 27 Tage."


def test_ein_beschluss_steht_mit_stimmen_erklaerung_und_wortlaut() -> None:
    meeting = eroeffnet(top("he-2026-01", beschluesse=[VOTE], verlauf="Lange beraten.\n"))
    punkt = niederschrift(saal(meeting), meeting)["punkte"][0]

    assert punkt["verlauf"] == "Lange beraten.\n"
    (beschluss,) = punkt["beschluesse"]
    assert beschluss["stimmen"] == "9 Ja, 1 Nein, 0 Enthaltungen"
    assert beschluss["erklaerung"].endswith("9 Ja gegen 1 Nein: angenommen.")
    assert [text["wortlaut"] for text in beschluss["wortlaut"]] == ["Die Kommunen informieren mehrsprachig.\n"]
    assert len(beschluss["befangen"]) == 1
    assert [text.split(":")[0] for text in beschluss["namentlich"]] == ["Mit Ja stimmten", "Mit Nein stimmten"]


def test_sie_sagt_ob_sie_genehmigt_ist() -> None:
    noted = eroeffnet(niederschrift={"fuehrung": STAEDTETAG, "vom": "2026-03-20"})

    assert "noch nicht genehmigt" in niederschrift(saal(noted), noted)["genehmigung"]


def test_alle_angaben_sind_als_variablen_erklaert() -> None:
    for meeting in (eroeffnet(top("he-2026-01", beschluesse=[VOTE])), eroeffnet(leitung=None)):
        complete(NIEDERSCHRIFT.felder, niederschrift(saal(meeting), meeting))
    assert "niederschrift" in ALLE


def test_es_gibt_sie_erst_wenn_die_sitzung_begonnen_hat() -> None:
    def arten(bestand_mit: object) -> list[str]:
        return [a.art for a in find_auftraege(saal(bestand_mit), "sg-2026-01", STICHTAG)]  # type: ignore[arg-type]

    assert "niederschrift" not in arten(geladen())
    assert arten(eroeffnet())[-1] == "niederschrift"
