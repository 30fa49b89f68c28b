"""Findings in the forms that others have laid down: SARIF 2.1.0, JUnit XML, GitLab's Code Quality."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from netzint import __version__
from netzint.cli.formate import fremdes_json
from netzint.cli.zeichen import escape, escape_zeile
from netzint.modell.befund import Befund, Schwere

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from netzint.cli.befunde_gegen import Gegen

SARIF_STUFE = {Schwere.FEHLER: "error", Schwere.WARNUNG: "warning", Schwere.HINWEIS: "note"}
GITLAB_STUFE = {Schwere.FEHLER: "critical", Schwere.WARNUNG: "minor", Schwere.HINWEIS: "info"}
OHNE_DATEI = "daten/netzwerk.yaml"
"""Where findings about the whole are shown by programs that want a file: what they are about, the network."""
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def fingerprints(befunde: Sequence[Befund]) -> list[str]:
    """What each finding is known by in another run: never its line or wording, and no two are the same."""
    seen: Counter[str] = Counter()
    found = []
    for befund in befunde:
        plain = repr((befund.identitaet, befund.pfad if not befund.kennung else ""))
        seen[plain] += 1
        found.append(sha256(f"{plain} {seen[plain]}".encode("utf-8", "backslashreplace")).hexdigest())
    return found


def _text(befund: Befund) -> str:
    return f"{befund.text}\n→ {befund.hinweis}" if befund.hinweis else befund.text


def build_sarif(befunde: Sequence[Befund], gegen: Gegen | None = None) -> str:
    """A SARIF 2.1.0 log. With a comparison each result says whether it is new."""
    codes = sorted({b.code for b in befunde})
    driver = {"name": "netzint", "version": __version__, "language": "de", "rules": list(_sarif_regeln(codes))}
    results = []
    for nr, (befund, mark) in enumerate(zip(befunde, fingerprints(befunde), strict=True)):
        result = _sarif_befund(befund, codes, mark)
        if gegen is not None:
            result["baselineState"] = "new" if gegen.neu[nr] else "unchanged"
        results.append(result)
    run = {"tool": {"driver": driver}, "language": "de", "columnKind": "unicodeCodePoints", "results": results}
    return fremdes_json({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_regeln(codes: Iterable[str]) -> Iterator[dict[str, Any]]:
    from netzint.berichte.regeln import catalogue

    known = catalogue()
    for entry in (known[code] for code in codes):
        parts = [("Warum", entry.warum), ("Beispiel", entry.beispiel), ("Abhilfe", entry.abhilfe)]
        yield {
            "id": entry.code,
            "shortDescription": {"text": entry.titel},
            "fullDescription": {"text": entry.warum or entry.titel},
            "help": {"text": "\n\n".join(f"{name}: {text}" for name, text in parts if text) or entry.titel},
            "defaultConfiguration": {"level": SARIF_STUFE[entry.schwere]},
        }


def _sarif_befund(befund: Befund, codes: list[str], mark: str) -> dict[str, Any]:
    place: dict[str, Any] = {
        "artifactLocation": {"uri": quote(_safe(befund.pfad or OHNE_DATEI)), "uriBaseId": "%SRCROOT%"}
    }
    if befund.zeile:
        place["region"] = {"startLine": befund.zeile} | ({"startColumn": befund.spalte} if befund.spalte else {})
    location: dict[str, Any] = {"physicalLocation": place}
    if befund.kennung:
        location["logicalLocations"] = [{"fullyQualifiedName": befund.kennung, "kind": "object"}]
    return {
        "ruleId": befund.code,
        "ruleIndex": codes.index(befund.code),
        "level": SARIF_STUFE[befund.schwere],
        "message": {"text": _text(befund)},
        "locations": [location],
        "partialFingerprints": {"netzint/v1": mark},
    }


def _safe(pfad: str) -> bytes:
    return pfad.encode("utf-8", "surrogateescape")


def build_codequality(befunde: Sequence[Befund], gegen: Gegen | None = None) -> str:
    """GitLab's report. GitLab itself compares those of two branches; what was there before says so all the same."""
    rows = []
    for nr, (befund, mark) in enumerate(zip(befunde, fingerprints(befunde), strict=True)):
        before = "(schon vorher) " if gegen is not None and not gegen.neu[nr] else ""
        rows.append(
            {
                "description": f"{before}{' '.join(_text(befund).split())}",
                "check_name": befund.code,
                "fingerprint": mark,
                "severity": GITLAB_STUFE[befund.schwere],
                "location": {"path": befund.pfad or OHNE_DATEI, "lines": {"begin": max(befund.zeile, 1)}},
            }
        )
    return fremdes_json(rows)


def build_junit(befunde: Sequence[Befund], gegen: Gegen | None = None, *, streng: bool = False) -> str:
    """JUnit XML: each finding a test, failed by a Fehler (``streng``: or a Warnung); what was there before, skipped."""
    cases, states = [], Counter({"failure": 0, "skipped": 0})
    for nr, befund in enumerate(befunde):
        state = _junit_stand(befund, streng=streng)
        inner = f"<system-out>{_xml(_text(befund))}</system-out>"
        if gegen is not None and not gegen.neu[nr]:
            state = "skipped"
            since = _xml_wert(f"schon in {gegen.commit[:12]}: {befund.text}")
            inner = f'<skipped message="{since}"/>'
        elif state == "failure":
            message = f'type="{_xml_wert(befund.code)}" message="{_xml_wert(befund.text)}"'
            inner = f"<failure {message}>{_xml(_where(befund))}</failure>"
        states[state] += 1
        named = f'classname="{_xml_wert(befund.pfad or "netzint")}" name="{_name(befund)}"'
        cases.append(f"    <testcase {named}>{inner}</testcase>")
    if not befunde:
        cases.append('    <testcase classname="netzint" name="Alle Regeln eingehalten"/>')
    zahlen = f'tests="{len(cases)}" failures="{states["failure"]}" errors="0" skipped="{states["skipped"]}"'
    suite = f'  <testsuite name="netzint pruefen" {zahlen}>'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", suite, *cases, "  </testsuite>", "</testsuites>"]
    return "\n".join(lines) + "\n"


def _junit_stand(befund: Befund, *, streng: bool) -> str:
    fails = befund.schwere is Schwere.FEHLER or (streng and befund.schwere is Schwere.WARNUNG)
    return "failure" if fails else "passed"


def _name(befund: Befund) -> str:
    return _xml_wert(" ".join(filter(None, (befund.code, befund.kennung, *befund.schluessel))))


def _where(befund: Befund) -> str:
    place = f"{befund.pfad}:{befund.zeile}:{befund.spalte}\n" if befund.zeile else ""
    return f"{place}{_text(befund)}"


def _xml(text: str) -> str:
    """Text between tags: what XML must not hold becomes visible, and no line is a command to a runner."""
    lines = (escape_zeile(escape(line)) for line in text.splitlines())
    return "\n".join(line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for line in lines)


def _xml_wert(text: str) -> str:
    """The value of an attribute, on one line."""
    return _xml(" ".join(text.splitlines())).replace('"', "&quot;")
