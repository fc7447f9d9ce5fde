/* The list of drafts: drop, choose, paste; counts and how they went. */
"use strict";
(() => {
  const { $, make } = page;
  const root = document.body.dataset.root;
  let known = new Map();

  function trend(history) {
    if (history.length < 2) { return null; }
    const most = Math.max(...history, 1);
    const points = history.map((count, at) => `${(4 + (56 * at) / (history.length - 1)).toFixed(1)},${(20 - (16 * count) / most).toFixed(1)}`);
    const space = "http://www.w3.org/2000/svg";
    const picture = document.createElementNS(space, "svg");
    picture.setAttribute("viewBox", "0 0 64 24");
    picture.setAttribute("class", "trend");
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", `Findings since it was opened: ${history.join(", ")}`);
    const line = document.createElementNS(space, "polyline");
    line.setAttribute("points", points.join(" "));
    picture.append(line);
    return picture;
  }

  function entry(draft) {
    const item = make("li", { className: draft.error ? "faulty" : "" });
    const link = make("a", { href: `${root}/d/${draft.key}/`, className: "draft-name" }, draft.name);
    const words = make("div", { className: "words" }, link);
    const said = draft.error || (draft.busy && !draft.title ? "Reading…" : draft.title || draft.about);
    words.append(make("p", { className: draft.error ? "wrong" : "soft" }, said));
    const counts = make("div", { className: "counts" });
    if (!draft.error && draft.title) {
      for (const severity of ["error", "warning", "info"]) {
        const number = draft.counts[severity];
        if (number) {
          counts.append(make("span", { className: `chip ${severity}` }, make("span", { className: "shape", ariaHidden: "true" }), page.plural(number, severity)));
        }
      }
      if (draft.counts.decided) { counts.append(make("span", { className: "chip done" }, `${draft.counts.decided} decided`)); }
      if (!counts.childElementCount) { counts.append(make("span", { className: "chip done" }, "Nothing to report")); }
      const picture = trend(draft.history);
      if (picture) { counts.append(picture); }
    }
    const close = make("button", { type: "button", className: "quiet icon" }, "×");
    close.setAttribute("aria-label", `Close ${draft.name}`);
    close.addEventListener("click", async () => {
      try {
        await page.post(`${root}/d/${draft.key}/close`);
        page.announce(`${draft.name} closed`);
        await refresh();
      } catch (error) { page.complain(error.message); }
    });
    item.append(words, counts, close);
    return item;
  }

  function show(drafts) {
    const focused = document.activeElement && document.activeElement.getAttribute("href");
    $("#drafts").replaceChildren(...drafts.map(entry));
    $("#none").hidden = drafts.length > 0;
    if (focused) { const again = $(`#drafts a[href="${CSS.escape(focused)}"]`); if (again) { again.focus(); } }
    for (const draft of drafts) {
      const before = known.get(draft.key);
      if (before && before.busy && !draft.busy) {
        page.announce(draft.error || `${draft.name}: ${page.plural(draft.counts.error + draft.counts.warning + draft.counts.info, "finding")}`);
      }
    }
    known = new Map(drafts.map((draft) => [draft.key, draft]));
  }
  async function refresh() {
    try { show((await (await page.ask(`${root}/drafts`)).json()).drafts); } catch (error) { page.complain(error.message); }
  }
  function opened(found) {
    if (new Set(found.map((draft) => draft.key)).size === 1) { window.location.href = `${root}/d/${found[0].key}/`; return; }
    page.announce(`${page.plural(found.length, "draft")} opened`);
    refresh();
  }

  document.addEventListener("DOMContentLoaded", () => {
    show(page.data());
    page.dropping(root, opened);
    page.listen(root, refresh);
    $("#choose").addEventListener("change", (event) => { page.open(root, event.target.files, opened).then(() => { event.target.value = ""; }); });
    const form = $("#pasted");
    $("#paste").addEventListener("click", () => { form.hidden = false; $("#text").focus(); });
    $("#unpaste").addEventListener("click", () => { form.hidden = true; $("#paste").focus(); });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      /* Of a text without marks .txt says that it was typed; marks of Markdown are read under this name too. */
      const file = new File([$("#text").value], "Pasted text.txt", { type: "text/plain" });
      page.open(root, [file], (found) => { form.hidden = true; $("#text").value = ""; window.location.href = `${root}/d/${found[0].key}/`; });
    });
    document.addEventListener("paste", (event) => {
      const target = event.target;
      if (target instanceof HTMLElement && target.closest("textarea, input")) { return; }
      const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
      if (text.trim()) { form.hidden = false; $("#text").value = text; $("#text").focus(); }
    });
  });
})();
