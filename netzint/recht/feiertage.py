"""Public holidays of Baden-Württemberg and the days around them on which nobody sits."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, partial
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAG = timedelta(days=1)
_SAMSTAG = 5


@cache
def feiertage(jahr: int) -> Mapping[date, str]:
    """The holidays of a year with their German names, in the order of the calendar."""
    # Without its language the library names the days as the machine's own language has them.
    return dict(sorted(_load_germany()(subdiv="BW", language="de", years=jahr, expand=False).items()))


def feiertagsname(tag: date) -> str | None:
    """The name of the holiday that a day is: ``Fronleichnam``; None if it is none."""
    return feiertage(tag.year).get(tag)


def is_feiertag(tag: date) -> bool:
    """Whether a day is a public holiday in Baden-Württemberg."""
    return tag in feiertage(tag.year)


def list_feiertage(von: date, bis: date) -> tuple[tuple[date, str], ...]:
    """The holidays from one day to another, both inclusive: what stands beside a Ladungsfrist."""
    years = range(von.year, bis.year + 1)
    return tuple((tag, name) for jahr in years for tag, name in feiertage(jahr).items() if von <= tag <= bis)


def is_brueckentag(tag: date) -> bool:
    """Whether a working day stands alone between free days, at least one of which is a holiday.

    The Friday after a Thursday holiday, the Monday before a Tuesday holiday, rarely a Wednesday between two.
    The days around the turn of the year are a matter of their own: ``is_zwischen_den_jahren``.
    """
    if not _is_werktag(tag) or _is_werktag(tag - _TAG) or _is_werktag(tag + _TAG):
        return False
    return is_feiertag(tag - _TAG) or is_feiertag(tag + _TAG)


def is_zwischen_den_jahren(tag: date) -> bool:
    """Whether a day lies from Christmas Eve to Epiphany (24.12. to 6.1.), working days and 31.12. included."""
    return (tag.month, tag.day) >= (12, 24) or (tag.month, tag.day) <= (1, 6)


def is_sitzungsfrei(tag: date) -> bool:
    """Whether no Sitzung is proposed for a day: weekends, holidays, bridging days, and 24.12. to 6.1.

    24.12., 31.12. and the days between Christmas and Epiphany are working days by law, but no days for a Sitzung.
    """
    return is_zwischen_den_jahren(tag) or not _is_werktag(tag) or is_brueckentag(tag)


def _is_werktag(tag: date) -> bool:
    return tag.weekday() < _SAMSTAG and not is_feiertag(tag)


@cache
def _load_germany() -> Any:
    """The class for Germany alone: by its usual name it comes with 250 other countries, which takes 100 ms more."""
    import holidays

    spec = PathFinder.find_spec("germany", [f"{folder}/countries" for folder in holidays.__path__])
    if spec is None or spec.loader is None:
        return partial(holidays.country_holidays, "DE")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Germany
