/* The colours that were chosen, before anything is shown. */
(function () {
  "use strict";
  var chosen = null;
  try { chosen = window.localStorage.getItem("resolint-theme"); } catch (error) { chosen = null; }
  if (chosen === "light" || chosen === "dark") { document.documentElement.dataset.theme = chosen; }
})();
