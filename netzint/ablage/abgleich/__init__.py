"""Two secretaries, two clones, one server: what the others did is fetched, the own Vorgänge are put on top of it, all
of it is judged, and sent.

ablauf        ``abgleichen``: the order of steps
runde         one round, decided: nothing has changed yet
ergebnis      what came of it
netz          git talking to the server: fetch, ask, push
gegenstelle   which server, which branch
eigene        the own commits that the server does not have
doppelt       numbers that both sides gave
umnummern     the own files and messages with the new numbers
dateien       one file of both sides becomes one
inhalte       contents by their ids
aufsetzen     the own commits made again on top of the others'
urteil        the whole, judged
auswege       what a person can type where both do not fit together
unterlagen    own documents that still carry old numbers
stand         one sentence for ``netzint lage``
"""
