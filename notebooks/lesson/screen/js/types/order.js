// Cards put in order. The answer is the list of their indices, the first card first.
/** @import { Control, Graded, Marked, Option, Question, Shown, State, Translate, Verdict } from "../shapes" */
import { letter } from "../controls.js";
import { h, plain } from "../dom.js";
import { note } from "../options.js";
import { cardOf, nameOf, some, tally } from "../rows.js";
import { isIndex, unanswered, whole } from "../verdict.js";

export const asks = "inOrder";
export const open = () => true;
export const waits = "waitMove";

/**
 * @param {Graded} sheet
 * @param {unknown} answer
 * @returns {answer is number[]}
 */
const isOrder = ({ options }, answer) =>
  Array.isArray(answer) &&
  answer.length === options.length &&
  answer.every((i) => isIndex(i, options.length)) &&
  new Set(answer).size === answer.length;

// Whoever votes or answers again goes on from the order that they had.
/** @type {(sheet: Question, t: Translate, state: State) => Control} */
export function control(sheet, t, { commit, vote }) {
  const { options } = sheet;
  const before = [commit?.answer, vote?.answer].find((answer) => isOrder(sheet, answer));
  let order = before ? [...before] : options.map((_, i) => i);
  let touched = Boolean(before);
  const said = h("p", { class: "sr", role: "status" });
  const cards = options.map((option, i) => cardWithMoves(sheet, option, i, t, (by) => move(i, by)));
  const list = h(
    "ol",
    { class: "order" },
    order.map((i) => cards[i].node),
  );
  const ends = () => order.forEach((i, place) => cards[i].atEnd(place === 0, place === order.length - 1));
  // The neighbour changes its place in the document, never the card itself, so that it keeps the focus.
  function move(/** @type {number} */ i, /** @type {number} */ by) {
    const place = order.indexOf(i);
    const other = order[place + by];
    if (other === undefined) return;
    if (by < 0) cards[i].node.after(cards[other].node);
    else cards[i].node.before(cards[other].node);
    order = order.map((each) => (each === i ? other : each === other ? i : each));
    touched = true;
    for (const card of cards) card.node.classList.toggle("held", card === cards[i]);
    ends();
    said.textContent = t("orderMoved", { what: nameOf(options[i], i), n: place + by + 1, total: order.length });
  }
  ends();
  return {
    node: h("div", {}, h("p", { class: "quiet" }, t("orderHow")), list, said),
    read: () => (touched ? order : null),
  };
}

/** @type {(sheet: Question, option: Option, i: number, t: Translate, move: (by: number) => void) => { node: HTMLElement, atEnd: (first: boolean, last: boolean) => void }} */
function cardWithMoves(sheet, option, i, t, move) {
  const what = nameOf(option, i);
  const up = plain(t("up"), () => go(-1));
  const down = plain(t("down"), () => go(1));
  up.ariaLabel = t("upOf", { what });
  down.ariaLabel = t("downOf", { what });
  const go = (/** @type {number} */ by) => {
    move(by);
    const wanted = by < 0 ? up : down;
    (wanted.disabled ? (by < 0 ? down : up) : wanted).focus();
  };
  const node = h("li", {}, cardOf(sheet, option, i), h("span", { class: "moves" }, up, down));
  node.addEventListener("card-key", (event) => {
    const by = event instanceof CustomEvent ? { ArrowUp: -1, ArrowDown: 1 }[String(event.detail)] : 0;
    if (!by) return;
    event.preventDefault();
    go(by);
  });
  const atEnd = (/** @type {boolean} */ first, /** @type {boolean} */ last) => {
    up.disabled = first;
    down.disabled = last;
  };
  return { node, atEnd };
}

/** @type {(sheet: Graded, answer: unknown) => Verdict} */
export function grade(sheet, answer) {
  if (!isOrder(sheet, answer)) return unanswered(sheet);
  return whole(sheet.options.map((option, i) => option.verdicts[answer.indexOf(i) + 1]));
}

export const words = (/** @type {Question} */ sheet, /** @type {number[]} */ answer) => answer.map(letter).join(", ");

/** The places where a card fits, counted from 1: several where cards are equal. */
const placesOf = (/** @type {Option} */ { verdicts }) =>
  Object.keys(verdicts)
    .filter((place) => verdicts[place] === "supported")
    .map(Number);

/** @type {(sheet: Question, marked: Marked, t: Translate) => Shown} */
export function reveal(sheet, marked, t) {
  const { answer, verdict } = marked;
  const { options } = sheet;
  const off = options.map((option, i) => Math.min(...placesOf(option).map((p) => Math.abs(p - answer.indexOf(i) - 1))));
  const cards = /** @type {number[]} */ (answer).map((i) => face(sheet, options[i], i, off[i], t));
  const near = off.filter((n) => n === 1).length;
  const far = off.filter((n) => n > 1).length;
  const inPlace = options.length - near - far;
  const counts = tally([
    t("tallyIn", { n: inPlace, total: options.length }),
    some(t, "tallyNear", near),
    some(t, "tallyFar", far),
  ]);
  const right = options.map((_, i) => i).sort((a, b) => placesOf(options[a])[0] - placesOf(options[b])[0] || a - b);
  const word = far === 0 ? "near" : inPlace > 0 ? "inPart" : undefined;
  return {
    body: [counts, h("ol", { class: "order done" }, cards)],
    said: verdict.outcome === "not yet" ? [t("orderKey", { order: words(sheet, right) })] : [],
    word: verdict.outcome === "not yet" ? word : undefined,
  };
}

/** @type {(sheet: Question, option: Option, i: number, off: number, t: Translate) => HTMLElement} */
function face(sheet, option, i, off, t) {
  const [place, other] = placesOf(option);
  const where = { n: off, total: sheet.options.length, place: other ? t("orderTied", { place, other }) : place };
  const [css, word] =
    off === 0 ? ["supported", "orderIn"] : off === 1 ? ["near", "orderNear"] : ["not-yet", "orderFar"];
  const bar = h(
    "span",
    { class: "bar", "aria-hidden": "true" },
    h("i", { style: `width:${100 * (option.size ?? 0)}%` }),
  );
  return h(
    "li",
    { class: css },
    h(
      "div",
      {},
      h("b", { class: "tag" }, t(word, where)),
      cardOf(sheet, option, i),
      option.measure
        ? h("p", { class: "measure" }, option.size === null ? null : bar, h("span", {}, option.measure))
        : null,
      note(option.feedback),
    ),
  );
}

export const problem = (/** @type {Translate} */ t) => t("orderFirst");
