// The argument in the colours of one's own votes; an arrow can be broken to see what falls.
/** @import { Entry, Graded, ViewSheet } from "./shapes" */
import { pick } from "./controls.js";
import { h } from "./dom.js";
import { View } from "./view.js";

/** @typedef {"stands" | "weakened" | "unsupported"} Standing */
/** @typedef {{ id: string, rests: string[] }} Node */
/** @typedef {{ text: string, whom: string, note: string, disputes: string[], dotted: boolean, asked: boolean }} Words */
/** @typedef {Node & Words & { item: Graded }} Claim */
/** @typedef {{ title: string, css: string, ids: string[] }} Group */
/** @typedef {ViewSheet & { claims: Claim[], groups: Group[], lesson: string, notebook: string }} MapSheet */

const VIEWS = [0, 50, 100];

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

/** @extends {View<MapSheet>} */
export class ClaimMap extends View {
  broken = /** @type {Set<string>} */ (new Set());
  said = h("p", { role: "status", class: "feedback" });

  /** @type {(focus?: string | null) => void} */
  draw(focus = null) {
    const { sheet, t } = this;
    const states = standing(sheet.claims, this.broken);
    const boxes = sheet.groups.flatMap(({ title, ids, css }) => [
      h("p", { class: "group" }, h("b", {}, title)),
      h(
        "div",
        { class: `boxes ${css}` },
        ids.map((id) => this.box(of(sheet.claims, id), states[id])),
      ),
    ]);
    const mend = this.broken.size ? this.mend() : null;
    this.say(states);
    this.show(h("p", { class: "quiet" }, t("mapHow")), this.said, boxes, h("div", { class: "row" }, mend));
    if (focus) /** @type {HTMLElement | null} */ (this.body.querySelector(focus))?.focus();
  }

  mend() {
    const mend = () => {
      this.broken.clear();
      this.draw(".break");
    };
    return h("button", { type: "button", class: "plain mend", onclick: mend }, this.t("mapMend"));
  }

  say(/** @type {Record<string, Standing>} */ states) {
    const { t, broken } = this;
    const arrows = [...broken].map((arrow) => arrow.replace(">", " → ")).join(", ");
    const lost = Object.entries(states).filter(([, state]) => state !== "stands");
    const losses = lost.map(([id, state]) => t(state === "unsupported" ? "mapUnsupported" : "mapWeakened", { id }));
    this.said.textContent = broken.size
      ? [t("mapBroken", { arrows }), ...losses, t("mapNotFalse")].join(" ")
      : t("mapWhole");
  }

  /** @type {(claim: Claim, state: Standing) => HTMLElement} */
  box(claim, state) {
    const { t } = this;
    const { vote, commit } = this.states[claim.item.id];
    const last = commit ?? vote;
    const { css, said } = viewOf(last);
    const loss = state === "stands" ? null : t(state === "unsupported" ? "mapLostAll" : "mapLostOne");
    const disputes = claim.disputes.length ? t("mapDisputes", { ids: claim.disputes.join(", ") }) : null;
    const quiet = (/** @type {string | null} */ text) => (text ? h("span", { class: "quiet" }, text) : null);
    return h(
      "div",
      { class: `box ${css} ${state} ${claim.dotted ? "dotted" : ""}`, role: "group", "aria-label": claim.id },
      h("b", {}, `${claim.id} · ${claim.whom}`),
      h("span", {}, claim.text),
      quiet(claim.note),
      h("span", { class: "tag" }, t(said, { n: last?.answer })),
      loss ? h("b", { class: "tag" }, loss) : null,
      claim.asked ? this.choose(claim, last) : null,
      claim.rests.map((id) => this.arrow(id, claim.id)),
      quiet(disputes),
    );
  }

  /** @type {(from: string, to: string) => HTMLElement} */
  arrow(from, to) {
    const { t, broken } = this;
    const name = `${from}>${to}`;
    const flip = () => {
      if (!broken.delete(name)) broken.add(name);
      this.draw(`[data-arrow="${name}"]`);
    };
    const label = t(broken.has(name) ? "mapJoin" : "mapBreak", { from, to });
    const pressed = String(broken.has(name));
    const attributes = { "data-arrow": name, "aria-pressed": pressed, onclick: flip };
    return h("button", { type: "button", class: "plain break", ...attributes }, label);
  }

  // A claim on which no lesson votes gets its colour here.
  /** @type {(claim: Claim, last: Entry | null) => HTMLElement} */
  choose({ id, item }, last) {
    const { t, sheet } = this;
    const { lesson, notebook } = sheet;
    const views = [t("mapSayDoubt"), t("mapSayUnsure"), t("mapSayHold")];
    const input = pick(t("mapChoose"), views, t("mapView", { id }));
    input.value = last ? String(VIEWS.indexOf(last.answer)) : "";
    input.dataset.claim = id;
    input.addEventListener("change", () => {
      if (input.value === "") return;
      const attempt = this.states[item.id].attempt + (last ? 1 : 0);
      this.store.add({ ...item, lesson, notebook }, "commit", { attempt, answer: VIEWS[Number(input.value)] });
      this.draw(`[data-claim="${id}"]`);
    });
    return input;
  }
}

/** @type {(claims: Claim[], id: string) => Claim} */
const of = (claims, id) => /** @type {Claim} */ (claims.find((claim) => claim.id === id));

// The colour of one's own view, and the name of the words that always come with it.
function viewOf(/** @type {Entry | null} */ last) {
  if (!last) return { css: "", said: "mapNoVote" };
  if (last.answer > 60) return { css: "supported", said: "mapHold" };
  return last.answer < 40 ? { css: "not-yet", said: "mapDoubt" } : { css: "debated", said: "mapUnsure" };
}
