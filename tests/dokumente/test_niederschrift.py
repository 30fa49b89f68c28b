"""The Niederschrift: attendance, quorum, votes and the wording that was accepted."""

from __future__ import annotations

import pytest

from netzint.dokumente.arten import ALLE
from netzint.dokumente.erzeugen import erzeuge, find_auftraege
from netzint.dokumente.felder import complete
from netzint.dokumente.kontext_niederschrift import niederschrift
from netzint.dokumente.pipeline import Vorlagen
from netzint.dokumente.variablen_niederschrift import NIEDERSCHRIFT
from netzint.modell.bestand import Bestand
from tests.bau import STICHTAG, top
from tests.beispiel import read_beispiel
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
    assert found["ladung"] == (
        "Die Ladung war ordnungsgemäß: Eingeladen wurde am 12. Februar 2026; dazwischen lagen 27 Tage (Frist: 14 Tage)."
    )


def test_ein_beschluss_steht_mit_stimmen_erklaerung_und_wortlaut() -> None:
    meeting = eroeffnet(top("he-2026-01", beschluesse=[VOTE], verlauf="Lange beraten.\n"))
    punkt = niederschrift(saal(meeting), meeting)["punkte"][0]

    assert punkt["verlauf"] == "Lange beraten.\n"
    (beschluss,) = punkt["beschluesse"]
    assert beschluss["stimmen"] == "9 Ja, 1 Nein, 0 Enthaltungen"
    assert beschluss["beschlussfaehigkeit"] == "11 von 12 Sitzen anwesend (1 befangen), nötig sind 7: beschlussfähig."
    assert beschluss["erklaerung"] == "9 Ja gegen 1 Nein: angenommen."
    assert [text["wortlaut"] for text in beschluss["wortlaut"]] == ["Die Kommunen informieren mehrsprachig.\n"]
    assert len(beschluss["befangen"]) == 1
    assert [text.split(":")[0] for text in beschluss["namentlich"]] == ["Mit Ja stimmten", "Mit Nein stimmten"]


@pytest.mark.parametrize(
    ("versandt", "wort"),
    [
        ("2026-02-25", "Die Ladung war ordnungsgemäß"),
        ("2026-02-26", "Die Ladungsfrist von 14 Tagen war verkürzt"),
        ("2026-03-05", "Die Ladung war nicht fristgerecht"),
    ],
)
def test_sie_sagt_ob_die_ladung_ordnungsgemaess_war(versandt: str, wort: str) -> None:
    meeting = eroeffnet(einladung={"versandt": versandt, "verteiler": list(PERSONEN), "grund": "Die Zeit drängt.\n"})
    text = niederschrift(saal(meeting), meeting)["ladung"]

    assert text.startswith(wort)
    assert text.endswith("Grund: Die Zeit drängt.")


def test_wer_nicht_eingeladen_war_und_fehlt_wird_genannt() -> None:
    meeting = eroeffnet(fehlt=(STAEDTETAG,), einladung={"versandt": "2026-02-12", "verteiler": [LEITUNG]})
    text = niederschrift(saal(meeting), meeting)["ladung"]

    assert text.startswith("Die Ladung war nicht vollständig")
    assert text.endswith("Nicht eingeladen: Erika Beispiel.")


def test_eine_ag_kennt_keine_ladungsfrist() -> None:
    meeting = eroeffnet(gremium="ag-beispiel", leitung=None)

    assert niederschrift(saal(meeting), meeting)["ladung"].startswith(
        "Eingeladen wurde am 12. Februar 2026; dazwischen"
    )


def test_kommen_und_gehen_steht_bei_dem_punkt_an_dem_es_geschieht() -> None:
    here = [
        {"mitglied": LEITUNG, "nicht_bei": ["eins"]},
        {"mitglied": STAEDTETAG, "nicht_bei": ["vier"]},
        {"mitglied": PERSONEN[1], "nicht_bei": ["vier"]},
        *PERSONEN[5:],
    ]
    gone = {"am": "2026-03-10", "grund": "x\n"}
    names = ("eins", "zwei", "drei", "vier")
    tops = [top(k, **({"abgesetzt": gone} if k == "drei" else {})) for k in names]
    meeting = eroeffnet(*tops, anwesend=here)

    assert [punkt["wechsel"] for punkt in niederschrift(saal(meeting), meeting)["punkte"]] == [
        ["Noch nicht anwesend: Erika Beispiel."],
        ["Erika Beispiel kommt hinzu."],
        [],
        ["Erika Beispiel und Erika Beispiel verlassen die Sitzung."],
    ]


def test_was_an_einem_punkt_besonders_ist_steht_dabei() -> None:
    moved = [{"am": "2026-03-10", "nummer": "7", "grund": "Gast hat wenig Zeit.\n"}]
    meeting = eroeffnet(top("eins", tischvorlage="ja", umgestellt=moved))

    assert niederschrift(saal(meeting), meeting)["punkte"][0]["hinweise"] == [
        "Der Punkt wurde nach dem Versand der Einladung aufgenommen (Tischvorlage).",
        "Der Punkt wurde umgestellt; eingeladen war er als TOP 7. Gast hat wenig Zeit.",
    ]


def test_der_entwurf_nennt_sich_so_und_hat_keine_unterschriften(alle_vorlagen: Vorlagen) -> None:
    noted = eroeffnet(niederschrift={"fuehrung": STAEDTETAG, "vom": "2026-03-20"})
    text = _drucke(saal(noted), noted.kennung, alle_vorlagen)

    assert "Strategiegruppe (Entwurf)\n" in text
    assert "**Entwurf, noch nicht genehmigt. Über die Genehmigung beschließt die Strategiegruppe.**" in text
    assert "noch nicht genehmigt; darüber beschließt die nächste Sitzung" in text
    assert "Unterschrift" not in text


def test_die_genehmigte_traegt_vermerk_und_zeilen_fuer_die_unterschriften(alle_vorlagen: Vorlagen) -> None:
    text = _drucke(read_beispiel(), "sg-2025-02", alle_vorlagen)

    assert "Entwurf" not in text
    assert "Genehmigt in der Sitzung am 24. Februar 2026 (Beschluss sg-2026-01/niederschrift)." in text
    assert "| Für | Name | Ort, Datum | Unterschrift |" in text
    assert "| Niederschrift vom 17. Juli 2025 | Kim Musterfrau-Keiner |" in text
    assert "Geschäftsstelle: Kim Musterfrau-Keiner" in text
    assert "_Herr Max Beispielmann verlässt die Sitzung._" in text
    assert "| Beschlussfähigkeit | 9 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig. |" in text
    assert "Berichtigt am 24. Februar 2026 zu TOP 7" in text
    assert "Zuvor stand „8 Ja, 1 Nein, 1 Enthaltung“." in text


def _drucke(base: Bestand, kennung: str, vorlagen: Vorlagen) -> str:
    minutes = [a for a in find_auftraege(base, kennung, STICHTAG) if a.art == "niederschrift"]
    (data,) = erzeuge(minutes, vorlagen, "x", ("md",)).values()
    return data.decode()


def test_alle_angaben_sind_als_variablen_erklaert() -> None:
    for meeting in (eroeffnet(top("he-2026-01", beschluesse=[VOTE])), eroeffnet(leitung=None)):
        complete(NIEDERSCHRIFT.felder, niederschrift(saal(meeting), meeting))
    assert "niederschrift" in ALLE


def test_es_gibt_sie_erst_wenn_die_sitzung_begonnen_hat() -> None:
    def arten(bestand_mit: object) -> list[str]:
        return [a.art for a in find_auftraege(saal(bestand_mit), "sg-2026-01", STICHTAG)]  # type: ignore[arg-type]

    assert "niederschrift" not in arten(geladen())
    assert arten(eroeffnet())[-1] == "niederschrift"
