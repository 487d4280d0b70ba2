// Cards put together. The answer is a number for each card, or null; cards of one number are one group.
/** @import { Control, Graded, Marked, Option, Question, Shown, State, Translate, Verdict } from "../shapes" */
import { counted, letter, segments } from "../controls.js";
import { h } from "../dom.js";
import { note } from "../options.js";
import { cardOf, nameOf, some, tally } from "../rows.js";
import { isIndex, unanswered, whole } from "../verdict.js";

/** @typedef {(number | null)[]} Numbers */

export const asks = "together";
export const open = () => true;
export const waits = "waitPlace";

// Whoever votes or answers again goes on from the numbers that they had.
/** @type {(sheet: Question, t: Translate, state: State) => Control} */
export function control(sheet, t, { commit, vote }) {
  const { options } = sheet;
  const before = [commit?.answer, vote?.answer].find((answer) => isNumbers(sheet, answer)) ?? [];
  const numbers = options.map((_, n) => String(n + 1));
  const placed = options.map((option, i) => segments(t("groupOf", { what: nameOf(option, i) }), numbers, before[i]));
  const cards = options.map((option, i) => h("li", {}, cardOf(sheet, option, i), placed[i].node));
  const count = () => counted(placed);
  const read = () => (count() === options.length ? placed.map((one) => one.read()) : null);
  const list = h("ul", { class: "cards" }, cards);
  return { node: h("div", {}, h("p", { class: "quiet" }, t("groupHow")), list), count, read };
}

/**
 * @param {Graded} sheet
 * @param {unknown} answer
 * @returns {answer is Numbers}
 */
const isNumbers = ({ options }, answer) =>
  Array.isArray(answer) &&
  answer.length === options.length &&
  answer.every((n) => n === null || isIndex(n, options.length)) &&
  !answer.every((n) => n === null);

/** @type {(sheet: Graded, answer: unknown) => Verdict} */
export function grade(sheet, answer) {
  if (!isNumbers(sheet, answer)) return unanswered(sheet);
  const keys = groupsOf(sheet);
  const over = laidOver(keys, answer);
  return whole(
    keys.map((key, i) => (answer[i] === null ? "unanswered" : over.get(key) === answer[i] ? "supported" : "not yet")),
  );
}

/**
 * The group of the key to which each card belongs, counted from 0.
 * @type {(sheet: Graded) => number[]}
 */
const groupsOf = ({ options }) => options.map((o) => Object.values(o.verdicts).indexOf("supported"));

/**
 * The learner's group that is laid over each group of the key so that most cards agree; among equally good ways the first,
 * groups of the key in their order, each with the lowest number of the learner's, or with none last.
 * @type {(keys: number[], answer: Numbers) => Map<number, number>}
 */
function laidOver(keys, answer) {
  const last = Math.max(...keys);
  /** @type {(key: number, used: number[]) => { n: number, pairs: [number, number][] }} */
  const best = (key, used) => {
    if (key > last) return { n: 0, pairs: [] };
    const numbers = answer.filter((n, i) => keys[i] === key && n !== null);
    let found = { n: -1, pairs: /** @type {[number, number][]} */ ([]) };
    for (const number of new Set(numbers.sort((a, b) => Number(a) - Number(b)))) {
      if (number === null || used.includes(number)) continue;
      const rest = best(key + 1, [...used, number]);
      const n = numbers.filter((each) => each === number).length + rest.n;
      if (n > found.n) found = { n, pairs: [[key, number], ...rest.pairs] };
    }
    const rest = best(key + 1, used);
    return rest.n > found.n ? rest : found;
  };
  return new Map(best(0, []).pairs);
}

/**
 * Letters of cards by their group.
 * @type {(numbers: Numbers) => string[][]}
 */
const together = (numbers) => {
  const sets = [...new Set(numbers)].filter((n) => n !== null);
  return sets.map((n) => numbers.flatMap((each, i) => (each === n ? [letter(i)] : [])));
};

export const words = (/** @type {Question} */ sheet, /** @type {Numbers} */ answer) =>
  together(answer)
    .map((letters) => letters.join(" + "))
    .join("; ");

/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal(sheet, marked, t) {
  const { answer, verdict } = marked;
  const { options } = sheet;
  const keys = groupsOf(sheet);
  const groups = together(keys);
  const astray = verdict.options.filter((outcome) => outcome !== "supported").length;
  const body = groups.map((letters, key) => {
    const cards = options.flatMap((option, i) => (keys[i] === key ? [face(sheet, option, i, marked, t)] : []));
    const head = t(letters.length > 1 ? "groupKey" : "groupAlone", { letters: letters.join(", ") });
    return h("section", { class: "group-key" }, h("p", {}, h("b", {}, head)), h("ul", { class: "cards done" }, cards));
  });
  const counts = tally([
    t("tallyYours", { n: together(answer).length }),
    t("tallyGroups", { n: groups.length }),
    some(t, "tallyAstray", astray),
  ]);
  const word = astray === 1 ? "near" : 2 * astray < options.length ? "inPart" : undefined;
  return { body: [counts, ...body], word: astray ? word : undefined };
}

/** @type {(sheet: Question, option: Option, i: number, marked: Marked, t: Translate) => HTMLElement} */
function face(sheet, option, i, { answer, verdict }, t) {
  const right = verdict.options[i] === "supported";
  const number = answer[i];
  const word = number === null ? "groupNone" : right ? "groupIn" : "groupOut";
  return h(
    "li",
    { class: right ? "supported" : "not-yet" },
    h("div", {}, h("b", { class: "tag" }, t(word, { n: number + 1 })), cardOf(sheet, option, i), note(option.feedback)),
  );
}

export const problem = (/** @type {Translate} */ t) => t("groupFirst");
