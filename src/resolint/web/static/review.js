/* A draft on its page: findings, decisions, filters, keys. The same for the page that is served and for one that was mailed. */
"use strict";
(() => {
  const { $, all, make } = page;
  const WORDS = { accept: "Accepted", decline: "Declined", keep: "Kept" };
  const mailed = document.body.dataset.mailed === "true";
  const state = { marks: [], decisions: new Map(), rules: {}, undo: [], active: 0, off: new Set(), version: 0, reads: 0, pending: 0, saving: Promise.resolve(), later: null };
  let pieces = new Map();
  let byNumber = new Map();
  const root = document.body.dataset.root || "";

  /* ---- the document ---- */

  function index() {
    pieces = new Map();
    for (const element of all("#sheet [data-n]")) {
      const number = Number(element.dataset.n);
      if (!pieces.has(number)) { pieces.set(number, []); }
      pieces.get(number).push(element);
    }
    byNumber = new Map(state.marks.map((mark) => [mark.n, mark]));
  }
  const decision = (mark) => state.decisions.get(mark.f) || null;
  const verdict = (mark) => { const one = decision(mark); return one ? one.verdict : ""; };
  const card = (number) => document.getElementById(`c-${number}`);
  const pin = (number) => document.getElementById(`p-${number}`);

  /* Show what was decided of a finding, in its card and in the text. */
  function paint(mark) {
    const how = verdict(mark);
    for (const element of pieces.get(mark.n) || []) {
      if (how) { element.dataset.v = how; } else { delete element.dataset.v; }
      if (element.classList.contains("new")) {
        element.hidden = how !== "accept";
        element.setAttribute("role", "insertion");
      } else if (element.classList.contains("old")) {
        if (how === "accept") { element.setAttribute("role", "deletion"); } else { element.removeAttribute("role"); }
      }
    }
    const own = card(mark.n);
    if (!own) { return; }
    const one = decision(mark);
    $(".state", own).textContent = how ? WORDS[how] : "";
    let said = $(".said", own);
    if (how && !said) { said = make("span", { className: "unseen said" }); $(".msg", own).append(said); }
    if (said) { said.textContent = how ? ` ${WORDS[how]}.${one.reason ? ` Reason: ${one.reason}` : ""}` : ""; }
    for (const button of all("[data-do]", own)) {
      const does = button.dataset.do;
      if (does in WORDS) { button.setAttribute("aria-pressed", String(how === does)); }
    }
    let reason = $(".reason", own);
    if (one && one.reason) {
      if (!reason) { reason = make("p", { className: "reason" }); $(".acts", own).before(reason); }
      reason.textContent = `“${one.reason}”`;
    } else if (reason) { reason.remove(); }
  }

  /* ---- filters ---- */

  function fits(mark) {
    const how = verdict(mark);
    const wanted = $("#by-state").value;
    return !state.off.has(mark.severity)
      && (wanted === "all" || (wanted === "open") === !how)
      && (!$("#by-part").value || mark.part === $("#by-part").value)
      && (!$("#by-rule").value || mark.rule === $("#by-rule").value);
  }
  const visible = () => state.marks.filter(fits);

  function filter() {
    const shown = new Set(visible().map((mark) => mark.n));
    for (const mark of state.marks) {
      const out = !shown.has(mark.n) && mark.n !== state.active;
      if (mark.out === out) { continue; }
      mark.out = out;
      for (const element of pieces.get(mark.n) || []) {
        if (element.matches(".card, .pin")) { element.hidden = out; } else if (element.matches("mark")) { element.classList.toggle("out", out); }
      }
    }
    summary();
    pack();
  }

  /* Cards stand beside their words; where they would cover one another they make room, around the one that is open. */
  const ROOM = 6;
  const MANY = 400;
  const wide = window.matchMedia("(min-width: 64.01rem)");
  let packing = 0;
  function pack() {
    if (!packing) { packing = window.requestAnimationFrame(packNow); }
  }
  function packNow() {
    packing = 0;
    const sheet = $("#sheet");
    const draft = $(".draft", sheet);
    if (!draft) { return; }
    const packed = wide.matches && state.marks.length <= MANY;
    sheet.classList.toggle("packed", packed);
    if (!packed) { draft.style.minHeight = ""; return; }
    const top = draft.getBoundingClientRect().top;
    const rows = [];
    for (const mark of state.marks) {
      const own = card(mark.n);
      if (!own || own.hidden || !draft.contains(own)) { continue; }
      const words = pin(mark.n);
      const home = words && !words.hidden ? words : own.closest(".row");
      rows.push({ own, active: mark.n === state.active, y: home.getBoundingClientRect().top - top - ROOM, h: own.offsetHeight });
    }
    rows.sort((one, other) => one.y - other.y);
    const centre = Math.max(0, rows.findIndex((row) => row.active));
    for (let at = centre + 1; at < rows.length; at += 1) { rows[at].y = Math.max(rows[at].y, rows[at - 1].y + rows[at - 1].h + ROOM); }
    for (let at = centre - 1; at >= 0; at -= 1) { rows[at].y = Math.min(rows[at].y, rows[at + 1].y - rows[at].h - ROOM); }
    /* What was pushed above the sheet pushes back. */
    for (let at = 0, least = 0; at < rows.length && rows[at].y < least; at += 1) { rows[at].y = least; least = rows[at].y + rows[at].h + ROOM; }
    for (let at = 1; at < centre; at += 1) { rows[at].y = Math.max(rows[at].y, rows[at - 1].y + rows[at - 1].h + ROOM); }
    for (const row of rows) { row.own.style.top = `${Math.round(row.y)}px`; }
    const last = rows[rows.length - 1];
    draft.style.minHeight = last ? `${Math.round(last.y + last.h + ROOM)}px` : "";
  }

  function summary() {
    const counts = { error: 0, warning: 0, info: 0 };
    let open = 0;
    for (const mark of state.marks) { if (!verdict(mark)) { counts[mark.severity] += 1; open += 1; } }
    for (const chip of all(".severities .chip")) {
      const number = counts[chip.dataset.severity];
      $(".tally", chip).textContent = number;
      $(".words", chip).textContent = `${chip.dataset.severity}${number === 1 ? "" : "s"}`;
    }
    const shown = visible();
    const at = shown.findIndex((mark) => mark.n === state.active);
    const decided = state.marks.length - open;
    $("#count").textContent = state.marks.length === 0 ? "Nothing to report"
      : `${at >= 0 ? `${at + 1} of ${shown.length}` : page.plural(shown.length, "finding")}${decided ? `, ${decided} decided` : ""}`;
    $("#prev").disabled = $("#next").disabled = shown.length === 0;
    const safe = state.marks.filter((mark) => mark.safe && !verdict(mark));
    $("#safe").disabled = safe.length === 0;
    $("#safe").textContent = safe.length ? `Accept ${page.plural(safe.length, "safe fix", "safe fixes")}` : "Safe fixes";
    $("#undo").disabled = state.undo.length === 0;
    outcome();
    for (const dots of all("#outline .dots")) {
      const marks = dots.dataset.ns.split(",").map((number) => byNumber.get(Number(number))).filter((mark) => mark && !verdict(mark));
      const gravest = ["error", "warning", "info"].find((severity) => marks.some((mark) => mark.severity === severity));
      dots.className = `dots ${gravest || "none"}`;
      dots.textContent = marks.length ? String(marks.length) : "✓";
      dots.setAttribute("aria-label", marks.length ? page.plural(marks.length, "open finding") : "all decided");
      dots.setAttribute("role", "img");
    }
  }

  /* What the files to be taken will hold. */
  function outcome() {
    const place = $("#outcome");
    if (!place) { return; }
    const count = { accept: 0, decline: 0, keep: 0 };
    for (const mark of state.marks) { if (verdict(mark)) { count[verdict(mark)] += 1; } }
    const parts = [];
    if (count.accept) { parts.push(`${page.plural(count.accept, "fix", "fixes")} accepted`); }
    if (count.decline) { parts.push(`${count.decline} declined`); }
    if (count.keep) { parts.push(`${count.keep} kept, the reasons written into the draft`); }
    const open = $('[data-form="reviewed"]') ? ": the reviewed file holds a comment for every finding" : "";
    place.textContent = parts.length ? `${parts.join(", ")}.` : `Nothing is decided yet${open}.`;
  }

  function choices() {
    const fill = (select, first, rows) => {
      const before = select.value;
      select.replaceChildren(make("option", { value: "" }, first), ...rows.map(([value, words]) => make("option", { value }, words)));
      select.value = rows.some(([value]) => value === before) ? before : "";
    };
    const parts = new Map();
    const rules = new Map();
    for (const mark of state.marks) {
      parts.set(mark.part, (parts.get(mark.part) || 0) + 1);
      rules.set(mark.rule, (rules.get(mark.rule) || 0) + 1);
    }
    fill($("#by-part"), "All parts", [...parts].map(([part, count]) => [part, `${part} (${count})`]));
    fill($("#by-rule"), "All rules", [...rules].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]))
      .map(([rule, count]) => [rule, `${rule} ${(state.rules[rule] || "").replaceAll("-", " ")} (${count})`]));
  }

  /* ---- decisions ---- */

  function label(number) {
    const mark = byNumber.get(number);
    return mark ? `${mark.where}, ${mark.rule}` : "";
  }

  /* Make decisions: pairs of finding and decision (null takes it back). The server keeps what stood before as a step to be
     undone; `back` says that these decisions undo, and how many steps stay. */
  async function decide(changes, words, back = null) {
    const steps = [...state.undo];
    const before = changes.map(([mark]) => [mark, decision(mark)]);
    for (const [mark, one] of changes) { if (one) { state.decisions.set(mark.f, one); } else { state.decisions.delete(mark.f); } }
    if (back === null) { state.undo.push(before.map(([mark, one]) => [mark.f, one])); } else { state.undo.length = back; }
    for (const [mark] of changes) { paint(mark); }
    filter();
    const open = state.marks.filter((mark) => !verdict(mark)).length;
    page.announce(`${words}. ${open ? `${open} left.` : "All decided."}`);
    if (mailed) { remember(); return true; }
    const rows = changes.map(([mark, one]) => ({ f: mark.f, verdict: one ? one.verdict : null, reason: one ? one.reason : "" }));
    /* One after the other, so that the last decision holds; what other tabs say waits until then. */
    state.pending += 1;
    const before_this = state.saving;
    state.saving = before_this.then(() => page.post(back === null ? "decisions" : `decisions?back=${back}`, JSON.stringify(rows)));
    const sent = state.saving;
    state.saving = sent.catch(() => null);
    try {
      const answer = await (await sent).json();
      state.version = Math.max(state.version, answer.version);
      return true;
    } catch (error) {
      for (const [mark, one] of before) { if (one) { state.decisions.set(mark.f, one); } else { state.decisions.delete(mark.f); } paint(mark); }
      state.undo = steps;
      filter();
      page.complain(error.message);
      return false;
    } finally {
      state.pending -= 1;
      if (state.pending === 0 && state.later) { const later = state.later; state.later = null; changed(later); }
    }
  }

  function withClashes(mark) {
    const changes = [[mark, { verdict: "accept", reason: "" }]];
    for (const number of mark.clash) {
      const other = byNumber.get(number);
      if (other && verdict(other) === "accept") { changes.push([other, null]); }
    }
    return changes;
  }
  function accept(mark) {
    if (!mark.can) { page.announce("There is no fix that could be made here; the card says what to write"); return; }
    if (verdict(mark) === "accept") { decide([[mark, null]], "Taken back"); return; }
    decide(withClashes(mark), `Accepted: ${label(mark.n)}`);
  }
  function decline(mark) {
    if (verdict(mark) === "decline") { decide([[mark, null]], "Taken back"); return; }
    decide([[mark, { verdict: "decline", reason: "" }]], `Declined: ${label(mark.n)}`);
  }
  function keep(mark) {
    if (verdict(mark) === "keep") { decide([[mark, null]], "Taken back"); return; }
    const dialog = $("#keep");
    $("#keep-what").textContent = `${mark.where}: ${(state.rules[mark.rule] || mark.rule).replaceAll("-", " ")}`;
    $("#reason").value = "";
    $("#keeper").value = ($("#author") && $("#author").value) || page.store.get("author") || $("#keeper").placeholder;
    dialog.returnValue = "";
    dialog.showModal();
    dialog.onclose = () => {
      const reason = $("#reason").value.trim().replace(/\s+/g, " ");
      if (dialog.returnValue !== "keep" || !reason) { return; }
      named($("#keeper").value);
      /* The comment speaks for the paragraph: whatever the rule says there is kept with it. */
      const same = state.marks.filter((other) => other.rule === mark.rule && other.block === mark.block && (other === mark || !verdict(other)));
      decide(same.map((one) => [one, { verdict: "keep", reason }]), `Kept: ${label(mark.n)}`);
    };
    $("#reason").focus();
  }
  /* By key: what is decided so already stays; a key that is pressed once more by habit takes nothing back. */
  function afresh(mark, how) {
    if (verdict(mark) === how) { page.announce(`${WORDS[how]} already; u undoes, the button takes it back`); return; }
    deeds[how](mark);
  }
  function several(marks, how) {
    const taken = new Set();
    const changes = [];
    for (const mark of marks) {
      if (verdict(mark)) { continue; }
      if (how === "accept" && (!mark.can || mark.clash.some((number) => taken.has(number) || (byNumber.get(number) && verdict(byNumber.get(number)) === "accept")))) { continue; }
      taken.add(mark.n);
      changes.push([mark, { verdict: how, reason: "" }]);
    }
    if (changes.length) { decide(changes, `${page.plural(changes.length, "finding")} ${WORDS[how].toLowerCase()}`); }
  }
  function undo() {
    const marks = new Map(state.marks.map((mark) => [mark.f, mark]));
    /* Steps on words that have gone meanwhile are passed over. */
    for (let at = state.undo.length - 1; at >= 0; at -= 1) {
      const changes = state.undo[at].filter(([key]) => marks.has(key)).map(([key, one]) => [marks.get(key), one]);
      if (changes.length) { decide(changes, "Undone", at); return; }
    }
    page.announce("There is nothing to undo");
  }

  async function why(mark) {
    const dialog = $("#why");
    try {
      $("#why-text").innerHTML = mailed ? document.getElementById(`card-${mark.rule}`).innerHTML : await (await page.ask(`${root}/rule/${encodeURIComponent(mark.rule)}`)).text();
    } catch (error) { page.complain(error.message); return; }
    const same = state.marks.filter((one) => one.rule === mark.rule && !verdict(one));
    const can = same.filter((one) => one.can).length;
    const ways = [];
    if (can > 1) { ways.push(["accept", `Accept all ${can} of this rule`]); }
    if (same.length > 1) { ways.push(["decline", `Decline all ${same.length} of this rule`]); }
    $("#why-all").replaceChildren(...ways.map(([how, words]) => {
      const button = make("button", { type: "button" }, words);
      button.addEventListener("click", () => { dialog.close(); several(same, how); });
      return button;
    }));
    dialog.showModal();
  }

  /* ---- moving ---- */

  function open(number, focus = true) {
    const before = card(state.active);
    if (before) { before.classList.remove("active"); $(".face", before).setAttribute("aria-expanded", "false"); }
    for (const element of pieces.get(state.active) || []) { element.classList.remove("here"); }
    state.active = number;
    const own = card(number);
    if (!own) { filter(); return; }
    own.hidden = false;
    own.classList.add("active");
    $(".face", own).setAttribute("aria-expanded", "true");
    for (const element of pieces.get(number) || []) { element.classList.add("here"); }
    filter();
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const words = pin(number) || own;
    const box = words.getBoundingClientRect();
    const lower = own.getBoundingClientRect().bottom;
    const top = $(".filters") ? $(".filters").getBoundingClientRect().bottom : 0;
    if (box.top < top + 20 || Math.max(box.bottom, lower) > window.innerHeight - 20) {
      words.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    }
    if (focus) { $(".face", own).focus({ preventScroll: true }); }
  }
  /* Go on to the next finding that shows, or back; `past` those that are decided, as long as one is open. */
  function step(way, past = false) {
    const listed = visible();
    const open_ones = past ? listed.filter((mark) => !verdict(mark)) : [];
    const shown = open_ones.length ? open_ones : listed;
    if (!shown.length) { return; }
    const numbers = shown.map((mark) => mark.n);
    let at = numbers.indexOf(state.active);
    const from = state.marks.indexOf(byNumber.get(state.active));
    if (at < 0 && from >= 0) {
      /* The one that is open is passed over itself: go on from its place. */
      const behind = shown.filter((mark) => state.marks.indexOf(mark) < from).length;
      at = (way > 0 ? behind : behind - 1 + numbers.length) % numbers.length;
    } else if (at < 0) {
      /* None is open: begin with what is on the screen. */
      const top = $(".filters").getBoundingClientRect().bottom;
      const here = numbers.findIndex((number) => { const words = pin(number); return words && words.getBoundingClientRect().top >= top; });
      const after = here < 0 ? numbers.length : here;
      at = way > 0 ? after % numbers.length : (after - 1 + numbers.length) % numbers.length;
    } else { at = (at + way + numbers.length) % numbers.length; }
    open(numbers[at]);
  }

  const deeds = { accept, decline, keep, explain: why };
  function wire() {
    $("#sheet").addEventListener("click", (event) => {
      const target = event.target instanceof Element ? event.target : null;
      if (!target) { return; }
      const button = target.closest("[data-do]");
      const own = target.closest("[data-n]");
      if (!own) { return; }
      const number = Number(own.dataset.n);
      if (button) { const mark = byNumber.get(number); if (state.active !== number) { open(number, false); } deeds[button.dataset.do](mark); return; }
      if (target.closest(".face")) {
        event.preventDefault();
        if (state.active === number) { shut(); } else { open(number); }
      } else if (own.matches(".pin, mark, .old, .new, .ital")) { event.preventDefault(); open(number); }
    });
    $("#prev").addEventListener("click", () => step(-1));
    $("#next").addEventListener("click", () => step(1));
    $("#undo").addEventListener("click", undo);
    $("#safe").addEventListener("click", () => several(state.marks.filter((mark) => mark.safe), "accept"));
    $("#help").addEventListener("click", () => $("#keys").showModal());
    $("#view").addEventListener("change", (event) => { $("#sheet").dataset.view = event.target.value; });
    for (const chip of all(".severities .chip")) {
      chip.addEventListener("click", () => {
        const on = chip.getAttribute("aria-pressed") === "true";
        chip.setAttribute("aria-pressed", String(!on));
        if (on) { state.off.add(chip.dataset.severity); } else { state.off.delete(chip.dataset.severity); }
        filter();
        page.announce(`${page.plural(visible().length, "finding")} shown`);
      });
    }
    $("#reason").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); $("#keep-form").requestSubmit($("#keep .primary")); }
    });
    for (const select of all("#by-state, #by-part, #by-rule")) {
      select.addEventListener("change", () => { filter(); page.announce(`${page.plural(visible().length, "finding")} shown`); });
    }
    $("#keys-on").checked = page.store.get("keys") !== "off";
    $("#keys-on").addEventListener("change", (event) => page.store.set("keys", event.target.checked ? "on" : "off"));
    document.addEventListener("keydown", keys);
    document.addEventListener("click", (event) => {
      for (const menu of all("details.menu[open]")) { if (!menu.contains(event.target)) { menu.open = false; } }
    });
    wide.addEventListener("change", pack);
    window.addEventListener("resize", pack);
    if (document.fonts) { document.fonts.ready.then(pack); }
    const side = $("#side");
    if (side && window.innerWidth < 1180) { side.open = false; }
  }
  function shut() {
    const own = card(state.active);
    if (own) { own.classList.remove("active"); $(".face", own).setAttribute("aria-expanded", "false"); }
    for (const element of pieces.get(state.active) || []) { element.classList.remove("here"); }
    state.active = 0;
    filter();
  }

  function keys(event) {
    if (event.key === "Escape") {
      const menu = $("details.menu[open]");
      if (menu) { menu.open = false; $("summary", menu).focus(); return; }
    }
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) { return; }
    const target = event.target;
    if (target instanceof HTMLElement && target.closest("input, textarea, select")) { return; }
    if (page.store.get("keys") === "off" && event.key !== "?") { return; }
    const mark = byNumber.get(state.active);
    const does = { j: () => step(1, true), n: () => step(1, true), k: () => step(-1), p: () => step(-1), u: undo, "?": () => $("#keys").showModal() }[event.key]
      || (mark && { a: () => afresh(mark, "accept"), d: () => afresh(mark, "decline"), r: () => afresh(mark, "keep"), w: () => why(mark) }[event.key]);
    if (does) { event.preventDefault(); does(); }
  }

  /* ---- taking files ---- */

  function named(name) {
    const clean = name.trim();
    page.store.set("author", clean);
    if ($("#author")) { $("#author").value = clean; }
  }
  async function take(link) {
    const form = link.dataset.form;
    const author = $("#author") ? $("#author").value.trim() : "";
    link.setAttribute("aria-busy", "true");
    try {
      const answer = await page.ask(`get/${form}?author=${encodeURIComponent(author)}`);
      const told = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") || "");
      const left = answer.headers.get("x-resolint-left");
      save(await answer.blob(), told ? decodeURIComponent(told[1]) : form);
      if (left) { page.complain(decodeURIComponent(left)); } else { page.announce("The file was made and is being saved"); }
    } catch (error) { page.complain(error.message); } finally { link.removeAttribute("aria-busy"); }
  }
  function save(blob, name) {
    const address = URL.createObjectURL(blob);
    const link = make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(address), 30000);
  }
  function remember() {
    page.store.set(`mailed-${document.body.dataset.draft}`, JSON.stringify([...state.decisions]));
    page.store.set(`undo-${document.body.dataset.draft}`, JSON.stringify(state.undo));
  }
  function recall(kind) {
    try { return JSON.parse(page.store.get(`${kind}-${document.body.dataset.draft}`) || "[]"); } catch { return []; }
  }
  function written() {
    const rows = state.marks.filter((mark) => verdict(mark)).map((mark) => {
      const one = decision(mark);
      return { rule: mark.rule, fingerprint: mark.f, verdict: one.verdict, ...(one.reason ? { reason: one.reason } : {}) };
    });
    const author = page.store.get("author") || "";
    const draft = { name: document.body.dataset.name, sha256: document.body.dataset.draft };
    const whole = { schema: 1, draft, ...(author ? { author } : {}), decisions: rows };
    return `${JSON.stringify(whole, null, 2)}\n`;
  }

  /* ---- beside Word ---- */

  function place() {
    const top = ($(".filters") ? $(".filters").getBoundingClientRect().bottom : 0) + 8;
    for (const element of all("#sheet [id]")) {
      const box = element.getBoundingClientRect();
      if (box.bottom > top && box.height) { return { id: element.id, top: box.top }; }
    }
    return null;
  }
  function take_in(now) {
    const before = state.marks.length;
    const renewed = now.reads !== state.reads;
    state.version = now.version;
    $("#notice").hidden = !now.error;
    $("#notice").textContent = now.error;
    document.body.classList.toggle("busy", now.busy);
    state.decisions = new Map(Object.entries(now.decisions));
    state.undo = now.undo;
    if (!renewed) {
      state.marks.forEach(paint);
      filter();
      return;
    }
    const first = state.reads === 0;
    const where = place();
    const active = byNumber.get(state.active);
    const focused = document.activeElement && document.activeElement.closest && document.activeElement.closest(".card");
    state.reads = now.reads;
    state.marks = now.marks;
    state.rules = now.rules;
    state.active = 0;
    $("#sheet").innerHTML = now.article;
    $("#sheet").lang = now.language;
    $("#sheet").dir = now.language === "ar" ? "rtl" : "ltr";
    $("#outline").innerHTML = now.outline;
    $("#about").textContent = now.about;
    $("#asides").hidden = now.asides.length === 0;
    $("#asides ul").replaceChildren(...now.asides.map((line) => make("li", {}, line)));
    settle();
    if (active) {
      const again = state.marks.find((mark) => mark.f === active.f);
      if (again) { open(again.n, Boolean(focused)); }
    }
    const anchor = where && document.getElementById(where.id);
    if (anchor) { window.scrollBy(0, anchor.getBoundingClientRect().top - where.top); }
    const change = state.marks.length - before;
    page.announce(first ? `${page.plural(state.marks.length, "finding")}`
      : `The draft was saved: ${page.plural(state.marks.length, "finding")}${change ? `, ${Math.abs(change)} ${change > 0 ? "more" : "fewer"}` : ""}`);
  }
  /* A long draft is laid out in pieces, and only those that are seen. */
  const PIECE = 10;
  function divide() {
    if (state.marks.length <= MANY && all("#sheet .draft p").length <= 4 * MANY) { return; }
    for (const home of all("#sheet :is(.act, .annex, [role=list])")) {
      const rows = Array.from(home.children).filter((child) => child.localName !== "section");
      for (let at = 0; at < rows.length; at += PIECE) {
        const piece = make("div", { className: "piece" });
        rows[at].before(piece);
        piece.append(...rows.slice(at, at + PIECE));
        if (home.getAttribute("role") === "list") { piece.setAttribute("role", "presentation"); }
      }
    }
  }
  function settle() {
    divide();
    index();
    choices();
    for (const mark of state.marks) { if (verdict(mark)) { paint(mark); } }
    filter();
  }
  async function changed(versions) {
    const key = document.body.dataset.key;
    if (!(key in versions)) {
      page.complain("this draft is not open any more; go back to the list to open it again");
      return;
    }
    if (state.pending) { state.later = versions; return; }
    if (versions[key] <= state.version) { return; }
    try {
      const now = await (await page.ask("state")).json();
      if (state.pending) { state.later = versions; } else { take_in(now); }
    } catch (error) { page.complain(error.message); }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const now = page.data();
    state.marks = now.marks;
    state.rules = now.rules;
    state.version = now.version;
    state.reads = now.reads;
    state.decisions = new Map(Object.entries(now.decisions));
    state.undo = now.undo || [];
    if (mailed) {
      state.decisions = new Map(recall("mailed"));
      state.undo = recall("undo");
    }
    wire();
    settle();
    if (mailed) {
      $("#save").addEventListener("click", () => save(new Blob([written()], { type: "application/json" }), `${document.body.dataset.name}.decisions.json`));
    } else {
      $("#author").value = page.store.get("author") || "";
      $("#author").addEventListener("change", (event) => named(event.target.value));
      for (const link of all("#take [data-form]")) { link.addEventListener("click", (event) => { event.preventDefault(); take(link); }); }
      page.listen(root, changed);
      page.dropping(root, (found) => { window.location.href = new Set(found.map((one) => one.key)).size === 1 ? `${root}/d/${found[0].key}/` : `${root}/`; });
    }
    const asked = /^#(?:c|p)-(\d+)$/.exec(window.location.hash);
    if (asked) { open(Number(asked[1])); }
  });
})();
