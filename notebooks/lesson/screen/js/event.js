// One line of a learner's log, and what makes one whole, as Python checks it; tests/vectors.json is run by both.
/** @import { Entry } from "./shapes" */

const SCHEMA = 1;
/** The highest attempt. A reset ends one below it, so that after any reset there is an attempt left. */
export const LAST_ATTEMPT = 9999;
const LONGEST = 65536; // bytes of a line

const KINDS = ["vote", "commit", "hint", "note", "reset"];
const TOLD_APART = /** @type {const} */ ([
  "id",
  "time",
  "item",
  "item_version",
  "kind",
  "attempt",
  "vote",
  "confidence",
  "answer",
]);
const HALF = /\p{Surrogate}/u;
const NAME = /^[\p{L}\p{N}_.:-]{1,80}$/u;

/** @typedef {(value: unknown) => boolean} Check */

const isText = (/** @type {unknown} */ value, /** @type {RegExp} */ form) =>
  typeof value === "string" && form.test(value);
/** @type {(value: unknown, low: number, high: number) => boolean} */
const isWhole = (value, low, high) => Number.isInteger(value) && Number(value) >= low && Number(value) <= high;
const isNumber = (/** @type {unknown} */ value) => typeof value === "number" && Math.abs(value) < 1e15;

/** @type {Record<keyof Entry, Check>} */
const FITS = {
  v: (v) => v === SCHEMA,
  id: (id) => isText(id, /^[A-Za-z0-9-]{8,64}$/),
  time: (time) => isText(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) && isMoment(String(time)),
  notebook: (name) => isText(name, NAME),
  item: (name) => isText(name, NAME),
  item_version: (name) => isText(name, NAME),
  kind: (kind) => typeof kind === "string" && KINDS.includes(kind),
  attempt: (n) => isWhole(n, 1, LAST_ATTEMPT),
  vote: (n) => n === null || isWhole(n, 1, 2),
  answer: isAnswer,
  confidence: (n) => n === null || isWhole(n, 0, 100),
};
const FIELDS = /** @type {(keyof Entry)[]} */ (Object.keys(FITS));

/** @type {(time: string) => boolean} */
function isMoment(time) {
  const moment = new Date(time);
  return !isNaN(moment.getTime()) && moment.toISOString() === time && !time.startsWith("0000");
}

// Nothing, a number, a text without half characters, a list of cards.
/** @type {Check} */
function isAnswer(value) {
  if (typeof value === "string") return !HALF.test(value);
  if (Array.isArray(value)) return value.length <= 100 && value.every(isCard);
  return value === null || isNumber(value);
}

// A number, nothing, or the two of a weighed card: its column and its weight.
/** @type {Check} */
function isCard(value) {
  if (!Array.isArray(value)) return value === null || isNumber(value);
  return value.length === 2 && value.every((part) => part === null || isWhole(part, 0, 999));
}

/**
 * Name each field that is missing, is one too many, or holds what it cannot.
 * @type {(event: any) => string[]}
 */
export function badFields(event) {
  const bad = Object.keys(event).filter((name) => !(name in FITS));
  bad.push(...FIELDS.filter((name) => !(name in event) || !FITS[name](event[name])));
  if (event.kind === "reset" && event.attempt === LAST_ATTEMPT) bad.push("attempt");
  return bad;
}

/**
 * Whether something read from elsewhere can be a line of a log.
 * @param {any} event
 * @returns {event is Entry}
 */
export const isEntry = (event) =>
  typeof event === "object" &&
  event !== null &&
  !Array.isArray(event) &&
  !badFields(event).length &&
  new TextEncoder().encode(JSON.stringify(event)).length <= LONGEST;

// What tells one line from another. The id alone does not: a file from elsewhere may bear the id of a real one.
export const mark = (/** @type {Entry} */ event) => JSON.stringify(TOLD_APART.map((name) => event[name] ?? null));

// A text without half characters, which no file could hold.
export const wellFormed = (/** @type {any} */ answer) =>
  typeof answer === "string" ? answer.replace(/\p{Surrogate}/gu, "\ufffd") : answer;
