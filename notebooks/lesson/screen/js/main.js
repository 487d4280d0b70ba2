// The lesson in the browser. Python renders all markup that is inserted; what a learner writes goes in as text.
// Bundled into ../lesson.js by `do.py bundle`; a test keeps the two alike.
import { Ask } from "./ask.js";
import { Calibration } from "./calibration.js";
import { Chain } from "./chain.js";
import { Desk } from "./desk.js";
import { Filter } from "./filter.js";
import { grade } from "./grade.js";
import { mount } from "./mount.js";
import { Progress } from "./progress.js";
import { Rate } from "./rate.js";
import { Shift } from "./shift.js";
import { Summary } from "./summary.js";

export { badFields } from "./event.js";
export { fold } from "./fold.js";
export { grade };
export { brier, sureness } from "./score.js";
export { readNumber } from "./types/numeric.js";

export default mount(
  {
    ask: Ask,
    progress: Progress,
    desk: Desk,
    calibration: Calibration,
    shift: Shift,
    summary: Summary,
    filter: Filter,
    rate: Rate,
    chain: Chain,
  },
  grade,
);
