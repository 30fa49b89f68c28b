"""git talking to a server: with the user's own keys and passwords, never waiting for an answer that nobody can give."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.schreibweg import prozess
from netzint.modell.fehler import Ausgang, NetzintFehler

ZEIT = 600.0
"""Seconds after which a server is taken to be silent."""
_WEGE = re.compile(
    r"GIT_(SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|PROXY_\w+|SSL_\w+|HTTP_\w+|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM)|ALLOW_PROTOCOL)"
)
"""What of git's variables says how a server is reached and with which keys. All others say where git keeps what, and
might lead it into another repository."""
_ZUGANG = (
    "Authentication failed", "Permission denied", "could not read Username", "could not read Password",
    "terminal prompts disabled", "Host key verification failed", "error: 401", "error: 403", "Access denied",
    "not authorized",
)  # fmt: skip
_WEG = (
    "Could not resolve", "Connection timed out", "Connection refused", "Connection reset", "unreachable", "timed out",
    "does not appear to be a git repository", "does not exist", "unable to access", "Could not read from remote",
    "Repository not found", "unexpectedly", "No route to host",
)  # fmt: skip
_ABRISS = (
    "unexpected disconnect", "hung up", "early EOF", "Broken pipe", "sideband", "Connection reset", "unexpectedly",
    "closed by remote host",
)  # fmt: skip
_ANMELDUNG = re.compile(r"(?<=://)[^@/\s]+@")


class Abgewiesen(NamedTuple):
    """The server, or a hook, would not take it. ``ueberholt``: somebody else was faster."""

    ueberholt: bool
    worte: str


def fetch(wurzel: Path, name: str) -> None:
    """Learn what the server has. Changes nothing but what this clone knows of it."""
    answer = _run(wurzel, "fetch", "--quiet", "--no-recurse-submodules", "--no-write-fetch-head", name)
    if answer.code:
        raise explain(answer.meldung)


def push(
    wurzel: Path, name: str, commit: str, ref: str, *, probe: bool = False, gefragt: bool = False
) -> Abgewiesen | None:
    """Send a commit to a branch of the server; None if it has it now. Raises NetzintFehler if it cannot be reached.

    ``probe``: only ask, the user's hook included. ``gefragt``: the hook has been asked.
    """
    options = [*(["--dry-run"] if probe else []), *(["--no-verify"] if gefragt else [])]
    answer = _run(wurzel, "push", "--porcelain", *options, name, f"{commit}:{ref}")
    if not answer.code:
        return None
    lines = answer.ausgabe.decode("utf-8", "replace").splitlines()
    refused = [line.split("\t")[-1] for line in lines if line.startswith("!")]
    if refused:
        worte = f"{answer.meldung}\n{refused[0]}"
        return Abgewiesen(_is_ueberholt(refused[0], answer.meldung), _shorten(worte))
    if not probe and any(sign in answer.meldung for sign in _ABRISS) and not _is_draussen(answer.meldung):
        raise _explain_abriss(answer.meldung)
    if any(sign in answer.meldung for sign in (*_ZUGANG, *_WEG)):
        raise explain(answer.meldung)
    return Abgewiesen(ueberholt=False, worte=_shorten(answer.meldung))


def _is_ueberholt(grund: str, message: str) -> bool:
    """Whether somebody else has sent first; if only just now, the server says so in its message."""
    if "failed to update ref" in grund:
        return "cannot lock ref" in message
    return any(sign in grund for sign in ("fetch first", "non-fast-forward", "stale info", "cannot lock ref"))


def _run(wurzel: Path, *args: str) -> prozess.Antwort:
    terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
    answer = prozess.execute_netz(wurzel, *args, env=_umgebung(terminal=terminal), zeit=ZEIT, keep_terminal=terminal)
    if answer is None:
        text = f"Der Server hat {ZEIT / 60:.0f} Minuten lang nicht geantwortet."
        raise NetzintFehler(text, "Netz und VPN prüfen, dann noch einmal: netzint abgleich", Ausgang.UMGEBUNG)
    return answer


def _umgebung(*, terminal: bool) -> dict[str, str]:
    """On a terminal git may ask for a password; elsewhere nobody would answer."""
    kept = {key: value for key, value in os.environ.items() if _WEGE.fullmatch(key.upper())}
    still = {} if terminal else {"GIT_TERMINAL_PROMPT": "0", "GCM_INTERACTIVE": "never", "SSH_ASKPASS_REQUIRE": "never"}
    return {**kept, **still, "LC_ALL": "C", "LANGUAGE": "C"}


def _is_draussen(message: str) -> bool:
    """Whether it had not even begun: then nothing can have arrived."""
    return any(sign in message for sign in (*_ZUGANG, "Could not read from remote", "does not appear to be"))


def _explain_abriss(message: str) -> NetzintFehler:
    text = "Die Verbindung zum Server ist beim Hochladen abgerissen; ob er Ihre Vorgänge hat, ist nicht sicher."
    hinweis = f"Noch einmal: netzint abgleich. Es sieht nach und sendet, was fehlt.\nGit meldet: „{_shorten(message)}“"
    return NetzintFehler(text, hinweis, Ausgang.UMGEBUNG)


def explain(message: str) -> NetzintFehler:
    """Why the server could not be asked. Passwords in its address are not told."""
    worte = _shorten(message)
    if any(sign in message for sign in _ZUGANG):
        text = "Der Server lässt Sie nicht hinein."
        hinweis = "Anmeldung, Schlüssel oder Rechte prüfen; auf einem Bildschirm fragt Git nach dem Kennwort."
    elif any(sign in message for sign in _WEG):
        text = "Der Server ist nicht zu erreichen."
        hinweis = "Netz, VPN oder Laufwerk prüfen; die Adresse zeigt: git remote -v"
    else:
        text, hinweis = "Der Austausch mit dem Server ist gescheitert.", "Netz und Anmeldung prüfen."
    return NetzintFehler(text, f"Es wurde nichts geändert. {hinweis}\nGit meldet: „{worte}“", Ausgang.UMGEBUNG)


def _shorten(message: str) -> str:
    return " ".join(_ANMELDUNG.sub("…@", message).split())[-400:] or "nichts"
