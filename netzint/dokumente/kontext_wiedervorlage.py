"""What a letter of Wiedervorlage shows: what was forwarded when, what was answered, what is asked for by when."""

from __future__ import annotations

from datetime import date

from netzint.dokumente.kontext import Daten, gremium
from netzint.dokumente.kontext_brief import erbeten_bis
from netzint.dokumente.kontext_vorlage import ROLLEN
from netzint.dokumente.kontext_weiterleitung import find_adressat, tell_beschluss
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Nachweis, Umsetzungsstand
from netzint.modell.sprache import datum
from netzint.recht.annahme import find_annahme
from netzint.recht.wiedervorlage import Faellig
from netzint.recht.zustaende import BEZEICHNUNG


def wiedervorlage(bestand: Bestand, due: Faellig, tag: date) -> Daten:
    """Everything the template may show; ``tag`` is the day of the letter."""
    sent, empfehlung = due.weiterleitung, due.empfehlung
    annahme = find_annahme(bestand, empfehlung, sent.am)
    sealed = annahme.fassung if annahme and annahme.siegelstand == "gilt" else None
    own = find_adressat(bestand, sealed, sent.stelle) if sealed else None
    late = due.am <= tag
    return {
        "titel": empfehlung.titel,
        "empfehlung": empfehlung.kennung.upper(),
        "arbeitsgruppe": gremium(bestand, empfehlung.arbeitsgruppe),
        "beschluss": tell_beschluss(bestand, annahme.entscheidung) if annahme else "",
        "weitergeleitet": sent.am.isoformat(),
        "rolle": ROLLEN[own.rolle] if own else "",
        "frist": own.frist.isoformat() if own and own.frist else "",
        "beantwortet": due.beantwortet,
        "erbeten_war": due.am.isoformat() if late else "",
        "bis": (erbeten_bis(bestand, tag) if late else due.am).isoformat(),
        "stand": [_stand(s) for s in sorted(sent.stand, key=lambda s: s.am) if s.am <= tag],
        "wortlaut": sealed.wortlaut if sealed else "",
        "massnahme": sealed.massnahme if sealed else "",
        "pruefbar": sealed.pruefbar if sealed else "",
    }


def _stand(entry: Umsetzungsstand) -> Daten:
    texts = (entry.grund, entry.vermerk, _tell_nachweis(entry.nachweis) if entry.nachweis else "")
    return {
        "am": entry.am.isoformat(),
        "status": BEZEICHNUNG[entry.status],
        "wer": entry.wer or "",
        "bis": entry.bis.isoformat() if entry.bis else "",
        "text": " ".join(" ".join(text.split()) for text in texts if text),
    }


def _tell_nachweis(proof: Nachweis) -> str:
    amount = f"{proof.betrag_eur:,} Euro".replace(",", ".") if proof.betrag_eur is not None else ""
    parts = [amount, proof.link or "", f"vom {datum(proof.am)}" if proof.am else ""]
    return f"Nachweis: {', '.join(filter(None, parts))}."
