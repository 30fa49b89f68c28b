"""Reading the official register of municipalities (GV100AD of Destatis) that the office has as a file.

Five columns of a fixed-width text are wanted, so it is read here: the library for it (gv100ad-py) makes objects of
every record and stops with an English ValueError at the first line it does not know.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from netzint.ablage import gitlesen
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.gebiet import Gebiet, Verzeichnis, sort_gebiete
from netzint.modell.umgebung import ursache

EINSTELLUNG = "netzint.register"
"""Where git remembers the path of the file, for this clone only."""
HOECHSTENS = 64 * 1024 * 1024
"""Bytes after unpacking; the whole of Germany has 4 MB."""
_LAND = "08"
_SATZ = re.compile(r"(10|20|30|40|50|60)(\d{4})(\d{2})(\d{2})")
_KENNZEICHEN = {
    ("40", "44"): ("landkreis", None),
    ("60", "62"): ("stadt", "stadtkreis"),
    ("60", "63"): ("stadt", None),
    ("60", "64"): ("gemeinde", None),
    ("60", "67"): ("stadt", "grosse_kreisstadt"),
}
"""Record type and mark → kind and status. A Stadtkreis is listed as a Stadt too; 65 and 66 are no Kommune."""
_GEZEICHNET = {art for art, _ in _KENNZEICHEN}
_BREITE = 124
"""A record up to its mark; a shorter one was cut off."""


def read_register(datei: Path) -> Verzeichnis:
    """The Kommunen of Baden-Württemberg; plain text, ``.xz`` or the ``.zip`` of Destatis. Raises NetzintFehler."""
    try:
        text = _decode(_unpack(datei))
    except OSError as error:
        raise _refuse(datei, f"lässt sich nicht lesen ({ursache(error)})") from error
    found, days = [], set()
    for line in text.splitlines():
        record = _SATZ.match(line)
        if record is None:
            continue
        days.add(record.groups()[1:])
        if record[1] in _GEZEICHNET and len(line) < _BREITE:
            raise _refuse(datei, "ist nicht vollständig")
        gebiet = _parse(line)
        if gebiet is not None:
            found.append(gebiet)
    if not found:
        raise _refuse(datei, "enthält keine Gemeinden Baden-Württembergs")
    return Verzeichnis(_latest(datei, days), sort_gebiete(found))


def _parse(line: str) -> Gebiet | None:
    kind = _KENNZEICHEN.get((line[:2], line[122:124]))
    ags = line[10:18].strip()
    if kind is None or not ags.startswith(_LAND):
        return None
    return Gebiet(ags, line[22:72].strip(), *kind)


def _latest(datei: Path, days: set[tuple[str | int, ...]]) -> date:
    try:
        year, month, day = map(int, max(days))
        return date(year, month, day)
    except ValueError:
        raise _refuse(datei, "nennt keinen gültigen Gebietsstand") from None


def _unpack(datei: Path) -> bytes:
    if not datei.is_file():
        raise _refuse(datei, "gibt es nicht")
    with datei.open("rb") as stream:
        head = stream.read(6)
    if head.startswith(b"\xfd7zXZ"):
        return _unpack_xz(datei)
    if head.startswith(b"PK"):
        return _unpack_zip(datei)
    if datei.stat().st_size > HOECHSTENS:
        raise _refuse(datei, "ist zu groß")
    return datei.read_bytes()


def _unpack_xz(datei: Path) -> bytes:
    import lzma

    decompressor = lzma.LZMADecompressor()
    try:
        data = _limited(datei, decompressor.decompress(datei.read_bytes(), HOECHSTENS + 1))
    except lzma.LZMAError:
        raise _refuse(datei, "ist beschädigt") from None
    if not decompressor.eof:
        raise _refuse(datei, "ist nicht vollständig")
    return data


def _unpack_zip(datei: Path) -> bytes:
    import zipfile

    try:
        with zipfile.ZipFile(datei) as archive:
            names = [n for n in archive.namelist() if "GV100AD" in n.upper() and n.lower().endswith(".txt")]
            if not names:
                raise _refuse(datei, "enthält keine Datei GV100AD….txt")
            with archive.open(max(names)) as stream:
                return _limited(datei, stream.read(HOECHSTENS + 1))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        raise _refuse(datei, "ist beschädigt oder verschlüsselt") from None


def _limited(datei: Path, data: bytes) -> bytes:
    if len(data) > HOECHSTENS:
        raise _refuse(datei, "ist ausgepackt zu groß")
    return data


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # as Destatis wrote it up to 2021


def _refuse(datei: Path, what: str) -> NetzintFehler:
    hinweis = "Gemeint ist das Gemeindeverzeichnis GV100AD des Statistischen Bundesamts (destatis.de), Text oder ZIP."
    return NetzintFehler(f"Die Datei „{datei}“ {what}.", hinweis, Ausgang.AUFRUF)


def find_remembered(wurzel: Path) -> Path | None:
    """The file that was remembered for this clone."""
    text = gitlesen.run(wurzel, "config", "--get", EINSTELLUNG, check=False).decode("utf-8", "replace").strip()
    return Path(text) if text else None


def remember(wurzel: Path, datei: Path) -> None:
    """Note the file in this clone's own git configuration; nothing is committed."""
    gitlesen.run(wurzel, "config", "--local", EINSTELLUNG, str(datei.resolve()))
