"""All rules about two states, in one explicit list; a test holds it complete."""

from __future__ import annotations

from netzint.regeln import (
    uebergaenge_abstimmungen,
    uebergaenge_berichtigungen,
    uebergaenge_empfehlungen,
    uebergaenge_kennungen,
    uebergaenge_mandate,
    uebergaenge_netzwerkarbeit,
    uebergaenge_ordnung,
    uebergaenge_sitzungen,
)
from netzint.regeln.uebergang import Uebergangsregel

UEBERGAENGE: tuple[Uebergangsregel, ...] = (
    *uebergaenge_abstimmungen.REGELN,
    *uebergaenge_sitzungen.REGELN,
    *uebergaenge_empfehlungen.REGELN,
    *uebergaenge_kennungen.REGELN,
    *uebergaenge_mandate.REGELN,
    *uebergaenge_ordnung.REGELN,
    *uebergaenge_berichtigungen.REGELN,
    *uebergaenge_netzwerkarbeit.REGELN,
)
