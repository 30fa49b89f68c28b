"""Putting right what a Fassung of the Geschäftsordnung has said wrongly from its first day on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from netzint.modell.bestand import Bestand
from netzint.modell.geschaeftsordnung import Fassung
from netzint.modell.geschaeftsordnung_werte import WERTE, read_wert
from netzint.modell.sprache import datum
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import check_nicht_kuenftig, clean_prosa, falsch
from netzint.vorgaenge.berichtigen import FEHLTE
from netzint.vorgaenge.beschlussbezug import require_angenommen
from netzint.vorgaenge.geschaeftsordnung import ZEIGEN, Geplant, base_of, finish, tell_later, tell_werte
from netzint.vorgaenge.geschaeftsordnung_angaben import Schritt, plain, read_quellen, read_werte
from netzint.vorgaenge.geschaeftsordnung_lage import ART, check_widerspruch, fassungen, require_geschaeftsordnung
from netzint.vorgaenge.geschaeftsordnung_schreiben import Eintragung, quellenschritte, umsetzen


def berichtigen(
    bestand: Bestand,
    *,
    stichtag: date,
    ab: date | None,
    werte: Mapping[str, str],
    quellen: Collection[str],
    grund: str,
    am: date | None = None,
    beschluss: str | None = None,
) -> Geplant | None:
    """Put right what a Fassung has said wrongly from its first day on; what stood there stays on record."""
    base = base_of(bestand, ab or max(stichtag, fassungen(bestand)[0].gilt_ab))
    nr = fassungen(bestand).index(base)
    changed, named = read_werte(base, werte), read_quellen(base, quellen)
    if not werte and not quellen:
        raise falsch("Es fehlt, was berichtigt werden soll.", "Zum Beispiel --ladungsfrist 21; alles zeigt --help.")
    day = check_nicht_kuenftig("--am", am or stichtag, stichtag)
    decided = require_angenommen(bestand, beschluss).kennung if beschluss else None
    all_of_it = [*changed, *quellenschritte(base, (), named, "")]
    if not all_of_it:
        return None
    steps: tuple[Eintragung, ...] = (*umsetzen(nr, all_of_it),)
    steps += tuple(
        _record(bestand, base, nr, changed, {"am": day, "beschluss": decided, "grund": clean_prosa("--grund", grund)})
    )
    betreff = f"Geschäftsordnung ab {datum(base.gilt_ab)} berichtigt ({tell_werte(changed)})"
    aenderung = Aenderung("geschaeftsordnung-berichtigen", betreff, gesetzt=steps, beschluss=decided, danach=(ZEIGEN,))
    aenderung = tell_later(bestand, "berichtigen", base.gilt_ab, base, changed, aenderung)
    return finish(bestand, base.gilt_ab, stichtag, steps, aenderung, check_widerspruch)


def _record(
    bestand: Bestand, base: Fassung, nr: int, changed: list[Schritt], record: Mapping[str, object]
) -> Iterator[Setzen]:
    """One Berichtigung for each value, named by the way to it."""
    have = len(require_geschaeftsordnung(bestand).berichtigungen)
    known = {key: wert for key, wert in record.items() if wert is not None}
    for n, step in enumerate(changed, have):
        wert = next(w for w in WERTE if w.pfad == step.feld)
        before = plain(read_wert(base, wert))
        zu = f"fassungen.{nr + 1}.{wert.schluessel}"
        statt = FEHLTE if before is None else before
        yield Setzen(
            ART, ART, ("berichtigungen", n), {"zu": zu, "am": known["am"], "statt": {wert.pfad[-1]: statt}, **known}
        )
