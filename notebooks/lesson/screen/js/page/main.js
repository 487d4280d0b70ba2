// A page without a kernel: it draws the cards from the sheets that it holds, and keeps answers in this browser.
// Bundled with the cards into ../../page.js by `do.py bundle`; every page holds it whole, so that none asks for a file.
/** @import { Entry, Learner } from "../shapes" */
import { words } from "../dom.js";
import { fold } from "../fold.js";
import argument from "../argument/main.js";
import lesson from "../main.js";
import { answeredToday, chosen } from "./again.js";
import { carry } from "./carry.js";
import { fullSheets } from "./full.js";
import { canKeep, Kept } from "./kept.js";
import { PageModel } from "./model.js";
import { People } from "./people.js";
import { follow } from "./route.js";

/** @typedef {{ learner: string, item: string, more?: any, past?: Entry[], say?: object[], place?: number }} Card */

const data = JSON.parse(document.getElementById("lesson-data")?.textContent ?? "{}");
const sheets = fullSheets(data);
const t = words(data.words);
const keeps = data.keep && canKeep(data.course);
const people = new People(data.course, t("thisBrowser"));
const places = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-card]")]);
const models = /** @type {PageModel[]} */ ([]);
const today = new Date().toISOString().slice(0, 10);

const keptBy = (/** @type {string} */ learner) => new Kept(data.course, learner);
const mine = () => keptBy(people.now.id);

const house = {
  notKept: t("notKept"),
  keep: (/** @type {Entry} */ event, /** @type {string} */ learner) => {
    const kept = !data.keep || keptBy(learner).keep(event);
    setTimeout(resume); // after the cards have heard
    return kept;
  },
  change: (/** @type {any} */ message) => {
    if (message.type === "new") people.add(String(message.name ?? ""));
    else if (message.type === "switch") people.go(String(message.folder));
    else return;
    if (back)
      location.reload(); // other questions come back to somebody else
    else turn();
  },
};

// Everybody on the page hears who is here now, and what they have answered.
function turn() {
  const { events } = mine();
  for (const model of models) model.turn(people.learner, events);
  resume();
}

/** @type {(card: Card) => Learner} */
const learnerOf = (card) => (keeps && card.learner === "browser" ? people.learner : { id: card.learner });

// ---------------------------------------------------------------- one card

let back = /** @type {string[] | null} */ (null);

/** @type {(card: Card, events: Entry[]) => any} */
function sheetOf(card, events) {
  if (!card.place) return { ...sheets[card.item], ...card.more };
  back ??= chosen(
    data.again.map((/** @type {string} */ id) => sheets[id]),
    events,
    today,
  );
  const sheet = sheets[back[card.place - 1]];
  return { ...sheet, ...card.more, fresh: !answeredToday(sheet.id, events, today) };
}

/** @type {(card: Card, place: HTMLElement, events: Entry[]) => void} */
function draw(card, place, events) {
  const { course, strings } = data;
  const content = {
    course,
    strings,
    keeps: data.keep,
    learner: learnerOf(card),
    past: [...(card.past ?? []), ...events],
  };
  const model = new PageModel({ sheet: sheetOf(card, events), ...content }, house);
  const el = document.createElement("div");
  try {
    (model.get("sheet").view === "map" ? argument : lesson).render({ model, el });
  } catch (error) {
    console.error(error); // the question stays readable as it was
    return;
  }
  models.push(model);
  place.removeAttribute("data-card");
  place.replaceChildren(el);
  for (const message of card.say ?? []) model.fire("msg:custom", message);
}

// ---------------------------------------------------------------- the page

// Each part has a link to the first question that is open, once some are answered.
function resume() {
  const events = data.keep ? mine().events : [];
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-resume]"))) {
    const asked = data.asked[link.dataset.resume ?? ""];
    const states = fold(events, Object.fromEntries(asked.map((/** @type {any} */ one) => [one.id, one.version])));
    const isDone = (/** @type {any} */ one) => states[one.id].commit || (one.kept && states[one.id].vote);
    const open = asked.find((/** @type {any} */ one) => !isDone(one));
    const show = open && asked.some(isDone);
    const a = link.querySelector("a");
    if (show && a) {
      a.href = `#${open.at}`;
      a.textContent = t("resume", open);
    }
    link.hidden = !show;
  }
}

function drawPart(/** @type {Element} */ part) {
  const events = data.keep ? mine().events : [];
  places.forEach((place, i) => {
    if (part.contains(place) && place.hasAttribute("data-card")) draw(data.cards[i], place, events);
  });
}

const answers = {
  events: () => mine().events,
  add: (/** @type {Entry[]} */ events) => {
    const found = mine().merge(events);
    for (const model of models) model.hear(found.added);
    resume();
    return found;
  },
  clear: () => {
    mine().clear();
    location.reload();
  },
};

// A link to another site opens beside the lesson, and tells it nothing.
function beside(/** @type {MouseEvent} */ { target }) {
  const link = target instanceof Element && target.closest('a[href^="http"]');
  if (link instanceof HTMLAnchorElement) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
}

function elsewhere(/** @type {StorageEvent} */ { key }) {
  if (key === people.key) turn();
  const event = key ? mine().read(key) : null;
  if (!event) return;
  for (const model of models) model.hear([event]);
  resume();
}

if (document.querySelector("[data-part]")) follow(drawPart);
else drawPart(document.body);
if (data.keep) {
  for (const box of document.querySelectorAll(".mine")) carry(/** @type {HTMLElement} */ (box), answers, keeps, t);
  resume();
  addEventListener("storage", elsewhere);
}
addEventListener("click", beside, true);
for (const line of document.querySelectorAll(".keeping")) if (data.keep && !keeps) line.textContent = t("notKeeping");
performance.mark("lesson-usable");
document.documentElement.dataset.ready = "yes";
