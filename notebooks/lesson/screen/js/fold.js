// Where a learner stands with each item, as in course/log.py; tests/vectors.json is run by both.

export const earlierFirst = (a, b) => a.attempt - b.attempt || compare(a.time, b.time) || compare(a.id, b.id);
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

export function fold(events, versions) {
  const byItem = new Map(Object.keys(versions).map((item) => [item, []]));
  const seen = new Set();
  for (const event of [...events].sort(earlierFirst)) {
    if (!byItem.has(event.item) || seen.has(event.id)) continue;
    seen.add(event.id);
    byItem.get(event.item).push(event);
  }
  return Object.fromEntries([...byItem].map(([item, found]) => [item, state(found, versions[item])]));
}

function state(events, version) {
  const highest = (list, start) => list.reduce((most, e) => Math.max(most, e.attempt), start);
  const cleared = highest(events.filter((e) => e.kind === "reset"), 0);
  const live = events.filter((e) => e.attempt > cleared);
  const now = live.filter((e) => e.item_version === version);
  const old = live.filter((e) => e.item_version !== version && (e.kind === "commit" || e.kind === "vote"));
  const last = (kind) => now.filter((e) => e.kind === kind).at(-1) ?? null;
  return {
    first: events.find((e) => e.kind === "commit" && e.item_version === version) ?? null, // cleared or not
    vote: now.find((e) => e.kind === "vote" && e.vote === 1) ?? null,
    commit: last("commit"),
    earlier: old.at(-1) ?? null,
    note: last("note"),
    attempt: live.length ? highest(live, 0) : cleared + 1,
    hints: now.filter((e) => e.kind === "hint").length,
  };
}
