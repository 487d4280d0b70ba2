// A number, graded by the band that it falls into.
/** @import { Control, Graded, Marked, Question, Shown, Translate, Verdict } from "../shapes" */
import { h, uid } from "../dom.js";
import { numberLine } from "../numberline.js";
import { isNumber, spoken } from "../numbers.js";
import { chosen } from "../verdict.js";

export const asks = "estimate";
export const waits = "waitNumber";

/** @type {(sheet: Question, t: Translate) => Control} */
export function control(sheet, t) {
  const { unit } = sheet;
  const id = uid("number");
  const input = h("input", {
    type: "text",
    inputmode: "decimal",
    id,
    autocomplete: "off",
    "aria-describedby": `${id}-read`,
  });
  const output = h("output", { id: `${id}-read`, for: id });
  const read = () => readNumber(input.value, unit);
  input.addEventListener("input", () => {
    const n = read();
    output.value = n === null ? "" : t("readAs", { n, unit });
  });
  return {
    node: h("div", { class: "row" }, h("label", { for: id }, t("number")), input, h("span", {}, unit), output),
    read,
  };
}

// The first of the ten digits in some scripts that NFKC leaves as they are: Arabic, Persian, Devanagari, Bengali, Thai,
// and the last one written from top to bottom.
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1810];

/** @type {(digit: string) => string} */
function latinDigit(digit) {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

/**
 * A text in the digits and signs that are read here, without its unit and without marks that nobody sees.
 * @type {(text: string, unit: string) => string}
 */
function plainly(text, unit) {
  const words = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
  const ends = [unit, unit.replace(/s$/, "")].map((word) => word.normalize("NFKC").toLowerCase());
  const end = ends.find((word) => word && words.toLowerCase().endsWith(word)) ?? "";
  return words
    .slice(0, words.length - end.length)
    .replace(/\p{Nd}/gu, latinDigit)
    .replace(/٫/g, ".")
    .replace(/[\s%'’_٬]/g, "")
    .replace(/[−–]/g, "-");
}

/**
 * What a person means by "1 000", "1,5", "5 %", "１２", "٢٠": a number, or null. A comma before three digits parts
 * thousands; a power ("10³") is no number that is read here.
 * @param {string} text
 * @param {string} [unit] what may stand after the number
 */
export function readNumber(text, unit = "") {
  if (/[²³¹⁰-₉]/.test(text)) return null;
  let plain = plainly(text, unit);
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(",", "");
  else if (/^[+-]?[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(plain)) plain = plain.replaceAll(".", "").replace(",", ".");
  else plain = plain.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** @type {(sheet: Graded, answer: unknown) => number | null} */
function band(sheet, answer) {
  if (!isNumber(answer)) return null;
  const found = sheet.bands.findIndex(
    ([low, high]) => (low === null || low <= answer) && (high === null || answer <= high),
  );
  return found < 0 ? null : found;
}

/** @type {(sheet: Graded, answer: unknown) => Verdict} */
export const grade = (sheet, answer) => chosen(sheet, band(sheet, answer));

/** @type {(sheet: Question, answer: number, t: Translate) => string} */
export const words = (sheet, answer, t) => t("amount", { n: spoken(answer), unit: sheet.unit }).trim();

/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal(sheet, { answer, all }, t) {
  const found = band(sheet, answer);
  return {
    body: [onLine(sheet, answer, all, t)],
    said: [t("youSaid", { answer: words(sheet, answer, t) })],
    why: found === null ? undefined : sheet.options[found].feedback,
    word: found === 1 ? "near" : undefined,
  };
}

// The key and what is near it are drawn once every explanation is shown: until then a second try is worth making.
/** @type {(sheet: Question, you: number, all: boolean, t: Translate) => HTMLElement} */
function onLine({ bands, span, log, unit }, you, all, t) {
  const [found, near] = /** @type {[number, number][]} */ (bands);
  const key = all ? { found, near } : { found: null, near: null };
  return numberLine({ span: span.length ? span : null, log, unit, you, ...key, called: "lineKey" }, t);
}

export const problem = (/** @type {Translate} */ t) => t("numberFirst");
