"""The table of commands, continued: what comes before a Sitzung of the Strategiegruppe, and beside it."""

from __future__ import annotations

from netzint.cli.deutsch import Eintrag, Gruppeneintrag

AG = Gruppeneintrag(
    "Arbeitsgruppen einsetzen, verlängern, abschließen und ansehen.",
    {
        "einsetzen": Eintrag(
            "Eine Arbeitsgruppe einsetzen, oder die Beschlussvorlage dazu vorbereiten.", "ag:einsetzen"
        ),
        "verlaengern": Eintrag(
            "Das Mandat einer Arbeitsgruppe verlängern, oder die Beschlussvorlage dazu vorbereiten.", "ag:verlaengern"
        ),
        "abschliessen": Eintrag(
            "Eine Arbeitsgruppe abschließen; die Mandate ihrer Mitglieder enden zugleich.", "ag:abschliessen"
        ),
        "aendern": Eintrag(
            "Name und weitere Namen einer Arbeitsgruppe ändern, durch Beschluss auch Auftrag und Mitgliederzahl.",
            "ag:aendern",
        ),
        "mitglied": Eintrag(
            "Jemanden in eine Arbeitsgruppe aufnehmen, die Rolle ändern oder (mit --bis) ausscheiden lassen.",
            "ag_arbeit:mitglied",
        ),
        "sitzung": Eintrag(
            "Eine Sitzung einer Arbeitsgruppe anlegen; auf der Tagesordnung steht, woran sie arbeitet.",
            "ag_arbeit:sitzung",
        ),
        "bericht": Eintrag(
            "Einen Zwischen- oder Abschlussbericht oder ein Konzept einer Arbeitsgruppe eintragen.",
            "ag_arbeit:bericht",
        ),
        "liste": Eintrag("Die aktiven und die abgeschlossenen Arbeitsgruppen zeigen.", "ag:liste"),
        "zeigen": Eintrag(
            "Eine Arbeitsgruppe mit Auftrag, Mitgliedern, Sitzungen und Ergebnissen zeigen.", "ag:zeigen"
        ),
    },
)

THEMA = Gruppeneintrag(
    "Den Themenspeicher führen.",
    {
        "neu": Eintrag("Ein Thema in den Themenspeicher aufnehmen.", "thema:neu"),
        "zum-schwerpunkt": Eintrag(
            "Ein Thema zum Themenschwerpunkt machen, oder die Beschlussvorlage dazu vorbereiten.",
            "thema:zum_schwerpunkt",
        ),
        "aendern": Eintrag("Titel oder Beschreibung eines Themas ändern.", "thema:aendern"),
        "beenden": Eintrag("Ein Thema nicht weiter verfolgen.", "thema:beenden"),
        "liste": Eintrag("Die Themen im Themenspeicher zeigen.", "thema:liste"),
        "zeigen": Eintrag("Ein Thema mit seinen Bedarfen, Arbeitsgruppen und Veranstaltungen zeigen.", "thema:zeigen"),
    },
)

ZIEL = Gruppeneintrag(
    "Strategische Ziele eintragen und fortschreiben.",
    {
        "neu": Eintrag("Ein strategisches Ziel eintragen, oder die Beschlussvorlage dazu vorbereiten.", "ziel:neu"),
        "fortschreiben": Eintrag(
            "Den Wortlaut eines Ziels ändern, oder die Beschlussvorlage dazu vorbereiten; der frühere bleibt erhalten.",
            "ziel:fortschreiben",
        ),
        "aendern": Eintrag("Den Titel eines Ziels ändern; den Wortlaut ändert „ziel fortschreiben“.", "ziel:aendern"),
        "beenden": Eintrag("Ein Ziel nicht weiter verfolgen.", "ziel:beenden"),
        "liste": Eintrag("Die strategischen Ziele in ihrem geltenden Wortlaut zeigen.", "ziel:liste"),
        "zeigen": Eintrag("Ein Ziel mit früheren Wortlauten und seinen Empfehlungen zeigen.", "ziel:zeigen"),
    },
)

BEDARF = Gruppeneintrag(
    "Bedarfe aus der Praxis aufnehmen und verfolgen.",
    {
        "melden": Eintrag("Einen Bedarf aufnehmen: wer ihn gemeldet hat, und wann.", "bedarf:melden"),
        "aendern": Eintrag("Titel oder Beschreibung eines Bedarfs ändern.", "bedarf:aendern"),
        "zuordnen": Eintrag("Einen Bedarf einem Thema im Themenspeicher zuordnen.", "bedarf:zuordnen"),
        "erledigen": Eintrag("Eintragen, was aus einem Bedarf wurde.", "bedarf:erledigen"),
        "entfallen": Eintrag(
            "Einen versehentlich aufgenommenen Bedarf aufgeben; seine Nummer bleibt verbraucht.",
            "entfallen:bedarf_entfallen",
        ),
        "liste": Eintrag(
            "Die Bedarfe zeigen: wie alt die offenen sind, und wie lange es bis zur Arbeitsgruppe dauert.",
            "bedarf:liste",
        ),
        "zeigen": Eintrag("Einen Bedarf mit allem zeigen, was aus ihm wurde.", "bedarf:zeigen"),
    },
)

VERANSTALTUNG = Gruppeneintrag(
    "Fachtage und andere Veranstaltungen anlegen und ansehen.",
    {
        "neu": Eintrag("Eine Veranstaltung anlegen, zum Beispiel einen Fachtag.", "veranstaltung:neu"),
        "aendern": Eintrag(
            "Angaben zu einer Veranstaltung ändern; den Tag ändert „netzint veranstaltung verlegen“.",
            "veranstaltung:aendern",
        ),
        "verlegen": Eintrag("Eine Veranstaltung auf einen anderen Tag verlegen.", "veranstaltung:verlegen"),
        "absagen": Eintrag("Eine Veranstaltung absagen.", "veranstaltung:absagen"),
        "entfallen": Eintrag(
            "Eine versehentlich angelegte Veranstaltung aufgeben; ihre Nummer bleibt verbraucht.",
            "entfallen:veranstaltung_entfallen",
        ),
        "liste": Eintrag("Die kommenden und die vergangenen Veranstaltungen zeigen.", "veranstaltung:liste"),
        "zeigen": Eintrag("Eine Veranstaltung mit allen Angaben zeigen.", "veranstaltung:zeigen"),
    },
)

AUSNAHME = Gruppeneintrag(
    "Beschlossene Ausnahmen von Regeln eintragen und ansehen.",
    {
        "neu": Eintrag(
            "Eine beschlossene Ausnahme von einer Regel eintragen; ihre Befunde werden bis dahin zu Hinweisen.",
            "ausnahme:neu",
        ),
        "verlaengern": Eintrag("Eine Ausnahme durch einen weiteren Beschluss verlängern.", "ausnahme:verlaengern"),
        "beenden": Eintrag(
            "Eine Ausnahme vorzeitig beenden, oder eine abgelaufene nicht erneuern.", "ausnahme:beenden"
        ),
        "liste": Eintrag("Die Ausnahmen zeigen, die bald endenden zuerst.", "ausnahme:liste"),
        "zeigen": Eintrag("Eine Ausnahme zeigen: wovon, bis wann, und welche Befunde sie betrifft.", "ausnahme:zeigen"),
    },
)

BEAUFTRAGTE = Gruppeneintrag(
    "Das Verzeichnis der Integrationsbeauftragten führen.",
    {
        "neu": Eintrag(
            "Eine Integrationsbeauftragte oder einen Integrationsbeauftragten einer Kommune eintragen.",
            "beauftragte:neu",
        ),
        "aendern": Eintrag(
            "Name oder Erreichbarkeit in einem Eintrag des Verzeichnisses ändern.", "beauftragte:aendern"
        ),
        "beenden": Eintrag("Einen Eintrag im Verzeichnis beenden.", "beauftragte:beenden"),
        "liste": Eintrag("Die Integrationsbeauftragten nach Kommunen zeigen.", "beauftragte:liste"),
        "zeigen": Eintrag("Einen Eintrag des Verzeichnisses zeigen: wer, wo, seit wann.", "beauftragte:zeigen"),
    },
)
ABDECKUNG = Eintrag(
    "Zeigen, in welchen der 44 Stadt- und Landkreise es Integrationsbeauftragte gibt.", "beauftragte:abdeckung"
)
