// One option. The answer is its index.
/** @import { Control, Marked, Question, Shown, Translate } from "../shapes" */
import { choices, letter } from "../controls.js";
import { h, uid } from "../dom.js";
import { note, optionList } from "../options.js";
import { chosen } from "../verdict.js";

export const asks = "one";

/** @type {(sheet: Question) => Control} */
export function control(sheet) {
  const name = uid("pick");
  const inputs = sheet.options.map((_, i) => h("input", { type: "radio", name, id: uid("option"), value: i }));
  const read = () => {
    const i = inputs.findIndex((input) => input.checked);
    return i < 0 ? null : i;
  };
  return { node: choices(sheet, inputs), read };
}

export const grade = chosen;

export const words = (/** @type {Question} */ sheet, /** @type {number} */ answer) => letter(answer);

// Only the chosen option speaks until every explanation is shown: a second try stays worth making.
/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal(sheet, { answer, verdict, all }, t) {
  const list = optionList(
    sheet,
    (option, i) => ({
      what: answer === i ? t("yours") : "",
      outcome: verdict.options[i],
      notes: [all || answer === i ? note(option.feedback) : null],
    }),
    t,
  );
  return { body: [list] };
}

export const problem = (/** @type {Translate} */ t) => t("chooseFirst");
