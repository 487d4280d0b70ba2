// Drives the cards of a plain page. Each card gets a model as anywidget would give it, without Python behind it:
// the place of keeping is this browser, under keys of our own, and what is kept comes back as `past`.

const { module, course, strings, sheets, cards, words, keep } = JSON.parse(document.getElementById("lesson-data").textContent);
const KEEP = `${course}-page:`; // kept by this file
const OURS = [KEEP, `${course}:browser:`, `${course}-draft:browser:`, `${course}-aside:browser:`]; // and by lesson.js

// ---------------------------------------------------------------- what this browser keeps

const isText = (value) => typeof value === "string" && value.length > 0;
const isWhole = (value, low, high) => Number.isInteger(value) && value >= low && value <= high;
const isEvent = (e) => e?.v === 1 && [e.id, e.time, e.item, e.item_version, e.kind].every(isText) && isWhole(e.attempt, 1, 9999) &&
  (e.confidence === null || isWhole(e.confidence, 0, 100));

function readKept(name) {
  try {
    const event = JSON.parse(localStorage.getItem(name));
    return isEvent(event) && KEEP + event.id === name ? event : null;
  } catch {
    return null; // not ours: left where it is
  }
}

function keptEvents() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(KEEP)).map(readKept).filter(Boolean);
  } catch {
    return []; // storage is forbidden here
  }
}

function keepEvent(event) {
  try {
    localStorage.setItem(KEEP + event.id, JSON.stringify(event));
    return true;
  } catch {
    return false; // full or forbidden
  }
}

function canKeep() {
  try {
    localStorage.setItem(`${KEEP}try`, "");
    localStorage.removeItem(`${KEEP}try`);
    return true;
  } catch {
    return false;
  }
}

// ---------------------------------------------------------------- the model of one card

class Model {
  constructor(state) {
    this.state = state;
    this.handlers = new Map();
  }

  get(name) { return this.state[name]; }

  set(name, value) { this.state[name] = value; }

  save_changes() {}

  on(name, handler) { this.handlers.set(name, [...(this.handlers.get(name) ?? []), handler]); }

  off(name, handler) { this.handlers.set(name, (this.handlers.get(name) ?? []).filter((one) => one !== handler)); }

  fire(name, content) { for (const handler of this.handlers.get(name) ?? []) handler(content); }

  // Python would answer after the line is on disk; here, after this browser has it.
  send(message) {
    if (message?.type !== "event") return;
    const { id } = message.event;
    const kept = !keep || keepEvent(message.event);
    queueMicrotask(() => this.fire("msg:custom", kept ? { type: "saved", id } : { type: "refused", id, reason: words.notKept }));
  }

  // Another tab has kept an answer.
  hear(event) {
    const { sheet, past } = this.state;
    if (!itemsOf(sheet).includes(event.item) || past.some((one) => one.id === event.id)) return;
    this.set("past", [...past, event]);
    this.fire("change:past");
  }
}

const itemsOf = (sheet) => (sheet.view === "ask" ? [sheet.id] : (sheet.items ?? []).map((item) => item.id));

function modelOf({ item, more, past, learner }, kept) {
  const sheet = { ...sheets[item], ...more };
  const mine = itemsOf(sheet);
  const own = kept.filter((event) => mine.includes(event.item));
  return new Model({ sheet, course, strings, keeps: keep, learner: { id: learner }, past: [...past, ...own] });
}

// ---------------------------------------------------------------- the page

function draw(lesson, card, model, place) {
  const el = document.createElement("div");
  try {
    lesson.render({ model, el });
  } catch (error) {
    console.error(error); // the question stays readable as it was
    return;
  }
  place.replaceChildren(el);
  for (const message of card.say) model.fire("msg:custom", message);
}

// What is kept can be taken along and thrown away.
function mine() {
  const box = document.getElementById("mine");
  if (!box) return;
  const [download, remove] = box.querySelectorAll("button");
  download.addEventListener("click", () => {
    const text = keptEvents().map((event) => JSON.stringify(event) + "\n").join("");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
    link.download = "answers.jsonl";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  });
  remove.addEventListener("click", () => {
    if (!confirm(words.deleteSure)) return;
    for (const name of Object.keys(localStorage)) if (OURS.some((start) => name.startsWith(start))) localStorage.removeItem(name);
    location.reload();
  });
  box.hidden = false;
}

const { default: lesson } = await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(module)}`);
const kept = keep ? keptEvents() : [];
const models = cards.map((card) => modelOf(card, kept));
const places = document.querySelectorAll("[data-card]");
cards.forEach((card, i) => draw(lesson, card, models[i], places[i]));
if (keep && canKeep()) {
  mine();
  addEventListener("storage", ({ key }) => {
    const event = key?.startsWith(KEEP) ? readKept(key) : null;
    if (event) models.forEach((model) => model.hear(event));
  });
} else if (keep) document.getElementById("keeping").textContent = words.notKeeping;
performance.mark("lesson-usable");
document.documentElement.dataset.ready = "yes";
