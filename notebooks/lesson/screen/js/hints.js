// One hint at a time, each logged, so that help is seen and never lost.
/** @import { Question, Translate } from "./shapes" */
/** @import { Store } from "./store.js" */
import { h, plain } from "./dom.js";

/** @type {(store: Store, sheet: Question, t: Translate) => HTMLElement | null} */
export function hintsOf(store, sheet, t) {
  const total = sheet.hints.length;
  if (!total) return null;
  const shown = h("ol", { class: "hints" });
  const more = plain(t("hint", { n: 1, total }), onclick);
  let count = 0;
  const show = () => {
    const hint = h("li", { html: sheet.hints[count++], tabindex: "-1" });
    shown.append(hint);
    more.textContent = t("hint", { n: count + 1, total });
    more.hidden = count === total;
    return hint;
  };
  function onclick() {
    store.add(sheet, "hint", { attempt: store.state(sheet).attempt, answer: count });
    show().focus();
  }
  const before = Math.min(store.state(sheet).hints, total);
  while (count < before) show();
  return h("div", {}, shown, more);
}
