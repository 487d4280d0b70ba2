// The lines between the boxes, from where the boxes stand: paths for SVG, heads, and the middle of each, where its button is.

/** @typedef {{ x: number, y: number, w: number, h: number }} Place pixels from the upper left corner of the sheet */
/** @typedef {{ from: string, to: string, end: string, over: boolean, up: boolean }} Arrow end: the box at which it is drawn to end */
/** @typedef {{ d: string, head: string, mid: [number, number] }} Line */

const APART = 18; // between the ends of lines that arrive at the same side
const GAP = 3; // between the tip and the box

const middle = (/** @type {Place} */ { x, y, w, h }) => ({ x: x + w / 2, y: y + h / 2 });
const beside = (/** @type {Place} */ a, /** @type {Place} */ b) => b.x >= a.x + a.w;

/** @type {Record<string, (x: number, y: number) => string>} */
const HEADS = {
  right: (x, y) => `M${x} ${y}l-10 -5v10z`,
  up: (x, y) => `M${x} ${y}l-5 10h10z`,
  down: (x, y) => `M${x} ${y}l-5 -10h10z`,
};

/**
 * An arrow from one box to another: to the right it swings, into a box that is held up from below it turns a corner,
 * between boxes of one column it is straight. `shift` moves the end where several arrive at one side.
 * @param {Place} from
 * @param {Place} to
 * @param {{ up?: boolean, shift?: number }} [how]
 * @returns {Line}
 */
export function line(from, to, { up = false, shift = 0 } = {}) {
  const [a, b] = [middle(from), middle(to)];
  if (!beside(from, to)) return straight(from, to, b.x + shift);
  const x = from.x + from.w;
  if (up && from.y > to.y + to.h) {
    const y = to.y + to.h + GAP;
    return { d: `M${x} ${a.y}H${b.x}V${y}`, head: HEADS.up(b.x, y), mid: [b.x, (a.y + y) / 2] };
  }
  const [tip, y] = [to.x - GAP, b.y + shift];
  const half = (x + tip - 6) / 2;
  const d = `M${x} ${a.y}C${half} ${a.y} ${half} ${y} ${tip - 6} ${y}H${tip}`;
  return { d, head: HEADS.right(tip, y), mid: [half, (a.y + y) / 2] };
}

/** @type {(from: Place, to: Place, x: number) => Line} */
function straight(from, to, x) {
  const rises = from.y > to.y;
  const [start, end] = rises ? [from.y, to.y + to.h + GAP] : [from.y + from.h, to.y - GAP];
  return { d: `M${x} ${start}V${end}`, head: HEADS[rises ? "up" : "down"](x, end), mid: [x, (start + end) / 2] };
}

/**
 * Where each arrow ends among those that arrive at the same side of a box, in the order of where they come from.
 * @param {Arrow[]} arrows
 * @param {Record<string, Place>} places
 * @returns {number[]} pixels from the middle of that side
 */
export function shifts(arrows, places) {
  const sideways = (/** @type {Arrow} */ { from, end, up }) =>
    beside(places[from], places[end]) && !(up && places[from].y > places[end].y + places[end].h);
  return arrows.map((arrow) => {
    if (!sideways(arrow)) return 0;
    const same = arrows
      .filter((one) => one.end === arrow.end && sideways(one))
      .sort((one, other) => middle(places[one.from]).y - middle(places[other.from]).y);
    return (same.indexOf(arrow) - (same.length - 1) / 2) * APART;
  });
}
