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
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.number { font-weight: bold; font-size: 1.22rem; margin: 1.7rem 0 -.6rem; break-after: avoid; }
.banner { margin-bottom: 1.6rem; }
.banner p { margin: 0; }
.top { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; flex-wrap: wrap;
  border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
.un { font-size: 1.05rem; letter-spacing: .01em; }
.symbol { font-size: 1.05rem; margin-inline-start: auto; }
.series { font-size: 2rem; line-height: 1; }
.bottom { display: flex; justify-content: space-between; gap: 2rem; flex-wrap: wrap; padding: .9rem 0 .8rem;
  border-bottom: 3px solid var(--line); }
.organ { font-size: 1.6rem; font-weight: bold; line-height: 1.15; flex: 1 1 16rem; }
.facts { font-size: .95rem; min-width: 9.5rem; }
.line { margin-bottom: .2em; }
.sponsors { font-weight: bold; margin: 1.1rem 0; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.7em 0 .7em; font-weight: bold; text-wrap: balance;
  break-after: avoid; }
h1.title, h2.title, h3.title { font-size: 1.4rem; margin: 1.6rem 0 1.1rem; }
.draft .among { font-size: 1.22rem; }
h2 { font-size: 1.18rem; }
h3 { font-size: 1.08rem; }
h4, h5, h6 { font-size: 1rem; }
.para { text-indent: 2.4em; text-align: left; hyphens: manual; orphans: 2; widows: 2; }
.para.on { text-indent: 0; }
.num { display: inline-block; min-width: 2.4em; text-indent: 0; white-space: nowrap; }
.d1 { padding-inline-start: 2.4em; } .d2 { padding-inline-start: 4.8em; } .d3 { padding-inline-start: 7.2em; }
.d4 { padding-inline-start: 9.6em; } .d5 { padding-inline-start: 12em; }
.closing { text-align: right; font-style: italic; margin-top: 1.4em; }
.closing + .closing { margin-top: -.5em; }
.closing i, .closing em { font-style: inherit; }
.scroll { overflow-x: auto; margin: 0 0 1em; }
.data { border-collapse: collapse; border-top: 1px solid; border-bottom: 2px solid; width: 100%; font-size: .95em; }
.data th, .data td { border-bottom: 1px solid #cfcbc0; padding: .25em .6em; text-align: left; vertical-align: top; }
.data th { font-weight: inherit; font-style: italic; vertical-align: bottom; border-bottom: 1px solid; }
.data th.right, .data td.right { text-align: right; }
.data th.center, .data td.center { text-align: center; }
.data p { margin: 0; }
.cell { border-inline-start: 2px solid #cfcbc0; padding-inline-start: .8em; margin-bottom: .3em; font-size: .95em; }
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
.note p { margin: 0 0 .4em; padding-inline-start: 1.6em; text-indent: -1.6em; }
.note p + p { text-indent: 0; }
.note .ref { display: inline-block; min-width: 1.6em; text-indent: 0; font-size: .9em; }
:target { background: #fdf3d7; }
@media screen and (max-width: 46rem) {
  .draft { margin: 0; padding: 1.4rem 1.1rem 2.4rem; box-shadow: none; }
  .para { text-indent: 1.4em; }
  .num { min-width: 1.9em; }
  .d1 { padding-inline-start: 1.2em; } .d2 { padding-inline-start: 2.4em; } .d3, .d4, .d5 { padding-inline-start: 3.4em; }
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

REVIEW = """\
.review { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; --error: #a4161a; --warning: #8a5200; --info: #1f5f8b; }
.summary, .about, .rules, .asides, .strip, .explanations, .foot, .card, .loose, .report > h2, .report > p {
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; line-height: 1.4; }
.summary h1 { font-size: 1.5rem; margin: 1.6rem 0 .5rem; overflow-wrap: anywhere; }
.chip { display: inline-block; border-radius: 1rem; padding: .1rem .75rem; border: 2px solid; font-weight: 600;
  background: var(--paper); }
.chip.error, .card.error strong { color: var(--error); }
.chip.warning, .card.warning strong { color: var(--warning); }
.chip.info, .card.info strong { color: var(--info); }
.chip.none { color: #17632f; }
.about { color: var(--soft); font-size: .95rem; }
.strip { margin: 1.2rem 0; background: var(--paper); padding: .8rem 1rem .6rem; border-radius: 4px; }
.strip > svg { display: block; }
.strip figcaption { font-size: .9rem; color: var(--soft); margin-top: .4rem; }
.strip ul { list-style: none; display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; margin: .2rem 0 0; padding: 0;
  font-size: .9rem; }
span.band { display: inline-block; width: .9em; height: .9em; vertical-align: -.08em; border: 1px solid #777; }
.in-masthead { fill: #d8d4c8; background: #d8d4c8; } .in-preamble { fill: #b9cde0; background: #b9cde0; }
.in-operative { fill: #8fb0cf; background: #8fb0cf; } .in-annexes { fill: #cdbfd8; background: #cdbfd8; }
.in-notes { fill: #cfe0c4; background: #cfe0c4; } .in-text { fill: #dcdcdc; background: #dcdcdc; }
.strip a.error { fill: var(--error); } .strip a.warning { fill: var(--warning); } .strip a.info { fill: var(--info); }
.strip .stem { stroke: #222; stroke-width: 1.2; fill: none; }
.strip a:hover { opacity: .6; }
.rules { border-collapse: collapse; width: 100%; background: var(--paper); font-size: .92rem; margin: 1rem 0; }
.rules caption { text-align: left; font-weight: 600; padding: .3rem 0; }
.rules th, .rules td { text-align: left; vertical-align: top; padding: .3rem .7rem; border-bottom: 1px solid #dedacf;
  font-weight: normal; }
.rules thead th { font-weight: 600; }
.rules td a { display: inline-block; min-width: 1.5em; padding: 0 .15em; }
.asides { font-size: .92rem; margin: .8rem 0; }
.review .draft { max-width: none; margin: 1rem 0 2rem; padding: 2.6rem 1.6rem 3rem 3rem; }
.review .draft > *, .review .act > *, .review .annex > *, .review .notes > *, .review [role="list"] > * {
  max-width: 40rem; }
.review .draft > section, .review .act > section, .review .row, .review .notes > div { max-width: none; }
.review .item { max-width: none; } .review .item > .note { max-width: 40rem; }
.review .row { display: grid; grid-template-columns: minmax(0, 40rem) minmax(15rem, 1fr); column-gap: 2rem;
  align-items: start; }
.margin { display: grid; gap: .5rem; margin-bottom: .9rem; }
.card { border: 1px solid #d3cfc4; border-left: .35rem solid; border-radius: 3px; padding: .45rem .7rem; font-size: .86rem;
  background: #fcfbf8; text-indent: 0; break-inside: avoid; }
.card.error { border-left-color: var(--error); } .card.warning { border-left-color: var(--warning); }
.card.info { border-left-color: var(--info); }
.card p { margin: 0 0 .25rem; max-width: none; padding: 0; text-indent: 0; }
.card .where { color: var(--soft); }
.card .why { margin: 0; font-size: .93em; overflow-wrap: anywhere; }
.card .write { font-weight: 600; }
.card .change { font-weight: normal; font-family: "Times New Roman", Tinos, "Liberation Serif", serif; font-size: 1.1em; }
.pin { padding: .1em .42em; white-space: nowrap; border-radius: .75em; color: #fff; text-align: center;
  font: 600 .72rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
  text-decoration: none; vertical-align: .15em; margin: 0 .15em; text-indent: 0; font-style: normal; }
.card .pin { vertical-align: .05em; margin-left: 0; }
.pin.error { background: var(--error); } .pin.warning { background: var(--warning); } .pin.info { background: var(--info); }
mark { color: inherit; background: none; text-decoration: underline wavy 1.5px; text-underline-offset: .2em; }
mark.error { background: #fde8e6; text-decoration-color: var(--error); }
mark.warning { background: #fdf0d8; text-decoration-color: var(--warning); }
mark.info { background: #e3eff8; text-decoration-color: var(--info); }
.card:target, .pin:target { outline: 3px solid #f2a900; }
.explanations { background: var(--paper); padding: 1rem 1.6rem 1.6rem; }
.explanations .rule { max-width: 46rem; border-top: 1px solid #dedacf; padding-top: .2rem; font-size: .95rem; }
.explanations h3 { margin: .9rem 0 .2rem; font-size: 1.02rem; } .explanations h4 { margin: .7rem 0 .15rem; font-size: .95rem; }
.explanations table { border-collapse: collapse; } .explanations td, .explanations th { padding: .1rem .5rem;
  border: 1px solid #dedacf; text-align: left; }
.authority { color: var(--soft); }
.foot { color: var(--soft); font-size: .85rem; padding: 1rem 0 2rem; }
@media screen and (max-width: 62rem) {
  .review .row { grid-template-columns: minmax(0, 1fr); }
  .review .draft { padding: 1.4rem 1.1rem 2rem; margin: 1rem -1rem; }
  .review { padding: 0 1rem; }
  .margin { margin: 0 0 1.2rem; }
  .rules th, .rules td { padding: .3rem .35rem; }
  .explanations { margin: 0 -1rem; padding: 1rem; }
}
@media print {
  .review { max-width: none; padding: 0; }
  .review .draft { padding: 0; margin: 0; }
  .review .draft > *, .review .act > *, .review .annex > *, .review .notes > *, .review [role="list"] > * {
    max-width: calc(100% - 6.8cm); }
  .review .draft > section, .review .act > section, .review .row, .review .notes > div { max-width: none; }
  .review .row { grid-template-columns: minmax(0, 1fr) 6.2cm; column-gap: .6cm; }
  .card { font-size: 8pt; }
  .pin.error, .pin.warning, .pin.info { border: 1px solid #000; color: #000; background: #fff; }
  mark { background: none; }
  .strip, .rules { break-inside: avoid; }
  .asides { display: none; }
  .explanations { break-before: page; padding: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
"""What the page of findings adds to it."""
