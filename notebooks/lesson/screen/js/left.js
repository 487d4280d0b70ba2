// What lies in this browser and would be forgotten: answers of a learner who has no folder any more, and what cannot be
// saved. Both are offered, and neither is thrown away unasked.
/** @import { Entry, Translate } from "./shapes" */
/** @import { Store } from "./store.js" */
import { fileLink, h, plain } from "./dom.js";
import { isEntry } from "./event.js";
import { names, read, readJson, remove } from "./shelf.js";

const NOBODY = "nobody-yet";

/** @typedef {{ name: string, event: Entry }} Lost */

/** @type {(store: Store) => Lost[]} */
function lostIn({ course, learner }) {
  const { ids } = learner;
  if (!ids) return []; // a page without a folder of answers knows of nobody else
  return names(`${course}:`).flatMap((name) => {
    const [, id] = name.split(":");
    const event = readJson(name);
    return !ids.includes(id) && id !== NOBODY && isEntry(event) ? [{ name, event }] : [];
  });
}

/** @type {(store: Store) => string[]} */
function brokenIn(store) {
  const { course, learner, homes } = store;
  const waiting = homes.flatMap((home) => names(home)).filter((name) => !isEntry(readJson(name)));
  return [...waiting, ...names(`${course}-aside:${learner.id}:`)];
}

/** @type {(texts: string[], t: Translate) => HTMLElement} */
const taken = (texts, t) =>
  fileLink("answers.jsonl", "application/jsonl", t("downloadThem"), () => texts.map((text) => text + "\n").join(""));

// Who looks at this knows whether it has changed by these names.
export const leftNames = (/** @type {Store} */ store) => [...lostIn(store).map(({ name }) => name), ...brokenIn(store)];

/** @type {(store: Store, t: Translate, done: () => void) => HTMLElement[]} */
export function leftBehind(store, t, done) {
  const lost = lostIn(store);
  const broken = brokenIn(store);
  const button = (/** @type {string} */ label, /** @type {() => void} */ work) => {
    const onclick = () => {
      work();
      done();
    };
    return plain(t(label), onclick);
  };
  const texts = (/** @type {string[]} */ found) => found.map((name) => read(name) ?? "");
  const adopt = () => lost.forEach(({ name, event }) => store.adopt(name, event));
  const forget = () => broken.forEach(remove);
  /** @type {(words: string, all: string[], label: string, work: () => void) => HTMLElement} */
  const line = (words, all, label, work) =>
    h("p", { class: "problem" }, t(words, { n: all.length }), " ", button(label, work), " ", taken(texts(all), t));
  const lostNames = lost.map(({ name }) => name);
  return [
    ...(lost.length && store.learner.folder ? [line("lostWait", lostNames, "takeThem", adopt)] : []),
    ...(broken.length ? [line("cannotSave", broken, "forgetThem", forget)] : []),
  ];
}
