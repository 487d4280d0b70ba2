// How far one agrees, 0 to 100. Kept for before and after, never graded.
/** @import { Control, Graded, Marked, Question, Shown, Translate } from "../shapes" */
import { h, uid } from "../dom.js";
import { numberLine } from "../numberline.js";
import { isIndex, ungraded } from "../verdict.js";

export const asks = "opinion";
export const opinion = true;
export const waits = "waitSet";

const endsOf = (/** @type {string[]} */ [low, high]) =>
  h("div", { class: "ends" }, h("span", {}, `0: ${low}`), h("span", {}, `100: ${high}`));

/** @type {(sheet: Question, t: Translate) => Control} */
export function control({ ends }, t) {
  const id = uid("scale");
  const output = h("output", { for: id }, t("notSet"));
  const input = h("input", { type: "range", id, min: 0, max: 100, value: 50, "aria-valuetext": t("notSet") });
  let touched = false;
  const touch = () => {
    touched = true;
    output.value = t("of100", { n: input.value });
    input.setAttribute("aria-valuetext", `${input.value}`);
  };
  for (const what of ["input", "pointerup"]) input.addEventListener(what, touch);
  input.addEventListener("keyup", ({ key }) => key === " " && touch());
  const node = h(
    "div",
    {},
    h("div", { class: "sure" }, h("label", { for: id }, t("agreement")), input, output),
    endsOf(ends),
  );
  return { node, read: () => (touched ? Number(input.value) : null) };
}

export const grade = (/** @type {Graded} */ sheet, /** @type {unknown} */ answer) => ungraded(isIndex(answer, 101));

/** @type {(sheet: Question, answer: number, t: Translate) => string} */
export const words = (sheet, answer, t) => t("of100", { n: answer });

// Where one stands; the card itself quotes it.
/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal({ ends }, { answer: you }, t) {
  const line = { span: /** @type {[number, number]} */ ([0, 100]), log: false, unit: "", you, found: null, near: null };
  return { body: [numberLine({ ...line, called: "lineRecord" }, t), endsOf(ends)] };
}

export const problem = (/** @type {Translate} */ t) => t("setFirst");
