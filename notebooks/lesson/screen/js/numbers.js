// Numbers as people write them, and round numbers for the ticks of a line.

/** @type {(n: number) => string} */
export const spoken = (n) =>
  n.toLocaleString("en-US", Math.abs(n) < 1 ? { maximumSignificantDigits: 4 } : { maximumFractionDigits: 2 });

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export const isNumber = (value) => typeof value === "number" && Math.abs(value) < 1e15;

/**
 * A step of 1, 2 or 5 and zeros, at least as long as the one given.
 * @param {number} least
 */
export function roundStep(least) {
  const unit = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((n) => n * unit).find((step) => step >= least * 0.999) ?? 10 * unit;
}

/**
 * Round numbers from `low` to `high`, both inside: evenly spaced or by powers of ten, and not too many for a narrow card.
 * @param {number} low
 * @param {number} high
 * @param {boolean} [log]
 */
export function ticks(low, high, log = false) {
  if (log) {
    const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
    const apart = Math.ceil((last - first) / 4) || 1;
    return upTo(first, last, apart).map((power) => 10 ** power);
  }
  const step = roundStep((high - low) / 5);
  return upTo(Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9), 1).map((n) =>
    Number((n * step).toPrecision(12)),
  );
}

/** @type {(first: number, last: number, apart: number) => number[]} */
const upTo = (first, last, apart) =>
  Array.from({ length: Math.max(0, Math.floor((last - first) / apart) + 1) }, (_, i) => first + i * apart);
