// What is left of a claim when arrows are broken.

/** @typedef {"stands" | "weakened" | "unsupported"} Standing */
/** @typedef {{ id: string, rests: string[] }} Node */
/** @typedef {{ state: Standing, lost: string[], leans: string[] }} Left what it has lost, and what it leans on is weaker */

/**
 * What is left of each claim when some arrows ("one>other") are broken: "stands", "weakened" (a support is lost, or leans on
 * a lost one) or "unsupported". A claim without supports stands by itself. To lose a support is not to be false.
 * @param {Node[]} claims
 * @param {Set<string>} broken
 * @returns {Record<string, Standing>}
 */
export function standing(claims, broken) {
  const known = /** @type {Map<string, Standing>} */ (new Map());
  /** @type {(id: string) => Standing} */
  const of = (id) => {
    const before = known.get(id);
    if (before) return before;
    known.set(id, "stands"); // a claim cannot hold itself up: a circle ends here
    const { rests } = /** @type {Node} */ (claims.find((claim) => claim.id === id));
    const found = left(rests.map((from) => (broken.has(`${from}>${id}`) ? "unsupported" : of(from))));
    known.set(id, found);
    return found;
  };
  return Object.fromEntries(claims.map(({ id }) => [id, of(id)]));
}

/** @type {(supports: Standing[]) => Standing} */
function left(supports) {
  if (supports.every((state) => state === "stands")) return "stands";
  return supports.every((state) => state === "unsupported") ? "unsupported" : "weakened";
}

/**
 * Why a claim does not stand as before: which of its supports are gone, and which are only weaker.
 * @param {Node} claim
 * @param {Record<string, Standing>} states
 * @param {Set<string>} broken
 * @returns {Left}
 */
export function loss({ id, rests }, states, broken) {
  const gone = (/** @type {string} */ from) => broken.has(`${from}>${id}`) || states[from] === "unsupported";
  return {
    state: states[id],
    lost: rests.filter(gone),
    leans: rests.filter((from) => !gone(from) && states[from] === "weakened"),
  };
}
