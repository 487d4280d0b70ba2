// What kinds of questions share in grading: look-ups on the compiled sheet, the same ones that Python makes.
/** @import { Graded, Outcome, Verdict } from "./shapes" */

/**
 * @param {unknown} value
 * @param {number} count
 * @returns {value is number}
 */
export const isIndex = (value, count) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < count;

/** @type {(sheet: Graded) => Verdict} */
export const unanswered = ({ options }) => ({ outcome: "unanswered", options: options.map(() => null) });

/**
 * Nothing is graded: all that counts is whether there is an answer.
 * @type {(isAnswer: boolean) => Verdict}
 */
export const ungraded = (isAnswer) => ({ outcome: isAnswer ? null : "unanswered", options: [] });

/**
 * The verdict on one chosen option, or one band of numbers.
 * @param {Graded} sheet
 * @param {unknown} answer
 * @returns {Verdict}
 */
export function chosen(sheet, answer) {
  const { options } = sheet;
  if (!isIndex(answer, options.length)) return unanswered(sheet);
  const outcome = options[answer].verdicts.chosen;
  return { outcome, options: options.map((_, i) => (i === answer ? outcome : null)) };
}

/**
 * The verdict on an answer of several parts.
 * @param {Outcome[]} options
 * @returns {Verdict}
 */
export function whole(options) {
  if (options.some((o) => o === "not yet" || o === "unanswered")) return { outcome: "not yet", options };
  return { outcome: options.every((o) => o === "debated") ? "debated" : "supported", options };
}
