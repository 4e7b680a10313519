// Runs in a world of its own beside the page, whose own scripts are switched off, and changes what it is told to.
"use strict";
(() => {
  const parts = new Map(
    Array.from(document.querySelectorAll("[data-part]"), (each) => [each.dataset.part, each]),
  );

  const stamp = document.getElementById("stamp");

  const alike = (one, other) =>
    one.nodeType === other.nodeType &&
    one.nodeName === other.nodeName &&
    (one.nodeType !== Node.ELEMENT_NODE || one.cloneNode(false).isEqualNode(other.cloneNode(false)));

  // Only the children between what is the same before and after are touched: a selection elsewhere stays.
  function bring(from, to) {
    let start = 0;
    let end = from.childNodes.length;
    let last = to.childNodes.length;
    while (start < end && start < last && from.childNodes[start].isEqualNode(to.childNodes[start])) start++;
    while (end > start && last > start && from.childNodes[end - 1].isEqualNode(to.childNodes[last - 1])) {
      end--;
      last--;
    }
    if (end - start === 1 && last - start === 1 && alike(from.childNodes[start], to.childNodes[start])) {
      const was = from.childNodes[start];
      const becomes = to.childNodes[start];
      if (was.nodeType === Node.TEXT_NODE) was.data = becomes.data;
      else bring(was, becomes);
      return;
    }
    const put = Array.from(to.childNodes).slice(start, last);
    for (const gone of Array.from(from.childNodes).slice(start, end)) gone.remove();
    const place = from.childNodes[start] ?? null;
    for (const each of put) from.insertBefore(each, place);
  }

  function show(patch) {
    const root = document.documentElement;
    if (patch.language !== undefined) root.lang = patch.language;
    if (patch.direction !== undefined) root.dir = patch.direction;
    for (const [name, html] of Object.entries(patch.parts)) {
      const part = parts.get(name);
      if (!part) continue;
      const made = document.createElement("template");
      made.innerHTML = html;
      bring(part, made.content);
    }
    root.toggleAttribute("data-bare", !Array.from(parts.values()).some((part) => part.hasChildNodes()));
    if (patch.scroll !== undefined) window.scrollTo({ top: patch.scroll, behavior: "instant" });
    // The colour is read from the screen: where it is, the change is. Should the screen not be legible, the
    // title, the one thing that a page tells its window by itself, says that the frame was made.
    const level = (shift) => ((patch.number >> shift) & 15) * 17;
    stamp.style.backgroundColor = `rgb(${level(8)} ${level(4)} ${level(0)})`;
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        document.title = `${patch.number} framed`;
      });
    });
    return patch.number;
  }

  globalThis.briefdesk = {
    show,
    // Theme of the page, and the factor by which it is reduced: the scroll bar and the stamp are not.
    dress: (theme, zoom) => {
      document.documentElement.dataset.theme = theme;
      document.documentElement.style.setProperty("--zoom", zoom);
    },
  };
})();
