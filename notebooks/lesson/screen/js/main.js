// The lesson in the browser. Python renders all markup that is inserted; what a learner writes goes in as text.
// Bundled into ../lesson.js by `do.py bundle`; a test keeps the two alike.
/** @import { Drawing, Model, Translate } from "./shapes" */
import { Ask } from "./ask.js";
import { Calibration } from "./calibration.js";
import { Chain } from "./chain.js";
import { Desk } from "./desk.js";
import { h, words } from "./dom.js";
import { Filter } from "./filter.js";
import { ClaimMap } from "./map.js";
import { Progress } from "./progress.js";
import { Rate } from "./rate.js";
import { Shift } from "./shift.js";
import { Store } from "./store.js";
import { Summary } from "./summary.js";

export { badFields } from "./event.js";
export { fold } from "./fold.js";
export { grade } from "./grade.js";
export { standing } from "./map.js";
export { brier, sureness } from "./score.js";
export { readNumber } from "./types/numeric.js";

/** @type {Record<string, new (store: Store, sheet: any, t: Translate) => Drawing>} */
const views = {
  ask: Ask,
  progress: Progress,
  desk: Desk,
  calibration: Calibration,
  map: ClaimMap,
  shift: Shift,
  summary: Summary,
  filter: Filter,
  rate: Rate,
  chain: Chain,
};

// Jupyter takes plain keys from outputs (arrows move between cells), Notebook 7 before they get there. So they are stopped
// first of all, and what a key does to a control still happens; shortcuts with Ctrl and the like are left alone.
addEventListener(
  "keydown",
  (key) => {
    const plain = !key.ctrlKey && !key.metaKey && !key.altKey && key.key !== "Escape";
    if (!plain || !(key.target instanceof Element) || !key.target.closest(".lesson-card")) return;
    key.stopPropagation();
    // A control with keys of its own hears of them by this name, and says whether it used one.
    const told = new CustomEvent("card-key", { bubbles: true, cancelable: true, detail: key.key });
    if (!key.target.dispatchEvent(told)) key.preventDefault();
  },
  true,
);

/** @type {(widget: { model: Model, el: HTMLElement }) => () => void} */
function render({ model, el }) {
  const sheet = model.get("sheet");
  const store = new Store(model);
  const t = words(model.get("strings"));
  const view = new views[sheet.view](store, sheet, t);
  view.draw();
  el.classList.add("lesson");
  el.append(sheet.closed ? h("details", {}, h("summary", {}, sheet.closed), view.root) : view.root);
  return () => store.close();
}

export default { render };
