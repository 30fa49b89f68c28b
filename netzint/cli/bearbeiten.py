"""``netzint bearbeiten``: an entry in the person's own editor, judged on leaving, committed as a Vorgang."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli.ausgabe import hand_over, show, show_nebenbei
from netzint.cli.lesen import tell_journal
from netzint.cli.optionen import Probe, Wurzel
from netzint.cli.vorgang_ausgabe import diff, show_ausgefuehrt
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from netzint.ablage.editor import Editor
    from netzint.ablage.handaenderung import Datei
    from netzint.modell.befund import Befund

WEITER, VERWERFEN, AUFHEBEN = "weiter bearbeiten", "verwerfen", "aufheben und später weitermachen"


def bearbeiten(
    kennung: Annotated[str, typer.Argument(metavar="KENNUNG", help="Der Eintrag: Kennung oder Name.")],
    *,
    wurzel: Wurzel = Path(),
    aus: Annotated[
        Path | None,
        typer.Option(
            "--aus", metavar="DATEI", show_default=False, help="Mit einem Text weitermachen, der aufgehoben wurde."
        ),
    ] = None,
    probe: Probe = False,
) -> int:
    """Einen Eintrag im eigenen Editor ändern, prüfen und festschreiben.

    Es öffnet sich das Programm, das in VISUAL, EDITOR oder in Git (core.editor) eingestellt ist, mit einer Kopie des
    Eintrags. Nach dem Schließen wird geprüft; erst was stimmt, wird festgeschrieben. Verloren geht dabei nichts.
    """
    from netzint.ablage import editor, handaenderung

    tell_journal(wurzel)
    datei = handaenderung.find_datei(wurzel, kennung)
    _require_dialog(datei)
    chosen = editor.find_editor(wurzel)
    kept = editor.find_copy(wurzel, aus) if aus else None
    _tell_first(wurzel, datei, chosen, kept)
    start = handaenderung.read_text(aus) if aus else datei.inhalt
    copy = kept or editor.lay_copy(wurzel, datei.pfad, start)
    return _Sitzung(wurzel, datei, chosen, copy, probe).run(zeigen=aus is not None)


def _require_dialog(datei: Datei) -> None:
    if not fragen.is_dialog():
        text = "„bearbeiten“ öffnet einen Editor und braucht jemanden am Bildschirm."
        hinweis = f"Die Datei {datei.pfad} selbst ändern, dann: netzint festschreiben"
        raise NetzintFehler(text, hinweis, Ausgang.AUFRUF)


def _tell_first(wurzel: Path, datei: Datei, chosen: Editor, taken: Path | None) -> None:
    from netzint.ablage.editor import list_copies

    for copy in list_copies(wurzel, datei.pfad):
        if copy != taken:
            name = copy.relative_to(wurzel).as_posix()
            show_nebenbei(f"Von {datei.kennung} liegt noch ein früherer Entwurf da: {name}")
            show_nebenbei(f"Mit ihm weitermachen: netzint bearbeiten {datei.kennung} --aus {name}")
    if chosen.ergaenzt:
        name = chosen.befehl[0]
        show_nebenbei(f"„{name}“ wird mit --wait aufgerufen; sonst käme es zurück, bevor Sie fertig sind.")
        show_nebenbei("Weiter geht es hier, sobald Sie die Datei dort gespeichert und geschlossen haben.")


class _Sitzung:
    """One editing of one entry: until it is committed, discarded or kept."""

    def __init__(self, wurzel: Path, datei: Datei, editor: Editor, copy: Path, probe: bool) -> None:  # noqa: FBT001
        self.wurzel, self.datei, self.editor, self.copy, self.probe = wurzel, datei, editor, copy, probe

    def run(self, *, zeigen: bool) -> int:
        """Edit, judge, ask again. Whatever stops it, the text stays where the message says."""
        try:
            return self._repeat(zeigen=zeigen)
        except NetzintFehler as error:
            hinweis = "\n".join([error.hinweis, *self._kept()]).strip()
            raise NetzintFehler(error.text, hinweis, error.ausgang) from error
        except BaseException:
            self._tell_kept()
            raise

    def _repeat(self, *, zeigen: bool) -> int:
        from netzint.ablage.editor import open_editor
        from netzint.ablage.handaenderung import Abgewiesen

        while True:
            hand_over()
            code = open_editor(self.editor, self.copy)
            text = self._read()
            if text is None or (text == self.datei.inhalt and not code):
                return self._end_unchanged(deleted=text is None)
            self._require_success(code, unchanged=text == self.datei.inhalt)
            if zeigen and not self._confirm(text):
                return self._keep()
            try:
                return self._commit(text)
            except Abgewiesen as found:
                answer = self._ask(found.befunde)
            if answer != WEITER:
                return self._discard() if answer == VERWERFEN else self._keep()

    def _read(self) -> bytes | None:
        from netzint.ablage.editor import read_copy
        from netzint.ablage.handaenderung import straighten

        data = read_copy(self.copy)
        return None if data is None else straighten(data, self.datei.inhalt)

    def _require_success(self, code: int, *, unchanged: bool) -> None:
        if not code:
            return
        if unchanged:
            self._drop()
        text = (
            f"Der Editor „{self.editor.befehl[0]}“ endete mit einem Fehler ({code}); es wurde nichts festgeschrieben."
        )
        raise NetzintFehler(text, "Zeigen, welcher eingestellt ist: git config core.editor", Ausgang.UMGEBUNG)

    def _confirm(self, text: bytes) -> bool:
        """A kept text may be older than the entry: what it would change is shown."""
        for line in diff(self.datei.pfad, self.datei.inhalt, text):
            show(line)
        return fragen.ask_ja("So festschreiben", vorschlag=True)

    def _commit(self, text: bytes) -> int:
        from netzint.ablage.handaenderung import record

        done = record(self.wurzel, self.datei, text, heute.today(), probe=self.probe)
        if self.probe:
            ausgang = show_ausgefuehrt(done)
            self._tell_kept()
            return ausgang
        self._drop()
        return show_ausgefuehrt(done)

    def _ask(self, befunde: tuple[Befund, ...]) -> str:
        from netzint.cli.befunde_ausgabe import Pruefung, text_zeilen

        data = self._read() or b""
        lines = data.decode("utf-8", "replace").splitlines()
        show("So lässt es sich nicht festschreiben:")
        pruefung = Pruefung(befunde, 1, heute.today())
        for teile in [*text_zeilen(pruefung, lambda pfad: lines if pfad == self.datei.pfad else ())][:-1]:
            show(*teile)
        return fragen.ask_wahl("Wie weiter", (WEITER, VERWERFEN, AUFHEBEN), WEITER)

    def _end_unchanged(self, *, deleted: bool) -> int:
        self._drop()
        show("Die Kopie wurde gelöscht; es wurde nichts geändert." if deleted else "Es wurde nichts geändert.")
        return Ausgang.GUT

    def _discard(self) -> int:
        self._drop()
        show("Verworfen; es wurde nichts geändert.")
        return Ausgang.GUT

    def _keep(self) -> int:
        show("Es wurde nichts geändert.")
        self._tell_kept()
        return Ausgang.ABGELEHNT

    def _drop(self) -> None:
        from netzint.ablage.editor import drop_copy

        drop_copy(self.wurzel, self.copy)

    def _tell_kept(self) -> None:
        for line in self._kept():
            show_nebenbei(line)

    def _kept(self) -> tuple[str, ...]:
        if not self.copy.exists():
            return ()
        name = self.copy.relative_to(self.wurzel).as_posix()
        weiter = f"netzint bearbeiten {self.datei.kennung} --aus {name}"
        return (f"Der Text ist aufgehoben: {name}", f"Weiter bearbeiten: {weiter}")
