/* The other views of a draft: renewed when it is saved; base texts; files to take. */
"use strict";
(() => {
  const { $, all, make } = page;
  const root = document.body.dataset.root;
  const key = document.body.dataset.key;
  let version = 0;

  function columns() {
    const layout = $("#layout");
    $("#fragment").dataset.layout = layout ? layout.value : "one";
    if (!layout || layout.value !== "two") { return; }
    for (const row of all("#fragment article:not([data-two])")) {
      row.dataset.two = "yes";
      for (const words of all(":scope > p", row)) {
        const left = make("div", { className: "old-side" });
        const right = make("div", { className: "new-side" });
        left.innerHTML = words.innerHTML;
        right.innerHTML = words.innerHTML;
        const both = make("div", { className: "sides" }, left, right);
        words.after(both);
        words.classList.add("whole");
      }
    }
  }
  async function renew() {
    try {
      const text = await (await page.ask(window.location.href, { headers: { accept: "text/html" } })).text();
      const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("#fragment");
      if (fresh && fresh.innerHTML !== $("#fragment").innerHTML) {
        $("#fragment").innerHTML = fresh.innerHTML;
        columns();
        page.announce("The draft was saved; this view is new");
      }
    } catch (error) { page.complain(error.message); }
  }
  async function take(link) {
    link.setAttribute("aria-busy", "true");
    try {
      const answer = await page.ask(link.href);
      const told = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") || "");
      const left = answer.headers.get("x-resolint-left");
      const address = URL.createObjectURL(await answer.blob());
      const save = make("a", { href: address, download: told ? decodeURIComponent(told[1]) : "draft" });
      document.body.append(save);
      save.click();
      save.remove();
      window.setTimeout(() => URL.revokeObjectURL(address), 30000);
      if (left) { page.complain(decodeURIComponent(left)); } else { page.announce("The file was made and is being saved"); }
    } catch (error) { page.complain(error.message); } finally { link.removeAttribute("aria-busy"); }
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const link of all("[data-form]")) { link.addEventListener("click", (event) => { event.preventDefault(); take(link); }); }
    const base = $("#base");
    if (base) {
      base.addEventListener("change", async () => {
        try {
          await page.post(`${root}/d/${key}/base?name=${encodeURIComponent(base.files[0].name)}`, base.files[0]);
          window.location.reload();
        } catch (error) { page.complain(error.message); base.value = ""; }
      });
    }
    const based = async (from) => {
      try {
        await page.post(`${root}/d/${key}/base?from=${encodeURIComponent(from)}`);
        window.location.reload();
      } catch (error) { page.complain(error.message); }
    };
    const other = $("#other");
    if (other) { other.addEventListener("change", () => { if (other.value) { based(other.value); } }); }
    const without = $("#unbase");
    if (without) { without.addEventListener("click", () => based("none")); }
    const layout = $("#layout");
    if (layout) { layout.addEventListener("change", columns); }
    page.listen(root, (versions) => {
      const now = versions[key] || 0;
      if (version && now > version) { renew(); }
      version = now;
    });
  });
})();
