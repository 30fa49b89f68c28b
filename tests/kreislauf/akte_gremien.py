"""Random acts: people, Stellen, what comes before a Sitzung, and what runs beside it."""

from __future__ import annotations

from tests.kreislauf.wurf import NACHNAMEN, Wurf

ARTEN = ("ministerium", "landesverband", "gemeinde", "stadt", "landkreis", "behoerde", "traeger", "Hochschule")


def _person(w: Wurf) -> list[str]:
    if w.ja(0.3):
        return ["--person", w.mitglied()]
    words = ["--name", w.name(), *w.opt("--stelle", w.stelle, 0.6), *w.opt("--anrede", w.eins(("Frau", "Herr")), 0.4)]
    words += w.opt("--amt", lambda: w.eins(("leitung", "integrationsbeauftragung", "mitarbeit")), 0.2)
    words += [*w.opt("--funktion", w.zeile, 0.3), *w.opt("--amt-seit", lambda: w.tag(-900, 0), 0.2)]
    return [*words, *w.opt("--e-mail", "amt@stadt.example", 0.2), *w.schalter("--namensgleich", 0.1)]


def _benennung(w: Wurf) -> list[str]:
    words = [*_person(w), *w.opt("--durch", lambda: w.eins(("gemeindetag", "staedtetag", "landkreistag")), 0.5)]
    words += [*w.opt("--am", w.tag, 0.3), *w.opt("--ab", lambda: w.tag(-30, 30), 0.4)]
    return [*words, *w.opt("--bis", lambda: w.tag(0, 900), 0.1)]


def besetzen(w: Wurf) -> list[str]:
    """A seat that is free is filled as it should be; what is missing for it is laid down first."""
    tag = w.welt.heute
    taken = w.bestand.ordentliche(tag)
    seat = w.aus((s for s in w.bestand.sitze(tag) if s.kennung not in taken), None)
    if seat is None:
        return mitglied(w)
    art = seat.koerperschaft or "landesverband"
    where = seat.stelle or w.aus((k for k, s in w.bestand.stellen.items() if s.art == art and not s.bis), None)
    if where is None or where not in w.bestand.stellen:
        return ["stelle", "neu", f"{art.capitalize()} {w.aus(NACHNAMEN, '')}{w.zufall.randint(1, 99)}", "--art", art]
    durch = w.aus(seat.benannt_von, "gemeindetag")
    words = ["--name", w.name(), "--stelle", where, "--durch", durch, *w.opt("--am", w.tag, 0.2)]
    words += ["--funktion", "Bürgermeisterin"] if seat.amt == "leitung" else []
    return ["mitglied", "benennen", seat.kennung, *words]


def mitglied(w: Wurf) -> list[str]:
    """Somebody comes, goes, or is described otherwise."""
    act = w.aus(("benennen",) * 3 + ("nachbenennen", "stellvertretung") * 2 + ("aufruecken", "weg", "aendern"), "")
    if act in ("benennen", "nachbenennen"):
        return ["mitglied", act, w.sitz(), *_benennung(w)]
    if act == "stellvertretung":
        return ["mitglied", act, w.sitz(), *_benennung(w), *w.schalter("--abloesen")]
    if act == "aufruecken":
        words = [*w.opt("--sitz", w.sitz), *w.opt("--am", w.tag), *w.opt("--ab", lambda: w.tag(-20, 20))]
        return ["mitglied", act, w.mitglied(), *words, *w.opt("--durch", w.stelle, 0.1)]
    return _mitglied_ende(w) if act == "weg" else _mitglied_aendern(w)


def _mitglied_ende(w: Wurf) -> list[str]:
    if w.ja(0.5):
        grund = w.opt("--endegrund", lambda: w.eins(("abberufen", "niedergelegt", "verstorben", "amt_beendet")), 0.5)
        words = [*grund, *w.opt("--am", w.tag), *w.opt("--zum", lambda: w.tag(-20, 40))]
        return ["mitglied", "abberufen", w.mitglied(), *words, *w.opt("--gremium", w.ag, 0.1)]
    words = [*w.opt("--zum", lambda: w.tag(-20, 40)), *w.schalter("--mandat-endet")]
    return ["mitglied", "amt-beendet", w.mitglied(), *words, *w.opt("--stelle", w.stelle, 0.1)]


def _mitglied_aendern(w: Wurf) -> list[str]:
    words = [*w.opt("--name", w.name, 0.2), *w.opt("--funktion", w.zeile), *w.opt("--telefon", "0711 12345-0", 0.2)]
    words += [*w.opt("--stelle", w.stelle, 0.2), *w.opt("--amt-seit", lambda: w.tag(-60, 0), 0.2)]
    words += [*w.opt("--amt", lambda: w.eins(("leitung", "mitarbeit")), 0.1)]
    words += w.schalter(w.aus(("--oeffentlich", "--nicht-oeffentlich"), ""))
    return ["mitglied", "aendern", w.mitglied(), *words, *w.opt("--ohne", lambda: w.eins(("titel", "e-mail")), 0.2)]


def stelle(w: Wurf) -> list[str]:
    """A Stelle comes, is called otherwise, or ends."""
    act = w.aus(("neu", "umbenennen", "aendern", "aufgehen-in"), "")
    art = w.eins(ARTEN)
    if act == "neu":
        name = f"{art.capitalize()} {w.zeile()}"
        words = ["--art", art, *w.opt("--kurz", w.zeile, 0.2), *w.opt("--status", "grosse_kreisstadt", 0.1)]
        return [
            "stelle",
            act,
            name,
            *words,
            *w.opt("--ags", lambda: w.aus(("08999123", "089991", "08115003"), ""), 0.1),
        ]
    if act == "umbenennen":
        words = [*w.opt("--name", w.zeile, 0.9), *w.opt("--ab", lambda: w.tag(-40, 40)), *w.opt("--art", art, 0.1)]
        return ["stelle", act, w.stelle(), *words]
    if act == "aufgehen-in":
        return ["stelle", act, w.stelle(), w.stelle(), *w.opt("--ab", lambda: w.tag(-40, 40))]
    words = [*w.opt("--kurz", w.zeile), *w.opt("--anschrift", w.satz), *w.opt("--e-mail", "post@amt.example")]
    words += [*w.opt("--art", art, 0.1), *w.opt("--status", "stadtkreis", 0.05), *w.opt("--name", w.zeile, 0.1)]
    return ["stelle", act, w.stelle(), *words, *w.opt("--ohne", lambda: w.eins(("kurz", "ags", "status")), 0.1)]


def bedarf(w: Wurf) -> list[str]:
    """What comes from the field."""
    act = w.aus(("melden", "melden", "zuordnen", "erledigen"), "")
    if act == "melden":
        words = [*w.fast("--titel", w.zeile), *w.fast("--stelle", w.stelle), *w.fast("--beschreibung", w.satz)]
        return ["bedarf", act, *words, *w.opt("--thema", w.thema), *w.opt("--am", w.tag)]
    which = w.eins(w.bestand.bedarfe)
    if act == "zuordnen":
        return ["bedarf", act, which, *w.fast("--thema", w.thema), *w.opt("--am", w.tag)]
    art = w.eins(("aufgegriffen", "erledigt", "abgegeben", "nicht_weiterverfolgt"))
    words = [*w.fast("--art", art), *w.opt("--grund", w.satz, 0.6), *w.opt("--an", w.stelle, 0.4)]
    return ["bedarf", act, which, *words, *w.opt("--am", w.tag)]


def thema(w: Wurf) -> list[str]:
    """Themen and strategic aims."""
    act = w.aus(
        ("thema neu", "thema zum-schwerpunkt", "thema beenden", "ziel neu", "ziel fortschreiben", "ziel beenden"), ""
    )
    beschluss = [*w.opt("--beschluss", w.beschluss), *w.opt("--ab", lambda: w.tag(-60, 60), 0.2)]
    beschluss += w.opt("--sachverhalt", w.satz, 0.2)
    if act.endswith("neu"):
        words = [*act.split(), *w.fast("--titel", w.zeile), *w.fast("--beschreibung", w.satz)]
        return [*words, *(beschluss if act == "ziel neu" else w.opt("--am", w.tag))]
    what = w.thema() if act.startswith("thema") else w.ziel()
    if act.endswith("beenden"):
        return [*act.split(), what, *w.opt("--am", w.tag)]
    new = w.fast("--beschreibung", w.satz) if act == "ziel fortschreiben" else []
    return [*act.split(), what, *new, *beschluss]


def ag(w: Wurf) -> list[str]:
    """An AG from its Einsetzung to its Abschluss."""
    act = w.aus(("einsetzen", "verlaengern", "abschliessen", "mitglied", "mitglied", "sitzung", "bericht"), "")
    beschluss = [*w.opt("--beschluss", w.beschluss, 0.2), *w.opt("--sachverhalt", w.satz, 0.2)]
    if act == "einsetzen":
        words = [*w.fast("--thema", w.thema), *w.fast("--auftrag", w.satz), *w.fast("--mitglieder", w.zahl((5, 9, 11)))]
        words += [*w.fast("--von", lambda: w.tag(-10, 60)), *w.fast("--bis", lambda: w.tag(100, 500))]
        return ["ag", act, *w.opt("KENNUNG", "ag-frei", 0.05)[1:], *words, *beschluss]
    which = w.ag()
    if act == "verlaengern":
        words = [*w.fast("--bis", lambda: w.tag(30, 700)), *w.opt("--mitglieder", w.zahl((5, 9, 12)))]
        return ["ag", act, which, *words, *beschluss]
    if act == "abschliessen":
        words = [*w.opt("--am", lambda: w.tag(-20, 20)), *w.opt("--grund", w.satz), *w.schalter("--vorbereiten", 0.4)]
        return ["ag", act, which, *words, *beschluss]
    return _ag_arbeit(w, act, which)


def _ag_arbeit(w: Wurf, act: str, which: str) -> list[str]:
    if act == "mitglied":
        rolle = w.opt("--rolle", lambda: w.eins(("leitung", "staendig", "gast", "sachverstaendig")), 0.95)
        ende = w.opt("--bis", lambda: w.tag(-30, 60), 0.2)
        return ["ag", act, which, *rolle, *_person(w), *w.opt("--ab", lambda: w.tag(-40, 30)), *ende]
    if act == "sitzung":
        words = [*w.fast("--datum", lambda: w.tag(-40, 60)), *w.opt("--mit", w.zeile), *w.opt("--ort", w.zeile)]
        return ["ag", act, which, *words]
    art = w.eins(("zwischenbericht", "abschlussbericht", "konzept"))
    words = [*w.fast("--art", art), *w.fast("--titel", w.zeile), *w.opt("--am", w.tag)]
    return ["ag", act, which, *words, *w.opt("--link", "https://example.org/bericht"), *w.opt("--inhalt", w.satz)]


def umlauf(w: Wurf) -> list[str]:
    """A decision in writing."""
    act = w.aus(("neu",) + ("stimme",) * 5 + ("widerspruch", "aendern", "entfallen", "abschliessen"), "")
    which = w.eins(k for k, u in w.bestand.umlaeufe.items() if u.abschluss is None or w.ja(0.1))
    if act == "neu":
        matter = w.aus((["--vorlage", w.vorlage()], ["--empfehlung", w.empfehlung()], ["--beschlossen", w.satz()]), [])
        words = [*w.opt("--frist", lambda: w.tag(5, 30)), *w.opt("--am", w.tag)]
        titel = [w.zeile()] if w.ja(0.6) else w.opt("--titel", w.zeile)
        return ["umlauf", act, *titel, *matter, *words, *w.mehrere("--befangen", w.sitzende(), 1)]
    if act == "aendern":
        words = [*w.opt("--frist", lambda: w.tag(0, 40), 0.6), *w.opt("--titel", w.zeile)]
        return ["umlauf", act, which, *words, *w.mehrere("--befangen", w.sitzende(), 1)]
    if act == "entfallen":
        return ["umlauf", act, which, *w.fast("--grund", w.satz), *w.opt("--am", w.tag, 0.2)]
    if act == "abschliessen":
        return ["umlauf", act, which, *w.opt("--am", w.tag)]
    found = w.bestand.umlaeufe.get(which)
    wer = w.eins(found.verteiler) if found else w.mitglied()
    if act == "widerspruch":
        return ["umlauf", act, which, wer, *w.opt("--am", w.tag)]
    stimme = w.eins(("ja", "ja", "nein", "Enthaltung"))
    return ["umlauf", act, which, wer, stimme, *w.opt("--am", w.tag), *w.schalter("--korrigieren")]


def veranstaltung(w: Wurf) -> list[str]:
    """Fachtage and the like."""
    act = w.aus(("neu", "aendern", "verlegen", "absagen"), "")
    what = [*w.opt("--beginn", w.uhrzeit), *w.opt("--ort", w.zeile), *w.opt("--form", w.eins(("Präsenz", "video")))]
    what += [*w.opt("--programm", w.satz), *w.mehrere("--thema", w.bestand.themen, 2), *w.opt("--ag", w.ag, 0.2)]
    what += [
        *w.opt("--art", w.eins(("Fachtag", "Informationsveranstaltung", "Werkstatt"))),
        *w.opt("--ende", w.uhrzeit, 0.1),
    ]
    if act == "neu":
        return ["veranstaltung", act, *w.fast("--titel", w.zeile), *w.fast("--datum", lambda: w.tag(-60, 200)), *what]
    which = w.eins(w.bestand.veranstaltungen)
    if act == "aendern":
        return [
            "veranstaltung",
            act,
            which,
            *w.opt("--titel", w.zeile),
            *what,
            *w.opt("--bis", lambda: w.tag(-60, 200), 0.1),
        ]
    if act == "absagen":
        return ["veranstaltung", act, which, *w.fast("--grund", w.satz), *w.opt("--am", w.tag)]
    return ["veranstaltung", act, which, *w.fast("--datum", lambda: w.tag(-60, 200)), *w.opt("--grund", w.satz)]


def verzeichnis(w: Wurf) -> list[str]:
    """The directory of the Integrationsbeauftragten, and waivers."""
    act = w.aus(("neu", "beenden", "ausnahme"), "")
    if act == "neu":
        words = [*w.fast("--stelle", w.stelle), *w.fast("--name", w.name), *w.opt("--von", lambda: w.tag(-200, 20))]
        return ["beauftragte", act, *words, *w.schalter("--nachfolge"), *w.opt("--anrede", "Frau")]
    if act == "beenden":
        return ["beauftragte", act, w.eins(w.bestand.beauftragte), *w.opt("--bis", lambda: w.tag(-40, 40))]
    regel = w.eins(("Q103", "S151", "S152", "A202", "Q304", "T203", "E317", "K101"))
    words = [*w.fast("--regel", regel), *w.fast("--beschluss", w.beschluss), *w.fast("--bis", lambda: w.tag(-10, 300))]
    fuer = w.mehrere("--fuer", w.bestand.eintraege, 1)
    return ["ausnahme", "neu", *words, *w.fast("--grund", w.satz), *fuer]
