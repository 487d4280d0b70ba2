// The lesson in the browser. Python renders all markup that is inserted; what a learner writes goes in as text.
// Bundled into ../lesson.js by `do.py bundle`; a test keeps the two alike.
/** @import { Drawing, Model, Translate } from "./shapes" */
import { Ask } from "./ask.js";
import { Calibration } from "./calibration.js";
import { Chain } from "./chain.js";
import { Desk } from "./desk.js";
import { h, words } from "./dom.js";
import { Filter } from "./filter.js";
import { keepKeys } from "./keys.js";
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

keepKeys();

/** @type {(widget: { model: Model, el: HTMLElement }) => () => void} */
function render({ model, el }) {
  const sheet = model.get("sheet");
  const store = new Store(model);
  const t = words(model.get("strings"));
  const view = new views[sheet.view](store, sheet, t);
  view.draw();
  view.root.tabIndex = -1; // a click on its words gives it the focus: the next key must not delete the cell
  el.classList.add("lesson");
  el.append(sheet.closed ? h("details", {}, h("summary", {}, sheet.closed), view.root) : view.root);
  return () => store.close();
}

export default { render };
