// Rows of a small table that fit. The answer is the list of their indices; any place in a row ticks it.
/** @import { Control, Marked, Option, Question, Shown, Translate } from "../shapes" */
/** @import { Standing } from "../options.js" */
import { letter, named, ticked } from "../controls.js";
import { h, uid } from "../dom.js";
import { boxNames, counted, did, standing, twoBoxes } from "../options.js";
import { cellsOf, headOf } from "../rows.js";
import { grade } from "./multiple.js";

export { grade };
export const asks = "rows";
export const open = () => true;
export const waits = "waitTick";

/** @type {(sheet: Question, t: Translate) => Control} */
export function control(sheet, t) {
  const { options, heads } = sheet;
  const inputs = options.map((_, i) => h("input", { type: "checkbox", id: uid("row"), value: i }));
  const rows = options.map((option, i) => {
    const label = h("label", { for: inputs[i].id }, named(option, i));
    const row = h("tr", {}, h("td", { class: "tick" }, inputs[i]), cellsOf(sheet, option, label));
    row.addEventListener("click", ({ target }) => {
      if (target instanceof Element && !target.closest("input, label, a")) inputs[i].click();
    });
    return row;
  });
  const tick = h("th", { scope: "col", class: "tick" }, h("span", { class: "sr" }, t("tickHead")));
  const table = h("table", { class: "rowtable", "aria-label": heads[0] }, headOf(heads, tick), h("tbody", {}, rows));
  return { node: h("div", { class: "look" }, table), read: () => ticked(inputs) };
}

export const words = (/** @type {Question} */ sheet, /** @type {number[]} */ answer) =>
  [...answer]
    .sort((a, b) => a - b)
    .map(letter)
    .join(", ");

/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal(sheet, { answer, verdict }, t) {
  const { options, heads } = sheet;
  const stands = options.map((option, i) => standing(option, answer.includes(i)));
  const bodies = options.map((option, i) => marks(sheet, option, i, answer.includes(i), stands[i], t));
  const first = h("th", { scope: "col", class: "tick" }, boxNames(t));
  const table = h("table", { class: "rowtable done", "aria-label": heads[0] }, headOf(heads, first), bodies);
  const { counts, word } = counted(stands, verdict.outcome, t);
  return { body: [counts, h("div", { class: "look" }, table)], word };
}

/** @type {(sheet: Question, option: Option, i: number, mine: boolean, css: Standing, t: Translate) => HTMLElement} */
const marks = (sheet, option, i, mine, css, t) =>
  h(
    "tbody",
    { class: css },
    h(
      "tr",
      {},
      h("td", { class: "tick" }, twoBoxes(css, mine)),
      cellsOf(sheet, option, h("span", {}, named(option, i))),
    ),
    h(
      "tr",
      { class: "reason" },
      h("td", { class: "tick" }),
      h(
        "td",
        { colspan: sheet.heads.length },
        h("b", { class: "tag" }, did(css, mine, t)),
        " ",
        h("span", { html: option.feedback }),
      ),
    ),
  );

export const problem = (/** @type {Translate} */ t) => t("tickFirst");
