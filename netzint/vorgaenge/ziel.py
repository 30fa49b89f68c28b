"""Strategic aims: adopted by the Strategiegruppe, worded anew, given up."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import cast

from netzint.modell.antrag import Antrag, ZielAntrag
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_ziel
from netzint.modell.klartext import Klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import datum, fold
from netzint.modell.ziel import Ziel
from netzint.vorgaenge.aenderung import Aenderung, Schritt, Setzen
from netzint.vorgaenge.angaben import (
    ablehnen,
    check_nach_gruendung,
    check_nicht_kuenftig,
    clean_prosa,
    clean_zeile,
    falsch,
)
from netzint.vorgaenge.beschlussbezug import require_beschluss
from netzint.vorgaenge.beschlussvorlage import bereite_vor
from netzint.vorgaenge.felder import change, read_felder
from netzint.vorgaenge.kennungen import choose_kennung


def beschliessen(bestand: Bestand, antrag: ZielAntrag, beschluss: str | None, tag: date) -> Aenderung:
    """Adopt the Ziel of a motion on a day, or its new wording; this is what an accepted motion ``ziel`` comes to.

    An Aenderung without any step means that this Beschluss has been carried out already.
    """
    known = bestand.ziele.get(antrag.ziel)
    if known is None:
        return _lay_down(antrag, beschluss, tag)
    if beschluss is not None and beschluss in (known.beschluss, *(f.beschluss for f in known.frueher)):
        return Aenderung("ziel-neu", f"{known.kennung} ist schon beschlossen")
    _check_gilt(known)
    if antrag.beschreibung is None or antrag.beschreibung == known.beschreibung:
        return _confirm(known, beschluss)
    return _reword(known, antrag.beschreibung, beschluss, tag)


def _lay_down(antrag: ZielAntrag, beschluss: str | None, tag: date) -> Aenderung:
    if not antrag.vollstaendig:
        raise ablehnen(
            f"Zum Ziel {antrag.ziel} fehlen Titel und Wortlaut.",
            f"Ergänzen mit: netzint ziel neu TITEL --kennung {antrag.ziel} --beschreibung …",
        )
    values = {
        "kennung": antrag.ziel,
        "titel": antrag.titel,
        "beschreibung": antrag.beschreibung,
        "ab": tag,
        "beschluss": beschluss,
    }
    ziel = require(Ziel, values)
    danach = (("netzint ziel liste", "alle Ziele ansehen"),)
    return Aenderung("ziel-neu", f"{ziel.kennung} ab {datum(tag)} beschlossen", (ziel,), (), beschluss, danach=danach)


def _confirm(ziel: Ziel, beschluss: str | None) -> Aenderung:
    if ziel.beschluss is not None or beschluss is None:
        raise ablehnen(
            f"{ziel.kennung} gilt schon in diesem Wortlaut.", "Ein neuer Wortlaut: netzint ziel fortschreiben"
        )
    step = Setzen("ziel", ziel.kennung, ("beschluss",), beschluss)
    return Aenderung("ziel-neu", f"Beschluss zu {ziel.kennung} nachgetragen", (), (step,), beschluss)


def _reword(ziel: Ziel, beschreibung: str, beschluss: str | None, ab: date) -> Aenderung:
    """The wording that counted so far moves to the earlier ones, with the Beschluss it rested on."""
    if ab <= ziel.seit:
        raise ablehnen(
            f"Der geltende Wortlaut von {ziel.kennung} ist vom {datum(ziel.seit)}; ein neuer muss später beginnen.",
            f"Ein --ab nach dem {datum(ziel.seit)} angeben.",
        )
    earlier: dict[str, Klartext] = {"beschreibung": ziel.beschreibung, "bis": ab - timedelta(days=1)}
    if ziel.beschluss is not None:
        earlier["beschluss"] = ziel.beschluss
    steps: tuple[Schritt, ...] = (
        Setzen("ziel", ziel.kennung, ("beschreibung",), beschreibung),
        Setzen("ziel", ziel.kennung, ("frueher", len(ziel.frueher)), earlier),
    )
    if beschluss != ziel.beschluss:
        steps += (Setzen("ziel", ziel.kennung, ("beschluss",), beschluss),)
    betreff = f"{ziel.kennung} gilt ab {datum(ab)} in neuem Wortlaut"
    return Aenderung("ziel-fortschreiben", betreff, (), steps, beschluss)


def _check_gilt(ziel: Ziel) -> None:
    if ziel.bis is not None:
        raise ablehnen(
            f"{ziel.kennung} gilt nur bis zum {datum(ziel.bis)}.", "Ein neues Ziel anlegen: netzint ziel neu"
        )


def neu(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    titel: str | None = None,
    beschreibung: str | None = None,
    kennung: str | None = None,
    ab: date | None = None,
    beschluss: str | None = None,
    sachverhalt: str | None = None,
) -> Aenderung:
    """Record the Ziel that a Beschluss adopted; without one prepare the Beschlussvorlage."""
    if beschluss is not None:
        decided = require_beschluss(bestand, beschluss, "ziel", _series(kennung))
        antrag = _fill(decided.antrag, titel, beschreibung)
        return beschliessen(bestand, antrag, decided.kennung, ab or decided.am)
    antrag = _antrag(bestand, vergeben, titel, beschreibung, kennung)
    if ab is not None:
        if bestand.netzwerk is not None and ab < bestand.netzwerk.erfasst_ab:
            return beschliessen(bestand, antrag, None, check_nach_gruendung(bestand, "--ab", ab))
        raise _without_beschluss()
    return bereite_vor(
        bestand, vergeben, stichtag=stichtag, vorgang="ziel-neu", antrag=antrag.model_dump(exclude_none=True),
        betreff=f"Strategisches Ziel „{antrag.titel}“", sachverhalt=sachverhalt,
    )  # fmt: skip


def _series(kennung: str | None) -> str:
    if kennung is None:
        return ""
    name = kennung.strip().lower()
    return name if name.startswith("ziel-") else f"ziel-{name}"


def _without_beschluss() -> Exception:
    return ablehnen(
        "Ein strategisches Ziel beschließt die Strategiegruppe.",
        "Den Beschluss mit --beschluss nennen, oder ohne --ab eine Beschlussvorlage vorbereiten.",
    )


def _fill(antrag: Antrag, titel: str | None, beschreibung: str | None) -> ZielAntrag:
    """The motion that was voted on, with what it does not say itself; it is never contradicted."""
    typed = {
        "titel": clean_zeile("--titel", titel) if titel else None,
        "beschreibung": clean_prosa("--beschreibung", beschreibung) if beschreibung else None,
    }
    for feld, wert in typed.items():
        decided = getattr(antrag, feld)
        if wert is not None and decided is not None and wert != decided:
            raise ablehnen(
                f"Beschlossen ist ein anderer Wert zu --{feld}: {' '.join(decided.split())}",
                f"--{feld} weglassen; es gilt, was beschlossen ist.",
            )
    known = cast(ZielAntrag, antrag)  # require_beschluss lets no other pass
    return known.model_copy(update={feld: wert for feld, wert in typed.items() if wert is not None})


def _antrag(
    bestand: Bestand, vergeben: Collection[str], titel: str | None, beschreibung: str | None, kennung: str | None
) -> ZielAntrag:
    if titel is None or beschreibung is None:
        raise falsch("Zu einem neuen Ziel gehören Titel und Wortlaut.", "Bitte --titel und --beschreibung angeben.")
    titel = clean_zeile("--titel", titel)
    same = next((z for z in bestand.ziele.values() if fold(z.titel) == fold(titel)), None)
    if same is not None:
        raise ablehnen(
            f"Das Ziel „{same.titel}“ gibt es schon ({same.kennung}).",
            f"Einen neuen Wortlaut vorbereiten: netzint ziel fortschreiben {same.kennung}",
        )
    return require(
        ZielAntrag,
        {
            "art": "ziel",
            "ziel": choose_kennung("ziel", titel, vergeben, kennung),
            "titel": titel,
            "beschreibung": clean_prosa("--beschreibung", beschreibung),
        },
    )


def aendern(bestand: Bestand, _vergeben: Collection[str], *, ziel: str, titel: str | None = None) -> Aenderung | None:
    """Another title, by which it is known; its wording is decided by the Strategiegruppe."""
    found = find_ziel(bestand, ziel)
    same = [z for z in bestand.ziele.values() if z.kennung != found.kennung and fold(z.titel) == fold(titel or "")]
    if same:
        raise ablehnen(f"So heißt schon {same[0].kennung}.", f"Ansehen: netzint ziel zeigen {same[0].kennung}")
    return change(found, read_felder(titel), f"netzint ziel zeigen {found.kennung}")


def fortschreiben(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    ziel: str,
    beschreibung: str | None = None,
    ab: date | None = None,
    beschluss: str | None = None,
    sachverhalt: str | None = None,
) -> Aenderung:
    """A new wording of a Ziel: record what a Beschluss decided, or prepare the Beschlussvorlage."""
    found = find_ziel(bestand, ziel)
    if beschluss is not None:
        decided = require_beschluss(bestand, beschluss, "ziel", found.kennung)
        return beschliessen(bestand, _fill(decided.antrag, None, beschreibung), decided.kennung, ab or decided.am)
    if beschreibung is None:
        raise falsch("Es fehlt der neue Wortlaut.", "Bitte --beschreibung angeben.")
    text = clean_prosa("--beschreibung", beschreibung)
    _check_gilt(found)
    if text == found.beschreibung:
        raise ablehnen("Der Wortlaut ist derselbe wie bisher.", "Den neuen Wortlaut mit --beschreibung angeben.")
    if ab is not None:
        if bestand.netzwerk is not None and ab < bestand.netzwerk.erfasst_ab:
            return _reword(found, text, None, check_nach_gruendung(bestand, "--ab", ab))
        raise _without_beschluss()
    antrag = {"art": "ziel", "ziel": found.kennung, "beschreibung": text}
    return bereite_vor(
        bestand, vergeben, stichtag=stichtag, vorgang="ziel-fortschreiben", antrag=antrag,
        betreff=f"Neuer Wortlaut des Ziels „{found.titel}“", sachverhalt=sachverhalt,
    )  # fmt: skip


def beenden(
    bestand: Bestand, _vergeben: Collection[str], *, stichtag: date, ziel: str, am: date | None = None
) -> Aenderung:
    """A Ziel does not count any more."""
    found = find_ziel(bestand, ziel)
    last = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    _check_gilt(found)
    if last < found.seit:
        raise ablehnen(
            f"Der geltende Wortlaut von {found.kennung} ist erst vom {datum(found.seit)}.", "Ein späteres --am angeben."
        )
    step = Setzen("ziel", found.kennung, ("bis",), last)
    return Aenderung("ziel-beenden", f"{found.kennung} gilt bis zum {datum(last)}", gesetzt=(step,))
