"""The frame of the handbook's pages: style, navigation, search. No page asks anything of another place."""

from __future__ import annotations

from resolint.report.page.text import plain
from resolint.version import __version__

__all__ = ["SCRIPT", "STYLE", "frame", "single"]

STYLE = """\
:root { color-scheme: light;
  --ground: #eeece6; --paper: #fffefc; --ink: #1d1c1a; --soft: #57544d; --line: #d8d4ca; --link: #175a86; --bar: #f8f6f1;
  --bad: #9b1c13; --badpaper: #fdf0ee; --good: #175e34; --goodpaper: #eef7f0; --mark: #fff3c4; --desk: #eeece6; }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { color-scheme: dark;
  --ground: #141618; --paper: #1e2124; --ink: #e8e5de; --soft: #aba79e; --line: #3a3e43; --link: #8cc4e8; --bar: #1a1c1f;
  --bad: #ffa198; --badpaper: #331c1a; --good: #8ed9a8; --goodpaper: #16291d; --mark: #4a3f12; --desk: #141618; } }
:root[data-theme="dark"] { color-scheme: dark;
  --ground: #141618; --paper: #1e2124; --ink: #e8e5de; --soft: #aba79e; --line: #3a3e43; --link: #8cc4e8; --bar: #1a1c1f;
  --bad: #ffa198; --badpaper: #331c1a; --good: #8ed9a8; --goodpaper: #16291d; --mark: #4a3f12; --desk: #141618; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); line-height: 1.5; font-size: 1.0625rem;
  font-family: "Times New Roman", Tinos, "Liberation Serif", Times, serif; }
a { color: var(--link); } :focus-visible { outline: 3px solid #d98e00; outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem;
  z-index: 9; }
nav.top, .chip, .search, table, .hits, label, .foot, .steps, summary { font-family: system-ui, -apple-system, "Segoe UI",
  Roboto,
  "Liberation Sans", Arial, sans-serif; font-size: .94rem; }
nav.top { background: var(--bar); border-bottom: 1px solid var(--line); padding: .35rem clamp(1rem, 4vw, 3rem); display: flex;
  flex-wrap: wrap; gap: .1rem; align-items: center; }
nav.top a { padding: .4rem .7rem; border-radius: 6px; color: inherit; text-decoration: none; white-space: nowrap; }
nav.top a:hover { background: var(--ground); } nav.top a[aria-current] { font-weight: 600; box-shadow: inset 0 -2px 0
  var(--link); border-radius: 6px 6px 0 0; }
nav.top a.home { font: 600 1.15rem/1.2 "Times New Roman", Tinos, "Liberation Serif", Times, serif;
  margin: 0 auto 0 0; padding: .4rem 0; }
nav.places { background: none; border: 0; padding-block: .8rem .4rem; }
main { max-width: 62rem; margin: 0 auto; padding: 1rem 1.2rem 3rem; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; } h1 { font-size: 1.8rem; margin: 1.2rem 0 .4rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; } h3 { font-size: 1.1rem; margin: 1.4rem 0 .4rem; }
p, li { max-width: 42rem; } ul.rules { list-style: none; padding: 0; columns: 2 22rem; column-gap: 2rem; }
ul.rules li { break-inside: avoid; padding: .22rem 0; } ul.rules a { display: inline-block; padding: .1rem 0; }
.id { color: var(--soft); font-size: .85em; margin-left: .3rem; }
.chip { display: inline-block; border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .7rem; margin: 0 .3rem
  .3rem 0;
  background: var(--paper); }
.pairs { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; margin: .6rem 0; }
.pairs > div { padding: .6rem .9rem; border: 1px solid var(--line); border-radius: 4px; overflow-wrap: anywhere; }
.wrong { background: var(--badpaper); border-left: .3rem solid var(--bad) !important; }
.right { background: var(--goodpaper); border-left: .3rem solid var(--good) !important; }
.tag { display: block; font: 600 .8rem system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; margin-bottom:
  .2rem; }
.wrong .tag { color: var(--bad); } .right .tag { color: var(--good); }
.pairs b { background: var(--mark); font-weight: inherit; border-bottom: 2px solid currentColor; }
.good { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: .3rem 1rem; margin: .6rem 0; }
.good p { margin: .5rem 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; background: var(--paper); }
th, td { border: 1px solid var(--line); text-align: left; vertical-align: top; padding: .35rem .7rem; }
.search { display: block; max-width: 42rem; margin: 1rem 0; } .search input { width: 100%; font: inherit; padding: .6rem
  .8rem;
  border: 1px solid var(--soft); border-radius: 4px; background: var(--paper); color: var(--ink); }
.hits { list-style: none; padding: 0; } .hits li { padding: .35rem 0; border-bottom: 1px solid var(--line); }
.hits small { color: var(--soft); display: block; font-size: .88rem; }
.steps { display: flex; justify-content: space-between; gap: 1rem; margin-top: 2.5rem; border-top: 1px solid var(--line);
  padding-top: .8rem; }
.foot { color: var(--soft); padding: 1rem 1.2rem 2rem; max-width: 62rem; margin: 0 auto; }
.soft { color: var(--soft); }
.draft { background: var(--paper); color: var(--ink); padding: 1.6rem 1.4rem; border: 1px solid var(--line); }
.draft p { margin: 0 0 .7em; max-width: none; } .draft .para { text-indent: 2em; } .draft .d1 { margin-left: 2em; }
.draft .top, .draft .bottom { display: flex; justify-content: space-between; gap: 1rem; flex-wrap: wrap; padding: .3rem 0
  .6rem;
  border-bottom: 1px solid currentColor; } .draft .organ { font-size: 1.4rem; font-weight: bold; } .draft .series {
  font-size: 1.7rem; }
.draft .sponsors { font-weight: bold; }
.draft .notes sup a { display: inline-block; min-width: 1.6rem; min-height: 1.6rem; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space:
  nowrap; }
.sheet { display: grid; grid-template-columns: minmax(0, 3fr) minmax(15rem, 2fr); gap: 1.5rem; align-items: start; }
.sheet aside { position: sticky; top: 1rem; max-height: 92vh; overflow: auto; }
.sheet aside section { border-left: .3rem solid var(--line); padding: .1rem .8rem; margin: 0 0 .6rem; background:
  var(--paper); }
.sheet aside h3 { margin: .3rem 0; font-size: 1rem; } .sheet aside p { margin: .2rem 0 .4rem; font-size: .95rem; }
.sheet aside section:target { border-left-color: #d98e00; background: var(--mark); }
a.el { color: inherit; text-decoration: underline dotted 1.5px var(--link); text-underline-offset: .18em; }
a.el:hover, a.el:focus { background: var(--mark); } a.el.on { background: var(--mark); outline: 2px solid #d98e00; }
@media (max-width: 44rem) { .pairs, .sheet { grid-template-columns: minmax(0, 1fr); } .sheet aside { position: static;
  max-height: none; }
  h1 { font-size: 1.5rem; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@page { margin: 18mm; }
@media print { :root { --ground: #fff; --paper: #fff; --ink: #000; --soft: #333; --badpaper: #fff; --goodpaper: #fff;
  --mark: #fff; }
  html { font-size: 10pt; } h1, h2, h3, h4, .tag { break-after: avoid; } p, li { max-width: none; orphans: 3; widows: 3; }
  nav.top, .search, .steps, .skip { display: none; } main { max-width: none; padding: 0; } .foot { padding: 1rem 0 0; }
  .pairs > div, .good, .chip, tr, .sheet aside section { break-inside: avoid; } .pairs { grid-template-columns: 1fr 1fr; }
  .sheet { display: block; } .sheet aside { position: static; max-height: none; overflow: visible; columns: 2; margin-top: 1rem; }
  .contents p { break-after: avoid; margin: .5rem 0 0; } .contents ul.rules { columns: 3; margin: 0; } .contents li { padding: 0; }
  .book h2 { break-before: page; } .book h3 { border-top: 1pt solid; padding-top: .4rem; margin-top: 1.6rem; }
  .book h4 { margin: .6rem 0 .1rem; } .book article p { margin: .2rem 0; } .book article ul { columns: 2; margin: .2rem 0; }
  .book .good { columns: 2; } a { color: inherit; text-decoration: none; } }
"""

SCRIPT = """\
"use strict";
(function () {
  var field = document.getElementById("search"), list = document.getElementById("hits"), told = document.getElementById("told");
  if (!field || !window.RULES) { return; }
  function begun(text) { return text.length <= 160 ? text : text.slice(0, 160).replace(/\\s+\\S*$/, "") + " …"; }
  function find() {
    var words = field.value.toLowerCase().split(/\\s+/).filter(Boolean), hits = [];
    list.textContent = "";
    if (!words.length) { told.textContent = ""; return; }
    window.RULES.forEach(function (rule) {
      var name = (rule[0] + " " + rule[1] + " " + rule[1].replace(/-/g, " ")).toLowerCase();
      var text = name + " " + rule[2].toLowerCase(), score = 0;
      var all = words.every(function (word) {
        if (name.indexOf(word) >= 0) { score += 3; }
        return text.indexOf(word) >= 0 && (score += 1);
      });
      if (all) { hits.push([score, rule]); }
    });
    hits.sort(function (a, b) { return b[0] - a[0]; });
    told.textContent = hits.length ? hits.length + (hits.length === 1 ? " rule" : " rules") : "No rule has these words.";
    hits.slice(0, 40).forEach(function (hit) {
      var item = document.createElement("li"), link = document.createElement("a"), small = document.createElement("small");
      link.href = hit[1][0] + ".html";
      var name = hit[1][1].replace(/-/g, " ");
      link.textContent = name.charAt(0).toUpperCase() + name.slice(1);
      small.textContent = hit[1][0] + ": " + begun(hit[1][2]);
      item.appendChild(link); item.appendChild(small); list.appendChild(item);
    });
  }
  field.addEventListener("input", find);
  find();
}());
"""

_SKIP = '<a class="skip" href="#text">Skip to the text</a>\n'
_LINKS = (("index.html", "All conventions"), ("annotated.html", "Annotated resolution"), ("all.html", "For printing"))

_PLACES = (("", "Drafts"), ("new", "New draft"), ("learn", "Practise"))
"""The other places of the page that serves the handbook."""


def frame(title: str, body: str, scripts: str = "", home: str = "") -> str:
    """A page of the site, whose other pages lie in the same folder.

    ``home`` is the address of the page that serves the site among others: it is linked, and its choice of colours holds.
    """
    links = "".join(f'<a href="{address}">{name}</a>' for address, name in _LINKS)
    colours = places = ""
    if home:
        rows = "".join(f'<a href="{home}{address}">{name}</a>' for address, name in _PLACES)
        places = (
            f'<nav class="top places" aria-label="Places"><a class="home" href="{home}">resolint</a>{rows}'
            '<a href="index.html" aria-current="true">Handbook</a></nav>\n'
        )
        icon = f'<link rel="icon" href="{home}static/icon.svg" type="image/svg+xml">'
        colours = f'{icon}\n<script src="{home}static/theme.js"></script>\n'
    return (
        f'{_head(title)}<link rel="stylesheet" href="style.css">\n{colours}</head>\n<body>\n{_SKIP}{places}'
        '<nav class="top" aria-label="Handbook"><a class="home" href="index.html">Handbook of drafting conventions</a>'
        f"{links}</nav>\n"
        f'<main id="text">\n{body}</main>\n<footer class="foot">Made by resolint {__version__} out of its rule cards.</footer>\n'
        f"{scripts}</body>\n</html>\n"
    )


def single(title: str, body: str) -> str:
    """A page that stands alone."""
    return (
        f"{_head(title)}<style>\n{STYLE}</style>\n</head>\n<body>\n{_SKIP}"
        f'<main id="text">\n{body}</main>\n<footer class="foot">Made by resolint {__version__}.</footer>\n</body>\n</html>\n'
    )


def _head(title: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="resolint">\n<title>{plain(title)}</title>\n'
    )
