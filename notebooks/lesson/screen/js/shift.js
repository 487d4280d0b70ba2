// First and second votes on the same claims, side by side.
/** @import { Entry, Graded, State, States, Translate, ViewSheet } from "./shapes" */
import { h } from "./dom.js";
import { table, View } from "./view.js";

/** @typedef {Graded & { claim: string, text: string }} Claim */

/** @extends {View<ViewSheet<Claim>>} */
export class Shift extends View {
  draw() {
    this.show(shifts(this.sheet.items, this.states, this.t));
  }
}

/** @type {(items: Claim[], states: States, t: Translate) => HTMLElement[]} */
export function shifts(items, states, t) {
  const said = (/** @type {Entry | null} */ event) =>
    event
      ? t(event.confidence === null ? "of100" : "shiftVote", { n: event.answer, sure: event.confidence })
      : t("shiftMissing");
  const rows = items.map(({ id, claim, text }) => {
    const state = states[id];
    return [`${claim}: ${text}`, said(state.vote), said(state.commit), h("span", {}, moved(state, t), track(state))];
  });
  const columns = [t("shiftClaim"), t("shiftFirst"), t("shiftSecond"), t("shiftMoved")];
  return [table(t("shiftTable"), columns, rows), h("p", { class: "quiet" }, t("shiftNote"))];
}

/** @type {(state: State, t: Translate) => string} */
function moved({ vote, commit }, t) {
  if (!vote || !commit) return t("shiftOpen");
  const by = commit.answer - vote.answer;
  return by ? t(by > 0 ? "shiftUp" : "shiftDown", { n: Math.abs(by) }) : t("shiftSame");
}

function track(/** @type {State} */ { vote, commit }) {
  const dot = (/** @type {Entry | null} */ event, /** @type {string} */ css) =>
    event && h("span", { class: css, style: `left:${event.answer}%` });
  return h("span", { class: "track dots", "aria-hidden": "true" }, dot(vote, "first"), dot(commit, "second"));
}
