/* A draft in Markdown with the page that it becomes beside it. */
"use strict";
(() => {
  const { $, make } = page;
  const root = document.body.dataset.root;
  let waiting = 0;
  let asked = 0;
  const source = () => $("#source").value;

  async function preview() {
    const mine = ++asked;
    try {
      const text = await (await page.post(`${root}/preview`, source())).text();
      if (mine !== asked) { return; }
      $("#sheet").innerHTML = text;
      $("#fault").hidden = true;
    } catch (error) {
      if (mine !== asked) { return; }
      $("#fault").hidden = false;
      $("#fault").textContent = error.message;
    }
  }
  function later() { window.clearTimeout(waiting); waiting = window.setTimeout(preview, 250); window.sessionStorage.setItem("resolint-source", source()); }

  document.addEventListener("DOMContentLoaded", () => {
    const fresh = !new URLSearchParams(window.location.search).has("from");
    if (fresh) { window.sessionStorage.removeItem("resolint-template"); }
    const kept = window.sessionStorage.getItem("resolint-source");
    if (kept) { $("#source").value = kept; }
    $("#source").addEventListener("input", later);
    preview();
    $("#review").addEventListener("click", () => page.open(root, [new File([source()], "Draft.md")], (found) => { window.location.href = `${root}/d/${found[0].key}/`; }));
    $("#word").addEventListener("click", async () => {
      try {
        const template = window.sessionStorage.getItem("resolint-template") || "";
        const answer = await page.post(`${root}/build?template=${encodeURIComponent(template)}`, source());
        const address = URL.createObjectURL(await answer.blob());
        const link = make("a", { href: address, download: "draft.docx" });
        document.body.append(link);
        link.click();
        link.remove();
        window.setTimeout(() => URL.revokeObjectURL(address), 30000);
        page.announce("The Word file was made and is being saved");
      } catch (error) { page.complain(error.message); }
    });
  });
})();
