// First and second votes on the same claims, side by side.
import { h } from "./dom.js";
import { table, View } from "./view.js";

export class Shift extends View {
  draw() {
    this.show(shifts(this.sheet.items, this.states, this.t));
  }
}

export function shifts(items, states, t) {
  const said = (event) => (event ? t("shiftVote", { n: event.answer, sure: event.confidence ?? "–" }) : t("shiftMissing"));
  const moved = ({ vote, commit }) => {
    if (!vote || !commit) return t("shiftOpen");
    const by = commit.answer - vote.answer;
    return by ? t(by > 0 ? "shiftUp" : "shiftDown", { n: Math.abs(by) }) : t("shiftSame");
  };
  const track = ({ vote, commit }) => h("span", { class: "track dots", "aria-hidden": "true" },
    [[vote, "first"], [commit, "second"]].map(([event, css]) => event && h("span", { class: css, style: `left:${event.answer}%` })));
  const rows = items.map((item) => [`${item.claim}: ${item.text}`, said(states[item.id].vote), said(states[item.id].commit),
    h("span", {}, moved(states[item.id]), track(states[item.id]))]);
  return [table(t("shiftTable"), [t("shiftClaim"), t("shiftFirst"), t("shiftSecond"), t("shiftMoved")], rows),
    h("p", { class: "quiet" }, t("shiftNote"))];
}
