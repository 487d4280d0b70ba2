// Which questions come back some weeks later, chosen from a learner's first answers as Python chooses them.
/** @import { Entry, Graded } from "../shapes" */
import { fold } from "../fold.js";
import { grade } from "../grade.js";

const NOTEBOOK = "come-back";
const CARDS = 5;
const A_LESSON = 2;
const SURE = 75; // per cent
const UNSURE = 50;

/** @type {(sheet: Graded, first: Entry | null) => number} */
function rank(sheet, first) {
  if (!first) return 4;
  const sure = first.confidence ?? 0;
  const { outcome } = grade(sheet, first.answer);
  if (outcome !== "supported" && outcome !== "debated") return sure >= SURE ? 0 : 1;
  return sure <= UNSURE ? 2 : 3;
}

/**
 * The ids of five questions: sure and wrong, wrong, right by luck, right, not asked yet; at most two of a lesson.
 * What came back on an earlier day comes last, what came back today stays. `today` is a day such as 2026-11-25.
 * @param {Graded[]} sheets
 * @param {Entry[]} events
 * @param {string} today
 */
export function chosen(sheets, events, today) {
  const before = events.filter((event) => event.notebook !== NOTEBOOK);
  const again = new Set(events.filter((e) => e.notebook === NOTEBOOK && !e.time.startsWith(today)).map((e) => e.item));
  const states = fold(before, Object.fromEntries(sheets.map(({ id, version }) => [id, version])));
  const ranked = sheets
    .map((sheet) => ({ sheet, late: again.has(sheet.id) ? 1 : 0, rank: rank(sheet, states[sheet.id].first) }))
    .sort((a, b) => a.late - b.late || a.rank - b.rank);
  const taken = /** @type {Graded[]} */ ([]);
  for (const most of [A_LESSON, sheets.length])
    for (const { sheet } of ranked) {
      const ofLesson = taken.filter(({ lesson }) => lesson === sheet.lesson).length;
      if (taken.length < CARDS && !taken.includes(sheet) && ofLesson < most) taken.push(sheet);
    }
  return taken.map(({ id }) => id);
}

// Whether a question has come back today.
/** @type {(item: string, events: Entry[], today: string) => boolean} */
export const answeredToday = (item, events, today) =>
  events.some((e) => e.item === item && e.notebook === NOTEBOOK && e.time.startsWith(today));
