"""Packages of word processors (zip files): read within limits, written so that the same content is the same bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from netzint.dokumente.fehler import OFFICE_GROSS, OFFICE_UNLESBAR, VorlagenFehler

GROESSTE = 5 * 2**20
"""Bytes of a letterhead as it lies in ``vorlagen/``."""
EINTRAEGE = 300
ENTPACKT = 24 * 2**20
GROESSTER_TEIL = 8 * 2**20
_STEMPEL = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_VERSCHLUESSELT = 0x1
_LESBAR = (ZIP_STORED, ZIP_DEFLATED)


def open_stream(data: bytes) -> IO[bytes]:
    """Bytes as the libraries want them; no disk is touched."""
    return BytesIO(data)


def unpack(data: bytes, groesste: int = GROESSTE) -> dict[str, bytes]:
    """Name → content of every file in it. Raises VorlagenFehler if it is no package, or too large in any way."""
    if len(data) > groesste:
        raise _too_large(f"Die Datei hat mehr als {groesste // 2**20} MB.")
    try:
        with ZipFile(BytesIO(data)) as package:
            infos = [info for info in package.infolist() if not info.is_dir()]
            _check_names(infos)
            return _read_all(package, infos)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        raise _unreadable() from error


def _too_large(meldung: str) -> VorlagenFehler:
    return VorlagenFehler(OFFICE_GROSS, meldung, "Bilder verkleinern und Überflüssiges entfernen, dann neu speichern.")


def _unreadable() -> VorlagenFehler:
    hinweis = "Die Datei in Word oder LibreOffice öffnen und als .docx oder .odt neu speichern, ohne Kennwort."
    return VorlagenFehler(OFFICE_UNLESBAR, "Die Datei ist kein lesbares Dokument.", hinweis)


def _check_names(infos: list[ZipInfo]) -> None:
    if len(infos) > EINTRAEGE:
        raise _too_large(f"Die Datei enthält mehr als {EINTRAEGE} Teile.")
    names = [info.filename.casefold() for info in infos]
    odd = any(name.startswith("/") or "\\" in name or ".." in name.split("/") for name in names)
    closed = any(info.flag_bits & _VERSCHLUESSELT or info.compress_type not in _LESBAR for info in infos)
    if odd or closed or len(set(names)) != len(names):
        raise _unreadable()


def _read_all(package: ZipFile, infos: list[ZipInfo]) -> dict[str, bytes]:
    """What the headers say of sizes may be a lie: counted is what comes out."""
    found: dict[str, bytes] = {}
    left = ENTPACKT
    for info in infos:
        most = min(left, GROESSTER_TEIL)
        with package.open(info) as part:
            content = part.read(most + 1)
        if len(content) > most:
            raise _too_large(f"Der Teil „{info.filename[:60]}“ ist entpackt viel zu groß.")
        left -= len(content)
        found[info.filename] = content
    return found


def pack(teile: Mapping[str, bytes], zuerst: Iterable[str] = ()) -> bytes:
    """The package: fixed stamps, these files first, the rest by name.

    Nothing is compressed: compressors differ from machine to machine, and with them the bytes.
    """
    stream = BytesIO()
    names = list(dict.fromkeys([*(name for name in zuerst if name in teile), *sorted(teile)]))
    with ZipFile(stream, "w", ZIP_STORED) as package:
        for name in names:
            info = ZipInfo(name, _STEMPEL)
            info.create_system = _UNIX
            package.writestr(info, teile[name])
    return stream.getvalue()
