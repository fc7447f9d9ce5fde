"""The looks of the pages: a sheet of paper on the screen, the same on paper, one column on a phone."""

PAGE = """\
:root { --ink: #1a1a1a; --paper: #fff; --desk: #eceae4; --line: #1a1a1a; --soft: #5a5a5a; --link: #0b4f7d; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--desk); color: var(--ink); line-height: 1.42;
  font-family: "Times New Roman", Tinos, "Liberation Serif", Times, serif; font-size: 1.0625rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid #f2a900; outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; top: 0; background: var(--paper); padding: .5rem 1rem; z-index: 2; }
.skip:focus { left: 0; }
.draft { background: var(--paper); max-width: 46rem; margin: 2rem auto; padding: 3.2rem 4rem 4rem;
  box-shadow: 0 1px 4px rgba(0, 0, 0, .25); overflow-wrap: break-word; }
p { margin: 0 0 .7em; }
.banner { margin-bottom: 1.6rem; }
.banner p { margin: 0; }
.top { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; flex-wrap: wrap;
  border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
.un { font-size: 1.05rem; letter-spacing: .01em; }
.symbol { font-size: 1.05rem; margin-left: auto; }
.series { font-size: 2rem; line-height: 1; }
.bottom { display: flex; justify-content: space-between; gap: 2rem; flex-wrap: wrap; padding: .9rem 0 .8rem;
  border-bottom: 3px solid var(--line); }
.organ { font-size: 1.6rem; font-weight: bold; line-height: 1.15; flex: 1 1 16rem; }
.facts { font-size: .95rem; min-width: 9.5rem; }
.line { margin-bottom: .2em; }
.sponsors { font-weight: bold; margin: 1.1rem 0; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.7em 0 .7em; font-weight: bold; text-wrap: balance;
  break-after: avoid; }
h1.title, h2.title { font-size: 1.4rem; margin: 1.6rem 0 1.1rem; }
h2 { font-size: 1.18rem; }
h3 { font-size: 1.08rem; }
h4, h5, h6 { font-size: 1rem; }
.para { text-indent: 2.4em; text-align: left; hyphens: manual; orphans: 2; widows: 2; }
.para.on { text-indent: 0; }
.num { display: inline-block; min-width: 2.4em; text-indent: 0; white-space: nowrap; }
.d1 { padding-left: 2.4em; } .d2 { padding-left: 4.8em; } .d3 { padding-left: 7.2em; }
.d4 { padding-left: 9.6em; } .d5 { padding-left: 12em; }
.closing { text-align: right; font-style: italic; margin-top: 1.4em; }
.closing + .closing { margin-top: -.5em; }
.closing i, .closing em { font-style: inherit; }
.cell { border-left: 2px solid #cfcbc0; padding-left: .8em; margin-bottom: .3em; font-size: .95em; }
.star { font-size: .88rem; }
.annex { border-top: 1px solid #cfcbc0; margin-top: 2.4rem; break-before: page; }
.act + .act { border-top: 3px double var(--line); margin-top: 2.6rem; padding-top: .6rem; }
sup { line-height: 0; font-size: .72em; }
sup.ref a { text-decoration: none; padding: 0 .12em; }
sup.ref a:hover { text-decoration: underline; }
ins { text-decoration: underline; text-decoration-color: #0a7d2c; color: #075c20; }
del { color: #9b1c1c; }
em { font-style: inherit; background: #fff3a8; }
.notes { border-top: 1px solid var(--line); margin-top: 2.4rem; padding-top: .8rem; font-size: .9rem; }
.note p { margin: 0 0 .4em; padding-left: 1.6em; text-indent: -1.6em; }
.note p + p { text-indent: 0; }
.note .ref { display: inline-block; min-width: 1.6em; text-indent: 0; font-size: .9em; }
:target { background: #fdf3d7; }
@media (max-width: 46rem) {
  .draft { margin: 0; padding: 1.4rem 1.1rem 2.4rem; box-shadow: none; }
  .para { text-indent: 1.4em; }
  .num { min-width: 1.9em; }
  .d1 { padding-left: 1.2em; } .d2 { padding-left: 2.4em; } .d3, .d4, .d5 { padding-left: 3.4em; }
  .organ { font-size: 1.35rem; }
  .bottom { gap: .8rem; }
}
@page { size: A4; margin: 20mm 20mm 22mm; }
@media print {
  body { background: none; font-size: 11pt; }
  .draft { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  .skip { display: none; }
  a { color: inherit; text-decoration: none; }
  .note, .closing { break-inside: avoid; }
}
"""
"""The style sheet of a draft."""
