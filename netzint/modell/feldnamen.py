"""What the keys of the data are called in sentences: with umlauts and blanks, as people write them."""

from __future__ import annotations

_NAMEN = {
    "aemter": "Ämter",
    "ags": "Amtlicher Gemeindeschlüssel",
    "aliase": "weitere Namen",
    "amtsende": "Vorlauf vor dem Ende von Mandaten",
    "antwort_bis": "Antwort bis",
    "bedarf_alt": "Frist für alte Bedarfe",
    "befangen_vertretung": "Vertretung bei Befangenheit",
    "begruendung": "Begründung",
    "bei_befangenheit": "Anteil bei Befangenheit",
    "benannt_von": "benannt von",
    "beschluesse": "Beschlüsse",
    "beschlussfaehigkeit": "Beschlussfähigkeit",
    "betrag_eur": "Betrag in Euro",
    "e_mail": "E-Mail",
    "erfasst_ab": "erfasst ab",
    "federfuehrung": "Federführung",
    "finanzielle_auswirkungen": "finanzielle Auswirkungen",
    "frueher": "früher",
    "fuehrung": "Führung",
    "fuer": "für",
    "gaeste": "Gäste",
    "gegruendet": "gegründet",
    "geschaeftsstelle": "Geschäftsstelle",
    "gilt_ab": "gilt ab",
    "hoechstens": "höchstens",
    "koerperschaft": "Körperschaft",
    "koerperschaften": "Körperschaften",
    "kurz": "Kurzname",
    "leitungsaemter": "Leitungsämter",
    "massnahme": "Maßnahme",
    "muss": "Mindestfrist",
    "nicht_bei": "nicht anwesend bei",
    "nicht_teilgenommen": "nicht teilgenommen",
    "nr": "Nummer",
    "oeffentlich": "öffentlich",
    "pruefbar": "prüfbares Ergebnis",
    "rueckmeldung": "Rückmeldefrist",
    "sitzungen_je_jahr": "Sitzungen je Jahr",
    "soll": "Sollfrist",
    "staendige_mitglieder": "Zahl der ständigen Mitglieder",
    "stimme_leitung": "Stimme der Leitung",
    "umlaeufe": "Umläufe",
    "verlaengerungen": "Verlängerungen",
    "zurueckgezogen": "zurückgezogen",
    "zweite_ladung": "nach zweiter Ladung",
    "zweite_ladung_zu": "zweite Ladung zu",
}


def feldname(schluessel: str) -> str:
    """``staendige_mitglieder`` → ``Zahl der ständigen Mitglieder``, ``ort`` → ``Ort``; it begins a sentence."""
    name = _NAMEN.get(schluessel, schluessel.replace("_", " "))
    return name[:1].upper() + name[1:]
