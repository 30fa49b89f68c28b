"""``netzint mail``: drafts below ``ausgabe/``, and who they do not reach."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import git, state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]


def read(datei: Path) -> EmailMessage:
    return message_from_bytes(datei.read_bytes(), policy=policy.default)


@pytest.mark.alle_formate
def test_der_entwurf_liegt_in_ausgabe_und_sonst_ist_nichts_geaendert(buero: Path, rufe: Rufe) -> None:
    head, status, _ = state(buero)
    lauf = rufe("mail", "sg-2026-02")
    message = read(buero / "ausgabe/sg-2026-02/mail-niederschrift-sg-2026-02.eml")

    assert (lauf.ausgang, lauf.aus) == (Ausgang.GUT, "ausgabe/sg-2026-02/mail-niederschrift-sg-2026-02.eml\n")
    assert message["Subject"] == "Niederschrift: 4. Sitzung der Strategiegruppe am 7. Juli 2026"
    assert "12 im An-Feld, 0 im Bcc" in lauf.fehler
    assert state(buero)[:2] == (head, status)


def test_wer_keine_adresse_hat_wird_mit_abhilfe_genannt(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("mail", "he-2025-01", "--an", "ministerium")

    assert lauf.ausgang == Ausgang.GUT
    assert "Ohne E-Mail-Adresse: Ministerium für Soziales" in lauf.fehler
    assert "netzint stelle aendern ministerium --e-mail ADRESSE" in lauf.fehler


def test_adressen_aus_dem_adressbuch_stehen_verdeckt_und_unbekannte_kennungen_werden_genannt(
    buero: Path, rufe: Rufe, tmp_path: Path
) -> None:
    buch = tmp_path / "adressen.csv"
    buch.write_text("kennung;e_mail\nministerium;privat@zuhause.example\nniemand-1;x@y.example\n", encoding="utf-8")
    git(buero, "config", "netzint.adressbuch", str(buch))
    lauf = rufe("mail", "he-2025-01", "--an", "ministerium", "--nach", str(tmp_path / "post"))
    message = read(tmp_path / "post/mail-weiterleitung-he-2025-01-ministerium.eml")

    assert "privat@zuhause.example" in message["Bcc"]
    assert "geschaeftsstelle@netzwerk.example" in message["To"]
    assert "Im Adressbuch stehen Kennungen, die es nicht gibt: niemand-1." in lauf.fehler


@pytest.mark.alle_formate
def test_nach_einladen_verlegen_und_absagen_passt_der_entwurf_zum_stand(buero: Path, rufe: Rufe) -> None:
    subjects = []
    for words in (
        ("neu", "--datum", "2027-02-02"),
        ("einladen", "sg-2026-03"),
        ("aendern", "sg-2026-03", "--ort", "Ulm, Rathaus"),
        ("verlegen", "sg-2026-03", "--datum", "2027-02-09", "--grund", "Raum belegt"),
        ("absagen", "sg-2026-03", "--grund", "Schnee"),
    ):
        rufe("sitzung", *words)
        subjects.append(str(read(buero / rufe("mail", "sg-2026-03").aus.strip())["Subject"]).partition(":")[0])

    assert subjects == [
        "Termin vormerken", "Einladung", "Geändert", "Verlegt auf den 9. Februar 2027", "Abgesagt",
    ]  # fmt: skip


def test_eine_fehlerhafte_vorlage_wird_mit_zeile_genannt(buero: Path, rufe: Rufe) -> None:
    vorlage = buero / "vorlagen/mail.md.j2"
    vorlage.write_text("# {{ mail.betrefff }}\n", encoding="utf-8")
    lauf = rufe("mail", "sg-2026-02")

    assert lauf.ausgang != Ausgang.GUT
    assert "mail.md.j2" in lauf.fehler
