// How sure against how right. Brier score: G. W. Brier, "Verification of forecasts expressed in terms of probability",
// Monthly Weather Review 78 (1950) 1-3; here for one yes-or-no question, from 0 (sure and right) to 1 (sure and wrong).
/** @import { Graded, States } from "./shapes" */
import { grade } from "./grade.js";

/** @typedef {{ sure: number, held: boolean | null }} Forecast sure: 0 to 100; held: null while unsettled */
/** @typedef {{ from: number, to: number, n: number, right: number }} Band */

const EDGES = [0, 40, 60, 80, 101];

/**
 * `half` is what always saying 50 % earns.
 * @param {Forecast[]} found
 */
export function brier(found) {
  const settled = found.filter((one) => one.held !== null);
  const parts = settled.map(({ sure, held }) => ((held ? 1 : 0) - sure / 100) ** 2);
  return { n: settled.length, score: mean(parts), half: settled.length ? 0.25 : null };
}

/** @type {(list: number[]) => number | null} */
const mean = (list) => (list.length ? list.reduce((sum, x) => sum + x, 0) / list.length : null);

/**
 * The first answer to each item, as it was before any explanation was read. Debated answers have no right or wrong.
 * @param {Graded[]} items
 * @param {States} states
 */
export function sureness(items, states) {
  const found = items.flatMap((item) => {
    const { first } = states[item.id];
    if (!first || first.confidence === null) return [];
    const { outcome } = grade(item, first.answer);
    return outcome === "supported" || outcome === "not yet"
      ? [{ sure: first.confidence, right: outcome === "supported" }]
      : [];
  });
  const bands = EDGES.slice(1).map((end, i) => {
    const here = found.filter(({ sure }) => sure >= EDGES[i] && sure < end);
    return {
      from: EDGES[i],
      to: Math.min(end - 1, 100),
      n: here.length,
      right: here.filter((one) => one.right).length,
    };
  });
  return {
    n: found.length,
    sure: mean(found.map((one) => one.sure)),
    right: mean(found.map((one) => (one.right ? 100 : 0))),
    bands,
  };
}
