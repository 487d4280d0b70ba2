// All options that fit. The answer is the list of their indices.
/** @import { Control, Graded, Marked, Question, Shown, Translate, Verdict } from "../shapes" */
import { choices, letter, ticked } from "../controls.js";
import { h, uid } from "../dom.js";
import { boxNames, counted, list, standing, tickedRow } from "../options.js";
import { isIndex, unanswered, whole } from "../verdict.js";

export const asks = "several";
export const open = () => true;
export const waits = "waitTick";

/** @type {(sheet: Question) => Control} */
export function control(sheet) {
  const inputs = sheet.options.map((_, i) => h("input", { type: "checkbox", id: uid("option"), value: i }));
  return { node: choices(sheet, inputs), read: () => ticked(inputs) };
}

/** @type {(sheet: Graded, answer: unknown) => Verdict} */
export function grade(sheet, answer) {
  const { options } = sheet;
  if (!Array.isArray(answer) || !answer.length) return unanswered(sheet);
  if (!answer.every((i) => isIndex(i, options.length))) return unanswered(sheet);
  return whole(options.map((o, i) => o.verdicts[answer.includes(i) ? "ticked" : "left"]));
}

export const words = (/** @type {Question} */ sheet, /** @type {number[]} */ answer) => answer.map(letter).join(", ");

/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal({ options }, { answer, verdict }, t) {
  const stands = options.map((option, i) => standing(option, answer.includes(i)));
  const rows = options.map((option, i) => tickedRow(option, i, stands[i], answer.includes(i), t));
  const { counts, word } = counted(stands, verdict.outcome, t);
  return { body: [counts, boxNames(t), list(rows)], word };
}

export const problem = (/** @type {Translate} */ t) => t("chooseFirst");
