/* What all pages share: colours, announcements, requests. No framework, nothing from elsewhere. */
"use strict";
const page = (() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const make = (tag, values = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(values)) {
      if (name in element && name !== "list") { element[name] = value; } else { element.setAttribute(name, value); }
    }
    element.append(...children);
    return element;
  };
  const store = {
    get(key) { try { return window.localStorage.getItem("resolint-" + key); } catch { return null; } },
    set(key, value) { try { window.localStorage.setItem("resolint-" + key, value); } catch { /* not kept */ } },
  };
  const data = () => JSON.parse($("#data").textContent);

  /* Announce to those who listen; a message that repeats is said again. */
  let waiting = 0;
  function announce(text) {
    window.clearTimeout(waiting);
    $("#live").textContent = "";
    waiting = window.setTimeout(() => { $("#live").textContent = text; }, 60);
  }
  let hiding = 0;
  function complain(text) {
    const toast = $("#toast");
    toast.textContent = text;
    toast.hidden = false;
    window.clearTimeout(hiding);
    hiding = window.setTimeout(() => { toast.hidden = true; }, Math.max(6000, text.length * 90));
  }

  async function ask(address, options = {}) {
    let answer;
    try {
      answer = await fetch(address, { cache: "no-store", ...options });
    } catch {
      throw new Error("resolint does not answer: the command that serves this page was stopped");
    }
    if (!answer.ok) {
      let sentence = "";
      try { sentence = (await answer.clone().json()).error; } catch { sentence = (await answer.text()).trim(); }
      throw new Error(sentence || `the page was answered with ${answer.status}`);
    }
    return answer;
  }
  const post = (address, body) => ask(address, { method: "POST", body });

  const plural = (number, one, many) => `${number} ${number === 1 ? one : many || one + "s"}`;

  /* Versions of all drafts as they change; only while somebody looks at the page. */
  function listen(root, changed) {
    let source = null;
    const start = () => {
      if (source || document.hidden) { return; }
      source = new EventSource(`${root}/events`);
      source.onmessage = (event) => changed(JSON.parse(event.data));
    };
    const stop = () => { if (source) { source.close(); source = null; } };
    document.addEventListener("visibilitychange", () => (document.hidden ? stop() : start()));
    window.addEventListener("pagehide", stop);
    window.addEventListener("pageshow", start);
    start();
  }

  function themes() {
    const button = $("#theme");
    if (!button) { return; }
    const order = ["", "light", "dark"];
    const names = { "": "as the system", light: "light", dark: "dark" };
    const say = () => {
      button.setAttribute("aria-label", `Colours: ${names[document.documentElement.dataset.theme || ""]}`);
      button.title = button.getAttribute("aria-label");
    };
    button.addEventListener("click", () => {
      const next = order[(order.indexOf(document.documentElement.dataset.theme || "") + 1) % 3];
      if (next) { document.documentElement.dataset.theme = next; } else { delete document.documentElement.dataset.theme; }
      store.set("theme", next);
      say();
      announce(button.getAttribute("aria-label"));
    });
    say();
  }

  /* Files that are dropped anywhere on the page are opened. */
  const dropping = (root, opened) => catching((files) => open(root, files, opened));
  function catching(take) {
    const zone = document.body;
    let depth = 0;
    const holds = (event) => event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");
    const over = (on) => { zone.classList.toggle("over", on); };
    zone.addEventListener("dragenter", (event) => { if (holds(event)) { depth += 1; over(true); event.preventDefault(); } });
    zone.addEventListener("dragleave", (event) => { if (holds(event)) { depth -= 1; over(depth > 0); } });
    zone.addEventListener("dragover", (event) => { if (holds(event)) { event.preventDefault(); } });
    zone.addEventListener("drop", (event) => {
      if (!holds(event)) { return; }
      event.preventDefault();
      depth = 0;
      over(false);
      take(event.dataTransfer.files);
    });
  }
  async function open(root, files, opened) {
    const found = [];
    for (const file of Array.from(files)) {
      try {
        const answer = await post(`${root}/open?name=${encodeURIComponent(file.name)}`, file);
        found.push(await answer.json());
      } catch (error) {
        complain(error.message);
      }
    }
    if (found.length) { opened(found); }
  }

  /* Where the views scroll sideways, the present one is in sight. */
  function here() {
    const link = $(".tabs [aria-current]");
    if (link) { link.parentElement.scrollLeft = link.offsetLeft - link.parentElement.offsetLeft - 40; }
  }

  document.addEventListener("DOMContentLoaded", () => { themes(); here(); });
  return { $, all, make, store, data, announce, complain, ask, post, plural, listen, catching, dropping, open };
})();
