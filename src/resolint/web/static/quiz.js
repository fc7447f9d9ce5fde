/* A quiz: one question at a time, explained after the answer. */
"use strict";
(() => {
  const { $, all, make } = page;
  const root = document.body.dataset.root;
  const LETTERS = "abcdefgh";
  let questions = [];
  let at = 0;
  let right = 0;
  let answered = false;
  const missed = [];

  const html = (tag, text, values = {}) => { const element = make(tag, values); element.innerHTML = text; return element; };

  function choices(question) {
    const group = make("fieldset", {}, make("legend", { className: "unseen" }, "Answers"));
    question.options.forEach((option, number) => {
      const label = make("label", { className: "option" }, make("input", { type: "radio", name: "answer", value: String(number), required: true }));
      label.append(make("span", { className: "letter" }, LETTERS[number]), html("span", option, { className: "text" }));
      group.append(label);
    });
    return group;
  }
  function row(question) {
    const list = make("ol", { className: "order" });
    const name = (item) => item.dataset.name;
    const move = (item, by) => {
      const items = Array.from(list.children);
      const to = items.indexOf(item) + by;
      if (to < 0 || to >= items.length) { return; }
      if (by < 0) { items[to].before(item); } else { items[to].after(item); }
      page.announce(`${name(item)}: now ${to + 1} of ${items.length}`);
    };
    question.options.forEach((option, number) => {
      const item = make("li", {});
      item.dataset.option = String(number);
      item.append(html("span", option, { className: "text" }));
      item.dataset.name = $(".text", item).textContent;
      for (const [sign, by, words] of [["↑", -1, "up"], ["↓", 1, "down"]]) {
        const button = make("button", { type: "button", className: "icon" }, sign);
        button.setAttribute("aria-label", `Move ${words}: ${name(item)}`);
        button.addEventListener("click", () => { move(item, by); button.focus(); });
        item.append(button);
      }
      list.append(item);
    });
    return list;
  }
  function given(question) {
    if (question.kind === "order") { return all(".order > li").map((item) => Number(item.dataset.option)); }
    const chosen = $("input[name=answer]:checked");
    return chosen ? [Number(chosen.value)] : null;
  }

  function put() {
    const question = questions[at];
    const form = $("#question");
    answered = false;
    $("#steps").textContent = `Question ${at + 1} of ${questions.length}`;
    form.replaceChildren(html("h2", question.asked, { id: "asked" }));
    if (question.about.length) { form.append(make("blockquote", { className: "about-words" }, ...question.about.map((paragraph) => html("p", paragraph)))); }
    form.append(question.kind === "order" ? row(question) : choices(question));
    form.append(make("div", { id: "told", className: "told" }), make("p", { className: "ways" }, make("button", { type: "submit", className: "primary", id: "go" }, "Answer")));
    if (at) { form.focus(); }
  }
  function tell() {
    const question = questions[at];
    const answer = given(question);
    if (!answer) { page.announce("Choose an answer first"); return; }
    const good = answer.join() === question.right.join();
    answered = true;
    if (good) { right += 1; } else { missed.push(question); }
    all("#question :is(input, .order button)").forEach((element) => { element.disabled = true; });
    all("#question .option").forEach((label, number) => {
      if (question.right.includes(number)) { label.classList.add("good"); } else if (answer.includes(number)) { label.classList.add("bad"); }
    });
    const told = $("#told");
    told.className = `told ${good ? "good" : "bad"}`;
    told.replaceChildren(make("p", {}, make("strong", {}, good ? "✓ Right." : "✗ Not so."), " ", html("span", question.why)));
    if (!good && question.kind === "order") {
      told.append(make("p", {}, "In order:"), make("ol", {}, ...question.right.map((number) => html("li", question.options[number]))));
    }
    told.append(make("p", {}, make("a", { href: `${root}/rules/${question.rule}.html`, target: "_blank" }, `${question.rule} in the handbook`)));
    $("#go").textContent = at + 1 < questions.length ? "Next question" : "See how it went";
    page.announce(`${good ? "Right." : `Not so. Right is ${question.right.map((number) => (question.kind === "order" ? "" : LETTERS[number])).join(" ")}.`} ${told.textContent}`);
    $("#go").focus();
  }
  function end() {
    $("#question").hidden = true;
    $("#steps").textContent = "";
    $("#end").hidden = false;
    $("#score").textContent = `${right} of ${questions.length} right`;
    if (missed.length) {
      const links = [...new Set(missed.map((question) => question.rule))].map((rule) => make("a", { href: `${root}/rules/${rule}.html` }, rule));
      $("#again").replaceChildren("Read again: ", ...links.flatMap((link, number) => (number ? [", ", link] : [link])));
    }
    $("#end").focus();
  }

  document.addEventListener("DOMContentLoaded", () => {
    questions = page.data();
    if (!questions.length) { $("#steps").textContent = "There are no questions about this."; return; }
    $("#question").addEventListener("submit", (event) => {
      event.preventDefault();
      if (!answered) { tell(); return; }
      at += 1;
      if (at < questions.length) { put(); } else { end(); }
    });
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || answered) { return; }
      const number = LETTERS.indexOf(event.key);
      const input = number >= 0 && event.key.length === 1 ? all("#question input[name=answer]")[number] : null;
      if (input) { input.checked = true; input.focus(); }
    });
    put();
  });
})();
