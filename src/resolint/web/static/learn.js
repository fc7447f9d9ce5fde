/* What there is to learn with: an exercise takes a moment to be made. */
"use strict";
(() => {
  const { $ } = page;
  const root = document.body.dataset.root;
  document.addEventListener("DOMContentLoaded", () => {
    for (const name of ["topic", "level", "style"]) {
      const kept = page.store.get(`exercise-${name}`);
      if (kept !== null && $(`#${name} option[value="${CSS.escape(kept)}"]`)) { $(`#${name}`).value = kept; }
    }
    $("#begin").addEventListener("submit", async (event) => {
      event.preventDefault();
      const wanted = { topic: $("#topic").value, level: $("#level").value, style: $("#style").value };
      for (const [name, value] of Object.entries(wanted)) { page.store.set(`exercise-${name}`, value); }
      /* An address with a seed gives everybody the same exercise. */
      wanted.seed = new URLSearchParams(window.location.search).get("seed") || "";
      const button = $("#start");
      button.disabled = true;
      button.textContent = "Making it…";
      page.announce("The exercise is being made");
      try {
        const made = await (await page.post(`${root}/exercise`, JSON.stringify(wanted))).json();
        window.location.href = `${root}/exercise/${made.key}/`;
      } catch (error) {
        page.complain(error.message);
      } finally {
        button.disabled = false;
        button.textContent = "Begin";
      }
    });
  });
})();
