"""Quorum and majority, counted again by the Geschäftsordnung of that day and compared with what was recorded."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.beschluss import ENTSCHIEDEN
from netzint.modell.bestand import Bestand
from netzint.recht.abstimmung import fits_ergebnis
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.stimmrecht import list_stimmlagen

_UNGELADEN = (
    "Den Verteiler der Einladung berichtigen, wenn doch alle geladen waren; sonst „nicht_beschlussfaehig“ vermerken, "
    "dann kommt der Punkt wieder."
)


@regel("B201", Schwere.FEHLER, je="sitzung")
def ergebnis_widerspricht_den_stimmen(bestand: Bestand) -> Verstoesse:
    """Das vermerkte Ergebnis widerspricht den Stimmen.

    Warum: Die Mehrheit ergibt sich aus den abgegebenen Stimmen nach der Geschäftsordnung, die am Tag der Sitzung galt;
    Enthaltungen zählen nicht mit, bei Stimmengleichheit entscheidet je nach Regelung die Stimme der Leitung.

    Beispiel: 4 Ja, 5 Nein, „ergebnis: angenommen“.

    Abhilfe: Die Zahlen oder das Ergebnis berichtigen; bei Stimmengleichheit „stimme_leitung“ nachtragen.
    """
    for stimmlage in list_stimmlagen(bestand):
        counted, recorded = stimmlage.auszaehlung, stimmlage.beschluss.ergebnis
        if not stimmlage.ist_gezaehlt or not counted.beschlussfaehig or recorded == "nicht_beschlussfaehig":
            continue
        if not fits_ergebnis(counted.ergebnis, recorded):
            text = f"Beim Beschluss {stimmlage.eintrag.kennung} ist „{recorded}“ vermerkt. {counted.erklaerung}"
            yield verstoss(stimmlage.eintrag.an("ergebnis"), text, stimmlage.beschluss.kennung)


@regel("B202", Schwere.FEHLER, je="sitzung")
def beschluss_ohne_beschlussfaehigkeit(bestand: Bestand) -> Verstoesse:
    """Es wurde entschieden, obwohl die Strategiegruppe nicht beschlussfähig war.

    Warum: Wie viele da sein müssen, sagt die Geschäftsordnung vom Tag der Sitzung. Gezählt wird für jede Abstimmung
    neu, ohne Befangene; nach zweiter Ladung zum selben Gegenstand genügen weniger.

    Beispiel: 6 von 12 Sitzen sind anwesend, nötig sind 7; vermerkt ist „angenommen“.

    Abhilfe: „nicht_beschlussfaehig“ vermerken, dann kommt der Punkt wieder; oder die Anwesenheit berichtigen.
    """
    for stimmlage in list_stimmlagen(bestand):
        recorded = stimmlage.beschluss.ergebnis
        if recorded in ENTSCHIEDEN and not stimmlage.auszaehlung.beschlussfaehig:
            reason = stimmlage.auszaehlung.erklaerung
            text = f"Beim Beschluss {stimmlage.eintrag.kennung} ist „{recorded}“ vermerkt. {reason}"
            hint = "" if stimmlage.lage.alle_geladen else _UNGELADEN
            yield verstoss(stimmlage.eintrag.an("ergebnis"), text, stimmlage.beschluss.kennung, hinweis=hint)


@regel("B203", Schwere.FEHLER, je="sitzung")
def stimme_der_leitung_ohne_gleichstand(bestand: Bestand) -> Verstoesse:
    """„stimme_leitung“ ist vermerkt, obwohl keine Stimmengleichheit war oder niemand mit Ja oder Nein gestimmt hat.

    Warum: Die Stimme der Leitung ist in den Zahlen enthalten; eigens vermerkt wird sie nur, wenn sie entscheidet.

    Beispiel: 7 Ja, 2 Nein und „stimme_leitung: ja“.

    Abhilfe: „stimme_leitung“ streichen oder die Zahlen berichtigen.
    """
    for stimmlage in list_stimmlagen(bestand):
        beschluss = stimmlage.beschluss
        if beschluss.stimme_leitung and stimmlage.ist_gezaehlt and not (beschluss.ja == beschluss.nein != 0):
            text = (
                f"Der Beschluss {stimmlage.eintrag.kennung} hat {beschluss.ja} Ja und {beschluss.nein} Nein; "
                "die Stimme der Leitung entscheidet nur bei Stimmengleichheit und ist dabei mitgezählt"
            )
            yield verstoss(stimmlage.eintrag.an("stimme_leitung"), text, beschluss.kennung)


@regel("B204", Schwere.FEHLER, je="sitzung")
def war_doch_beschlussfaehig(bestand: Bestand) -> Verstoesse:
    """„nicht_beschlussfaehig“ ist vermerkt, obwohl genug Stimmberechtigte da waren.

    Warum: Daran hängen die Wiederaufnahme und die Erleichterung nach zweiter Ladung.

    Beispiel: 8 von 12 Sitzen sind anwesend, nötig sind 7.

    Abhilfe: Die Anwesenheit („nicht_bei“, „befangen“) oder das Ergebnis berichtigen.
    """
    for stimmlage in list_stimmlagen(bestand):
        counted = stimmlage.auszaehlung
        if stimmlage.beschluss.ergebnis == "nicht_beschlussfaehig" and counted.beschlussfaehig:
            text = (
                f"Beim Beschluss {stimmlage.eintrag.kennung} ist „nicht_beschlussfaehig“ vermerkt; anwesend und "
                f"stimmberechtigt waren {stimmlage.lage.anwesend}, nötig sind {counted.noetig}"
            )
            yield verstoss(stimmlage.eintrag.an("ergebnis"), text, stimmlage.beschluss.kennung)


@regel("B205", Schwere.FEHLER, je="sitzung")
def leitung_hatte_keine_stimme(bestand: Bestand) -> Verstoesse:
    """„stimme_leitung“ ist vermerkt, die Leitung hatte bei diesem TOP aber keine Stimme.

    Warum: Bei Stimmengleichheit entscheidet die Leitung nur, wenn sie selbst mitstimmen durfte: als ordentliches
    Mitglied oder in Vertretung, anwesend und nicht befangen.

    Beispiel: „stimme_leitung: ja“, und ministerium-1 steht unter „befangen“.

    Abhilfe: „stimme_leitung“ streichen; wer den TOP geleitet hat, berichtigen.
    """
    for stimmlage in list_stimmlagen(bestand):
        if stimmlage.beschluss.stimme_leitung and not stimmlage.lage.leitung_stimmberechtigt:
            text = f"Beim Beschluss {stimmlage.eintrag.kennung} hatte die Leitung keine Stimme"
            yield verstoss(stimmlage.eintrag.an("stimme_leitung"), text, stimmlage.beschluss.kennung)


REGELN: tuple[Regel, ...] = (
    ergebnis_widerspricht_den_stimmen,
    beschluss_ohne_beschlussfaehigkeit,
    stimme_der_leitung_ohne_gleichstand,
    war_doch_beschlussfaehig,
    leitung_hatte_keine_stimme,
)
