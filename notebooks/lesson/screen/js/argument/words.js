// The map in words: each claim as a whole sentence, what it rests on, and a vote where no lesson asks for one.
/** @import { ArgumentMap, Claim } from "./map.js" */
import { pick } from "../controls.js";
import { h } from "../dom.js";

const VIEWS = [0, 50, 100];

/** @type {(map: ArgumentMap, open: boolean) => HTMLDetailsElement} */
export function inWords(map, open) {
  const { t, sheet } = map;
  const lines = sheet.claims.map((claim) => {
    const { id, whom, text, note, rests, disputes, item, asked } = claim;
    const ids = (/** @type {string[]} */ found) => ({ ids: found.map((other) => map.called(other)).join(", ") });
    const about = [whom ? ` (${whom})` : "", `: ${text}`, note ? ` ${note}` : ""].join("");
    const ties = [
      rests.length ? ` ${t("mapRests", ids(rests))}` : "",
      disputes.length ? ` ${t("mapDisputes", ids(disputes))}` : "",
    ].join("");
    return h("li", {}, h("b", {}, map.called(id)), about, ties, item && asked ? choose(map, claim) : null);
  });
  return h("details", { class: "in-words", open }, h("summary", {}, t("mapWords")), h("ul", {}, lines));
}

/** @type {(map: ArgumentMap, claim: Claim) => HTMLElement} */
function choose(map, { id, item }) {
  const { t, sheet } = map;
  const { lesson, notebook } = sheet;
  const graded = /** @type {import("../shapes").Graded} */ (item);
  const last = map.lastOf(graded);
  const input = pick(t("mapChoose"), [t("mapSayDoubt"), t("mapSayUnsure"), t("mapSayHold")], t("mapView", { id }));
  input.value = last ? String(VIEWS.indexOf(last.answer)) : "";
  input.dataset.view = id;
  input.addEventListener("change", () => {
    if (input.value === "") return;
    const attempt = map.states[graded.id].attempt + (last ? 1 : 0);
    map.store.add({ ...graded, lesson, notebook }, "commit", { attempt, answer: VIEWS[Number(input.value)] });
    map.draw(`[data-view="${id}"]`);
  });
  return input;
}
