"""The table of commands, continued: what the network is, and by which rules it works."""

from __future__ import annotations

from netzint.cli.deutsch import Eintrag, Gruppeneintrag

GESCHAEFTSORDNUNG = Gruppeneintrag(
    "Die Geschäftsordnung ansehen und von einem Tag an ändern.",
    {
        "zeigen": Eintrag(
            "Zeigen, was die Geschäftsordnung an einem Tag regelt, woher es kommt und was sich geändert hat.",
            "geschaeftsordnung:zeigen",
        ),
        "aendern": Eintrag(
            "Die Geschäftsordnung von einem Tag an ändern; --probe zeigt vorher, was daraus folgt.",
            "geschaeftsordnung:aendern",
        ),
        "sitz": Gruppeneintrag(
            "Die Sitze der Strategiegruppe von einem Tag an ändern.",
            {
                "neu": Eintrag(
                    "Von einem Tag an einen neuen Sitz vorsehen, meist statt eines anderen.",
                    "geschaeftsordnung_sitz:neu",
                ),
                "aendern": Eintrag(
                    "Von einem Tag an ändern, wer auf einem Sitz sitzen und wer für ihn benennen darf.",
                    "geschaeftsordnung_sitz:aendern",
                ),
                "entfallen": Eintrag(
                    "Einen Sitz von einem Tag an nicht mehr vorsehen.", "geschaeftsordnung_sitz:entfallen"
                ),
            },
        ),
        "aufheben": Eintrag("Eine künftige Fassung aufheben, bevor sie gilt.", "geschaeftsordnung:aufheben"),
        "berichtigen": Eintrag(
            "Berichtigen, was in einer Fassung von Anfang an falsch eingetragen war; was dort stand, bleibt vermerkt.",
            "geschaeftsordnung:berichtigen",
        ),
    },
)

NETZWERK = Gruppeneintrag(
    "Die Angaben zum Netzwerk und zu seiner Geschäftsstelle ansehen und ändern.",
    {
        "zeigen": Eintrag("Zeigen, was vom Netzwerk und seiner Geschäftsstelle eingetragen ist.", "netzwerk:zeigen"),
        "aendern": Eintrag("Angaben zum Netzwerk oder zu seiner Geschäftsstelle ändern.", "netzwerk:aendern"),
        "barrierefreiheit": Eintrag(
            "Eintragen, was in der Erklärung zur Barrierefreiheit steht.", "barrierefreiheit:barrierefreiheit"
        ),
    },
)

ABWEICHUNG = Gruppeneintrag(
    "Begründen, was trotz eines Fehlers stimmt.",
    {
        "begruenden": Eintrag(
            "Begründen, warum etwas Vergangenes trotz eines Fehlers stimmt; der Fehler wird damit zur Warnung.",
            "abweichung:begruenden",
        ),
        "streichen": Eintrag(
            "Eine begründete Abweichung streichen, die nicht mehr gebraucht wird.", "abweichung:streichen"
        ),
    },
)
