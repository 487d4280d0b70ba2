// Each card into a column, and perhaps a weight. The answer is a list, card by card: a column or null; with weights, both.
/** @import { Control, Graded, Marked, Option, Outcome, Question, Shown, Translate, Verdict } from "../shapes" */
import { counted, letter, named, segments } from "../controls.js";
import { h } from "../dom.js";
import { note } from "../options.js";
import { nameOf, some, tally } from "../rows.js";
import { isIndex, unanswered, whole } from "../verdict.js";

/** @typedef {number | null | [number | null, number | null]} Card */

export const asks = "place";
export const open = () => true;
export const waits = "waitPlace";

// Only the column is graded.
const columnOf = (/** @type {Card} */ card) => (Array.isArray(card) ? (card[0] ?? null) : card);

/** @type {(sheet: Question, t: Translate) => Control} */
export function control({ options, columns, weights }, t) {
  const placed = options.map((option, i) => segments(nameOf(option, i), columns));
  const weighed = weights?.length
    ? options.map((_, i) => segments(t("weightOf", { letter: letter(i) }), weights))
    : null;
  const cards = options.map((option, i) =>
    h("li", {}, h("div", { class: "face" }, named(option, i)), placed[i].node, weighed?.[i].node),
  );
  const count = () => counted(placed);
  const part = () => placed.map(({ read }, i) => (weighed ? [read(), weighed[i].read()] : read()));
  const read = () => (count() === options.length ? part() : null);
  return { node: h("ul", { class: "cards sorts" }, cards), count, part, read };
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

export const words = (/** @type {Question} */ { columns }, /** @type {Card[]} */ answer) =>
  answer.map((card, i) => `${letter(i)} ${columns[columnOf(card) ?? -1] ?? "–"}`).join(", ");

/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal(sheet, { answer, verdict }, t) {
  const { options } = sheet;
  const count = (/** @type {Outcome} */ outcome) => verdict.options.filter((one) => one === outcome).length;
  const right = count("supported");
  const debated = count("debated");
  const counts = tally([
    t("partsFit", { n: right, total: options.length }),
    some(t, "tallyOpen", debated),
    some(t, "tallyNot", count("not yet")),
    some(t, "tallyUnplaced", count("unanswered")),
  ]);
  const cards = options.map((option, i) => face(sheet, option, i, answer[i], verdict.options[i], t));
  const word = verdict.outcome === "not yet" && right + debated ? "inPart" : undefined;
  return { body: [counts, h("ul", { class: "cards sorts" }, cards)], word };
}

/** @type {(sheet: Question, option: Option, i: number, card: Card, outcome: Outcome | null, t: Translate) => HTMLElement} */
function face({ columns, weights }, option, i, card, outcome, t) {
  const marks = columns.map((name, column) => {
    const mine = column === columnOf(card);
    const key = name === option.column;
    const also = option.verdicts[name] === "debated" && !key;
    const said = [mine && t("you"), key && t("key"), also && t("debated").toLowerCase()].filter(Boolean).join(", ");
    const css = `seg ${mine ? "you" : ""} ${key ? "key" : also ? "also" : ""}`;
    return h("span", { class: css }, h("span", {}, name), " ", said && h("small", {}, said));
  });
  const weight = Array.isArray(card) ? weights[card[1] ?? -1] : null;
  const tag = { "not yet": "matchNot", unanswered: "notPlaced", debated: "matchOpen", supported: "" }[
    outcome ?? "supported"
  ];
  return h(
    "li",
    { class: outcome?.replace(" ", "-") },
    h("div", { class: "face" }, named(option, i)),
    h("div", { class: "segs after", style: `--n:${columns.length}` }, marks),
    h(
      "div",
      { class: "whole-row" },
      tag && h("b", { class: "tag" }, t(tag)),
      weight && h("p", { class: "quiet" }, t("weighed", { weight })),
      note(option.feedback),
    ),
  );
}

export const problem = (/** @type {Translate} */ t) => t("placeFirst");
