/* The questions of a template; the answers make a draft, which is then shown beside its source. */
"use strict";
(() => {
  const { $, all } = page;
  const root = document.body.dataset.root;
  document.addEventListener("DOMContentLoaded", () => {
    const issued = $("#issued");
    if (issued) {
      const go = (found) => { window.location.href = `${root}/new?template=${encodeURIComponent(issued.dataset.template)}&from=${found[0].key}`; };
      issued.addEventListener("change", () => page.open(root, issued.files, go));
      page.dropping(root, go);
    }
    const form = $("#new");
    if (!form) { return; }
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const answers = {};
      for (const field of all("[name]", form)) {
        const value = field.value.trim();
        if (!value) { continue; }
        answers[field.name] = field.dataset.many ? value.split(/\n+/).map((line) => line.trim()).filter(Boolean) : value;
      }
      try {
        const made = await (await page.post(`${root}/new?template=${encodeURIComponent(form.dataset.template)}&from=${form.dataset.from}`, JSON.stringify(answers))).json();
        window.sessionStorage.setItem("resolint-source", made.source);
        window.sessionStorage.setItem("resolint-template", form.dataset.template);
        window.location.href = `${root}/write?from=new`;
      } catch (error) {
        const fault = $("#fault"), key = /^(\w+): */.exec(error.message);
        const field = key && document.getElementById(`q-${key[1]}`);
        for (const one of all("[aria-invalid]", form)) { one.removeAttribute("aria-invalid"); one.removeAttribute("aria-describedby"); }
        fault.hidden = false;
        fault.textContent = field ? error.message.slice(key[0].length) : error.message;
        if (field) {
          // What is wrong is said where it is wrong, not at the end of a long form.
          field.closest(".question").after(fault);
          field.setAttribute("aria-invalid", "true");
          field.setAttribute("aria-describedby", "fault");
          field.focus();
        }
      }
    });
  });
})();
