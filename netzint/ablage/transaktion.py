"""The upper half of the one write path: a Vorgang becomes an Aenderung, is judged as bytes, and then one commit.

read HEAD → Vorgang → apply to text → re-parse these bytes → rules before and after → only new Fehler refuse →
documents in memory → commit (``schreibweg``) → documents into ``ausgabe/``. Nothing is written before the commit.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from netzint import __version__
from netzint.ablage import gitlesen
from netzint.ablage.ausgabe import ORDNER, write_dokumente
from netzint.ablage.gitaufruf import OHNE_GIT
from netzint.ablage.lesen import bestand as lesen
from netzint.ablage.lesen.lesbar import list_unreadable, refuse_newer_format
from netzint.ablage.lesen.staende import tell_aenderung
from netzint.ablage.lesen.urteil import judge_gelesenes
from netzint.ablage.schreibweg.ablauf import commit
from netzint.ablage.schreibweg.fremdes import list_foreign_changes
from netzint.ablage.schreibweg.plan import Plan
from netzint.ablage.umsetzen import to_dateien
from netzint.modell.arten import art_of_pfad
from netzint.modell.befund import Befund, Schwere, new_fehler, sort_befunde
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sprache import anzahl, aufzaehlung
from netzint.vorgaenge.aenderung import Aenderung

Vorgang = Callable[[Bestand, Collection[str]], Aenderung | None]
"""From the Bestand of HEAD and all Kennungen ever given to an Aenderung; None: there is nothing to do."""
Rendern = Callable[[Bestand, Aenderung, Mapping[str, bytes], str], Mapping[str, bytes]]
"""From the Bestand as it will be, the Aenderung, the templates and the Vorgang's id: path in ``ausgabe/`` → bytes."""

VORGANG_ID = "Vorgang-Id"
"""The trailer with the own id of a Vorgang."""
GENANNT = 10
"""So many Fehler, or files, are told one by one."""
SATZ = "Der Vorgang würde gegen Regeln verstoßen:"


class Ausgefuehrt(NamedTuple):
    """What a Vorgang came to. ``commit`` is empty after ``--probe``."""

    aenderung: Aenderung
    commit: str
    pfade: tuple[str, ...]
    dokumente: tuple[str, ...]
    """Paths of the written documents, relative to the Wurzel."""
    hinweise: tuple[str, ...]
    ausgang: Ausgang
    vorher: Mapping[str, bytes | None]
    nachher: Mapping[str, bytes | None]
    vorgang_id: str = ""
    """The own id of this Vorgang, as its commit says."""


class Entwurf(NamedTuple):
    """Everything decided and judged, nothing written."""

    aenderung: Aenderung
    vorher: Mapping[str, bytes | None]
    nachher: Mapping[str, bytes | None]
    dokumente: Mapping[str, bytes]
    plan: Plan
    unlesbar: tuple[str, ...] = ()
    """One sentence that names the files of HEAD that are no entries, or nothing."""
    fremd: tuple[str, ...] | None = None
    """The paths of edits that are in no commit; None: nobody has looked yet."""


def run(
    wurzel: Path,
    vorgang: Vorgang,
    *,
    stichtag: date,
    rendern: Rendern | None = None,
    probe: bool = False,
    widerspruch: tuple[str, str] = ("", ""),
) -> Ausgefuehrt | None:
    """Do one Vorgang. None if there is nothing to do. Raises NetzintFehler if it is refused; then nothing changed."""

    def entwurf(head: str) -> Entwurf | None:
        return _draft(wurzel, head, vorgang, stichtag, rendern, widerspruch)

    return carry_out(wurzel, entwurf, probe=probe)


def carry_out(wurzel: Path, entwurf: Callable[[str], Entwurf | None], *, probe: bool) -> Ausgefuehrt | None:
    """Make what was drafted true: commit, then documents. With ``probe`` only tell what would come of it."""
    drafts: list[Entwurf] = []

    def plane(head: str) -> Plan | None:
        draft = entwurf(head)
        drafts[:] = [draft] if draft else []
        return draft.plan if draft else None

    if probe:
        require_repository(wurzel)
        plane(gitlesen.head(wurzel))
        return _report(drafts[0], "", _name_foreign(wurzel, drafts[0]), Ausgang.GUT) if drafts else None
    result = commit(wurzel, plane)
    if result is None or not drafts:
        return None
    written, problem = write_dokumente(wurzel / ORDNER, drafts[0].dokumente)
    hints = (*result.hinweise, *_name_foreign(wurzel, drafts[0]))
    if problem:
        hints += (problem, f"Ursache beheben, dann: netzint dokument erzeugen {drafts[0].aenderung.kennungen[0]}")
    done = _report(drafts[0], result.commit, hints, Ausgang.NACHZUZIEHEN if problem else result.ausgang)
    return done._replace(dokumente=tuple(f"{ORDNER}/{name}" for name in written))


def require_repository(wurzel: Path) -> None:
    """Raises NetzintFehler (environment) where nothing can be committed."""
    if not gitlesen.is_repository(wurzel):
        raise NetzintFehler(f"Der Ordner „{wurzel}“ ist kein Git-Repository.", OHNE_GIT, Ausgang.UMGEBUNG)


def require_head(wurzel: Path) -> str:
    """The commit that a Vorgang computes on. Raises NetzintFehler if there is none yet."""
    require_repository(wurzel)
    return _require_commit(gitlesen.head(wurzel))


def _require_commit(head: str) -> str:
    if not head:
        text = "Hier ist noch nichts festgeschrieben; ein Vorgang rechnet auf dem letzten Commit."
        raise NetzintFehler(text, "Zuerst: netzint festschreiben")
    return head


def _name_foreign(wurzel: Path, draft: Entwurf) -> tuple[str, ...]:
    found = list_foreign_changes(wurzel) if draft.fremd is None else draft.fremd
    foreign = tuple(pfad for pfad in found if pfad not in draft.nachher)
    return (f"Nicht berücksichtigt, weil nicht festgeschrieben: {_name(foreign)}.",) if foreign else ()


def _name(pfade: tuple[str, ...]) -> str:
    more = [anzahl(len(pfade) - GENANNT, "weitere", "weitere")] if len(pfade) > GENANNT else []
    return aufzaehlung([*pfade[:GENANNT], *more])


def _report(draft: Entwurf, commit_id: str, hints: tuple[str, ...], ausgang: Ausgang) -> Ausgefuehrt:
    pfade, dokumente = tuple(draft.nachher), tuple(f"{ORDNER}/{name}" for name in draft.dokumente)
    hints = (*draft.aenderung.hinweise, *draft.unlesbar, *hints)
    done = Ausgefuehrt(draft.aenderung, commit_id, pfade, dokumente, hints, ausgang, draft.vorher, draft.nachher)
    return done._replace(vorgang_id=dict(draft.plan.trailer)[VORGANG_ID])


def _draft(
    wurzel: Path, head: str, vorgang: Vorgang, stichtag: date, rendern: Rendern | None, widerspruch: tuple[str, str]
) -> Entwurf | None:
    before = lesen.read_bestand(wurzel, stand=_require_commit(head))
    refuse_newer_format(before)
    fremd = list_foreign_changes(wurzel)  # once, before and not after: at 10,000 files git takes long to tell
    aenderung = vorgang(before.bestand, known_kennungen(wurzel, before.bestand, head, fremd))
    if aenderung is None:
        return None
    nachher = to_dateien(aenderung, before.read)
    after = before.laid_over(nachher)
    satz, hilfe = widerspruch
    judge_before = partial(findings, before, stichtag)
    refuse_new_fehler(judge_before, findings(after, stichtag), after.read, satz=satz or SATZ, hilfe=hilfe)
    draft = make_entwurf(wurzel, head, before, after, aenderung, nachher)._replace(fremd=fremd)
    name = dict(draft.plan.trailer)[VORGANG_ID]  # known before the commit: the documents carry it
    return draft._replace(dokumente=rendern(after.bestand, aenderung, after.vorlagen(), name) if rendern else {})


def make_entwurf(
    wurzel: Path,
    head: str,
    before: lesen.Gelesenes,
    after: lesen.Gelesenes,
    aenderung: Aenderung,
    nachher: Mapping[str, bytes | None],
) -> Entwurf:
    """The draft of a change that has been judged."""
    plan = build_plan(after.bestand, aenderung, nachher, head, bearbeitung=gitlesen.bearbeitung(wurzel))
    plan = plan._replace(rumpf=tell_aenderung(before, after, nachher, plan.rumpf))
    broken = list_unreadable(after)
    note = (f"Nicht lesbar und darum nicht berücksichtigt: {_name(broken)}. Näheres: netzint pruefen",)
    return Entwurf(aenderung, {p: before.read(p) for p in nachher}, nachher, {}, plan, note if broken else ())


def findings(gelesen: lesen.Gelesenes, stichtag: date) -> tuple[Befund, ...]:
    """What reading and all rules have to say."""
    return (*gelesen.befunde, *judge_gelesenes(gelesen, stichtag))


def refuse_new_fehler(
    before: Callable[[], tuple[Befund, ...]],
    after: tuple[Befund, ...],
    read: Callable[[str], bytes | None],
    *,
    satz: str = SATZ,
    hilfe: str = "",
) -> None:
    """The ratchet: a Vorgang is refused only for Fehler that it adds; an old one must not block its own repair.

    ``before`` is asked only if there is a Fehler at all: judging HEAD again would double the time of every Vorgang.
    ``read`` gives the bytes that were judged, so that each Fehler is told with its line and column. ``satz`` and
    ``hilfe`` say it in the words of the Vorgang.
    """
    if not any(b.schwere is Schwere.FEHLER for b in after):
        return
    added = sort_befunde(lesen.locate(new_fehler(before(), after), read))
    if added:
        more = [f"… und {len(added) - GENANNT} weitere"] if len(added) > GENANNT else []
        lines = [satz, *map(_line, added[:GENANNT]), *more]
        hinweis = f"Es wurde nichts geändert. {hilfe or f'Eine Regel erklärt: netzint regel {added[0].code}'}"
        raise NetzintFehler("\n".join(lines), hinweis)


def _line(befund: Befund) -> str:
    place = f"{befund.pfad}:{befund.zeile}:{befund.spalte}" if befund.zeile else befund.pfad
    return f"{place}: {befund.code} {befund.text}" + (f" → {befund.hinweis}" if befund.hinweis else "")


def known_kennungen(wurzel: Path, bestand: Bestand, head: str, fremd: Collection[str]) -> frozenset[str]:
    """Every Kennung in HEAD, whose Bestand this is, and in any other ref: what two clones are told apart by.

    Files that lie there uncommitted (``fremd``) count too, or the next number would be refused for standing in their
    way; and so do those that were given up, or two people would have the same in the history.
    """
    given_up = bestand.netzwerk.nicht_mehr_vergeben if bestand.netzwerk else ()
    other_refs = gitlesen.list_paths_other_refs(wurzel, "daten/", head)
    elsewhere = (found[1] for found in map(art_of_pfad, {*other_refs, *fremd}) if found)
    return frozenset([*given_up, *bestand.art_nach_kennung, *bestand.unlesbar, *elsewhere])


def build_plan(
    bestand: Bestand, aenderung: Aenderung, dateien: Mapping[str, bytes | None], head: str, *, bearbeitung: str
) -> Plan:
    """The commit: one German sentence, and trailers that name the Vorgang and what it touches; no personal name."""
    if bestand.netzwerk is None:
        text = "Ohne lesbare daten/netzwerk.yaml fehlt der Absender des Commits."
        raise NetzintFehler(text, "Die Datei mit „netzint pruefen“ ansehen.")
    trailer = [("Vorgang", aenderung.vorgang), (VORGANG_ID, f"v-{secrets.token_hex(6)}")]
    trailer += [("Kennung", kennung) for kennung in aenderung.kennungen]
    trailer += [("Beschluss", aenderung.beschluss)] if aenderung.beschluss else []
    trailer += [("Bearbeitung", bearbeitung)] if bearbeitung else []
    trailer += [("Netzint-Version", __version__)]
    office = bestand.netzwerk.geschaeftsstelle
    return Plan(dateien, aenderung.betreff, aenderung.grund, tuple(trailer), office.name, office.e_mail, head)
