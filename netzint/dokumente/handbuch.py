"""vorlagen/README.md, made from the declarations so that it cannot fall behind."""

from __future__ import annotations

from netzint.dokumente.arten import MIT_VORLAGE, Art
from netzint.dokumente.briefbogen import FELDER
from netzint.dokumente.felder import Feld, list_paths
from netzint.dokumente.filter import FILTER, PRUEFUNGEN
from netzint.dokumente.inert import flatten

_START = """\
# Vorlagen

Aus jeder Datei `*.md.j2` in diesem Ordner entsteht eine Art von Schreiben, oder sie ist ein Teil, den andere mit
`{% include "kopf.md.j2" %}` einbinden. Sie dürfen alles ändern; `netzint pruefen` sagt, ob es noch passt.
Diese Seite erzeugt netzint selbst.

`brief.docx` und `brief.odt` sind die Briefbögen für Word und LibreOffice: siehe [unten](#briefbogen).

## So schreibt man eine Vorlage

- Der Text ist Markdown: `# Titel` (genau einer), `## Überschrift`, `**fett**`, `_kursiv_`, `- Punkt`,
  `1. Punkt`, Tabellen mit `|`.
- `{{ sitzung.ort }}` setzt einen Wert ein. Er bleibt Text, was immer darin steht.
- `{% if sitzung.ende %} … {% endif %}` lässt weg, was leer ist.
- `{% for top in tops %} … {% endfor %}` wiederholt; `loop.index` zählt mit, `loop.last` ist beim letzten wahr.
- Nummerierte Listen schreibt man mit `1.` in jeder Zeile; die Zahlen ergeben sich.
- `<br>` bricht die Zeile um, auch in einer Tabelle.
- Eine Zeile, in der nur `{% … %}` steht, hinterlässt nichts; vor und nach Tabellen und Listen gehört eine Leerzeile.
- Was vor dem Titel steht, ist der Briefkopf; was nach der letzten Linie (`---`) steht, wird klein als Fuß gesetzt.
- Eine Tabelle mit dem Kopf `| Angabe | Inhalt |` wird als Übersicht gesetzt; eine Spalte „Unterschrift“ bekommt Platz.
- `[Worte](https://…)` verweist ins Netz, `[Worte](#sachverhalt)` auf die Überschrift „Sachverhalt“, `[Worte](#teil-2)`
  in einer Mappe auf ihr zweites Stück. Steht so ein Verweis in einer Tabelle, nennt das PDF dazu die Seite.
- `******` beginnt eine neue Seite.
- Bemerkungen stehen zwischen `{#` und `#}`.

## Filter

| Filter | Wirkung | Beispiel |
| --- | --- | --- |
"""

_BRIEFBOGEN = """
## Briefbogen

`brief.docx` öffnen Sie in Word, `brief.odt` in LibreOffice, und gestalten sie, wie Ihr Haus schreibt: Briefkopf, Logo,
Schriften, Formatvorlagen, Fußzeile. netzint füllt die Felder und schreibt dorthin, wo `{{ inhalt }}` steht; wie der
Text aussieht, bestimmen die Formatvorlagen des Briefbogens. Danach `netzint festschreiben`.

- Der Briefkopf steht über `{{ inhalt }}` und endet 27 mm unter dem Blattrand: dort beginnt das Anschriftfeld eines
  Briefes (DIN 5008, Form A). Der Briefkopf aus `kopf.md.j2` gilt für die anderen Formate.
- Ein Feld ist ein Name in doppelten geschweiften Klammern; Anweisungen und Filter gibt es hier nicht.
- Bilder einfügen, nicht verknüpfen, und mit Alternativtext versehen. Makros sind nicht erlaubt.

| Feld | Bedeutung | Beispiel |
| --- | --- | --- |
"""

_VARIABLES = """
## Variablen

`[]` steht für jeden Eintrag einer Liste. Was *wahlfrei* ist, kann leer sein.
"""


def write_readme() -> str:
    """The whole text."""
    filters = "".join(
        f"| `{name}` | {entry.text} | {_code(entry.beispiel)} |\n" for name, entry in sorted(FILTER.items())
    )
    tests = "".join(f"| `is {name}` | {text} | {_code(example)} |\n" for name, (_, text, example) in PRUEFUNGEN.items())
    kinds = "".join(_write_art(art) for art in MIT_VORLAGE.values())
    return f"{_START}{filters}{tests}{_BRIEFBOGEN}{_write_felder()}{_VARIABLES}{kinds}"


def _write_felder() -> str:
    examples = [_code(feld.beispiel) if feld.beispiel else "" for feld in FELDER]
    rows = [f"| `{{{{ {f.name} }}}}` | {f.text} | {e} |\n" for f, e in zip(FELDER, examples, strict=True)]
    return "".join(rows)


def _write_art(art: Art) -> str:
    rows = "".join(
        f"| `{path}` | {feld.text}{'' if feld.pflicht else ' *(wahlfrei)*'} | {_show(feld)} |\n"
        for path, feld in list_paths(art.felder)
    )
    return f"\n### {art.vorlage}: {art.wofuer}\n\n| Variable | Bedeutung | Beispiel |\n| --- | --- | --- |\n{rows}"


def _show(feld: Feld) -> str:
    if feld.felder or not feld.beispiel:
        return "nein" if feld.beispiel is False else ""
    if feld.liste:
        return "; ".join(_code(str(entry)) for entry in feld.beispiel)
    return "ja" if feld.beispiel is True else _code(str(feld.beispiel))


def _code(text: str) -> str:
    return f"`{flatten(text).replace('|', chr(92) + '|')}`"
