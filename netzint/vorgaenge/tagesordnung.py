"""The Tagesordnung that the Bestand asks for: each step of the circle puts its open matters on it, with its reason.

One small generator per source; their order here is the order on the Tagesordnung.
"""

from __future__ import annotations

from collections.abc import Iterator

from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.sprache import anzahl, aufzaehlung, datum
from netzint.vorgaenge import offen
from netzint.vorgaenge.offene_vorlagen import list_offene_vorlagen, top_bezug, top_kennung, top_weil
from netzint.vorgaenge.vorschlag import (
    Anlass,
    Quelle,
    Vorschlag,
    covered_before,
    is_reviewed,
    list_matters,
    merge,
    shorten,
)


def propose_tagesordnung(anlass: Anlass, quellen: tuple[Quelle, ...] | None = None) -> tuple[Vorschlag, ...]:
    """All proposed TOPs in order, of all or some sources; what an earlier planned Sitzung has is not proposed again."""
    taken = {kennung for sitzung in anlass.geplant for kennung in list_matters(sitzung, anlass.bestand)}
    found: dict[str, Vorschlag] = {}
    for quelle in QUELLEN if quellen is None else quellen:
        for vorschlag in quelle(anlass):
            if vorschlag.fest or vorschlag.sammelt or vorschlag.kennung not in taken:
                known = found.get(vorschlag.kennung)
                found[vorschlag.kennung] = merge(known, vorschlag) if known else vorschlag
    return tuple(found.values())


def eroeffnung(_anlass: Anlass) -> Iterator[Vorschlag]:
    """The fixed first items."""
    yield Vorschlag("begruessung", "Begrüßung, Feststellung der Ladung und der Beschlussfähigkeit", fest=True)
    yield Vorschlag("tagesordnung", "Genehmigung der Tagesordnung", fest=True)


def niederschrift(anlass: Anlass) -> Iterator[Vorschlag]:
    """Approval of the minutes of every Sitzung before this one whose minutes are not approved yet."""
    for sitzung in offen.unapproved_sitzungen(anlass.bestand, anlass.datum):
        weil = "noch nicht genehmigt" if sitzung.zustand == "durchgefuehrt" else "vorherige Sitzung, noch zu halten"
        yield Vorschlag(
            f"niederschrift-{sitzung.kennung}",
            f"Genehmigung der Niederschrift der Sitzung vom {datum(sitzung.datum)}",
            weil,
            bezug=(sitzung.kennung,),
        )


def vertagtes(anlass: Anlass) -> Iterator[Vorschlag]:
    """What was vertagt or could not be voted on for lack of a quorum, and Umläufe that met an objection."""
    for matter in offen.postponed_matters(anlass.bestand, anlass.datum):
        yield Vorschlag(
            matter.top, matter.titel, matter.weil, vorlage=matter.vorlage, wiederaufnahme=matter.beschluss,
            bezug=matter.bezug, antrag=matter.antrag,
        )  # fmt: skip


def empfehlungen(anlass: Anlass) -> Iterator[Vorschlag]:
    """One Beschluss TOP per Empfehlung that its AG has handed in and that has not been voted on.

    Those that a Beschlussvorlage lays before the Sitzung en bloc come with it.
    """
    together = {kennung for v in _prepared(anlass) for kennung in getattr(v.antrag, "empfehlungen", ())}
    for empfehlung, fassung in offen.submitted_empfehlungen(anlass.bestand, anlass.stichtag):
        if empfehlung.kennung in together:
            continue
        day = fassung.eingereicht
        yield Vorschlag(
            empfehlung.kennung,
            empfehlung.titel,
            f"am {datum(day)} von der Arbeitsgruppe eingereicht" if day else "von der Arbeitsgruppe eingereicht",
            antrag={"art": "empfehlung", "empfehlungen": [empfehlung.kennung], "fassung": str(fassung.nr)},
            vorlage=offen.ready_vorlage(anlass.bestand, empfehlung.kennung, fassung.nr),
            bezug=(empfehlung.arbeitsgruppe,),
        )


def vorlagen(anlass: Anlass) -> Iterator[Vorschlag]:
    """Beschlussvorlagen that were prepared and stand on no other Tagesordnung."""
    for vorlage in _prepared(anlass):
        yield Vorschlag(
            top_kennung(vorlage), vorlage.betreff, top_weil(anlass.bestand, vorlage), vorlage=vorlage.kennung,
            bezug=top_bezug(anlass.bestand, vorlage.antrag),
        )  # fmt: skip


def ag_enden(anlass: Anlass) -> Iterator[Vorschlag]:
    """Verlängerung or Abschluss of each AG whose Mandat ends before the Sitzung after this one.

    Where a Beschlussvorlage about it is there already, that comes instead.
    """
    ready = {kennung for v in _prepared(anlass) for kennung in top_bezug(anlass.bestand, v.antrag)}
    for ag in offen.open_arbeitsgruppen(anlass.bestand, anlass.datum):
        if ag.ende < anlass.danach and ag.kennung not in ready:
            endet = "endete" if ag.ende < anlass.datum else "endet"
            weil = f"Mandat {endet} am {datum(ag.ende)}, vor der Sitzung danach (etwa {datum(anlass.danach)})"
            yield Vorschlag(f"ende-{ag.kennung}", f"Verlängerung oder Abschluss: {ag.name}", weil, bezug=(ag.kennung,))


def _prepared(anlass: Anlass) -> tuple[Beschlussvorlage, ...]:
    return list_offene_vorlagen(anlass.bestand, anlass.stichtag, anlass.datum)


def ag_berichte(anlass: Anlass) -> Iterator[Vorschlag]:
    """The report of each active AG."""
    for ag in offen.open_arbeitsgruppen(anlass.bestand, anlass.datum):
        yield Vorschlag(
            f"bericht-{ag.kennung}", f"Bericht: {ag.name}", f"aktiv bis {datum(ag.ende)}", bezug=(ag.kennung,)
        )


def ueberpruefung(anlass: Anlass) -> Iterator[Vorschlag]:
    """All due Überprüfungen as one TOP; its table is the Beschlusskontrolle."""
    known = offen.due_weiterleitungen(anlass.bestand, anlass.stichtag, anlass.datum)
    due = [f for f in known if not any(is_reviewed(sitzung, f) for sitzung in anlass.geplant)]
    if due:
        matters = tuple(dict.fromkeys(f.empfehlung.kennung for f in due))
        first = datum(due[0].am)
        many = f"{len(due)} Wiedervorlagen bis zum Sitzungstag fällig, die älteste am {first}"
        weil = many if len(due) > 1 else f"eine Wiedervorlage fällig am {first}"
        yield Vorschlag(
            "ueberpruefung", "Überprüfung der Umsetzung der Empfehlungen", weil, bezug=matters, sammelt=True
        )


def neue_themen(anlass: Anlass) -> Iterator[Vorschlag]:
    """Themen that came into the Themenspeicher since the last Sitzung."""
    covered = covered_before(anlass, "neue-themen")
    themen = [t for t in offen.new_themen(anlass.bestand, anlass.datum) if t.kennung not in covered]
    if themen:
        weil = f"seit der letzten Sitzung aufgenommen: {aufzaehlung([t.titel for t in themen])}"
        bezug = tuple(t.kennung for t in themen)
        yield Vorschlag("neue-themen", "Neue Themen im Themenspeicher", shorten(weil), bezug=bezug, sammelt=True)


def alte_bedarfe(anlass: Anlass) -> Iterator[Vorschlag]:
    """Bedarfe that have been open for long."""
    covered = covered_before(anlass, "offene-bedarfe")
    bedarfe = [b for b in offen.old_bedarfe(anlass.bestand, anlass.datum) if b.kennung not in covered]
    if bedarfe:
        first = datum(bedarfe[0].gemeldet.am)
        many = f"{len(bedarfe)} Bedarfe sind offen, der älteste seit dem {first}"
        weil = many if len(bedarfe) > 1 else f"ein Bedarf ist seit dem {first} offen"
        bezug = tuple(b.kennung for b in bedarfe)
        yield Vorschlag("offene-bedarfe", "Offene Bedarfe aus der Praxis", weil, bezug=bezug, sammelt=True)


def vakanzen(anlass: Anlass) -> Iterator[Vorschlag]:
    """Seats that nobody holds on the day of the Sitzung."""
    covered = covered_before(anlass, "vakanzen")
    sitze = [s for s in offen.vacant_sitze(anlass.bestand, anlass.datum) if s.kennung not in covered]
    if sitze:
        weil = f"am Sitzungstag {anzahl(len(sitze), 'Sitz', 'Sitze')} ohne ordentliches Mitglied"
        bezug = tuple(s.kennung for s in sitze)
        yield Vorschlag("vakanzen", "Vakante Sitze und Nachbenennung", weil, bezug=bezug, sammelt=True)


def veranstaltungen(anlass: Anlass) -> Iterator[Vorschlag]:
    """The next Veranstaltungen."""
    covered = covered_before(anlass, "veranstaltungen")
    coming = [v for v in offen.coming_veranstaltungen(anlass.bestand, anlass.datum) if v.kennung not in covered]
    if coming:
        weil = f"als nächste am {datum(coming[0].datum)}: {coming[0].titel}"
        bezug = tuple(v.kennung for v in coming)
        yield Vorschlag("veranstaltungen", "Nächste Veranstaltungen", shorten(weil), bezug=bezug, sammelt=True)


def schluss(_anlass: Anlass) -> Iterator[Vorschlag]:
    """The fixed last items."""
    yield Vorschlag("verschiedenes", "Verschiedenes", fest=True)
    yield Vorschlag("naechste-termine", "Nächste Termine", fest=True)


QUELLEN: tuple[Quelle, ...] = (
    eroeffnung,
    niederschrift,
    vertagtes,
    empfehlungen,
    vorlagen,
    ag_enden,
    ag_berichte,
    ueberpruefung,
    neue_themen,
    alte_bedarfe,
    vakanzen,
    veranstaltungen,
    schluss,
)
NACHTRAG: tuple[Quelle, ...] = (eroeffnung, niederschrift, vertagtes, empfehlungen, schluss)
"""Of a Sitzung that has been: what surely stood there. Everything else the office knows, and nobody else."""
