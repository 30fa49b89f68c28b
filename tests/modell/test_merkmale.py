"""What is remembered of an entry, so that the whole Bestand can be sorted without making all of it."""

from __future__ import annotations

import marshal
from functools import partial

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.fach import Fach
from netzint.modell.grund import Eintrag
from netzint.modell.merkmale import MERKMALE, Schlicht
from tests.bau import beschluss, bestand, mandat, mitglied, sitzung, top
from tests.beispiel import read_beispiel


def keep(art: str, eintrag: Eintrag) -> Schlicht:
    """As the cache would."""
    plain: Schlicht = marshal.loads(marshal.dumps(tuple(MERKMALE[art].of(eintrag))))  # noqa: S302 (just made)
    return plain


def remember(ganz: Bestand, made: list[str]) -> Bestand:
    """The same Bestand, of which only the Merkmale are known; what is made is noted."""

    def make(art: str, kennung: str) -> Eintrag:
        made.append(kennung)
        return ganz.faecher[art].get(kennung)

    def recall(art: str, kennung: str) -> Schlicht | None:
        return keep(art, ganz.faecher[art].get(kennung)) if art in MERKMALE else None

    return Bestand({art: Fach(fach.kennungen, partial(make, art), partial(recall, art))
                    for art, fach in ganz.faecher.items()})  # fmt: skip


def test_ein_aufgehobenes_merkmal_ist_dasselbe_wie_ein_neues() -> None:
    for art, merkmalart in MERKMALE.items():
        for eintrag in read_beispiel().von_art(art).values():
            assert merkmalart.recall(keep(art, eintrag)) == merkmalart.of(eintrag)


def test_mit_aufgehobenen_merkmalen_wird_dasselbe_gefunden() -> None:
    ganz = read_beispiel()
    known = remember(ganz, [])

    assert list(known.beschluesse) == list(ganz.beschluesse)
    assert dict(known.mandate_nach_sitz) == dict(ganz.mandate_nach_sitz)
    for gremium in (STRATEGIEGRUPPE, *ganz.arbeitsgruppen, "gibt-es-nicht"):
        assert known.mandate_in(gremium) == ganz.mandate_in(gremium)
        assert known.sitzungen_von(gremium) == ganz.sitzungen_von(gremium)
        assert known.empfehlungen_von(gremium) == ganz.empfehlungen_von(gremium)


def test_wer_nicht_gemeint_ist_wird_nicht_gemacht() -> None:
    leute = (mitglied("a", mandate=[mandat()]), mitglied("b", mandate=[mandat(gremium="ag-x", rolle="staendig")]))
    sitzungen = (sitzung("sg-2026-01"), sitzung("sg-2026-02", tagesordnung=[top("t", beschluesse=[beschluss("x")])]))
    made: list[str] = []
    known = remember(bestand(*leute, *sitzungen), made)

    assert [m.mitglied.kennung for m in known.mandate_in("ag-x")] == ["b"]
    assert list(known.beschluesse) == ["sg-2026-02/x"]
    assert made == ["b", "sg-2026-02"]


def test_ein_merkmal_ohne_gedaechtnis_entsteht_aus_dem_eintrag() -> None:
    merkmale = bestand(mitglied("a", mandate=[mandat()])).merkmale("mitglied")

    assert merkmale["a"].gremien == (STRATEGIEGRUPPE,)
