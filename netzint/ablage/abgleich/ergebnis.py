"""What an Abgleich came to."""

from __future__ import annotations

from typing import NamedTuple

from netzint.modell.fehler import Ausgang


class Abgeglichen(NamedTuple):
    """What came from the others, what of one's own stands on top of it, and whether the server has it."""

    gegenstelle: str
    """``origin/main``."""
    probe: bool = False
    zahl_fremde: int = 0
    """Commits of the others that were new here."""
    fremdes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What they changed: what it is about, and sentences."""
    von_bis: tuple[str, str] = ("", "")
    """The commits between which they did."""
    eigene: tuple[str, ...] = ()
    """The subjects of the own commits that the server did not have."""
    aufgesetzt: bool = False
    """They were made again, on top of the others'."""
    entfallen: tuple[str, ...] = ()
    """Subjects of own commits of which nothing was left to do."""
    von_hand: tuple[str, ...] = ()
    """Subjects of own commits that netzint did not make."""
    umnummern: tuple[tuple[str, str], ...] = ()
    unterlagen: tuple[str, ...] = ()
    """Paths of own documents that still carry old numbers."""
    neu_erzeugen: tuple[str, ...] = ()
    """The Kennungen for which documents have to be made again."""
    hochgeladen: bool = False
    grund: str = ""
    """Why the server does not have them."""
    ueberholt: bool = False
    """Somebody else was faster: it has to be done once more."""
    hinweise: tuple[str, ...] = ()
    ausgang: Ausgang = Ausgang.GUT

    def followed_by(self, then: Abgeglichen) -> Abgeglichen:
        """Both rounds as one: somebody else was faster, so it was done once more."""
        return then._replace(
            zahl_fremde=self.zahl_fremde + then.zahl_fremde,
            fremdes=self.fremdes + then.fremdes,
            von_bis=(self.von_bis[0] or then.von_bis[0], then.von_bis[1] or self.von_bis[1]),
            aufgesetzt=self.aufgesetzt or then.aufgesetzt,
            entfallen=self.entfallen + then.entfallen,
            umnummern=self.umnummern + then.umnummern,
            unterlagen=tuple(dict.fromkeys(self.unterlagen + then.unterlagen)),
            neu_erzeugen=tuple(dict.fromkeys(self.neu_erzeugen + then.neu_erzeugen)),
            hinweise=tuple(dict.fromkeys(self.hinweise + then.hinweise)),
            ausgang=max(self.ausgang, then.ausgang),
        )
