// A number line after answering: your mark in ink above, the record or the key in blue below. It is HTML with positions in
// per cent, so that its words keep their size on any card.
/** @import { Translate } from "./shapes" */
import { h } from "./dom.js";
import { spoken, ticks } from "./numbers.js";

/** @typedef {[number, number]} Range */
/**
 * `span` where guesses lie (null: made from what is shown), `you` the answer, `found` the record or key under the name
 * `called`, `near` what counts as near. What is not told yet is null.
 * @typedef {object} Marks
 * @property {Range | null} span
 * @property {boolean} log
 * @property {string} unit
 * @property {number | null} you
 * @property {Range | null} found
 * @property {Range | null} near
 * @property {"lineKey" | "lineRecord"} called
 */

/** @type {(marks: Marks, t: Translate) => HTMLElement} */
export function numberLine(marks, t) {
  const [low, high] = spanOf(marks);
  const share = shareOf([low, high], marks.log);
  const at = (/** @type {number} */ n) => 100 * Math.min(1, Math.max(0, share(n)));
  const { you, found, near } = marks;
  const zone = (/** @type {Range} */ [from, to], /** @type {string} */ css) =>
    h("span", { class: css, style: `left:${at(from)}%;width:${at(to) - at(from)}%` });
  const names = ticks(low, high, marks.log).map((n) =>
    h("span", { class: `tick ${side(at(n), 2)}`, style: `left:${at(n)}%` }, h("span", {}, spoken(n))),
  );
  const line = h(
    "div",
    { class: "number-line", role: "img", "aria-label": inWords([low, high], marks, t) },
    h("span", { class: "axis" }),
    names,
    near && zone(near, "near"),
    found && zone(found, `found ${found[0] === found[1] ? "exact" : ""}`),
    found && label(at((found[0] + found[1]) / 2), "said-found", found, marks, at, t),
    you !== null && h("span", { class: "pin", style: `left:${at(you)}%` }),
    you !== null && mine(at(you), you, share(you), t),
  );
  return h("div", {}, line, found && legend(marks, t), h("p", { class: "quiet chance" }, chance(share, marks, t)));
}

/** @type {(position: number, css: string, found: Range, marks: Marks, at: (n: number) => number, t: Translate) => HTMLElement} */
function label(position, css, found, { called, log }, at, t) {
  const middle = log && found[0] > 0 ? (at(found[0]) + at(found[1])) / 2 : position;
  const words = t(called, { what: rangeInWords(found, "", t) });
  return h("span", { class: `label ${css} ${side(middle)}`, style: `left:${middle}%` }, words);
}

/** @type {(position: number, you: number, share: number, t: Translate) => HTMLElement} */
function mine(position, you, share, t) {
  const words = t(share < 0 || share > 1 ? "lineYouOff" : "lineYou", { n: spoken(you) });
  return h("span", { class: `label said-you ${side(position)}`, style: `left:${position}%` }, words);
}

// Words near an end of the line begin or end there.
const side = (/** @type {number} */ at, edge = 24) => (at < edge ? "start" : at > 100 - edge ? "end" : "");

/**
 * Where the line begins and ends: the author's span, or one that holds what is shown and is not stretched by a far guess.
 * @param {Marks} marks
 * @returns {Range}
 */
function spanOf({ span, you, found, near }) {
  if (span) return span;
  const [low, high] = [0, 1].map((i) => near?.[i] ?? found?.[i] ?? 0);
  const far = Math.max(high, Math.min(you ?? high, 10 * Math.abs(high)));
  const least = Math.min(0, low, Math.max(you ?? 0, -10 * Math.abs(high || 1)));
  const room = (far - least) * 1.15 || 1;
  return [least, least + room];
}

/**
 * How far along the line a number lies, from 0 to 1.
 * @type {(span: Range, log: boolean) => (n: number) => number}
 */
function shareOf([low, high], log) {
  if (!log) return (n) => (n - low) / (high - low);
  return (n) => (n > 0 ? Math.log(n / low) / Math.log(high / low) : -1);
}

/** @type {(range: Range, unit: string, t: Translate) => string} */
export const rangeInWords = ([low, high], unit, t) =>
  low === high
    ? t("amount", { n: spoken(low), unit }).trim()
    : t("lineRange", { low: spoken(low), high: spoken(high), unit }).trim();

/** @type {(span: Range, marks: Marks, t: Translate) => string} */
function inWords([low, high], { log, unit, you, found, near, called }, t) {
  const parts = [t(log ? "lineLog" : "lineEven", { low: spoken(low), high: spoken(high) })];
  if (you !== null) parts.push(t("youSaid", { answer: t("amount", { n: spoken(you), unit }).trim() }));
  if (found) parts.push(`${t(called, { what: rangeInWords(found, unit, t) })}.`);
  if (near) parts.push(`${t("lineNear", { what: rangeInWords(near, unit, t) })}.`);
  return parts.join(" ");
}

/** @type {(marks: Marks, t: Translate) => HTMLElement} */
function legend({ you, found, near, called, unit }, t) {
  const entry = (/** @type {string} */ css, /** @type {string} */ words) =>
    h("li", {}, h("i", { class: css, "aria-hidden": "true" }), words);
  return h(
    "ul",
    { class: "legend" },
    you !== null && entry("you", t("you")),
    found && entry("found", t(called === "lineKey" ? "legendKey" : "legendRecord")),
    near && entry("near", t("lineNear", { what: rangeInWords(near, unit, t) })),
  );
}

// What a blind guess, anywhere on the author's span, would have hit.
/** @type {(share: (n: number) => number, marks: Marks, t: Translate) => string | null} */
function chance(share, { span, found, near }, t) {
  if (!span || !found) return null;
  const inside = (/** @type {Range} */ [from, to]) =>
    Math.round(100 * (Math.min(1, share(to)) - Math.max(0, share(from))));
  const times = (/** @type {Range} */ range) =>
    inside(range) < 1 ? t("chanceLess") : t(inside(range) === 1 ? "chanceOnce" : "chanceTimes", { n: inside(range) });
  const exact = found[0] === found[1]; // how often one number is hit depends on how finely one guesses
  const hit = exact ? "" : t("chance", { times: times(found) });
  return [hit, near ? t(exact ? "chanceOnlyNear" : "chanceNear", { times: times(near) }) : ""].join(" ").trim();
}
