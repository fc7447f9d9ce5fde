/* A demonstration for the projector: one screen at a time; of a finding first what is wrong, then how it should be. */
"use strict";
(() => {
  const { $, all } = page;
  let at = 0;
  let screens = [];

  const hidden = () => $(".words.right:not(.shown)", screens[at]);
  function show(to, shown = false) {
    at = Math.max(0, Math.min(to, screens.length - 1));
    screens.forEach((screen, number) => { screen.hidden = number !== at; });
    all(".words.right", screens[at]).forEach((words) => words.classList.toggle("shown", shown));
    say();
    window.scrollTo(0, 0);
    screens[at].focus({ preventScroll: true });
    const change = $("del, ins", screens[at]);
    if (change) { change.scrollIntoView({ block: "center" }); }
    window.history.replaceState(null, "", `#${at + 1}`);
  }
  function say() {
    const reveal = Boolean(hidden());
    $("#at").textContent = `${at + 1} of ${screens.length}`;
    $("#back").disabled = at === 0;
    $("#on").disabled = at === screens.length - 1;
    $("#on").textContent = reveal ? "Mend it →" : "On →";
    screens[at].classList.toggle("open", !reveal);
  }
  function on() {
    const words = hidden();
    if (!words) { if (at < screens.length - 1) { show(at + 1); } return; }
    words.classList.add("shown");
    say();
    page.announce(words.textContent);
  }
  function back() {
    const words = $(".words.right.shown", screens[at]);
    if (words) { words.classList.remove("shown"); say(); } else if (at) { show(at - 1, true); }
  }

  document.addEventListener("DOMContentLoaded", () => {
    screens = all(".screen");
    $("#on").addEventListener("click", on);
    $("#back").addEventListener("click", back);
    $("#full").hidden = !document.fullscreenEnabled;
    $("#full").addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()));
    document.addEventListener("fullscreenchange", () => { $("#full").textContent = document.fullscreenElement ? "Leave the whole screen" : "Whole screen"; });
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) { return; }
      const onControl = event.target instanceof HTMLElement && event.target.closest("button, a");
      const does = { ArrowRight: on, ArrowLeft: back, Home: () => show(0), End: () => show(screens.length - 1, true) }[event.key]
        || (event.key === " " && !onControl ? on : null);
      if (does) { event.preventDefault(); does(); }
    });
    show(Number(/^#(\d+)$/.exec(window.location.hash)?.[1] || 1) - 1);
  });
})();
