// A marked sheet: what you did with each option, what the key has, and why. A row's colour is how its sentence stands; the
// boxes and the words say what you did.
/** @import { Child } from "./dom.js" */
/** @import { Option, Outcome, Translate } from "./shapes" */
import { named } from "./controls.js";
import { h } from "./dom.js";
import { tally } from "./rows.js";

/** @typedef {"supported" | "not-yet" | "missed" | "plain" | "debated"} Standing */

export const note = (/** @type {string} */ html) => h("p", { class: "note", html });

/**
 * How an option stands, by what the key says of it and by whether it is `mine`.
 * @type {(option: Option, mine: boolean) => Standing}
 */
export function standing({ verdicts }, mine) {
  const outcome = verdicts.ticked ?? verdicts.chosen;
  if (outcome === "debated") return outcome;
  if (outcome === "supported") return mine ? outcome : "missed";
  return mine ? "not-yet" : "plain";
}

const WORDS = { supported: "rowRight", "not-yet": "rowWrong", missed: "rowMissed", plain: "rowLeft" };

/** @type {(css: Standing, mine: boolean, t: Translate) => string} */
export const did = (css, mine, t) => t(css === "debated" ? (mine ? "rowOpenTicked" : "rowOpenLeft") : WORDS[css]);

const SIGNS = { supported: "✓", missed: "✓", debated: "~", "not-yet": "", plain: "" };

/** @type {(who: string, sign: string) => HTMLElement} */
export const box = (who, sign) => h("span", { class: sign ? `mark-box ${who} on` : `mark-box ${who}` }, sign);

/** The box of the key. */
export const keyBox = (/** @type {Standing} */ css) => box("key", SIGNS[css]);

/** @type {(...inside: Child[]) => HTMLElement} */
export const boxes = (...inside) => h("span", { class: "marks", "aria-hidden": "true" }, inside);

/** @type {(css: Standing, mine: boolean) => HTMLElement} */
export const twoBoxes = (css, mine) => boxes(box("you", mine ? "✓" : ""), keyBox(css));

/** @type {(t: Translate) => HTMLElement} */
export const boxNames = (t) => h("span", { class: "marks" }, h("span", {}, t("you")), h("span", {}, t("key")));

/**
 * One row: its boxes, the word for what you did, the option, and the reason where there is one to read.
 * @type {(css: string, boxes: HTMLElement | null, tag: string, words: Child[], reason: string) => HTMLElement}
 */
export const row = (css, boxes, tag, words, reason) =>
  h(
    "li",
    { class: `opt done ${css}` },
    boxes,
    h("div", {}, tag && h("b", { class: "tag" }, tag), h("div", {}, words), reason && note(reason)),
  );

/** @type {(option: Option, mine: boolean) => string} */
export const reasonOf = ({ left, feedback }, mine) => (!mine && left) || feedback;

/**
 * The row of an option that may be ticked.
 * @type {(option: Option, i: number, css: Standing, mine: boolean, t: Translate) => HTMLElement}
 */
export const tickedRow = (option, i, css, mine, t) =>
  row(css, twoBoxes(css, mine), did(css, mine, t), named(option, i), reasonOf(option, mine));

/** @type {(rows: HTMLElement[]) => HTMLElement} */
export const list = (rows) => h("ul", { class: "options" }, rows);

/**
 * Found, missed, too many, rightly left, debated; and the word for an answer of which only a part is right.
 * @type {(stands: string[], outcome: Outcome | null, t: Translate) => { counts: HTMLElement, word?: string }}
 */
export function counted(stands, outcome, t) {
  const count = (/** @type {string} */ css) => stands.filter((one) => one === css).length;
  const found = count("supported");
  const total = found + count("missed");
  const some = (/** @type {string} */ name, /** @type {string} */ css) => count(css) > 0 && t(name, { n: count(css) });
  const counts = tally([
    total > 0 && t("tallyFound", { n: found, total }),
    some("tallyMissed", "missed"),
    some("tallyMore", "not-yet"),
    some("tallyLeft", "plain"),
    some("tallyOpen", "debated"),
  ]);
  return { counts, word: outcome === "not yet" && found ? "inPart" : undefined };
}
