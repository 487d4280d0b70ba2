// A guess before one looks: a number, a choice, or a line over years. Never graded: the record is shown beside it.
/** @import { Control, Graded, Marked, Question, Shown, Translate } from "../shapes" */
import { h } from "../dom.js";
import { drawing } from "../drawing.js";
import { numberLine } from "../numberline.js";
import { isNumber, spoken } from "../numbers.js";
import { Plot } from "../plot.js";
import { isIndex, ungraded } from "../verdict.js";
import { table } from "../view.js";
import * as numeric from "./numeric.js";
import * as single from "./single.js";

export const asks = "predicting";
export const button = "keepAndOpen";
export const skip = "skipped";
export const final = true; // a guess made after looking is none

/** @type {(sheet: Question, t: Translate) => Control} */
export function control(sheet, t) {
  if (sheet.ask === "line") return drawing(sheet, t);
  return sheet.ask === "choice" ? single.control(sheet) : numeric.control(sheet, t);
}

export const grade = (/** @type {Graded} */ sheet, /** @type {unknown} */ answer) =>
  ungraded(typeof answer === "string" ? answer === skip : fits(sheet, answer));

/** @type {(sheet: Graded, answer: unknown) => boolean} */
function fits({ ask, years, given, options }, answer) {
  if (ask === "choice") return isIndex(answer, options.length);
  if (ask !== "line") return isNumber(answer);
  return Array.isArray(answer) && answer.length === years[1] - given && answer.every(isNumber);
}

/** @type {(sheet: Question, answer: any, t: Translate) => string} */
export function words(sheet, answer, t) {
  if (answer === skip) return t("noGuess");
  if (sheet.ask === "choice") return sheet.options[answer].text;
  if (sheet.ask === "number") return t("amount", { n: spoken(answer), unit: sheet.unit }).trim();
  const values = { from: spoken(answer[0]), first: sheet.given + 1, to: spoken(answer.at(-1)), last: sheet.years[1] };
  return t("lineSaid", values);
}

/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal(sheet, { answer }, t) {
  const guessed = answer !== skip;
  const picture =
    sheet.ask === "line" ? lines(sheet, guessed ? answer : null, t) : [onLine(sheet, guessed ? answer : null, t)];
  return {
    head: t(guessed ? "besideRecord" : "openedOnly"),
    body: [
      compared(sheet, words(sheet, answer, t), t),
      .../** @type {HTMLElement[]} */ (picture.filter(Boolean)),
      ...(sheet.beside ? [h("div", { class: "quiet", html: sheet.beside })] : []),
    ],
    said: [...(guessed && sheet.ask === "line" ? [apart(sheet, answer, t)] : []), guessed ? t("notGraded") : ""],
    why: sheet.ask === "choice" && guessed ? sheet.options[answer].feedback : undefined,
  };
}

/** @type {(sheet: Question, guess: string, t: Translate) => HTMLElement} */
const compared = (sheet, guess, t) =>
  h(
    "div",
    { class: "compared" },
    h("div", { class: "guess" }, h("p", { class: "quiet" }, t("you")), h("p", { class: "said" }, guess)),
    h(
      "div",
      { class: "record" },
      h("p", { class: "quiet" }, t("legendRecord")),
      h("p", { class: "said", html: sheet.shown }),
    ),
  );

/** @type {(sheet: Question, you: number | null, t: Translate) => HTMLElement | false} */
function onLine({ ask, span, log, unit, record }, you, t) {
  if (ask !== "number") return false;
  const found = /** @type {[number, number]} */ (record);
  return numberLine({ span: span.length ? span : null, log, unit, you, found, near: null, called: "lineRecord" }, t);
}

/** @type {(sheet: Question, answer: number[] | null, t: Translate) => HTMLElement[]} */
function lines(sheet, answer, t) {
  const { record, years, given, span, unit } = sheet;
  const told = record.slice(0, given - years[0] + 1);
  const plot = new Plot(years, span);
  const mine = answer ? [{ css: "mine", from: given, values: [told[told.length - 1], ...answer] }] : [];
  plot.draw([...mine, { css: "record", from: years[0], values: record }], labels(sheet, answer, t));
  plot.area.setAttribute("role", "img");
  plot.area.setAttribute("aria-label", t(answer ? "lineTwo" : "lineOne", { first: years[0], last: years[1] }));
  const rows = record.map((n, i) => {
    const guess = answer && i >= told.length ? spoken(answer[i - told.length]) : "–";
    return [String(years[0] + i), guess, spoken(n)];
  });
  const caption = t("lineTable", { unit });
  const numbers = table(caption, [t("lineYear"), t("you"), t("legendRecord")], rows);
  return [plot.node, h("details", {}, h("summary", {}, t("lineNumbers")), numbers)];
}

// The first, the lowest and the last number of the record, and the word "you" where there is room for it.
/** @type {(sheet: Question, answer: number[] | null, t: Translate) => import("../plot.js").Label[]} */
function labels({ record, years, span }, answer, t) {
  const low = record.indexOf(Math.min(...record));
  const end = record.length - 1;
  const at = (/** @type {number} */ i, below = false) => ({
    css: "record",
    year: years[0] + i,
    value: record[i],
    words: spoken(record[i]),
    below,
  });
  const far = (/** @type {number} */ i) => Math.abs(i - low) > 2;
  const shown = [...(far(0) ? [at(0)] : []), at(low), ...(far(end) ? [at(end)] : [])];
  if (!answer) return shown;
  const mine = answer[answer.length - 1];
  const below = mine < record[end];
  const room = Math.abs(mine - record[end]) > (span[1] - span[0]) / 8;
  return room ? [...shown, { css: "mine", year: years[1], value: mine, words: t("you"), below }] : shown;
}

/** @type {(sheet: Question, answer: number[], t: Translate) => string} */
function apart({ record, years, given }, answer, t) {
  const found = record.slice(given - years[0] + 1);
  const by = answer.map((n, i) => n - found[i]);
  const over = by.filter((d) => d > 0).length;
  const under = by.filter((d) => d < 0).length;
  const widest = by.reduce((most, d, i) => (Math.abs(d) > Math.abs(by[most]) ? i : most), 0);
  const far = t("lineWidest", { year: given + 1 + widest, by: spoken(Math.abs(by[widest])) });
  const lies = t("lineLies", { over, under, n: by.length });
  return by[widest] ? `${lies} ${far}` : lies;
}

/** @type {(t: Translate, sheet: Question) => string} */
export const problem = (t, { ask }) => t({ line: "drawFirst", choice: "chooseFirst" }[ask] ?? "numberFirst");
