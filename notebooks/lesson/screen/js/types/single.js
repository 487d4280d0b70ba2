// One option. The answer is its index.
/** @import { Control, Marked, Question, Shown, Translate } from "../shapes" */
import { choices, chosen as checked, letter, named } from "../controls.js";
import { h, uid } from "../dom.js";
import { box, boxes, keyBox, list, row, standing } from "../options.js";
import { chosen } from "../verdict.js";

export const asks = "one";
export const waits = "waitChoose";

/** @type {(sheet: Question) => Control} */
export function control(sheet) {
  const name = uid("pick");
  const inputs = sheet.options.map((_, i) => h("input", { type: "radio", name, id: uid("option"), value: i }));
  return { node: choices(sheet, inputs), read: () => checked(inputs) };
}

export const grade = chosen;

export const words = (/** @type {Question} */ sheet, /** @type {number} */ answer) => letter(answer);

const YOURS = { supported: "oneRight", "not-yet": "oneWrong", debated: "oneOpen", missed: "", plain: "" };
const OTHERS = { missed: "oneKey", debated: "oneToo", plain: "oneNot", supported: "", "not-yet": "" };

// Only the chosen option speaks until every explanation is shown: a second try stays worth making. Then yours, the key and
// whatever else can be argued are named; after a right answer the rest waits in a fold.
/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal({ options }, { answer, verdict, all }, t) {
  const stands = options.map((option, i) => standing(option, answer === i));
  const folded = verdict.outcome === "supported";
  const rows = options.map((option, i) => {
    const mine = answer === i;
    const css = mine || all ? stands[i] : "plain";
    const told = mine || (all && !(folded && css === "plain"));
    const tag = told ? t((mine ? YOURS : OTHERS)[css]) : "";
    const mark = boxes(mine ? box("you", "●") : all ? keyBox(css) : box("you", ""));
    return row(css === "missed" ? "supported" : css, mark, tag, named(option, i), told ? option.feedback : "");
  });
  const rest = options.flatMap((_, i) => (folded && stands[i] === "plain" ? [i] : []));
  const why = rest.map((i) => h("li", {}, h("b", {}, letter(i)), " ", h("span", { html: options[i].feedback })));
  const fold = h(
    "details",
    {},
    h("summary", {}, t("whyNot", { letters: rest.map(letter).join(", ") })),
    h("ul", { class: "plainly" }, why),
  );
  return { body: [list(rows), ...(rest.length ? [fold] : [])] };
}

export const problem = (/** @type {Translate} */ t) => t("chooseFirst");
