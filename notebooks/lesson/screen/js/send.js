// The buttons under a form. One that waits says what for; pressed all the same, it says so again.
/** @import { Control, Kind, Question, Translate } from "./shapes" */
import { h, plain } from "./dom.js";

/**
 * The button that sends a whole answer, the one that sends as much as there is, and what paints both.
 * @type {(sheet: Question, kind: Kind, control: Control, label: string, part: () => void, t: Translate) => { buttons: HTMLElement[], paint: () => void }}
 */
export function sendButtons({ options }, { waits = "" }, control, label, part, t) {
  const whole = h("button", { type: "submit" });
  const some = plain("", part);
  const paint = () => {
    const open = waits && control.read() === null;
    const n = open ? (control.part?.().n ?? 0) : 0;
    whole.textContent = open ? t(waits, { button: label, n: options.length }) : label;
    whole.ariaDisabled = open ? "true" : null;
    some.textContent = t("answerWith", { button: label, n });
    some.hidden = !n;
  };
  paint();
  return { buttons: [whole, some], paint };
}
