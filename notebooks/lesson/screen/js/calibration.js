// How sure against how right, over every first answer.
import { h } from "./dom.js";
import { sureness } from "./score.js";
import { table, View } from "./view.js";

export class Calibration extends View {
  draw() {
    this.show(calibrated(this.sheet.items, this.states, this.t));
  }
}

export function calibrated(items, states, t) {
  const found = sureness(items, states);
  if (!found.n) return [h("p", { role: "status" }, t("calibrationNone"))];
  const percent = (part, whole) => Math.round((100 * part) / whole);
  const bar = (value) => h("span", { class: "track", "aria-hidden": "true" }, h("span", { class: "fill", style: `width:${value}%` }));
  const rows = found.bands.filter((band) => band.n).map((band) => [t("calibrationBand", band), String(band.n),
    h("span", {}, t("calibrationRight", { right: band.right, n: band.n, percent: percent(band.right, band.n) }), bar(percent(band.right, band.n)))]);
  return [
    h("p", { role: "status" }, t("calibrationAll", { n: found.n, sure: Math.round(found.sure), right: Math.round(found.right) }), " ",
      found.n < 10 ? t("calibrationFew") : ""),
    table(t("calibrationTable"), [t("calibrationSure"), t("calibrationN"), t("calibrationHow")], rows),
    h("p", { class: "quiet" }, t("calibrationNote")),
  ];
}
