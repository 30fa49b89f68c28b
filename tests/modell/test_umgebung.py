"""What the computer refuses is said in German, whatever language it speaks itself."""

from __future__ import annotations

import errno

import pytest

from netzint.modell.umgebung import URSACHEN, ursache


@pytest.mark.parametrize("nummer", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_bekannte_hindernisse_haben_einen_deutschen_satz(nummer: int) -> None:
    assert ursache(OSError(nummer, "No such luck")) == URSACHEN[nummer]


def test_ein_unbekanntes_hindernis_hat_wenigstens_seine_nummer() -> None:
    assert ursache(OSError(999, "Weird")) == "Fehler 999 des Betriebssystems"
