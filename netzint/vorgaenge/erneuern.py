"""``netzint init --erneuern``: what a newer netzint brings along in place of what an older one laid down."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from netzint.vorgaenge.aenderung import Aenderung

VERZEICHNIS = ".netzint/mitgeliefert.txt"
"""What was laid down, with its digests: by that a file that somebody has changed is told from one that is only old."""

_EIGENER_ORDNER = ".netzint/"
_DES_NETZWERKS = ("daten/", "vorlagen/")


class Erneuerung(NamedTuple):
    """The files to be written (None: to be removed), and those that were changed by hand and stay as they are."""

    nachher: Mapping[str, bytes | None]
    eigene: tuple[str, ...]


def is_erneuerbar(pfad: str) -> bool:
    """Whether a shipped file is netzint's to lay down again: entries and the first page are the network's.

    Templates are the network's, too, but one that is missing is a Fehler: a newer netzint has more kinds of letters.
    Letterheads are the network's as soon as it has changed them.
    """
    own = not pfad.startswith(_DES_NETZWERKS) or pfad.endswith("/README.md")
    return pfad != "README.md" and (own or _is_vorlage(pfad) or _is_briefbogen(pfad))


def _is_vorlage(pfad: str) -> bool:
    return pfad.startswith("vorlagen/") and pfad.endswith(".j2")


def _is_briefbogen(pfad: str) -> bool:
    return pfad.startswith("vorlagen/") and pfad.endswith((".docx", ".odt"))


def write_verzeichnis(mitgeliefert: Mapping[str, bytes]) -> bytes:
    """The list as ``sha256sum`` writes it, so that nothing of ours is needed to check it."""
    listed = sorted((pfad, data) for pfad, data in mitgeliefert.items() if not _is_vorlage(pfad))
    return "".join(f"{_hash(data)}  {pfad}\n" for pfad, data in listed).encode()


def compare(
    vorhanden: Mapping[str, bytes], mitgeliefert: Mapping[str, bytes], *, auch_geaenderte: bool = False
) -> Erneuerung:
    """What is to be done so that the shipped files are those of this version.

    What somebody has changed stays, what somebody has removed stays away; ``auch_geaenderte`` takes these, too. Of the
    templates only those are laid down that are missing; letterheads likewise, and if nobody has changed them.
    """
    frueher = read_verzeichnis(vorhanden.get(VERZEICHNIS))
    nachher: dict[str, bytes | None] = {}
    eigene = []
    for pfad, neu in sorted(mitgeliefert.items()):
        alt = vorhanden.get(pfad)
        if alt == neu or (_is_des_netzwerks(pfad, alt, frueher) and alt is not None):
            continue
        if _is_des_netzwerks(pfad, alt, frueher) or auch_geaenderte or _is_unberuehrt(pfad, alt, frueher):
            nachher[pfad] = neu
        elif alt is not None:
            eigene.append(pfad)
    for pfad in sorted((frueher or {}).keys() & vorhanden.keys() - mitgeliefert.keys()):
        if pfad.startswith(_EIGENER_ORDNER) and _is_unberuehrt(pfad, vorhanden[pfad], frueher):
            nachher[pfad] = None
    verzeichnis = write_verzeichnis(mitgeliefert)
    if vorhanden.get(VERZEICHNIS) != verzeichnis:
        nachher[VERZEICHNIS] = verzeichnis
    return Erneuerung(nachher, tuple(eigene))


def _is_des_netzwerks(pfad: str, alt: bytes | None, frueher: Mapping[str, str] | None) -> bool:
    """Whether it is laid down where it is missing, and left alone where it is not."""
    return _is_vorlage(pfad) or (_is_briefbogen(pfad) and not (alt is not None and _is_unberuehrt(pfad, alt, frueher)))


def erneuern(version: str) -> Aenderung:
    """The Vorgang: it touches no entry."""
    zurueck = "Rückgängig machen: das frühere netzint installieren und den Befehl wiederholen."
    return Aenderung(
        "erneuern", f"Mitgelieferte Dateien auf den Stand von netzint {version} gebracht", korrektur=zurueck
    )


def _is_unberuehrt(pfad: str, alt: bytes | None, frueher: Mapping[str, str] | None) -> bool:
    """Whether nobody but netzint had a hand in it. Without a list that is sure only for its own folder."""
    if frueher is None:
        return pfad.startswith(_EIGENER_ORDNER)
    if alt is None:
        return pfad not in frueher
    return frueher.get(pfad) == _hash(alt)


def read_verzeichnis(data: bytes | None) -> dict[str, str] | None:
    """Path → digest of what was laid down; None if nobody wrote it down."""
    if data is None:
        return None
    lines = (line.partition("  ") for line in data.decode("utf-8", "replace").splitlines())
    return {pfad: digest for digest, _, pfad in lines}


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
