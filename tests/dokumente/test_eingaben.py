"""The digest covers what a document is made of: all of it, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.dokumente.arten import ALLE
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.eingaben import digest_of, list_teile, with_herkunft
from netzint.dokumente.erzeugen import erzeuge
from netzint.dokumente.pipeline import Vorlagen
from netzint.recht.siegel import pruefsumme

TAG = date(2026, 11, 12)


def auftrag(art: str = "einladung", **ersatz: Any) -> Auftrag:
    daten = {name: wert for name, wert in ALLE[art].example().items() if name not in ("dokument", "herkunft")}
    return Auftrag(art, "sg-2026-03", TAG, {**daten, **ersatz})


def anders(vorlagen: Vorlagen, name: str, text: str = "{# anders #}\n") -> Vorlagen:
    return vorlagen._replace(texte={**vorlagen.texte, name: vorlagen.texte.get(name, "") + text})


def test_die_vorlage_und_ihre_teile_gehoeren_dazu_und_sonst_keine(alle_vorlagen: Vorlagen) -> None:
    used = set(list_teile(alle_vorlagen.texte, "einladung.md.j2"))

    assert used == {"einladung.md.j2", "kopf.md.j2", "angaben.md.j2", "punkte.md.j2", "fuss.md.j2"}
    before = digest_of(auftrag(), alle_vorlagen)
    for name in alle_vorlagen.texte:
        assert (digest_of(auftrag(), anders(alle_vorlagen, name)) != before) == (name in used), name
    assert digest_of(auftrag(), anders(alle_vorlagen, "neu.md.j2", "neu")) == before


def test_teile_von_teilen_zaehlen_auch_fehlende_und_solche_die_sich_selbst_einbinden() -> None:
    texte = {"a.md.j2": '{% include "b.md.j2" %}', "b.md.j2": '{% include "c.md.j2" %}{% include "a.md.j2" %}'}

    assert list_teile(texte, "a.md.j2") == ("a.md.j2", "b.md.j2", "c.md.j2")
    assert list_teile({"a.md.j2": "{% if"}, "a.md.j2") == ("a.md.j2",)


def test_jede_angabe_die_art_der_tag_und_der_name_gehoeren_dazu(alle_vorlagen: Vorlagen) -> None:
    given = auftrag()
    others = (
        auftrag(gremium="AG"),
        auftrag(tops=[]),
        given._replace(datum=date(2026, 11, 13)),
        given._replace(kennung="sg-2026-04"),
        given._replace(nummer="4/2026"),
        given._replace(oeffentlich=True),
        given._replace(teile=(auftrag(),)),
        given._replace(art="tagesordnung"),
    )
    digests = {digest_of(a, alle_vorlagen) for a in (given, *others)}

    assert len(digests) == len(others) + 1


def test_der_vorgang_steht_darin_und_aendert_die_pruefsumme_nicht(alle_vorlagen: Vorlagen) -> None:
    named = auftrag()._replace(vorgang="v-0123456789ab")
    daten, kopf = with_herkunft(named, alle_vorlagen)

    assert kopf.pruefsumme == digest_of(auftrag(), alle_vorlagen)
    assert daten["herkunft"] == {"pruefsumme": kopf.pruefsumme, "vorgang": "v-0123456789ab"}
    assert (kopf.vorgang, kopf.art, kopf.datum) == ("v-0123456789ab", "einladung", "2026-11-12")


@pytest.mark.parametrize("form", ["html", "pdf", "docx", "odt"])
def test_die_eigenschaften_nennen_alles_in_jedem_format(alle_vorlagen: Vorlagen, form: str) -> None:
    from netzint.dokumente.ausweis import read_ausweis

    named = auftrag()._replace(vorgang="v-0123456789ab")
    ((name, data),) = erzeuge([named], alle_vorlagen, "", (form,)).items()
    found = read_ausweis(name, data)

    assert found.form == form
    assert (found.get("art"), found.get("kennung"), found.tage) == ("einladung", "sg-2026-03", (TAG,))
    assert (found.get("vorgang"), found.get("pruefsumme")) == ("v-0123456789ab", digest_of(named, alle_vorlagen))
    briefbogen = {"docx": "brief.docx", "odt": "brief.odt"}.get(form)
    wanted = pruefsumme(alle_vorlagen.briefbogen[briefbogen]) if briefbogen else ""
    assert found.get("briefbogen") == wanted


def test_ein_anderer_briefbogen_aendert_nur_dateien_die_einen_haben(alle_vorlagen: Vorlagen) -> None:
    other = alle_vorlagen._replace(briefbogen={**alle_vorlagen.briefbogen, "brief.odt": b"anders"})
    before, after = (erzeuge([auftrag()], v, "", ("md", "html", "pdf", "docx")) for v in (alle_vorlagen, other))

    assert before == after
