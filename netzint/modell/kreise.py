"""The 44 Stadt- und Landkreise of Baden-Württemberg: facts from the official register (GV100AD, 30 November 2023)."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kreisart = Literal["stadtkreis", "landkreis"]


class Kreis(NamedTuple):
    """One Kreis. Names do not identify: Heilbronn and Karlsruhe are a Stadtkreis and a Landkreis each."""

    name: str
    ags: str
    """Five digits: Land, Regierungsbezirk, Kreis."""
    art: Kreisart


KREISE: tuple[Kreis, ...] = (
    Kreis("Stuttgart", "08111", "stadtkreis"),
    Kreis("Böblingen", "08115", "landkreis"),
    Kreis("Esslingen", "08116", "landkreis"),
    Kreis("Göppingen", "08117", "landkreis"),
    Kreis("Ludwigsburg", "08118", "landkreis"),
    Kreis("Rems-Murr-Kreis", "08119", "landkreis"),
    Kreis("Heilbronn", "08121", "stadtkreis"),
    Kreis("Heilbronn", "08125", "landkreis"),
    Kreis("Hohenlohekreis", "08126", "landkreis"),
    Kreis("Schwäbisch Hall", "08127", "landkreis"),
    Kreis("Main-Tauber-Kreis", "08128", "landkreis"),
    Kreis("Heidenheim", "08135", "landkreis"),
    Kreis("Ostalbkreis", "08136", "landkreis"),
    Kreis("Baden-Baden", "08211", "stadtkreis"),
    Kreis("Karlsruhe", "08212", "stadtkreis"),
    Kreis("Karlsruhe", "08215", "landkreis"),
    Kreis("Rastatt", "08216", "landkreis"),
    Kreis("Heidelberg", "08221", "stadtkreis"),
    Kreis("Mannheim", "08222", "stadtkreis"),
    Kreis("Neckar-Odenwald-Kreis", "08225", "landkreis"),
    Kreis("Rhein-Neckar-Kreis", "08226", "landkreis"),
    Kreis("Pforzheim", "08231", "stadtkreis"),
    Kreis("Calw", "08235", "landkreis"),
    Kreis("Enzkreis", "08236", "landkreis"),
    Kreis("Freudenstadt", "08237", "landkreis"),
    Kreis("Freiburg im Breisgau", "08311", "stadtkreis"),
    Kreis("Breisgau-Hochschwarzwald", "08315", "landkreis"),
    Kreis("Emmendingen", "08316", "landkreis"),
    Kreis("Ortenaukreis", "08317", "landkreis"),
    Kreis("Rottweil", "08325", "landkreis"),
    Kreis("Schwarzwald-Baar-Kreis", "08326", "landkreis"),
    Kreis("Tuttlingen", "08327", "landkreis"),
    Kreis("Konstanz", "08335", "landkreis"),
    Kreis("Lörrach", "08336", "landkreis"),
    Kreis("Waldshut", "08337", "landkreis"),
    Kreis("Reutlingen", "08415", "landkreis"),
    Kreis("Tübingen", "08416", "landkreis"),
    Kreis("Zollernalbkreis", "08417", "landkreis"),
    Kreis("Ulm", "08421", "stadtkreis"),
    Kreis("Alb-Donau-Kreis", "08425", "landkreis"),
    Kreis("Biberach", "08426", "landkreis"),
    Kreis("Bodenseekreis", "08435", "landkreis"),
    Kreis("Ravensburg", "08436", "landkreis"),
    Kreis("Sigmaringen", "08437", "landkreis"),
)
KREIS_NACH_AGS = {kreis.ags: kreis for kreis in KREISE}
