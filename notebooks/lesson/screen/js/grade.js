// What an answer is worth: the same look-ups as in course/grading.py; tests/vectors.json is run by both.

export const isIndex = (value, count) => Number.isInteger(value) && value >= 0 && value < count;

function whole(outcomes) {
  if (outcomes.some((o) => o === "not yet" || o === "unanswered")) return { outcome: "not yet", options: outcomes };
  return { outcome: outcomes.every((o) => o === "debated") ? "debated" : "supported", options: outcomes };
}

// A card of a match is a column, or a column and a weight; only the column is graded.
export const placedIn = (card) => (Array.isArray(card) ? card[0] ?? null : card);

export function band(sheet, answer) {
  if (typeof answer !== "number" || !(Math.abs(answer) < 1e15)) return null;
  const found = sheet.bands.findIndex(([low, high]) => (low === null || low <= answer) && (high === null || answer <= high));
  return found < 0 ? null : found;
}

// What a person means by "1 000", "1,5", "5 %", "１２": a number, or null. A comma before three digits parts thousands.
export function readNumber(text) {
  let plain = text.normalize("NFKC").replace(/[\s%'’_]/g, "").replace(/[−–]/g, "-");
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(",", "");
  else if (/^[+-]?[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(plain)) plain = plain.replaceAll(".", "").replace(",", ".");
  else plain = plain.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

export function grade(sheet, answer) {
  const { type, options, columns } = sheet;
  if (type === "scale") return { outcome: isIndex(answer, 101) ? null : "unanswered", options: [] };
  if (type === "reflect") return { outcome: typeof answer === "string" && answer.trim() ? null : "unanswered", options: [] };
  const nothing = { outcome: "unanswered", options: options.map(() => null) };
  if (type === "numeric") answer = band(sheet, answer);
  if (type === "single" || type === "numeric") {
    if (!isIndex(answer, options.length)) return nothing;
    const outcome = options[answer].verdicts.chosen;
    return { outcome, options: options.map((_, i) => (i === answer ? outcome : null)) };
  }
  if (!Array.isArray(answer)) return nothing;
  if (type === "multiple") {
    if (!answer.length || !answer.every((i) => isIndex(i, options.length))) return nothing;
    return whole(options.map((o, i) => o.verdicts[answer.includes(i) ? "ticked" : "left"]));
  }
  const placed = answer.map(placedIn);
  const fits = placed.length === options.length && placed.every((c) => c === null || isIndex(c, columns.length));
  if (!fits || placed.every((c) => c === null)) return nothing;
  return whole(options.map((o, i) => (placed[i] === null ? "unanswered" : o.verdicts[columns[placed[i]]])));
}
