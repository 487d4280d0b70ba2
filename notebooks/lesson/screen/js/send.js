// The buttons under a form. One that waits says what for; pressed all the same, it says so again.
/** @import { Control, Kind, Question, Translate } from "./shapes" */
import { h, plain } from "./dom.js";

/**
 * The button that sends a whole answer, the one that sends as much as there is, how much that is; and what paints them.
 * @type {(sheet: Question, kind: Kind, control: Control, label: string, part: () => void, t: Translate) => { nodes: HTMLElement[], paint: () => void }}
 */
export function sendButtons({ options }, { waits = "" }, control, label, part, t) {
  const whole = h("button", { type: "submit" });
  const some = plain("", part);
  const placed = h("span", { class: "quiet", role: "status" });
  const total = options.length;
  const paint = () => {
    const open = waits && control.read() === null;
    const n = control.count?.() ?? 0;
    whole.textContent = open ? t(waits, { button: label, n: total }) : label;
    whole.ariaDisabled = open ? "true" : null;
    some.textContent = t("answerWith", { button: label, n });
    some.hidden = !open || !n || !control.part;
    placed.textContent = control.count ? t("placed", { n, total }) : "";
  };
  paint();
  return { nodes: control.count ? [whole, some, placed] : [whole], paint };
}
