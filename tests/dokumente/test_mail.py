"""Mail drafts: read back by Python's own reader under several policies, whatever stands in the data."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import getaddresses
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint import __version__
from netzint.dokumente.mail import Absender, Anlage, Entwurf, Kalenderteil, write_mail
from netzint.dokumente.mailentwurf import Umgebung, Wunsch, find_entwuerfe, write_entwurf
from netzint.dokumente.mailtext import Mailtext
from netzint.dokumente.pipeline import SCHREIBER, Vorlagen
from netzint.dokumente.zeichen import eine_zeile
from netzint.modell.adresse import Adresse
from netzint.modell.fehler import NetzintFehler
from netzint.modell.grund import Eintrag
from tests.beispiel import read_beispiel
from tests.dokumente import termine
from tests.dokumente.termine import LEUTE

BUERO = Absender("Geschäftsstelle des Netzwerks Integration, Baden-Württemberg", "gs@netzwerk.example")
BETREFF = "Einladung: 14. Sitzung der AG „Demokratiebildung, politische Partizipation – Übergänge“ am 3. Dezember 2026"
STICHTAG = date(2026, 11, 22)
KOPFZEILEN = [
    "Content-Type", "MIME-Version", "Subject", "From", "To", "Bcc", "Date", "Message-ID", "Content-Language",
    "X-Unsent",
]  # fmt: skip
POLICIES = [policy.default, policy.SMTP, policy.SMTPUTF8, policy.strict]
BOESE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=150),
    st.lists(
        st.sampled_from(
            ["\r\n", "\n", "\r", "\0", "\x85", "\u2028", "Bcc: boese@x.example", "=?utf-8?q?=0ABcc:_x?=", "Ü", "\u202e",
             "Subject:", " ", "\t", ",", "<x@y.example>", '"', "\\", "Überwachungsaufgaben", "😀", "--=_netzint_mixed_"]
        ),
        max_size=12,
    ).map("".join),
)  # fmt: skip


def entwurf(**felder: Any) -> Entwurf:
    text = Mailtext(BETREFF, "Guten Tag,\n\nFrom hier an gilt: äöü.\n.\n", "<p>äöü</p>\n")
    kalender = Kalenderteil("REQUEST", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    whole = Entwurf("sg-2026-03", "einladung", date(2026, 11, 12), text, LEUTE, False, kalender, ())  # noqa: FBT003
    return whole._replace(**felder)


def read(data: bytes, how: Any = policy.default) -> EmailMessage:
    return cast(EmailMessage, message_from_bytes(data, policy=how))


def addresses(message: Message, header: str) -> list[str]:
    return [mail for _, mail in getaddresses([str(value) for value in message.get_all(header, [])])]


@pytest.mark.parametrize("how", POLICIES, ids=["default", "smtp", "smtputf8", "strict"])
def test_alles_kommt_unter_jeder_leseweise_zurueck(how: Any) -> None:
    anlage = Anlage("einladung-sg-2026-03.pdf", b"%PDF-1.7\n\r\n\x00\xff")
    message = read(write_mail(BUERO, entwurf(anlagen=(anlage,))), how)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    (attached,) = message.iter_attachments()

    assert message["Subject"] == BETREFF
    assert (message["X-Unsent"], message["Date"]) == ("1", "Thu, 12 Nov 2026 08:00:00 +0000")
    assert plain is not None
    assert html is not None
    assert plain.get_content().replace("\r\n", "\n") == "Guten Tag,\n\nFrom hier an gilt: äöü.\n.\n"
    assert html.get_content().replace("\r\n", "\n") == "<p>äöü</p>\n"
    assert (attached.get_filename(), attached.get_content()) == (anlage.name, anlage.inhalt)
    assert [part.defects for part in message.walk()] == [[]] * len(list(message.walk()))


def test_auch_die_alte_leseweise_versteht_die_teile() -> None:
    message = message_from_bytes(write_mail(BUERO, entwurf()), policy=policy.compat32)
    parts = {part.get_content_type(): part for part in message.walk()}

    assert list(parts) == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar"]
    assert parts["text/calendar"].get_param("method") == "REQUEST"
    assert parts["text/calendar"].get_payload(decode=True) == b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def test_kein_umlaut_und_keine_lange_zeile_steht_roh_in_der_datei() -> None:
    data = write_mail(BUERO, entwurf())

    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 78


def test_sichtbar_ist_nur_wer_es_sein_darf() -> None:
    message = read(write_mail(BUERO, entwurf()))

    assert addresses(message, "To") == ["erika@stadt.example", "jm@stadt.example"]
    assert addresses(message, "Bcc") == ["gerda@privat.example"]
    assert [p.kennung for p in entwurf().ohne_adresse] == ["stumm-1"]


def test_verdeckt_steht_im_an_feld_nur_die_geschaeftsstelle() -> None:
    message = read(write_mail(BUERO, entwurf(verdeckt=True)))

    assert addresses(message, "To") == ["gs@netzwerk.example"]
    assert addresses(message, "Bcc") == ["erika@stadt.example", "jm@stadt.example", "gerda@privat.example"]


def test_ohne_adressen_bleibt_das_an_feld_leer() -> None:
    message = read(write_mail(BUERO, entwurf(empfaenger=LEUTE[3:])))

    assert (message["To"], message["Bcc"]) == (None, None)


def test_derselbe_entwurf_gibt_dieselben_bytes_und_ein_anderer_eine_andere_nummer() -> None:
    one, other = entwurf(), entwurf(tag=date(2026, 11, 13))

    assert write_mail(BUERO, one) == write_mail(BUERO, entwurf())
    assert read(write_mail(BUERO, one))["Message-ID"] != read(write_mail(BUERO, other))["Message-ID"]


@given(betreff=BOESE, name=BOESE, absender=BOESE, text=BOESE)
def test_nichts_in_den_daten_wird_zu_einer_kopfzeile(betreff: str, name: str, absender: str, text: str) -> None:
    people = (LEUTE[0]._replace(name=name), LEUTE[2]._replace(name=name))
    draft = entwurf(inhalt=Mailtext(betreff, f"{text}\n", f"<p>{len(text)}</p>"), empfaenger=people)
    data = write_mail(BUERO._replace(name=absender), draft)
    for how in (policy.compat32, *POLICIES):
        message = message_from_bytes(data, policy=how)
        assert list(message.keys()) == KOPFZEILEN
        assert [p.get_content_type() for p in message.walk()] == [
            "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar",
        ]  # fmt: skip
    message = read(data)
    assert [(h, addresses_of(message, h)) for h in ("From", "To", "Bcc")] == [
        ("From", ["gs@netzwerk.example"]), ("To", ["erika@stadt.example"]), ("Bcc", ["gerda@privat.example"]),
    ]  # fmt: skip
    assert data.isascii()


def addresses_of(message: EmailMessage, header: str) -> list[str]:
    """As the structured reader takes it apart."""
    return [a.addr_spec for a in cast(Any, message[header]).addresses]


@given(betreff=BOESE)
def test_jeder_betreff_kommt_zurueck_wie_er_zu_sehen_ist(betreff: str) -> None:
    message = read(write_mail(BUERO, entwurf(inhalt=Mailtext(betreff, "x\n", "x"))))

    assert str(message["Subject"]) == eine_zeile(betreff)


@given(name=st.text(st.characters(categories=("L", "Nd", "Pd", "Zs")), min_size=1, max_size=120))
def test_jeder_name_kommt_zurueck(name: str) -> None:
    """But for blanks where one word of it is too long for a line: there this reader shows a gap that others do not."""
    message = read(write_mail(BUERO, entwurf(empfaenger=(LEUTE[0]._replace(name=name),))))
    (found,) = cast(Any, message["To"]).addresses

    assert "".join(found.display_name.split()) == "".join(eine_zeile(name).split())


def lesbar(data: bytes) -> str:
    """A draft as people can compare it: its headers as they are written, its parts decoded."""
    message = message_from_bytes(data, policy=policy.compat32)
    lines = [data.partition(b"\r\n\r\n")[0].decode().replace("\r\n", "\n")]
    for part in message.walk():
        if part.is_multipart():
            continue
        head = "\n".join(f"{name}: {value}" for name, value in part.items())
        content = cast(bytes, part.get_payload(decode=True))
        text = content.decode() if part.get_content_maintype() == "text" else f"({len(content)} Byte)\n"
        lines.append(f"{head}\n\n{text}".replace("\r\n ", "").replace("\r\n", "\n"))
    whole = "\n==========\n".join(lines).replace(f"netzint {__version__}", "netzint")
    return re.sub(r"[0-9a-f]{24}", "(Prüfsumme)", whole)


def umgebung(alle_vorlagen: Vorlagen, **buch: Adresse) -> Umgebung:
    return Umgebung(alle_vorlagen, buch, STICHTAG)


@pytest.mark.parametrize(
    ("name", "entry", "art"),
    [
        ("vormerkung", termine.sitzung(einladung=None), ""),
        ("einladung", termine.sitzung(), ""),
        ("aenderung", termine.sitzung(geaendert=[{"am": "2026-11-20", "was": ["ort", "beginn"]}]), ""),
        ("verlegung", termine.sitzung(
            einladung=None,
            verlegt=[{"von": "2026-11-26", "am": "2026-11-14", "eingeladen": "2026-11-02", "grund": "Raum belegt.\n"}],
        ), ""),
        ("absage", termine.sitzung(abgesagt={"am": "2026-12-01", "grund": "Schnee.\n"}), ""),
        ("niederschrift", termine.sitzung(anwesend=["staedtetag-1"], niederschrift={"vom": "2026-12-10"}), ""),
    ],
)  # fmt: skip
def test_die_entwuerfe_zur_sitzung_sehen_aus_wie_erwartet(
    erwartet: Callable[[str, str], None], alle_vorlagen: Vorlagen, monkeypatch: pytest.MonkeyPatch, name: str,
    entry: Eintrag, art: str,
) -> None:  # fmt: skip
    monkeypatch.setitem(SCHREIBER, "pdf", lambda _satz: b"%PDF-1.7 Beispiel\n")
    world = termine.bestand(entry, *leute())
    (draft,) = find_entwuerfe(world, entry.kennung, Wunsch(art), umgebung(alle_vorlagen))

    erwartet(f"mail/{name}.txt", lesbar(write_entwurf(world, draft)))


def leute() -> tuple[Eintrag, ...]:
    from tests import bau

    return (bau.mitglied("staedtetag-1", name="Jörg Müller", dienstlich={"e_mail": "joerg@staedtetag.example"}),)


@pytest.mark.parametrize(
    ("kennung", "wunsch"),
    [
        ("he-2025-01", Wunsch()),
        ("he-2026-01", Wunsch("wiedervorlage")),
        ("va-2027-01", Wunsch(an=("beauftragte",))),
    ],
)
def test_die_uebrigen_entwuerfe_sehen_aus_wie_erwartet(
    erwartet: Callable[[str, str], None], alle_vorlagen: Vorlagen, monkeypatch: pytest.MonkeyPatch, kennung: str,
    wunsch: Wunsch,
) -> None:  # fmt: skip
    monkeypatch.setitem(SCHREIBER, "pdf", lambda _satz: b"%PDF-1.7 Beispiel\n")
    world = read_beispiel()
    drafts = find_entwuerfe(world, kennung, wunsch, umgebung(alle_vorlagen))

    text = "\n##########\n".join(f"{d.name}\n\n{lesbar(write_entwurf(world, d))}" for d in drafts)
    erwartet(f"mail/{drafts[0].anlass}.txt", text)


def test_der_kalender_steht_in_der_mail_und_haengt_an() -> None:
    world = read_beispiel()
    (draft,) = find_entwuerfe(world, "va-2027-01", Wunsch(an=("strategiegruppe",)), umgebung(vorlagen_von()))
    message = read(write_entwurf(world, draft))
    (inside,) = [p for p in message.walk() if p.get_content_type() == "text/calendar"]
    (attached,) = [p for p in message.iter_attachments() if p.get_filename() == "termin-va-2027-01.ics"]

    assert inside.get_payload(decode=True) == attached.get_payload(decode=True)
    assert inside.get_param("method") == "REQUEST"


def vorlagen_von() -> Vorlagen:
    from tests.dokumente.conftest import ORDNER

    return Vorlagen.decode({p.name: p.read_bytes() for p in ORDNER.iterdir()})


def test_das_adressbuch_geht_vor_und_bleibt_verdeckt(alle_vorlagen: Vorlagen) -> None:
    world = termine.bestand(termine.sitzung(), *leute())
    own = {"staedtetag-1": Adresse("privat@zuhause.example", offen=False)}
    (draft,) = find_entwuerfe(world, "sg-2026-03", Wunsch(), Umgebung(alle_vorlagen, own, STICHTAG))
    data = write_entwurf(world, draft)

    assert [p.e_mail for p in draft.verdeckte] == ["privat@zuhause.example"]
    assert b"privat@zuhause.example" not in data.partition(b"\r\n\r\n")[2]
    assert draft.kalender is not None
    assert b"privat" not in draft.kalender.inhalt


@pytest.mark.parametrize(
    ("kennung", "wunsch", "text"),
    [
        ("sg-2026-02", Wunsch("absage"), "„absage“ passt dazu nicht"),
        ("va-2026-01", Wunsch(), "nicht eingetragen, wer eingeladen wird"),
        ("he-2025-01", Wunsch("einladung"), "passt nicht zu einer Empfehlung"),
        ("he-2025-01", Wunsch(an=("gemeindetag",)), "nichts zu schreiben"),
        ("he-2026-07", Wunsch(), "an keine Stelle weitergeleitet"),
        ("thema-wohnen", Wunsch(), "gibt es keine E-Mail"),
        ("va-2027-01", Wunsch(an=("xyz",)), "das gibt es nicht"),
        ("va-2027-01", Wunsch(an=("ministerium",)), "kann Verschiedenes meinen"),
    ],
)
def test_was_sich_nicht_schreiben_laesst(alle_vorlagen: Vorlagen, kennung: str, wunsch: Wunsch, text: str) -> None:
    with pytest.raises(NetzintFehler, match=text):
        find_entwuerfe(read_beispiel(), kennung, wunsch, umgebung(alle_vorlagen))
