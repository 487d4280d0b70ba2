// All options that fit. The answer is the list of their indices.
/** @import { Control, Graded, Marked, Question, Shown, Translate, Verdict } from "../shapes" */
import { choices, letter } from "../controls.js";
import { h, uid } from "../dom.js";
import { note, optionList, partsFit } from "../options.js";
import { isIndex, unanswered, whole } from "../verdict.js";

export const asks = "several";

/** @type {(sheet: Question) => Control} */
export function control(sheet) {
  const inputs = sheet.options.map((_, i) => h("input", { type: "checkbox", id: uid("option"), value: i }));
  const read = () => {
    const on = inputs.flatMap((input, i) => (input.checked ? [i] : []));
    return on.length ? on : null;
  };
  return { node: choices(sheet, inputs), read };
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
export function reveal(sheet, marked, t) {
  const { answer, verdict, all } = marked;
  const list = optionList(
    sheet,
    (option, i) => {
      const ticked = answer.includes(i);
      const outcome = verdict.options[i];
      return {
        what: t(ticked ? "ticked" : "left"),
        outcome: all || ticked ? outcome : null,
        notes: [all || outcome !== "not yet" ? note((!ticked && option.left) || option.feedback) : null],
      };
    },
    t,
  );
  return { body: [list], fit: partsFit(marked, t) };
}

export const problem = (/** @type {Translate} */ t) => t("chooseFirst");
