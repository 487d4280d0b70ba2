// The lesson in the browser. Python renders all markup that is inserted; what a learner writes goes in as text.
// Bundled into ../lesson.js by `do.py bundle`; a test keeps the two alike.
import { Ask } from "./ask.js";
import { Calibration } from "./calibration.js";
import { Chain } from "./chain.js";
import { Desk } from "./desk.js";
import { words } from "./dom.js";
import { Filter } from "./filter.js";
import { ClaimMap } from "./map.js";
import { Progress } from "./progress.js";
import { Rate } from "./rate.js";
import { Shift } from "./shift.js";
import { Store } from "./store.js";
import { Summary } from "./summary.js";

export { fold } from "./fold.js";
export { grade, readNumber } from "./grade.js";
export { brier, sureness } from "./score.js";
export { standing } from "./map.js";

const views = {
  ask: Ask, progress: Progress, desk: Desk, calibration: Calibration, map: ClaimMap, shift: Shift, summary: Summary,
  filter: Filter, rate: Rate, chain: Chain,
};

function render({ model, el }) {
  const sheet = model.get("sheet");
  const store = new Store(model);
  const { root } = new views[sheet.view](store, sheet, words(model.get("strings")));
  // JupyterLab takes plain keys from outputs (arrows move between cells): keep them here, leave its shortcuts alone.
  root.addEventListener("keydown", (key) => {
    if (!key.ctrlKey && !key.metaKey && !key.altKey && key.key !== "Escape") key.stopPropagation();
  });
  el.classList.add("lesson");
  el.append(root);
  return () => store.close();
}

export default { render };
