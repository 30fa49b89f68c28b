"""Vorgänge around Stellen: laying down, changing what is known of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple, get_args

from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_stelle
from netzint.modell.gebiet import Gebiet
from netzint.modell.klartext import Klartext, to_klartext
from netzint.modell.meldungen import require
from netzint.modell.sprache import aufzaehlung, fold, to_kennung
from netzint.modell.stelle import KOMMUNEN, Kommunalstatus, Stelle, Stellenart
from netzint.regeln import beauftragte, sitzordnung, stellen
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.angaben import ablehnen, clean_prosa, clean_zeile, falsch
from netzint.vorgaenge.mitglied_person import clean_mail, parse_wert

OHNE = ("kurz", "status", "ags", "anschrift", "e-mail")


class Angaben(NamedTuple):
    """A Stelle as it was typed; None: nothing was said."""

    name: str | None = None
    kurz: str | None = None
    art: str | None = None
    status: str | None = None
    ags: str | None = None
    anschrift: str | None = None
    e_mail: str | None = None


def neu(
    bestand: Bestand,
    vergeben: Collection[str],
    *,
    stichtag: date,
    angaben: Angaben,
    gebiet: Gebiet | None = None,
    kennung: str | None = None,
) -> Aenderung:
    """Lay down a Stelle; what the register says counts where nothing else was typed."""
    felder = read_felder(angaben)
    if gebiet is not None:
        known = {
            "name": gebiet.name,
            "kurz": gebiet.kurz,
            "art": gebiet.art,
            "status": gebiet.status,
            "ags": gebiet.ags,
        }
        felder = {**{k: v for k, v in known.items() if v}, **felder}
    if "name" not in felder:
        raise falsch("Es fehlt der Name der Stelle.", "Angeben, oder mit --ags aus dem Gemeindeverzeichnis übernehmen.")
    if "art" not in felder:
        raise falsch("Es fehlt, was für eine Stelle das ist.", f"Mit --art angeben: {', '.join(get_args(Stellenart))}.")
    _refuse_twin(bestand, felder, own=kennung)
    name = _read_kennung(bestand, vergeben, kennung) if kennung else make_kennung(bestand, vergeben, felder, gebiet)
    stelle = require(Stelle, {"kennung": name, **felder})
    check_regeln(bestand, stelle, stichtag)
    danach = ((f"netzint stelle zeigen {name}", "die Stelle ansehen"),)
    return Aenderung("stelle-neu", f"Stelle {name} angelegt", neu=(stelle,), danach=danach)


def aendern(
    bestand: Bestand,
    _vergeben: Collection[str],
    *,
    stichtag: date,
    kennung: str,
    angaben: Angaben,
    ohne: Collection[str] = (),
) -> Aenderung | None:
    """Put right what is known of a Stelle; a new name from a day on is an act of its own."""
    stelle = find_stelle(bestand, kennung)
    gone = {parse_wert("--ohne", text, OHNE).replace("-", "_") for text in ohne}
    felder: dict[str, Klartext | None] = {**read_felder(angaben), **dict.fromkeys(gone)}
    if not felder:
        raise falsch("Es fehlt, was sich ändern soll.", "Zum Beispiel --e-mail ADRESSE oder --ohne kurz.")
    changed = {name: wert for name, wert in felder.items() if wert != getattr(stelle, name)}
    if not changed:
        return None
    after = {k: v for k, v in {**to_klartext(stelle), **changed}.items() if v is not None}
    check_regeln(bestand, require(Stelle, {"kennung": stelle.kennung, **after}), stichtag)
    names = aufzaehlung([name.replace("e_mail", "E-Mail").title().replace("Ags", "AGS") for name in changed])
    steps = tuple(Setzen("stelle", stelle.kennung, (name,), wert) for name, wert in changed.items())
    ab = f"gilt es erst seit einem Tag: netzint stelle umbenennen {stelle.kennung}"
    is_name = "name" in changed or "art" in changed
    hinweise: tuple[str, ...] = (f"Als Berichtigung eingetragen, als hätte es immer gegolten; {ab}",) if is_name else ()
    hinweise += tell_namensgleiche(bestand, stelle.kennung, changed.get("name"))
    betreff = f"Angaben zu {stelle.kennung} geändert ({names})"
    return Aenderung("stelle-aendern", betreff, gesetzt=steps, hinweise=hinweise)


def read_felder(angaben: Angaben) -> dict[str, Klartext]:
    """What was typed, cleaned and checked one by one."""
    felder: dict[str, Klartext] = {}
    for name in ("name", "kurz"):
        text = getattr(angaben, name)
        if text is not None:
            felder[name] = clean_zeile(f"--{name}", text)
    if angaben.art is not None:
        felder["art"] = parse_wert("--art", angaben.art, get_args(Stellenart))
    if angaben.status is not None:
        felder["status"] = parse_wert("--status", angaben.status.replace("ß", "ss"), get_args(Kommunalstatus))
    if angaben.ags is not None:
        felder["ags"] = "".join(angaben.ags.split())
    if angaben.anschrift is not None:
        felder["anschrift"] = clean_prosa("--anschrift", angaben.anschrift)
    if angaben.e_mail is not None:
        felder["e_mail"] = clean_mail(angaben.e_mail)
    return felder


def check_regeln(bestand: Bestand, stelle: Stelle, stichtag: date) -> None:
    """Refuse what the rules about Stellen, seats and the directory would newly call a Fehler, in their words."""
    after = bestand.replaced([stelle])
    for rule in (*stellen.REGELN, *sitzordnung.REGELN, *beauftragte.REGELN):
        if rule.schwere is Schwere.FEHLER:
            known = {(breach.ort, breach.schluessel) for breach in rule.verstoesse(bestand, stichtag)}
            for breach in rule.verstoesse(after, stichtag):
                if (breach.ort, breach.schluessel) not in known:
                    raise ablehnen(f"{breach.text}.", breach.hinweis or rule.abhilfe)


def _refuse_twin(bestand: Bestand, felder: dict[str, Klartext], own: str | None) -> None:
    for stelle in bestand.stellen.values():
        if stelle.bis is not None:
            continue
        if stelle.ags is not None and stelle.ags == felder.get("ags"):
            raise ablehnen(f"Die Kommune mit dem Schlüssel {stelle.ags} ist schon erfasst: {stelle.kennung}.",
                           f"Ansehen: netzint stelle zeigen {stelle.kennung}")  # fmt: skip
        same = fold(str(felder["name"])) in (fold(stelle.name), fold(stelle.kurz or ""))
        keys = {stelle.ags, felder.get("ags")}
        if same and own is None and (None in keys or len(keys) == 1):
            raise ablehnen(
                f"Eine Stelle dieses Namens ist schon erfasst: {stelle.kennung}.",
                "Ist es eine andere: mit --kennung einen eigenen Namen der Datei angeben, z. B. mit dem Kreis.",
            )


def _read_kennung(bestand: Bestand, vergeben: Collection[str], kennung: str) -> str:
    if _is_taken(bestand, vergeben, kennung):
        raise ablehnen(f"Die Kennung „{kennung}“ ist schon vergeben.", "Eine andere --kennung angeben.")
    return kennung


def _is_taken(bestand: Bestand, vergeben: Collection[str], kennung: str) -> bool:
    return kennung in vergeben or bestand.known(kennung) or kennung in bestand.alle_sitze


def make_kennung(
    bestand: Bestand, vergeben: Collection[str], felder: dict[str, Klartext], gebiet: Gebiet | None
) -> str:
    """``stadt-boeblingen``; a second one of a name has its Kreis in it, or a number."""
    art, bare = str(felder["art"]), str(felder.get("kurz") or felder["name"])
    stem = to_kennung(bare)
    if art in KOMMUNEN and not stem.startswith(f"{art}-"):
        stem = f"{art}-{stem}"
    kreis = gebiet.kreis if gebiet else None
    candidates = [
        stem,
        *([f"{stem}-{to_kennung(kreis.name)}"] if kreis else []),
        *(f"{stem}-{n}" for n in range(2, 100)),
    ]
    return next(k for k in candidates if not _is_taken(bestand, vergeben, k))


def tell_namensgleiche(bestand: Bestand, kennung: str, name: Klartext | None) -> tuple[str, ...]:
    """Who is called by a name already: seven Kommunen have a namesake, so it is no mistake by itself."""
    stellen = bestand.stellen.values()
    same = [s.kennung for s in stellen if s.kennung != kennung and s.bis is None and fold(s.name) == fold(str(name))]
    return (f"So heißt auch {aufzaehlung(same)}; zu unterscheiden sind sie nur an der Kennung.",) if same else ()


def tell_nachfolge(stelle: Stelle) -> str:
    """What came after a Stelle that is no more."""
    return f"Die Nachfolge ist {stelle.nachfolge}." if stelle.nachfolge else "Eine Nachfolge ist nicht eingetragen."
