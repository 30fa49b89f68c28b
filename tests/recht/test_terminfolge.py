"""Which version of an appointment is the newer one: computed from the entry, and rising with each step."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.klartext import to_klartext
from netzint.modell.sitzung import Sitzung
from netzint.recht.terminfolge import folge, stempel
from tests import bau

TOPS = [bau.top(f"punkt-{nr}") for nr in range(3)]


def einladung(tag: str) -> dict[str, Any]:
    return {"versandt": tag, "verteiler": ["staedtetag-1"]}


def test_ein_eben_angesetzter_termin_hat_die_folge_null_und_den_anfang_seines_jahres() -> None:
    new = bau.sitzung("sg-2026-03", datum="2027-01-20", einladung=None)

    assert (folge(new), stempel(new)) == (0, date(2026, 1, 1))


def test_einladung_verlegung_und_absage_zaehlen_eines_nach_dem_anderen() -> None:
    invited = {"einladung": einladung("2026-11-02")}
    moved = {"verlegt": [{"von": "2026-12-03", "am": "2026-11-10", "eingeladen": "2026-11-02"}]}
    again = {**moved, "einladung": einladung("2026-11-12")}
    over = {**again, "abgesagt": {"am": "2026-12-01", "grund": "Schnee"}}
    states = ({"einladung": None}, invited, {**moved, "einladung": None}, again, over)
    steps = [bau.sitzung(**felder) for felder in states]

    assert [folge(step) for step in steps] == [0, 100, 200, 300, 400]
    assert [stempel(step) for step in steps[1:]] == [
        date(2026, 11, 2), date(2026, 11, 10), date(2026, 11, 12), date(2026, 12, 1),
    ]  # fmt: skip


def test_ort_zeit_und_tagesordnung_zaehlen_nach_der_einladung_im_kleinen() -> None:
    tops = [bau.top("a", tischvorlage="ja"), bau.top("b", abgesetzt={"am": "2026-11-20", "grund": "Zeit"})]
    changed = bau.sitzung(
        einladung=einladung("2026-11-02"), tagesordnung=tops, geaendert=[{"am": "2026-11-25", "was": ["ort"]}]
    )

    assert (folge(changed), stempel(changed)) == (103, date(2026, 11, 25))


def test_nur_eine_berichtigung_am_termin_selbst_zaehlt() -> None:
    def berichtigt(zu: str) -> Sitzung:
        entry = {"zu": zu, "am": "2027-01-05", "statt": "anderes", "grund": "Schreibfehler"}
        return bau.sitzung(einladung=einladung("2026-11-02"), berichtigungen=[entry])

    assert [folge(berichtigt(zu)) for zu in ("he-2026-04", "ort")] == [100, 101]


def test_eine_veranstaltung_kennt_verlegung_aenderung_und_absage() -> None:
    def event(**felder: Any) -> int:
        return folge(bau.make("veranstaltung", "va-2026-01", titel="x", art="Fachtag", datum="2027-01-02", **felder))  # type: ignore[arg-type]

    moved = [{"von": "2026-12-03", "am": "2026-11-10"}]
    noted = [{"am": "2026-11-11", "was": ["ort", "beginn"]}]
    over = {"am": "2026-11-12", "grund": "Schnee"}

    assert [
        event(), event(verlegt=moved), event(verlegt=moved, geaendert=noted), event(verlegt=moved, abgesagt=over),
    ] == [0, 100, 101, 200]  # fmt: skip


WORTE = ["einladen", "verlegen", "ort", "tischvorlage", "absetzen", "berichtigen"]
SCHRITTE = st.lists(st.sampled_from(WORTE), max_size=12)


@given(SCHRITTE, st.booleans())
def test_jeder_schritt_hebt_die_folge_und_keiner_senkt_den_stempel(schritte: list[str], am_ende_abgesagt: bool) -> None:  # noqa: FBT001
    entry = bau.sitzung("sg-2026-03", einladung=None, tagesordnung=TOPS)
    tag = date(2026, 3, 1)
    for schritt in [*schritte, *(["absagen"] if am_ende_abgesagt else [])]:
        after = _apply(entry, schritt, tag)
        if after is not None:
            assert folge(after) > folge(entry), schritt
            assert stempel(after) >= stempel(entry)
            entry = after
        tag += timedelta(days=1)


def _apply(entry: Sitzung, schritt: str, tag: date) -> Sitzung | None:
    """What the acts of the same names do to the entry; None where they would refuse."""
    plain: dict[str, Any] = {"kennung": entry.kennung, **to_klartext(entry)}
    tops: list[dict[str, Any]] = [dict(top) for top in plain["tagesordnung"]]
    match schritt, entry.einladung is not None:
        case "einladen", False:
            plain["einladung"] = einladung(str(tag))
        case "verlegen", invited:
            gone = {"von": str(entry.datum), "am": str(tag), **({"eingeladen": str(tag)} if invited else {})}
            plain["verlegt"] = [*plain.get("verlegt", []), gone]
            plain.pop("einladung", None)
            tops = [{k: v for k, v in t.items() if k != "tischvorlage"} for t in tops if "abgesetzt" not in t]
        case "ort", True:
            plain["geaendert"] = [*plain.get("geaendert", []), {"am": str(tag), "was": ["ort"]}]
        case "tischvorlage", True:
            tops.append(bau.top(f"neu-{tag}", tischvorlage="ja"))
        case "absetzen", True if tops and "abgesetzt" not in tops[0]:
            tops[0] |= {"abgesetzt": {"am": str(tag), "grund": "Zeit"}}
        case "berichtigen", _:
            entry_ = {"zu": "beginn", "am": str(tag), "statt": "9 Uhr", "grund": "Schreibfehler"}
            plain["berichtigungen"] = [*plain.get("berichtigungen", []), entry_]
        case "absagen", _:
            plain["abgesagt"] = {"am": str(tag), "grund": "Schnee"}
        case _:
            return None
    return Sitzung.model_validate({**plain, "tagesordnung": tops})
