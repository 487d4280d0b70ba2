// How sure against how right, over every first answer.
/** @import { Graded, States, Translate, ViewSheet } from "./shapes" */
import { h } from "./dom.js";
import { sureness } from "./score.js";
import { table, View } from "./view.js";

/** @extends {View<ViewSheet>} */
export class Calibration extends View {
  draw() {
    this.show(calibrated(this.sheet.items, this.states, this.t));
  }
}

/** @type {(items: Graded[], states: States, t: Translate) => HTMLElement[]} */
export function calibrated(items, states, t) {
  const { n, sure, right, bands } = sureness(items, states);
  if (sure === null || right === null) return [h("p", { role: "status" }, t("calibrationNone"))];
  const all = t("calibrationAll", { n, sure: Math.round(sure), right: Math.round(right) });
  const rows = bands
    .filter((band) => band.n)
    .map((band) => {
      const percent = Math.round((100 * band.right) / band.n);
      const fill = h("span", { class: "fill", style: `width:${percent}%` });
      const bar = h("span", { class: "track", "aria-hidden": "true" }, fill);
      const said = t("calibrationRight", { right: band.right, n: band.n, percent });
      return [t("calibrationBand", band), String(band.n), h("span", {}, said, bar)];
    });
  const columns = [t("calibrationSure"), t("calibrationN"), t("calibrationHow")];
  return [
    h("p", { role: "status" }, all, " ", n < 10 ? t("calibrationFew") : ""),
    table(t("calibrationTable"), columns, rows),
    h("p", { class: "quiet" }, t("calibrationNote")),
  ];
}
