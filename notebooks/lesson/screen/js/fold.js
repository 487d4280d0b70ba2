// Where a learner stands with each item, as Python's log folds it; tests/vectors.json is run by both.
/** @import { Entry, State, States } from "./shapes" */
import { LAST_ATTEMPT, mark } from "./event.js";

/** @type {(a: Entry, b: Entry) => number} */
export const earlierFirst = (a, b) => a.attempt - b.attempt || compare(a.time, b.time) || compare(a.id, b.id);

/** @type {(a: string, b: string) => number} */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** @type {(events: Iterable<Entry>, versions: Record<string, string>) => States} */
export function fold(events, versions) {
  const byItem = new Map(Object.keys(versions).map((item) => [item, /** @type {Entry[]} */ ([])]));
  const seen = new Set();
  for (const event of [...events].sort(earlierFirst)) {
    const found = byItem.get(event.item);
    if (!found || seen.has(mark(event))) continue;
    seen.add(mark(event));
    found.push(event);
  }
  return Object.fromEntries([...byItem].map(([item, found]) => [item, state(found, versions[item])]));
}

/** @type {(events: Entry[], version: string) => State} */
function state(events, version) {
  const cleared = highest(events.filter((e) => e.kind === "reset"));
  const live = events.filter((e) => e.attempt > cleared);
  const now = live.filter((e) => e.item_version === version);
  const old = live.filter((e) => e.item_version !== version && (e.kind === "commit" || e.kind === "vote"));
  const last = (/** @type {string} */ kind) => now.filter((e) => e.kind === kind).at(-1) ?? null;
  return {
    first: events.find((e) => e.kind === "commit" && e.item_version === version) ?? null, // cleared or not
    vote: now.find((e) => e.kind === "vote" && e.vote === 1) ?? null,
    commit: last("commit"),
    earlier: old.at(-1) ?? null,
    note: last("note"),
    attempt: live.length ? highest(live) : Math.min(cleared + 1, LAST_ATTEMPT),
    hints: now.filter((e) => e.kind === "hint").length,
  };
}

const highest = (/** @type {Entry[]} */ events) => events.reduce((most, e) => Math.max(most, e.attempt), 0);
