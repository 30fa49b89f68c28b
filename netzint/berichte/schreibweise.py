"""The part of ``daten/README.md`` that is written by hand: how data are written."""

from __future__ import annotations

ANFANG = """\
# Die Daten

Hier steht alles, was netzint über das Netzwerk weiß: eine Datei je Eintrag, lesbar in jedem Editor. netzint schreibt
sie, Menschen lesen sie und ändern sie ab und zu von Hand. `netzint pruefen` sagt, ob alles stimmt, mit Datei und
Zeile; `netzint festschreiben` übernimmt, was von Hand geändert wurde. Diese Seite erzeugt netzint selbst.

## Wie man schreibt

Die Dateien sind YAML, in einer einfachen Form: `schlüssel: wert`, Einrückung mit zwei Leerzeichen, Listen mit `- `.

- Was leer ist, bleibt weg. Reihenfolge der Schlüssel: wie in den Tabellen unten. Bemerkungen nach `#` sind überall
  erlaubt.
- Ja und nein heißen `ja` und `nein`. Geschlossene Werte (`ordentlich`, `angenommen`) schreibt man klein und ohne
  Umlaute.
- **Längerer Text** beginnt nach `|` in der nächsten Zeile, eingerückt.
- **In Anführungszeichen** stehen Uhrzeiten (`"10:00"`), Nummern, die keine Mengen sind (`"08999001"`, `"3.1"`,
  Telefonnummern), und Text mit `: ` oder ` #` darin.
- In `{…}` und `[…]` stehen nur Kennungen, Daten, Zahlen und geschlossene Werte ohne Anführungszeichen. Alles andere
  bekommt dort welche, oder man schreibt es untereinander.
- Marken (`!`), Anker und Verweise (`&`, `*`, `<<`), mehrere Dokumente (`---`) und doppelte Schlüssel gibt es nicht.
- UTF-8 ohne BOM, keine Tabulatoren, höchstens 256 KiB je Datei.

Unbekannte Schlüssel und Werte meldet `netzint pruefen` mit einem Vorschlag („Meinten Sie …?“).

## Kennungen

Der Name der Datei ohne `.yaml` ist die Kennung des Eintrags; in der Datei steht sie nicht. Andere Dateien nennen sie.
Sie besteht aus kleinen Buchstaben (a–z), Ziffern und einzelnen Bindestrichen, beginnt mit einem Buchstaben und hat
höchstens 60 Zeichen. Sie ist über alle Ordner hinweg eindeutig, ändert sich nie und wird nie ein zweites Mal
vergeben.

- Menschen heißen nach dem Sitz, den sie zuerst eingenommen haben (`kommunen-stadt-2`, `ag-demokratiebildung-03`), nie
  nach ihrem Namen. **Namen stehen nur in der eigenen Datei der Person**, dienstliche Kontaktdaten ebenso, private
  nirgends.
- `x/y` meint immer einen Beschluss: Sitzung/Beschluss oder Umlauf/Beschluss, z. B. `sg-2026-02/he-2026-04`.

## Nummern

Nummern tragen das Jahr, in dem sie vergeben wurden: `bv-2026-007`. Die nächste ist um eins höher als die höchste, die
dieses Repository kennt, in allen seinen Zweigen. Zweimal dieselbe ist ein Fehler, eine Lücke ein Hinweis. Was
entfällt, bleibt als Datei stehen, mit `entfallen: {am: …, grund: …}`.

## Zeit

Daten schreibt man `2026-12-03`, ohne Anführungszeichen. Wo „Datum oder Monat“ steht, genügt `2021-10`. `von` ist der
erste, `bis` der letzte Tag, beide zählen mit. Es gilt die Zeit in Baden-Württemberg.

## Was sich ableiten lässt

steht nirgends: ob eine Sitzung durchgeführt ist, wie es um eine Empfehlung steht, welche Sitze besetzt sind, wann
etwas wieder vorzulegen ist. Das rechnet netzint für jeden Tag aus (`netzint lage`).
"""

GEMEINSAME = """
## Was überall stehen kann

In jeder Datei sind am Ende diese Angaben möglich; `entfallen` nur bei nummerierten Einträgen. Eine Berichtigung ist
ein eigener Eintrag, nie ein stilles Überschreiben. Eine begründete Abweichung macht aus einem Fehler über Vergangenes
eine Warnung.

"""

ANTRAEGE = """
## Anträge

Ein Antrag steht in einem Beschluss, in einer Beschlussvorlage oder in einem Umlauf. `art` sagt, worum es geht und was
noch dazugehört.

"""
