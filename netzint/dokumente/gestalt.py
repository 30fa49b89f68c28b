"""How an HTML document looks: a sheet of paper on the screen, on paper itself, by day and by night."""

STIL = """\
:root { color-scheme: light dark; --papier: #fff; --grund: #eef1f4; --schrift: #1a1d21; --leise: #4d5661;
  --farbe: #1f4e79; --linie: #b9c2cc; --flaeche: #e6ecf2; }
@media (prefers-color-scheme: dark) { :root { --papier: #1b1f24; --grund: #111417; --schrift: #e6e8eb;
  --leise: #aab4bf; --farbe: #9cc7f0; --linie: #48525d; --flaeche: #272e36; } }
* { box-sizing: border-box; }
html { background: var(--grund); }
body { max-width: 210mm; margin: 2rem auto; padding: 17mm 20mm 15mm 25mm;
  background: var(--papier); color: var(--schrift);
  font: 11pt/1.45 "Source Sans 3", "Source Sans Pro", "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif;
  hyphens: auto; overflow-wrap: break-word; box-shadow: 0 1px 8px rgb(0 0 0 / 18%); }
.briefkopf { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: flex-end; gap: .2rem 2rem;
  padding-bottom: .5rem; border-bottom: 1.5pt solid var(--farbe); }
.briefkopf p { margin: 0; font-size: 9pt; line-height: 1.35; }
.briefkopf p:first-child { flex: 1 1 16rem; color: var(--farbe); font-size: 15pt; line-height: 1.2;
  text-wrap: balance; }
.briefkopf p + p { flex: 0 1 17rem; text-align: right; margin-left: auto; text-wrap: balance; }
.anschrift { margin: 2.2rem 0 1.2rem; max-width: 85mm; }
.infoblock table { width: auto; min-width: 50%; margin-left: auto; font-size: 9.5pt; border-top: 0; }
.infoblock thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
h1, h2, h3, h4 { color: var(--farbe); line-height: 1.25; break-after: avoid; text-wrap: balance; }
h1 { font-size: 18pt; margin: 1.6rem 0 .5rem; }
h2 { font-size: 13pt; margin: 1.5rem 0 .4rem; }
h3, h4 { font-size: 11pt; margin: 1.1rem 0 .3rem; }
p, ul, ol, blockquote { margin: 0 0 .65rem; }
h1 + p { font-size: 12pt; }
ul, ol { padding-left: 1.6rem; }
li { padding-left: .2rem; margin-bottom: .25rem; }
li::marker { color: var(--farbe); font-variant-numeric: tabular-nums; }
blockquote { border-left: 3pt solid var(--linie); padding-left: .9rem; }
a { color: var(--farbe); overflow-wrap: anywhere; }
a:focus-visible, .rahmen:focus-visible { outline: 2pt solid var(--farbe); outline-offset: 2pt; }
.seitenwechsel { margin: 2.5rem 0; border-top-style: dashed; }
.unterschriften tbody tr { height: 11mm; }
hr { border: 0; border-top: .75pt solid var(--linie); margin: 1.2rem 0; }
table { width: 100%; border-collapse: collapse; margin: .4rem 0 1rem; font-size: 10.5pt; line-height: 1.35;
  border-top: .75pt solid var(--linie); }
th, td { text-align: left; vertical-align: top; padding: .32rem .5rem; border-bottom: .5pt solid var(--linie);
  overflow-wrap: break-word; }
thead th { background: var(--flaeche); border-bottom: 1pt solid var(--farbe); }
tbody th { font-weight: inherit; font-variant-numeric: tabular-nums; }
.angaben { table-layout: fixed; }
.angaben th { width: 31%; }
.angaben thead th:last-child { width: auto; }
.angaben thead th { padding: 0; border: 0; font-size: 0; line-height: 0; background: none; }
.angaben tbody th { color: var(--leise); }
.breit { font-size: 9.5pt; }
tr { break-inside: avoid; }
.rechts { text-align: right; font-variant-numeric: tabular-nums; }
.kurz { white-space: nowrap; }
.mitte { text-align: center; }
em { color: var(--leise); }
footer { margin-top: 2.2rem; padding-top: .5rem; border-top: .75pt solid var(--linie); color: var(--leise);
  font-size: 8pt; line-height: 1.4; overflow-wrap: anywhere; }
footer p { margin: 0 0 .2rem; }
.rahmen { overflow-x: auto; }
@media (max-width: 640px) { body { margin: 0; padding: 1.2rem 1rem; box-shadow: none; }
  .briefkopf p + p { text-align: left; margin-left: 0; } .breit { min-width: 34rem; } }
@media (max-width: 480px) { th, td { overflow-wrap: anywhere; padding: .3rem .25rem; } .kurz { white-space: normal; }
  .infoblock table { width: 100%; } }
@media print { :root { color-scheme: light; --papier: #fff; --grund: #fff; --schrift: #000; --leise: #333;
    --farbe: #1f4e79; --linie: #999; --flaeche: #e6ecf2; }
  body { max-width: none; margin: 0; padding: 0; box-shadow: none; font-size: 10.5pt; }
  .seitenwechsel { border: 0; margin: 0; break-after: page; }
  thead { display: table-header-group; } thead th { print-color-adjust: exact; } .rahmen { overflow: visible; }
  .schluss { break-inside: avoid; } footer { break-before: avoid; break-inside: avoid; }
  a { color: inherit; } p { orphans: 3; widows: 3; } }
@page { size: A4; margin: 17mm 20mm 22mm 25mm; @bottom-right { content: "Seite " counter(page) " von " counter(pages);
  font: 8pt "Source Sans 3", "Segoe UI", "Noto Sans", Arial, sans-serif; }
  @bottom-left { font: 8pt "Source Sans 3", "Segoe UI", "Noto Sans", Arial, sans-serif; } }
"""
