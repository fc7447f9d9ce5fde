/* An exercise: paragraphs are opened and mended on the paper, and what was made of the draft is graded. */
"use strict";
(() => {
  const { $, all, make } = page;
  let first = [];
  let lines = [];
  let places = {};
  let open = null;

  const source = () => lines.join("\n");
  const name = (ident) => ident.replace(/--\d+$/, "").replaceAll("-", " ");
  const element = (ident) => document.getElementById(ident);
  /* A field of the masthead stands in quotation marks behind its name in the source; what is mended is its value. */
  const FIELD = /^(\w+ = )"(.*)"$/;
  const shown = (line) => { const field = FIELD.exec(line); return field ? field[2].replace(/\\(["\\])/g, "$1") : line; };
  const written = (text, line) => { const field = FIELD.exec(line); return field ? `${field[1]}"${text.replace(/["\\]/g, "\\$&")}"` : text; };

  function furnish() {
    for (const [ident, line] of Object.entries(places)) {
      const paragraph = element(ident);
      if (!paragraph) { continue; }
      paragraph.classList.add("mendable");
      paragraph.classList.toggle("changed", lines[line - 1] !== first[line - 1]);
      const button = make("button", { type: "button", className: "mend" }, "✎");
      button.setAttribute("aria-label", `Mend ${name(ident)}`);
      button.dataset.ident = ident;
      paragraph.append(button);
    }
  }
  function mend(ident) {
    if (open) { return; }
    const paragraph = element(ident);
    const line = places[ident];
    const was = shown(lines[line - 1]);
    const field = make("textarea", { value: was, rows: Math.max(was.length > 40 ? 2 : 1, Math.ceil(was.length / 62)), spellcheck: false });
    field.setAttribute("aria-label", `${name(ident)}, in Markdown`);
    const done = make("button", { type: "button", className: "primary", title: "Done (Ctrl+Enter)" }, "Done");
    const undo = make("button", { type: "button" }, "As it was");
    const leave = make("button", { type: "button", title: "Leave (Escape)" }, "Leave");
    const sign = /<u>/.test(first.join("")) ? "In italics is what stands between asterisks, underlined what stands between <u> and </u>." : "What is in italics stands between asterisks.";
    const form = make("div", { className: "mending" }, field, make("p", { className: "ways" }, done, undo, leave, make("span", { className: "soft" }, sign)));
    open = form;
    paragraph.replaceWith(form);
    field.focus();
    const back = () => { form.replaceWith(paragraph); open = null; $(".mend", paragraph).focus(); };
    const keep = () => {
      const text = written(field.value.replace(/\s*\n\s*/g, " "), lines[line - 1]);
      if (text === lines[line - 1]) { back(); return; }
      lines[line - 1] = text;
      open = null;
      paper(line);
    };
    done.addEventListener("click", keep);
    leave.addEventListener("click", back);
    undo.addEventListener("click", () => { field.value = shown(first[line - 1]); field.focus(); });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); keep(); }
      if (event.key === "Escape") { event.preventDefault(); back(); }
    });
  }
  /* Show what the text becomes; the paragraph of a line that was mended takes the focus again, whatever it is called by now. */
  async function paper(line) {
    $("#source").value = source();
    try {
      const found = await (await page.post("paper", source())).json();
      $("#sheet").innerHTML = found.article;
      places = found.lines;
      $("#fault").hidden = true;
      furnish();
      const ident = Object.keys(places).find((one) => places[one] === line);
      const again = ident && element(ident) && $(".mend", element(ident));
      if (again) { again.focus(); }
      page.announce("Changed");
    } catch (error) {
      $("#fault").hidden = false;
      $("#fault").textContent = error.message;
    }
  }
  async function grade(body, called = "") {
    const button = $("#hand-in");
    button.disabled = true;
    try {
      const text = await (await page.post(`grade${called ? `?name=${encodeURIComponent(called)}` : ""}`, body)).text();
      $("#graded").innerHTML = text;
      $("#result").hidden = false;
      $("#result").focus();
      $("#result").scrollIntoView({ block: "start" });
      page.announce($("#graded .verdict").textContent);
    } catch (error) { page.complain(error.message); } finally { button.disabled = false; }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const data = page.data();
    first = data.source.split("\n");
    lines = [...first];
    places = data.lines;
    $("#source").value = source();
    furnish();
    $("#sheet").addEventListener("click", (event) => {
      const button = event.target.closest(".mend");
      const paragraph = event.target.closest(".mendable");
      if (button) { mend(button.dataset.ident); } else if (paragraph && !event.target.closest("a")) { mend(paragraph.id); }
    });
    let waiting = 0;
    $("#source").addEventListener("input", () => {
      lines = $("#source").value.split("\n");
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => paper(0), 400);
    });
    $("#hand-in").addEventListener("click", () => {
      if (open) { $(".primary", open).click(); }
      grade(source());
    });
    $("#more").addEventListener("click", () => { $("#result").hidden = true; $("#main").focus(); });
    $("#file").addEventListener("change", (event) => {
      const file = event.target.files[0];
      if (file) { grade(file, file.name).then(() => { event.target.value = ""; }); }
    });
    page.catching((files) => grade(files[0], files[0].name));
  });
})();
