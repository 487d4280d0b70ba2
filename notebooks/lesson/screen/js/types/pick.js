// Rows of a small table that fit. The answer is the list of their indices; any place in a row ticks it.
/** @import { Control, Marked, Option, Outcome, Question, Shown, Translate } from "../shapes" */
import { letter, named } from "../controls.js";
import { h, uid } from "../dom.js";
import { partsFit } from "../options.js";
import { cellsOf, counted, headOf, tally } from "../rows.js";
import { grade } from "./multiple.js";

export { grade };
export const asks = "rows";
export const open = true;

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
  const read = () => {
    const on = inputs.flatMap((input, i) => (input.checked ? [i] : []));
    return on.length ? on : null;
  };
  return { node: h("div", { class: "look" }, table), read };
}

export const words = (/** @type {Question} */ sheet, /** @type {number[]} */ answer) =>
  [...answer]
    .sort((a, b) => a - b)
    .map(letter)
    .join(", ");

/**
 * What you did with a row, what the key says, and the words for it.
 * @type {(outcome: Outcome | null, ticked: boolean) => { css: string, key: string, word: string }}
 */
function standing(outcome, ticked) {
  if (outcome === "debated") return { css: "debated", key: "~", word: ticked ? "rowOpenTicked" : "rowOpenLeft" };
  const right = outcome === "supported";
  if (ticked)
    return right ? { css: "supported", key: "✓", word: "rowRight" } : { css: "not-yet", key: "", word: "rowWrong" };
  return right ? { css: "plain", key: "", word: "rowLeft" } : { css: "missed", key: "✓", word: "rowMissed" };
}

/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal(sheet, marked, t) {
  const { answer, verdict } = marked;
  const { options, heads } = sheet;
  const found = options.map((_, i) => standing(verdict.options[i], answer.includes(i)));
  const count = (/** @type {string} */ css) => found.filter((row) => row.css === css).length;
  const bodies = options.map((option, i) => marks(sheet, option, i, answer.includes(i), found[i], t));
  const boxes = h("span", { class: "marks" }, h("span", {}, t("you")), h("span", {}, t("key")));
  const first = h("th", { scope: "col", class: "tick" }, boxes);
  const table = h("table", { class: "rowtable done", "aria-label": heads[0] }, headOf(heads, first), bodies);
  const right = count("supported") + count("missed");
  const counts = tally([
    right > 0 && t("tallyFound", { n: count("supported"), total: right }),
    counted(t, "tallyMissed", count("missed")),
    counted(t, "tallyMore", count("not-yet")),
    counted(t, "tallyLeft", count("plain")),
    counted(t, "partsDebated", count("debated")),
  ]);
  const part = verdict.outcome === "not yet" && count("supported") > 0;
  return {
    body: [counts, h("div", { class: "look" }, table)],
    fit: partsFit(marked, t),
    word: part ? "inPart" : undefined,
  };
}

/** @type {(sheet: Question, option: Option, i: number, ticked: boolean, standing: { css: string, key: string, word: string }, t: Translate) => HTMLElement} */
function marks(sheet, option, i, ticked, { css, key, word }, t) {
  const boxes = h(
    "span",
    { class: "marks", "aria-hidden": "true" },
    h("span", { class: ticked ? "mark-box you on" : "mark-box you" }, ticked ? "✓" : ""),
    h("span", { class: key ? "mark-box key on" : "mark-box key" }, key),
  );
  return h(
    "tbody",
    { class: css },
    h("tr", {}, h("td", { class: "tick" }, boxes), cellsOf(sheet, option, h("span", {}, named(option, i)))),
    h(
      "tr",
      { class: "reason" },
      h("td", { class: "tick" }),
      h(
        "td",
        { colspan: sheet.heads.length },
        h("b", { class: "tag" }, t(word)),
        " ",
        h("span", { html: option.feedback }),
      ),
    ),
  );
}

export const problem = (/** @type {Translate} */ t) => t("tickFirst");
