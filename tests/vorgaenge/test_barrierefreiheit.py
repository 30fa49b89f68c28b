"""``netzint netzwerk barrierefreiheit``: the declaration comes into being and changes, and refuses what cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.barrierefreiheit import Angaben, Hindernis, erklaeren
from tests import bau

LEER = Hindernis()
ERSTE = Angaben(status="Teilweise", bewertet=date(2026, 11, 16))


def welt(**erklaerung: object) -> Bestand:
    return Bestand((bau.netzwerk(**({"barrierefreiheit": erklaerung} if erklaerung else {})),))


def act(world: Bestand, angaben: Angaben = Angaben(), hindernis: Hindernis = LEER) -> Aenderung | None:  # noqa: B008 (frozen)
    return erklaeren(world, (), stichtag=bau.STICHTAG, angaben=angaben, hindernis=hindernis)


def test_die_erste_erklaerung_wird_ganz_eingetragen() -> None:
    change = act(welt(), ERSTE._replace(schlichtung="Schlichtungsstelle"), Hindernis("Altes", "ausgenommen"))

    assert change is not None
    assert [(step.feld, getattr(step, "wert", None)) for step in change.gesetzt] == [
        (
            ("barrierefreiheit",),
            {
                "status": "teilweise",
                "bewertet": date(2026, 11, 16),
                "barrieren": [{"was": "Altes", "grund": "ausgenommen"}],
                "schlichtung": {"name": "Schlichtungsstelle"},
            },
        )
    ]
    assert list(change.gesetzt[0].wert) == ["status", "bewertet", "barrieren", "schlichtung"]  # type: ignore[union-attr,arg-type]


def test_spaeter_wird_nur_gesetzt_was_sich_aendert() -> None:
    world = welt(status="teilweise", bewertet="2026-11-16")
    change = act(world, Angaben(status="vollstaendig", bewertet=date(2026, 11, 16)))

    assert change is not None
    assert [(step.feld, getattr(step, "wert", None)) for step in change.gesetzt] == [
        (("barrierefreiheit", "status"), "vollstaendig")
    ]
    assert act(world, ERSTE) is None


def test_eine_stelle_wird_an_ihren_teilen_erkannt() -> None:
    change = act(
        welt(status="nicht", bewertet="2026-11-16"),
        Angaben(kontakt="Büro; 0711 1234; Weg 1, 70000 Ort; https://x.example; a@b.example"),
    )

    assert change is not None
    assert getattr(change.gesetzt[0], "wert", None) == {
        "name": "Büro",
        "anschrift": "Weg 1\n70000 Ort\n",
        "e_mail": "a@b.example",
        "telefon": "0711 1234",
        "link": "https://x.example",
    }


def test_eine_behobene_barriere_verschwindet_und_dieselbe_wird_ersetzt() -> None:
    old = {"was": "Altes", "grund": "ausgenommen"}
    world = welt(status="nicht", bewertet="2026-11-16", barrieren=[old])
    gone = act(world, hindernis=Hindernis(behoben="Altes"))
    changed = act(world, hindernis=Hindernis("Altes", "unvereinbar", bis=date(2027, 1, 1)))

    assert gone is not None
    assert getattr(gone.gesetzt[0], "wert", "") is None
    assert changed is not None
    assert getattr(changed.gesetzt[0], "wert", "") == [
        {"was": "Altes", "grund": "unvereinbar", "behoben_bis": date(2027, 1, 1)}
    ]


@pytest.mark.parametrize(
    ("angaben", "hindernis", "worte"),
    [
        (Angaben(), LEER, "Es fehlt, was sich ändern soll"),
        (Angaben(status="teilweise"), LEER, "Zur ersten Erklärung gehören"),
        (ERSTE._replace(status="prima"), LEER, "nicht möglich"),
        (ERSTE._replace(bewertet=date(2027, 1, 1)), LEER, "liegt in der Zukunft"),
        (ERSTE._replace(gilt_fuer="netzwerk.example"), LEER, "keine Internetadresse"),
        (ERSTE._replace(kontakt="A; Weg 1; Weg 2"), LEER, "zu viel"),
        (ERSTE._replace(kontakt=" ; "), LEER, "sagt nichts"),
        (ERSTE, Hindernis(grund="ausgenommen"), "Zu welcher Barriere"),
        (ERSTE, Hindernis("Altes"), "fehlt der Grund"),
        (ERSTE, Hindernis(behoben="Altes"), "ist nicht eingetragen"),
    ],
)
def test_was_nicht_gemeint_sein_kann_wird_mit_grund_abgelehnt(
    angaben: Angaben, hindernis: Hindernis, worte: str
) -> None:
    with pytest.raises(NetzintFehler) as refused:
        act(welt(), angaben, hindernis)

    assert worte in refused.value.text
    assert refused.value.hinweis
