// The question card: one module, no build step, no network. Python renders all HTML that is inserted here;
// what a learner writes, and every name, goes in as text. Grading and folding are the same look-ups as in
// course/grading.py and course/log.py; tests/vectors.json is run by both.

const SCHEMA = 1, PREFIX = "stay-or-leave:", NOBODY = "nobody-yet", NEWS = "stay-or-leave-event";

// ---------------------------------------------------------------- grade

const isIndex = (value, count) => Number.isInteger(value) && value >= 0 && value < count;

function whole(outcomes) {
  if (outcomes.some((o) => o === "not yet" || o === "unanswered")) return { outcome: "not yet", options: outcomes };
  return { outcome: outcomes.every((o) => o === "debated") ? "debated" : "supported", options: outcomes };
}

function band(sheet, answer) {
  if (typeof answer !== "number" || !(Math.abs(answer) < 1e15)) return null;
  const found = sheet.bands.findIndex(([low, high]) => (low === null || low <= answer) && (high === null || answer <= high));
  return found < 0 ? null : found;
}

// What a person means by "1 000", "1,5", "5 %", "１２": a number, or null. A comma before three digits parts thousands.
export function readNumber(text) {
  let plain = text.normalize("NFKC").replace(/[\s%'’_]/g, "").replace(/[−–]/g, "-");
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(",", "");
  else if (/^[+-]?[1-9]\d{0,2}(\.\d{3})+,\d+$/.test(plain)) plain = plain.replaceAll(".", "").replace(",", ".");
  else plain = plain.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

export function grade(sheet, answer) {
  const { type, options, columns } = sheet;
  if (type === "scale") return { outcome: isIndex(answer, 101) ? null : "unanswered", options: [] };
  if (type === "reflect") return { outcome: typeof answer === "string" && answer.trim() ? null : "unanswered", options: [] };
  const nothing = { outcome: "unanswered", options: options.map(() => null) };
  if (type === "numeric") answer = band(sheet, answer);
  if (type === "single" || type === "numeric") {
    if (!isIndex(answer, options.length)) return nothing;
    const outcome = options[answer].verdicts.chosen;
    return { outcome, options: options.map((_, i) => (i === answer ? outcome : null)) };
  }
  if (!Array.isArray(answer)) return nothing;
  if (type === "multiple") {
    if (!answer.length || !answer.every((i) => isIndex(i, options.length))) return nothing;
    return whole(options.map((o, i) => o.verdicts[answer.includes(i) ? "ticked" : "left"]));
  }
  const fits = answer.length === options.length && answer.every((c) => c === null || isIndex(c, columns.length));
  if (!fits || answer.every((c) => c === null)) return nothing;
  return whole(options.map((o, i) => (answer[i] === null ? "unanswered" : o.verdicts[columns[answer[i]]])));
}

// ---------------------------------------------------------------- fold

const earlierFirst = (a, b) => a.attempt - b.attempt || compare(a.time, b.time) || compare(a.id, b.id);
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

export function fold(events, versions) {
  const byItem = new Map(Object.keys(versions).map((item) => [item, []]));
  const seen = new Set();
  for (const event of [...events].sort(earlierFirst)) {
    if (!byItem.has(event.item) || seen.has(event.id)) continue;
    seen.add(event.id);
    byItem.get(event.item).push(event);
  }
  return Object.fromEntries([...byItem].map(([item, found]) => [item, state(found, versions[item])]));
}

function state(events, version) {
  const highest = (list, start) => list.reduce((most, e) => Math.max(most, e.attempt), start);
  const cleared = highest(events.filter((e) => e.kind === "reset"), 0);
  const live = events.filter((e) => e.attempt > cleared);
  const now = live.filter((e) => e.item_version === version);
  const old = live.filter((e) => e.item_version !== version && (e.kind === "commit" || e.kind === "vote"));
  const last = (kind) => now.filter((e) => e.kind === kind).at(-1) ?? null;
  return {
    vote: now.find((e) => e.kind === "vote" && e.vote === 1) ?? null,
    commit: last("commit"),
    earlier: old.at(-1) ?? null,
    note: last("note"),
    attempt: live.length ? highest(live, 0) : cleared + 1,
    hints: now.filter((e) => e.kind === "hint").length,
  };
}

// ---------------------------------------------------------------- small tools

function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "html") node.innerHTML = value; // rendered by Python with raw HTML off
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const words = (strings) => (name, values = {}) =>
  (strings[name] ?? name).replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");

let counter = 0;
const uid = (name) => `lesson-${name}-${++counter}-${Math.random().toString(36).slice(2, 8)}`;

const newId = () => globalThis.crypto?.randomUUID?.() ??
  "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));

// ---------------------------------------------------------------- keep answers until Python has them

class Store {
  constructor(model) {
    this.model = model;
    this.events = new Map();
    this.status = new Map();
    this.reasons = new Map();
    this.keys = new Map(); // event id to the name under which this browser keeps it
    this.unkept = new Set(); // events that this browser could not keep
    this.watchers = new Set();
    this.receive = (message) => this.answered(message);
    this.reload = () => this.load() && (this.replay(), this.tell());
    this.heard = ({ detail }) => {
      if (detail.learner !== this.learner.id || this.events.has(detail.event.id)) return;
      this.events.set(detail.event.id, detail.event);
      this.tell();
    };
    model.on("msg:custom", this.receive);
    model.on("change:past", this.reload);
    model.on("change:learner", this.reload);
    addEventListener(NEWS, this.heard);
    this.load();
    this.replay();
  }

  close() {
    this.model.off("msg:custom", this.receive);
    this.model.off("change:past", this.reload);
    this.model.off("change:learner", this.reload);
    removeEventListener(NEWS, this.heard);
  }

  load() {
    const before = JSON.stringify([this.learner, this.events.size]);
    const learner = this.model.get("learner") ?? { id: "browser" };
    if (learner.id !== this.learner?.id) {
      this.events = new Map();
      this.status = new Map();
    }
    this.learner = learner;
    for (const event of [...(this.model.get("past") ?? []), ...this.waiting()]) this.events.set(event.id, event);
    return before !== JSON.stringify([this.learner, this.events.size]);
  }

  replay() {
    for (const event of this.waiting()) if (!this.status.has(event.id)) this.send(event);
  }

  key(id) {
    return `${PREFIX}${this.learner.id}:${id}`;
  }

  // Everything of this learner that waits in this browser, whichever card it came from. What was answered while no
  // folder could be made belongs to nobody yet, and so to whoever has a folder next.
  waiting() {
    const found = [];
    const homes = [this.key(""), ...(this.learner.folder ? [`${PREFIX}${NOBODY}:`] : [])];
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const name = localStorage.key(i);
        const home = homes.find((start) => name.startsWith(start));
        if (!home) continue;
        try {
          const event = JSON.parse(localStorage.getItem(name));
          if (event?.v !== SCHEMA || home + event.id !== name) continue;
          this.keys.set(event.id, name);
          found.push(event);
        } catch { /* not ours: left where it is */ }
      }
    } catch { /* this browser keeps nothing: answers still go to Python */ }
    return found.sort(earlierFirst);
  }

  // What Python has not acknowledged, from this card's memory too: the browser may have kept nothing.
  unsaved() {
    const found = new Map(this.waiting().map((event) => [event.id, event]));
    for (const [id, status] of this.status) if (status !== "saved" && this.events.has(id)) found.set(id, this.events.get(id));
    return [...found.values()].sort(earlierFirst);
  }

  add(sheet, kind, content) {
    const event = {
      v: SCHEMA, id: newId(), time: new Date().toISOString(), notebook: sheet.notebook ?? sheet.lesson,
      item: sheet.id, item_version: sheet.version, kind, attempt: 1, vote: null, answer: null, confidence: null, ...content,
    };
    this.events.set(event.id, event);
    this.model.set("past", [...(this.model.get("past") ?? []), event]);
    this.keys.set(event.id, this.key(event.id));
    try {
      localStorage.setItem(this.key(event.id), JSON.stringify(event));
    } catch {
      this.unkept.add(event.id); // full or forbidden: Python may still save it
    }
    this.send(event);
    dispatchEvent(new CustomEvent(NEWS, { detail: { learner: this.learner.id, event } }));
    return event;
  }

  send(event) {
    this.status.set(event.id, "saving");
    try {
      this.model.send({ type: "event", learner: this.learner.id, event });
    } catch { /* no kernel: it waits */ }
    setTimeout(() => {
      if (this.status.get(event.id) !== "saving") return;
      this.status.set(event.id, "late");
      this.tell("status");
    }, 1000);
  }

  answered(message) {
    if (message?.type === "saved") {
      this.status.set(message.id, "saved");
      this.unkept.delete(message.id);
      try {
        localStorage.removeItem(this.keys.get(message.id) ?? this.key(message.id));
      } catch { /* nothing was kept */ }
      this.again();
    } else if (message?.type === "refused") {
      this.status.set(message.id, "refused");
      this.reasons.set(message.id, message.reason);
    } else return;
    this.tell("status");
  }

  // One answer could be written, so those that were refused may be writable too: once more, each.
  again() {
    for (const [id, status] of [...this.status]) {
      if (status !== "refused" || !this.events.has(id) || !this.reasons.delete(id)) continue;
      this.send(this.events.get(id));
    }
  }

  // Where the answers to one item stand: the least happy status, and the sentence that goes with it.
  of(item) {
    const mine = [...this.status].filter(([id]) => this.events.get(id)?.item === item);
    const status = ["refused", "late", "saving", "saved"].find((wanted) => mine.some(([, is]) => is === wanted)) ?? null;
    const [id] = mine.find(([, is]) => is === status) ?? [];
    return { status, reason: this.reasons.get(id) ?? "", kept: !mine.some(([one]) => this.unkept.has(one)) };
  }

  tell(what = "events") {
    for (const watcher of this.watchers) watcher(what);
  }

  // An answer that does not fit the question is no answer, here as in Python.
  state(sheet) {
    const fits = (e) => e.item === sheet.id && (!["vote", "commit"].includes(e.kind) || e.item_version !== sheet.version ||
      grade(sheet, e.answer).outcome !== "unanswered");
    return fold([...this.events.values()].filter(fits), { [sheet.id]: sheet.version })[sheet.id];
  }
}

function savedLine(store, item, t) {
  const line = h("span", { class: "saved", role: "status" });
  const paint = () => {
    const { status, reason, kept } = store.of(item);
    const waits = status === "late" || status === "refused";
    const text = { saving: "", saved: t("saved"), late: t("notSaved"), refused: reason }[status] ?? "";
    line.replaceChildren(waits && !kept ? t("notKept") : text);
    if (waits) line.append(" ", downloadLink(store, t));
    line.classList.toggle("unsaved", waits);
  };
  if (store.of(item).status) paint();
  return { line, paint };
}

function downloadLink(store, t) {
  const text = () => store.unsaved().map((event) => JSON.stringify(event) + "\n").join("");
  return h("a", {
    href: "#", download: "answers.jsonl",
    onclick: (click) => {
      const url = URL.createObjectURL(new Blob([text()], { type: "application/jsonl" }));
      click.currentTarget.href = url;
      setTimeout(() => URL.revokeObjectURL(url), 60000);
    },
  }, t("download"));
}

// ---------------------------------------------------------------- the answer controls, one small object a type
// Each gives { node, read(): answer or null } and never preselects anything.

const controls = {
  single(sheet) {
    const name = uid("pick");
    const inputs = sheet.options.map((_, i) => h("input", { type: "radio", name, id: uid("option"), value: i }));
    return {
      node: h("div", {}, sheet.options.map((o, i) => choice(o, inputs[i], i))),
      read: () => { const i = inputs.findIndex((input) => input.checked); return i < 0 ? null : i; },
    };
  },
  multiple(sheet) {
    const inputs = sheet.options.map((_, i) => h("input", { type: "checkbox", id: uid("option"), value: i }));
    return {
      node: h("div", {}, sheet.options.map((o, i) => choice(o, inputs[i], i))),
      read: () => { const on = inputs.flatMap((input, i) => (input.checked ? [i] : [])); return on.length ? on : null; },
    };
  },
  match(sheet, t) {
    const inputs = sheet.options.map(() => h("select", { id: uid("card") }, h("option", { value: "" }, t("choose")),
      sheet.columns.map((column, i) => h("option", { value: i }, column))));
    return {
      node: h("div", {}, sheet.options.map((o, i) => h("div", { class: "opt card-row" },
        h("label", { for: inputs[i].id, html: o.label }), inputs[i]))),
      read: () => {
        const found = inputs.map((input) => (input.value === "" ? null : Number(input.value)));
        return found.every((c) => c === null) ? null : found;
      },
    };
  },
  numeric(sheet, t) {
    const id = uid("number");
    const input = h("input", { type: "text", inputmode: "decimal", id, autocomplete: "off", "aria-describedby": `${id}-read` });
    const read = h("output", { id: `${id}-read`, for: id });
    input.addEventListener("input", () => {
      const number = readNumber(input.value);
      read.value = number === null ? "" : t("readAs", { n: number, unit: sheet.unit });
    });
    return {
      node: h("div", { class: "row" }, h("label", { for: id }, t("number")), input, h("span", {}, sheet.unit), read),
      read: () => readNumber(input.value),
    };
  },
  reflect(sheet, t, state) {
    const id = uid("text");
    const input = h("textarea", { id, rows: 5, maxlength: 10000 }, state.commit?.answer ?? "");
    return { node: h("div", {}, h("label", { for: id }, t("text")), input), read: () => (input.value.trim() ? input.value : null) };
  },
  scale(sheet, t) {
    const id = uid("scale");
    const output = h("output", { for: id }, t("notSet"));
    let touched = false;
    const input = h("input", { type: "range", id, min: 0, max: 100, value: 50, "aria-valuetext": t("notSet") });
    const touch = () => {
      touched = true;
      output.value = t("of100", { n: input.value });
      input.setAttribute("aria-valuetext", `${input.value}`);
    };
    for (const what of ["input", "pointerup"]) input.addEventListener(what, touch);
    input.addEventListener("keydown", (key) => { if (key.key === " ") touch(); });
    return {
      node: h("div", {},
        h("div", { class: "sure" }, h("label", { for: id }, t("agreement")), input, output),
        h("div", { class: "ends" }, h("span", {}, `0: ${sheet.ends[0]}`), h("span", {}, `100: ${sheet.ends[1]}`))),
      read: () => (touched ? Number(input.value) : null),
    };
  },
};

const letter = (i) => String.fromCharCode(65 + i);

const choice = (option, input, i) => h("label", { class: "opt", for: input.id }, input,
  h("span", {}, h("span", { class: "letter", "aria-hidden": "true" }, `${letter(i)} `), h("span", { html: option.label })));

function sureControl(sheet, t) {
  if (sheet.start === null) return { node: null, read: () => null };
  const id = uid("sure");
  const low = sheet.type === "scale" ? 0 : sheet.start;
  const input = h("input", { type: "range", id, min: low, max: 100, value: sheet.start, title: sheet.type === "scale" ? null : t("sureHelp") });
  const output = h("output", { for: id }, t("percent", { n: sheet.start }));
  const show = () => {
    output.value = t("percent", { n: input.value });
    input.setAttribute("aria-valuetext", output.value);
  };
  input.addEventListener("input", show);
  show();
  return { node: h("div", { class: "sure" }, h("label", { for: id }, t("sure")), input, output), read: () => Number(input.value) };
}

// ---------------------------------------------------------------- the question

function inWords(sheet, event, t) {
  const { answer, confidence } = event;
  const said = {
    single: () => letter(answer),
    multiple: () => answer.map(letter).join(", "),
    match: () => answer.map((c, i) => `${letter(i)} ${c === null ? "–" : sheet.columns[c]}`).join(", "),
    numeric: () => t("amount", { n: answer, unit: sheet.unit }),
    scale: () => t("of100", { n: answer }),
    reflect: () => answer,
  }[sheet.type]();
  return confidence === null ? said : `${said} (${t("percent", { n: confidence })})`;
}

class Ask {
  constructor(store, sheet, t) {
    Object.assign(this, { store, sheet, t, talked: false, retrying: false, showAll: false, clearing: false });
    this.root = h("section", { class: "lesson-card", "data-item": sheet.id, "aria-label": t("question", sheet) });
    this.draw();
    store.watchers.add((what) => (what === "status" ? this.saved?.paint() : this.refresh()));
  }

  get stage() {
    const now = this.store.state(this.sheet);
    if (this.retrying) return "answer";
    if (now.commit) return "done";
    if (this.sheet.votes === 1) return "answer";
    if (!now.vote) return "vote1";
    if (this.sheet.again_in) return "kept";
    return this.talked ? "vote2" : "talk";
  }

  // Another card, or the log, brought news: draw again only if it changes where this card stands.
  refresh() {
    if (this.drawn !== this.mark()) { this.retrying = this.talked = this.clearing = false; this.draw(); }
  }

  mark() {
    const { commit, vote, earlier, attempt } = this.store.state(this.sheet);
    return [this.store.learner.id, commit?.id, vote?.id, earlier?.id, commit ? 0 : attempt].join();
  }

  draw(focus = null) {
    const { sheet, t } = this;
    const now = this.store.state(sheet);
    this.drawn = this.mark();
    this.saved = savedLine(this.store, sheet.id, t);
    const stage = this.stage;
    const body = { answer: () => this.form(1), vote1: () => this.form(1), vote2: () => this.form(2), talk: () => this.talk(now),
      kept: () => this.keptVote(now), done: () => this.done(now) }[stage]();
    this.root.replaceChildren(this.meta(), ...(sheet.votes === 2 && !sheet.again_in ? [this.steps(stage)] : []),
      ...(now.earlier && !now.commit && !now.vote ? [h("p", { class: "quiet" }, t("earlier"))] : []), ...body);
    if (focus) this.root.querySelector(focus)?.focus({ preventScroll: false });
  }

  meta() {
    const { sheet, t } = this;
    const kind = { single: "one", multiple: "several", match: "place", numeric: "estimate", scale: "opinion", reflect: "writing" }[sheet.type];
    return h("div", { class: "meta" }, h("span", {}, t("question", sheet)), h("span", {}, t(kind)),
      h("span", {}, sheet.minutes === 1 ? t("minute") : t("minutes", { n: sheet.minutes })));
  }

  steps(stage) {
    const at = { vote1: 0, talk: 1, vote2: 2, answer: 2, done: 3 }[stage];
    return h("ol", { class: "steps", "aria-label": this.t("steps") }, ["step1", "step2", "step3", "step4"].map((name, i) =>
      h("li", { "aria-current": i === at ? "step" : null }, this.t(name))));
  }

  form(vote) {
    const { sheet, t } = this;
    const now = this.store.state(sheet);
    const control = controls[sheet.type](sheet, t, now);
    const sure = sureControl(sheet, t);
    const problem = h("p", { class: "problem", role: "alert" });
    const submit = () => {
      const answer = control.read();
      if (answer === null) {
        problem.textContent = t({ match: "placeFirst", scale: "setFirst", numeric: "numberFirst", reflect: "writeFirst" }[sheet.type] ?? "chooseFirst");
        return;
      }
      this.commit(vote, answer, sure.read());
    };
    const first = sheet.votes === 2 && vote === 1 && !this.retrying;
    return [
      vote === 2 ? h("p", { class: "quiet" }, t("firstVote", { answer: inWords(sheet, now.vote, t) })) : null,
      h("form", { onsubmit: (e) => { e.preventDefault(); submit(); } },
        h("fieldset", {}, h("legend", { html: sheet.stem }), control.node),
        this.hints(now),
        h("div", { class: "row" }, sure.node,
          h("button", { type: "submit" }, t(first ? "vote" : vote === 2 ? "voteAgain" : sheet.type === "reflect" ? "keep" : "answer")), this.saved.line),
        problem),
    ].filter(Boolean);
  }

  commit(vote, answer, confidence) {
    const { sheet } = this;
    const now = this.store.state(sheet);
    const first = sheet.votes === 2 && vote === 1 && !this.retrying;
    const attempt = this.retrying && now.commit ? now.attempt + 1 : now.attempt;
    this.retrying = this.talked = this.showAll = false;
    this.store.add(sheet, first ? "vote" : "commit", { attempt, vote: sheet.votes === 2 ? (first ? 1 : 2) : null, answer, confidence });
    this.draw(first ? ".talk, .feedback" : ".feedback");
  }

  // One hint at a time, each logged, so that help is seen and never lost.
  hints(now) {
    const { sheet, t } = this;
    if (!sheet.hints.length) return null;
    const shown = h("ol", { class: "hints" });
    const more = h("button", { type: "button", class: "plain" });
    let count = 0;
    const show = () => {
      shown.append(h("li", { html: sheet.hints[count++], tabindex: "-1" }));
      more.textContent = t("hint", { n: count + 1, total: sheet.hints.length });
      more.hidden = count === sheet.hints.length;
    };
    more.textContent = t("hint", { n: 1, total: sheet.hints.length });
    while (count < Math.min(now.hints, sheet.hints.length)) show();
    more.addEventListener("click", () => {
      this.store.add(sheet, "hint", { attempt: this.store.state(sheet).attempt, answer: count });
      show();
      shown.lastChild.focus();
    });
    return h("div", {}, shown, more);
  }

  // Clearing asks first, and clears nothing from the log.
  clear(now) {
    const { sheet, t } = this;
    const ask = (on) => () => { this.clearing = on; this.draw(on ? ".clearing" : ".feedback"); };
    if (!this.clearing) return h("button", { type: "button", class: "plain", onclick: ask(true) }, t("clear"));
    const reset = () => {
      this.clearing = this.showAll = false;
      this.store.add(sheet, "reset", { attempt: now.attempt });
      this.draw("input, select, textarea");
    };
    return h("div", { class: "clearing", tabindex: "-1", role: "group", "aria-label": t("clearSure") }, h("span", {}, t("clearSure")), " ",
      h("button", { type: "button", onclick: reset }, t("clearYes")), " ", h("button", { type: "button", class: "plain", onclick: ask(false) }, t("clearNo")));
  }

  question() {
    return h("div", { class: "stem", html: this.sheet.stem });
  }

  talk(now) {
    const { t, sheet } = this;
    const again = () => { this.talked = true; this.draw("input, select"); };
    const choices = sheet.type === "scale" ? null : h("ol", { type: "A", class: "choices" }, sheet.options.map((o) => h("li", { html: o.label })));
    return [this.question(), ...(choices ? [choices] : []), h("div", { class: "talk", tabindex: "-1", role: "status" },
      h("p", {}, h("b", {}, t("talkTitle")), " ", t("talk")), h("p", { class: "quiet" }, t("firstVote", { answer: inWords(sheet, now.vote, t) }))),
      h("div", { class: "row" }, h("button", { type: "button", onclick: again }, t("talked")),
        h("button", { type: "button", class: "plain", onclick: again }, t("alone")), this.saved.line)];
  }

  keptVote(now) {
    const { t, sheet } = this;
    return [this.question(), h("div", { class: "feedback kept", tabindex: "-1", role: "status" },
      h("strong", {}, t("kept")), " ", t("keptVote", { answer: inWords(sheet, now.vote, t) }), " ", t("againIn", { lesson: sheet.again_in })),
      h("div", { class: "row" }, this.saved.line)];
  }

  done(now) {
    const { sheet, t } = this;
    const { commit } = now;
    const verdict = grade(sheet, commit.answer);
    const all = this.showAll || ["supported", "debated", null].includes(verdict.outcome);
    const retry = () => { this.retrying = true; this.showAll = false; this.draw("input, select, textarea"); };
    return [
      this.question(),
      sheet.type === "reflect" ? h("blockquote", {}, commit.answer) : null,
      ["scale", "numeric"].includes(sheet.type) ? null
        : h("ul", { class: "options" }, sheet.options.map((o, i) => this.option(o, i, commit.answer, verdict, all))),
      this.feedback(now, verdict, all),
      h("div", { class: "row" },
        verdict.outcome === "supported" ? null
          : h("button", { type: "button", class: "plain", onclick: retry }, t(verdict.outcome === null ? "change" : "retry")),
        sheet.votes === 2 ? null : this.clear(now), // a closed vote stays closed
        all ? null : h("button", { type: "button", class: "plain", onclick: () => { this.showAll = true; this.draw(".feedback"); } }, t("showAll")),
        this.saved.line),
    ].filter(Boolean);
  }

  option(option, i, answer, verdict, all) {
    const { sheet, t } = this;
    const outcome = verdict.options[i];
    if (sheet.type === "reflect") return h("li", { class: "opt done" }, h("span", {}), h("div", {}, h("b", { html: option.label }), h("p", { class: "note", html: option.feedback })));
    const what = {
      single: () => (answer === i ? t("yours") : ""),
      multiple: () => t(answer.includes(i) ? "ticked" : "left"),
      match: () => (answer[i] === null ? t("notPlaced") : t("placed", { column: sheet.columns[answer[i]] })),
    }[sheet.type]();
    // In a single item only the chosen option speaks until every explanation is shown: a second try stays worth making.
    const speaks = all || (sheet.type === "single" ? answer === i : outcome !== "not yet" && outcome !== "unanswered");
    const shown = outcome && (all || sheet.type !== "multiple" || answer.includes(i)) ? outcome : null;
    return h("li", { class: `opt done ${shown ? shown.replace(" ", "-") : ""}` },
      h("span", { class: "letter", "aria-hidden": "true" }, letter(i)),
      h("div", {},
        what ? h("b", { class: "tag" }, shown ? t("tag", { what, verdict: t(shown).toLowerCase() }) : what) : null,
        h("div", { html: option.label }),
        all && sheet.type === "match" && option.column !== sheet.columns[answer[i]] ? h("p", { class: "note" }, t("editors", { column: option.column })) : null,
        speaks ? h("p", { class: "note", html: (sheet.type === "multiple" && !answer.includes(i) && option.left) || option.feedback }) : null));
  }

  feedback(now, verdict, all) {
    const { sheet, t } = this;
    const { commit, vote } = now;
    const parts = verdict.options.filter((o) => o !== null);
    const line = [];
    if (sheet.type === "multiple" || sheet.type === "match") {
      line.push(t("partsFit", { n: parts.filter((o) => o === "supported" || o === "debated").length, total: parts.length }));
      if (parts.includes("debated")) line.push(t("partsDebated", { n: parts.filter((o) => o === "debated").length }));
    }
    if (commit.confidence !== null && verdict.outcome !== null) line.push(t("wereSure", { n: commit.confidence }));
    if (sheet.type === "numeric") line.push(t("youSaid", { answer: inWords(sheet, { ...commit, confidence: null }, t) }));
    if (sheet.type === "scale") line.push(t("keptVote", { answer: inWords(sheet, commit, t) }));
    if (sheet.type === "reflect") line.push(t("compare"));
    if (vote) line.push(t("firstVote", { answer: inWords(sheet, vote, t) }), t("secondVote", { answer: inWords(sheet, commit, t) }));
    return h("div", { class: `feedback ${(verdict.outcome ?? "kept").replace(" ", "-")}`, tabindex: "-1", role: "status" },
      h("strong", {}, verdict.outcome === null ? t("kept") : t("verdict", { verdict: t(verdict.outcome) })), " ", line.join(" "),
      sheet.type === "numeric" ? h("div", { class: "why", html: sheet.options[band(sheet, commit.answer)].feedback }) : null,
      all ? h("div", { class: "why", html: sheet.explanation }) : null,
      all && sheet.evidence.length ? this.evidence() : null,
      vote && sheet.isomorph ? h("p", {}, t("isomorph")) : null);
  }

  evidence() {
    const { sheet, t } = this;
    return h("p", { class: "sources" }, `${t("evidence")}: `, sheet.evidence.flatMap((e, i) => [i ? " · " : "",
      h("a", { href: e.url, target: "_blank", rel: "noopener noreferrer", title: t("newWindow") }, `${e.id}: ${e.label}`)]));
  }
}

// ---------------------------------------------------------------- progress, and who is at this computer

class Progress {
  constructor(store, sheet, t) {
    Object.assign(this, { store, sheet, t });
    this.bar = h("progress", { max: sheet.items.length, "aria-label": t("progress", sheet) });
    this.line = h("p", { role: "status" });
    this.people = h("div");
    this.root = h("section", { class: "lesson-card", "data-item": sheet.id, "aria-label": t("progress", sheet) },
      h("p", {}, h("b", {}, t("progress", sheet))), this.bar, this.line, this.people);
    this.draw();
    store.watchers.add((what) => what === "events" && this.draw());
  }

  draw() {
    const { sheet, store, t } = this;
    const states = fold(store.events.values(), Object.fromEntries(sheet.items.map((i) => [i.id, i.version])));
    const isDone = (i) => states[i.id].commit || (i.again_in && states[i.id].vote);
    const open = sheet.items.filter((i) => !isDone(i));
    const n = this.bar.value = sheet.items.length - open.length;
    this.line.textContent = [t("answered", { n, total: sheet.items.length }),
      open.length ? t("nextOpen", { names: open.map((i) => i.number).join(", ") }) : t("allDone")].join(" ");
    this.who();
  }

  // Drawn again only when the learner changed, so that a half-typed name and the focus stay.
  who() {
    const { store, t, people } = this;
    const { learner } = store;
    const mark = JSON.stringify(learner);
    if (mark === this.drawn) return;
    this.drawn = mark;
    const inside = people.contains(document.activeElement);
    const name = (l) => l.name || t("nobody", { n: (l.folder ?? "").replace(/\D/g, "") });
    const where = learner.folder ? t("who", { name: name(learner), folder: learner.place }) : t("unkept");
    people.replaceChildren(h("p", { class: "quiet kept-for", tabindex: "-1" }, where),
      ...(learner.problems ?? []).map((problem) => h("p", { class: "problem" }, problem)),
      ...(learner.folder ? [this.others(learner, name)] : []));
    if (inside) people.firstChild.focus();
  }

  others(learner, name) {
    const { store, t } = this;
    const typed = h("input", { type: "text", id: uid("name"), maxlength: 80, autocomplete: "off" });
    const others = (learner.others ?? []).filter((l) => l.folder !== learner.folder);
    const pick = h("select", { id: uid("who") }, others.map((l) => h("option", { value: l.folder }, name(l))));
    const button = (label, message) => h("button", { type: "button", class: "plain", onclick: () => store.model.send(message()) }, label);
    return h("details", {}, h("summary", {}, t("switch")),
      others.length ? h("div", { class: "row" }, h("label", { for: pick.id }, t("continueAs")), pick,
        button(t("continue"), () => ({ type: "switch", folder: pick.value }))) : null,
      h("div", { class: "row" }, h("label", { for: typed.id }, t("newName")), typed,
        button(t("newLearner"), () => ({ type: "new", name: typed.value }))));
  }
}

const views = { ask: Ask, progress: Progress };

function render({ model, el }) {
  const sheet = model.get("sheet");
  const store = new Store(model);
  const { root } = new views[sheet.view](store, sheet, words(model.get("strings")));
  // JupyterLab takes plain keys from outputs (arrows move between cells): keep them here, leave its shortcuts alone.
  root.addEventListener("keydown", (key) => {
    if (!key.ctrlKey && !key.metaKey && !key.altKey && key.key !== "Escape") key.stopPropagation();
  });
  el.classList.add("lesson");
  el.append(root);
  return () => store.close();
}

export default { render };
