// The options of a marked answer, each with its verdict in words and what there is to say about it.
/** @import { Marked, Option, Outcome, Question, Translate } from "./shapes" */
import { letter } from "./controls.js";
import { h } from "./dom.js";

/**
 * What is shown of one option: `what` the learner did with it, the `outcome` if it is told, and `notes`.
 * @typedef {{ what: string, outcome: Outcome | null, notes: (HTMLElement | null)[] }} Row
 */

export const note = (/** @type {string} */ html) => h("p", { class: "note", html });

/** @type {(sheet: Question, row: (option: Option, i: number) => Row, t: Translate) => HTMLElement} */
export const optionList = (sheet, row, t) =>
  h(
    "ul",
    { class: "options" },
    sheet.options.map((option, i) => optionRow(option, i, row(option, i), t)),
  );

/** @type {(option: Option, i: number, row: Row, t: Translate) => HTMLElement} */
function optionRow(option, i, { what, outcome, notes }, t) {
  const tag = outcome ? t("tag", { what, verdict: t(outcome).toLowerCase() }) : what;
  return h(
    "li",
    { class: `opt done ${outcome ? outcome.replace(" ", "-") : ""}` },
    h("span", { class: "letter", "aria-hidden": "true" }, letter(i)),
    h("div", {}, what ? h("b", { class: "tag" }, tag) : null, h("div", { html: option.label }), ...notes),
  );
}

/**
 * How many parts of an answer fit, and how many of these are debated.
 * @param {Marked} marked
 * @param {Translate} t
 * @returns {string[]}
 */
export function partsFit({ verdict }, t) {
  const parts = verdict.options.filter((o) => o !== null);
  const debated = parts.filter((o) => o === "debated").length;
  const n = parts.filter((o) => o === "supported").length + debated;
  return [t("partsFit", { n, total: parts.length }), ...(debated ? [t("partsDebated", { n: debated })] : [])];
}
