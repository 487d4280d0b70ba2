// Each card into a column, and perhaps a weight. The answer is a list, card by card: a column or null; with weights, both.
/** @import { Control, Graded, Marked, Option, Question, Shown, Translate, Verdict } from "../shapes" */
import { letter, named, pick, picked } from "../controls.js";
import { h } from "../dom.js";
import { note, optionList, partsFit } from "../options.js";
import { isIndex, unanswered, whole } from "../verdict.js";

/** @typedef {number | null | [number | null, number | null]} Card */

export const asks = "place";

// Only the column is graded.
const columnOf = (/** @type {Card} */ card) => (Array.isArray(card) ? (card[0] ?? null) : card);

/** @type {(sheet: Question, t: Translate) => Control} */
export function control(sheet, t) {
  const columns = sheet.options.map(() => pick(t("choose"), sheet.columns));
  const weights = sheet.weights?.length
    ? sheet.options.map((_, i) => pick(t("weight"), sheet.weights, t("weightOf", { letter: letter(i) })))
    : null;
  const css = weights ? "opt card-row weighed" : "opt card-row";
  const row = (/** @type {Option} */ option, /** @type {number} */ i) =>
    h(
      "div",
      { class: css },
      h("label", { for: columns[i].id }, named(option, i)),
      h("span", { class: "picks" }, columns[i], weights?.[i]),
    );
  const read = () => {
    const found = columns.map(picked);
    if (found.every((c) => c === null)) return null;
    return weights ? found.map((column, i) => [column, picked(weights[i])]) : found;
  };
  return { node: h("div", {}, sheet.options.map(row)), read };
}

/** @type {(sheet: Graded, answer: unknown) => Verdict} */
export function grade(sheet, answer) {
  const { options, columns } = sheet;
  if (!Array.isArray(answer) || answer.length !== options.length) return unanswered(sheet);
  const placed = answer.map(columnOf);
  const fits = placed.every((c) => c === null || isIndex(c, columns.length));
  if (!fits || placed.every((c) => c === null)) return unanswered(sheet);
  return whole(placed.map((c, i) => (c === null ? "unanswered" : options[i].verdicts[columns[c]])));
}

export const words = (/** @type {Question} */ sheet, /** @type {Card[]} */ answer) =>
  answer.map((card, i) => `${letter(i)} ${columnName(sheet, card) ?? "–"}`).join(", ");

/** @type {(sheet: Question, card: Card) => string | null} */
function columnName(sheet, card) {
  const column = columnOf(card);
  return column === null ? null : sheet.columns[column];
}

/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal(sheet, marked, t) {
  const { answer, verdict, all } = marked;
  const list = optionList(
    sheet,
    (option, i) => {
      const outcome = verdict.options[i];
      const theirs = all && option.column !== columnName(sheet, answer[i]);
      const speaks = all || (outcome !== "not yet" && outcome !== "unanswered");
      return {
        what: placed(sheet, answer[i], t),
        outcome,
        notes: [
          theirs ? h("p", { class: "note" }, t("editors", { column: option.column })) : null,
          speaks ? note(option.feedback) : null,
        ],
      };
    },
    t,
  );
  return { body: [list], fit: partsFit(marked, t) };
}

/** @type {(sheet: Question, card: Card, t: Translate) => string} */
function placed(sheet, card, t) {
  const column = columnName(sheet, card);
  const weight = Array.isArray(card) ? (card[1] ?? null) : null;
  if (column === null) return t("notPlaced");
  const said = t("placed", { column });
  return weight === null ? said : `${said}, ${t("weighed", { weight: sheet.weights[weight] })}`;
}

export const problem = (/** @type {Translate} */ t) => t("placeFirst");
