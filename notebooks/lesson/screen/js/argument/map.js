// The argument, drawn in the colours of one's own votes; an arrow can be broken to see what falls. The boxes and arrows stand
// in reading order: a narrow card shows them as a column, a wide one places them on a sheet with lines between.
/** @import { Entry, Graded, ViewSheet } from "../shapes" */
/** @import { Arrow, Place } from "./lines.js" */
/** @import { Node, Standing } from "./standing.js" */
import { h } from "../dom.js";
import { View } from "../view.js";
import { line, shifts } from "./lines.js";
import { loss, standing } from "./standing.js";
import { inWords } from "./words.js";

/** @typedef {{ name: string, says: string, text: string, whom: string, note: string, place: [number, number, number] }} Said */
/** @typedef {{ disputes: string[], dotted: boolean, asked: boolean, item: Graded | null }} Ties item: null where it is given */
/** @typedef {Node & Said & Ties} Claim */
/** @typedef {{ title: string, first: number, last: number, unstated: boolean }} Lane */
/** @typedef {ViewSheet & { claims: Claim[], lanes: Lane[], question: string, lesson: string, notebook: string }} MapSheet */

const SVG = "http://www.w3.org/2000/svg";

/** @extends {View<MapSheet>} */
export class ArgumentMap extends View {
  broken = /** @type {Set<string>} */ (new Set());
  now = /** @type {Record<string, Standing>} */ ({});
  said = h("p", { role: "status", class: "feedback said" });
  words = h("details");
  lines = document.createElementNS(SVG, "svg");
  watched = new ResizeObserver(() => this.place());
  arrows = this.sheet.claims.flatMap((to) => to.rests.map((from) => this.arrowOf(from, to)));

  /** @type {(focus?: string | null) => void} */
  draw(focus = null) {
    const { sheet, t } = this;
    this.root.classList.add("argument");
    this.lines.setAttribute("aria-hidden", "true");
    this.now = standing(sheet.claims, this.broken);
    this.plot = h("div", { class: "sheet", role: "group", "aria-label": t("mapWords") }, this.inOrder());
    this.plot.prepend(this.lines);
    this.say();
    this.words = inWords(this, this.words.open);
    const how = h("p", { class: "quiet" }, t("mapHow"), this.broken.size ? this.mend() : null);
    this.show(how, this.plot, this.said, this.words);
    this.watched.disconnect();
    for (const box of [this.plot, ...this.plot.querySelectorAll(".claim")]) this.watched.observe(box);
    if (focus) /** @type {HTMLElement | null} */ (this.body.querySelector(focus))?.focus();
  }

  /** @type {(id: string) => Claim} */
  of(id) {
    return /** @type {Claim} */ (this.sheet.claims.find((claim) => claim.id === id));
  }

  // "C5 They hardly leave": what is given, or has no name, is called by the one that it has.
  /** @type {(id: string) => string} */
  called(id) {
    const { name, item } = this.of(id);
    return item && name ? `${id} ${name}` : name || id;
  }

  // A claim of the text reaches a far conclusion over the bridge that stands between them and holds it up too.
  /** @type {(from: string, to: Claim) => Arrow} */
  arrowOf(from, to) {
    const column = (/** @type {string} */ id) => this.of(id).place[0];
    const between = (/** @type {string} */ id) => column(from) < column(id) && column(id) < column(to.id);
    const bridge = to.rests.find((id) => id !== from && this.of(id).dotted && between(id));
    const over = Boolean(bridge) || this.of(from).dotted;
    return { from, to: to.id, end: bridge ?? to.id, over, up: to.dotted };
  }

  // What a claim rests on stands before it, then it; a lane begins with the first box in it.
  inOrder() {
    const begun = new Set();
    return this.sheet.claims.flatMap((claim) => {
      const lane = this.sheet.lanes.find(({ first, last }) => first <= claim.place[0] && claim.place[0] <= last);
      const head = lane && !begun.has(lane) ? [this.lane(lane)] : [];
      begun.add(lane);
      const arrows = this.arrows.filter(({ to }) => to === claim.id).map((arrow) => this.button(arrow));
      return [...head, ...arrows, this.box(claim)];
    });
  }

  /** @type {(lane: Lane) => HTMLElement} */
  lane({ title, first, last, unstated }) {
    const style = `--columns:${first}/${last + 1};--rows:1`;
    return h("p", { class: `heading ${unstated ? "unstated" : ""}`, style }, title);
  }

  /** @type {(claim: Claim) => HTMLElement} */
  box(claim) {
    const { t } = this;
    const { id, name, says, note, item, dotted, place } = claim;
    const [column, row, rows] = place;
    const vote = this.voteOf(claim);
    const lost = this.lossOf(claim);
    const css = `claim ${vote.css} ${dotted ? "dotted" : ""} ${item ? "" : "given"} ${lost ? "fallen" : ""}`;
    const style = `--columns:${column};--rows:${row + 1}/span ${rows}`;
    const words = [name ? h("b", {}, name) : null, /^[,.:;]/.test(says) || !name ? says : ` ${says}`];
    const code = item ? h("span", { class: "code" }, `${id} `) : null;
    return h(
      "div",
      { class: css, style, role: "group", "aria-label": this.called(id), "data-claim": id },
      h("span", {}, words),
      h("span", { class: "vote" }, code, item ? t(vote.said, { n: vote.n }) : note),
      lost ? h("b", { class: "lost" }, lost) : null,
    );
  }

  /** @type {(claim: Claim) => { css: string, said: string, n?: number }} */
  voteOf({ item }) {
    const last = this.lastOf(item);
    if (!last) return { css: "", said: "mapNoVote" };
    const n = last.answer;
    if (n > 60) return { css: "hold", said: "mapHold", n };
    return n < 40 ? { css: "doubt", said: "mapDoubt", n } : { css: "unsure", said: "mapUnsure", n };
  }

  /** @type {(item: Graded | null) => Entry | null} */
  lastOf(item) {
    return item && (this.states[item.id].commit ?? this.states[item.id].vote);
  }

  /** @type {(claim: Claim) => string} */
  lossOf(claim) {
    const { state, lost, leans } = loss(claim, this.now, this.broken);
    if (state === "stands") return "";
    if (state === "unsupported") return this.t("mapLostAll");
    if (!lost.length) return this.t("mapLostLean", { on: leans.join(", ") });
    return this.t("mapLostOne", { n: lost.length, of: claim.rests.length });
  }

  /** @type {(arrow: Arrow) => HTMLElement} */
  button({ from, to, over }) {
    const name = `${from}>${to}`;
    const isBroken = this.broken.has(name);
    const flip = () => {
      if (!this.broken.delete(name)) this.broken.add(name);
      this.draw(`[data-arrow="${name}"]`);
    };
    const css = `arrow ${over ? "over" : ""} ${isBroken ? "broken" : ""}`;
    const label = this.t(isBroken ? "mapJoin" : "mapBreak", { from: this.called(from), to: this.called(to) });
    const state = { "data-arrow": name, "aria-pressed": String(isBroken), onclick: flip };
    return h("button", { type: "button", class: css, ...state }, h("span", {}, label));
  }

  mend() {
    const mend = () => {
      this.broken.clear();
      this.draw(".arrow");
    };
    return h("button", { type: "button", class: "mend", onclick: mend }, this.t("mapMend"));
  }

  say() {
    const { t, broken, sheet } = this;
    const arrows = [...broken].map((arrow) =>
      arrow
        .split(">")
        .map((id) => this.called(id))
        .join(" → "),
    );
    const losses = sheet.claims.flatMap((claim) => {
      const { state, lost, leans } = loss(claim, this.now, broken);
      const name = this.called(claim.id);
      if (state === "stands") return [];
      if (state === "unsupported") return [t("mapUnsupported", { name })];
      const on = leans.map((id) => this.called(id)).join(", ");
      return [
        lost.length ? t("mapWeakened", { name, n: lost.length, of: claim.rests.length }) : t("mapLeans", { name, on }),
      ];
    });
    this.said.classList.toggle("not-yet", broken.size > 0);
    this.said.replaceChildren(
      ...(broken.size
        ? [
            h("strong", {}, t("mapBroken", { arrows: arrows.join("; ") })),
            ` ${[...losses, t("mapNotFalse")].join(" ")}`,
          ]
        : [`${t("mapWhole")} ${sheet.question}`]),
    );
  }

  // Lines and buttons go where the boxes are; a column needs none.
  place() {
    const { plot, lines } = this;
    if (!plot || getComputedStyle(lines).display === "none") return;
    const places = /** @type {Record<string, Place>} */ ({});
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (plot.querySelectorAll(".claim"))) {
      const { offsetLeft: x, offsetTop: y, offsetWidth: w, offsetHeight } = box;
      places[/** @type {string} */ (box.dataset.claim)] = { x, y, w, h: offsetHeight };
    }
    const shift = shifts(this.arrows, places);
    lines.replaceChildren(...this.gap(), ...this.against(places));
    this.arrows.forEach((arrow, i) =>
      this.trace(arrow, line(places[arrow.from], places[arrow.end], { up: arrow.up, shift: shift[i] })),
    );
  }

  /** @type {(arrow: Arrow, line: import("./lines.js").Line) => void} */
  trace({ from, to, over }, { d, head, mid }) {
    const name = `${from}>${to}`;
    const cut = this.broken.has(name);
    const dim = this.now[from] !== "stands" ? "dim" : "";
    this.lines.append(path(`line ${cut ? "gone" : `${over ? "over" : ""} ${dim}`}`, d, cut));
    if (cut) this.lines.append(text(mid[0], mid[1] + 30, this.t("mapCut")));
    else this.lines.append(path(`head ${dim}`, head));
    const button = /** @type {HTMLElement} */ (this.plot?.querySelector(`[data-arrow="${name}"]`));
    button.style.setProperty("--x", `${mid[0]}px`);
    button.style.setProperty("--y", `${mid[1]}px`);
  }

  // Dotted, from what speaks to what it speaks against.
  /** @type {(places: Record<string, Place>) => SVGElement[]} */
  against(places) {
    const pairs = this.sheet.claims.flatMap(({ id, disputes }) => disputes.map((other) => [id, other]));
    return pairs.map(([id, other]) => path("against", line(places[id], places[other]).d));
  }

  // The lane that no sentence fills is a band from the top of the sheet to its foot.
  gap() {
    const heads = /** @type {NodeListOf<HTMLElement>} */ (this.plot?.querySelectorAll(".heading.unstated"));
    return [...heads].map(({ offsetLeft: x, offsetTop: y, offsetWidth: w }) =>
      path("gap", `M${x} ${y}h${w}V${this.plot?.offsetHeight}h${-w}z`),
    );
  }
}

/** @type {(css: string, d: string, cut?: boolean) => SVGElement} */
function path(css, d, cut = false) {
  const node = document.createElementNS(SVG, "path");
  node.setAttribute("class", css);
  node.setAttribute("d", d);
  if (cut) node.setAttribute("pathLength", "100"); // the gap of a broken line is a share of its length
  return node;
}

/** @type {(x: number, y: number, words: string) => SVGElement} */
function text(x, y, words) {
  const node = document.createElementNS(SVG, "text");
  node.setAttribute("x", String(x));
  node.setAttribute("y", String(y));
  node.append(words);
  return node;
}
