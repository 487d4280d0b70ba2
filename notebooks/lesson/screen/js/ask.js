// One question, from the first vote to the verdict. What differs between kinds of questions stands in types/.
/** @import { Child } from "./dom.js" */
/** @import { Question, State, Translate } from "./shapes" */
/** @import { Store } from "./store.js" */
import { noSecondClick } from "./clicks.js";
import { sureControl } from "./controls.js";
import { h, plain, present } from "./dom.js";
import { draftOf, dropDraft, keepDraft, NEWS, seeded } from "./drafts.js";
import { LAST_ATTEMPT } from "./event.js";
import { earlierWords, inWords, listing, marked } from "./feedback.js";
import { grade } from "./grade.js";
import { hintsOf } from "./hints.js";
import { kindOf } from "./kinds.js";
import { readTable } from "./rows.js";
import { savedLine } from "./saved.js";
import { sendButtons } from "./send.js";

/** @typedef {"answer" | "vote1" | "talk" | "vote2" | "kept" | "done"} Stage */

/** The first thing to answer with. */
const FIRST = "fieldset :is(input, select, textarea, button):enabled";
const STEP = { vote1: 0, talk: 1, vote2: 2, answer: 2, kept: -1, done: 3 };

export class Ask {
  talked = false;
  retrying = false;
  showAll = false;
  clearing = false;
  writing = false; // somebody is at it: nothing that comes from elsewhere draws over it
  drawn = "";
  drawnFor = "";
  drawnAt = 0;

  /**
   * @param {Store} store
   * @param {Question} sheet
   * @param {Translate} t
   */
  constructor(store, sheet, t) {
    this.store = store;
    this.sheet = sheet;
    this.t = t;
    this.fresh = Boolean(sheet.fresh); // asked again, whatever was answered before
    this.saved = savedLine(store, sheet.id, t);
    this.root = h("section", { class: "lesson-card", "data-item": sheet.id, "aria-label": this.name });
    store.watchers.add((what) => (what === "status" ? this.saved.paint() : this.refresh()));
    noSecondClick(this.root, () => this.drawnAt);
    this.resume();
  }

  // Go on where somebody stopped writing.
  resume() {
    const { commit, vote } = this.now;
    const draft = draftOf(this.store, this.sheet);
    this.retrying = this.fresh || Boolean(draft && commit && draft.at === commit.id);
    this.talked = Boolean(draft && vote && draft.vote === 2);
  }

  get name() {
    return this.t(this.sheet.again ? "secondOf" : "question", this.sheet);
  }

  get now() {
    return this.store.state(this.sheet);
  }

  /** @returns {Stage} */
  get stage() {
    const { sheet, now } = this;
    if (this.retrying) return "answer";
    if (now.commit) return "done";
    if (sheet.votes === 1) return "answer";
    if (sheet.again) return "vote2"; // the second vote of another lesson: the first one is shown afterwards
    if (!now.vote) return "vote1";
    if (sheet.again_in) return "kept";
    return this.talked ? "vote2" : "talk";
  }

  // Another card, or the log, brought news: draw again only if it changes where this card stands.
  refresh() {
    if (this.drawn === this.mark()) return;
    if (this.writing && this.drawnFor === this.store.learner.id) return;
    this.clearing = false;
    this.resume();
    this.draw();
  }

  mark() {
    const { commit, vote, earlier, attempt } = this.now;
    return [this.store.learner.id, commit?.id, vote?.id, earlier?.id, commit ? 0 : attempt].join();
  }

  /** @type {(focus?: string | null) => void} */
  draw(focus = null) {
    const { sheet, t, now, stage } = this;
    this.drawn = this.mark();
    this.drawnFor = this.store.learner.id;
    this.drawnAt = performance.now();
    this.writing = false;
    this.saved = savedLine(this.store, sheet.id, t);
    const steps = sheet.votes === 2 && !sheet.again_in && this.steps(stage);
    const parts = present([this.meta(), steps, ...earlierWords(sheet, now, t), ...this.body(stage, now)]);
    this.root.replaceChildren(.../** @type {Node[]} */ (parts));
    // To focus is slow in a long page: draw first.
    if (focus) setTimeout(() => /** @type {HTMLElement | null} */ (this.root.querySelector(focus))?.focus());
  }

  /** @type {(stage: Stage, now: State) => Child[]} */
  body(stage, now) {
    if (stage === "done") return this.done(now);
    if (stage === "talk") return this.talk(now);
    if (stage === "kept") return this.keptVote(now);
    return this.form(stage === "vote2" ? 2 : 1, now);
  }

  meta() {
    const { sheet, t } = this;
    const minutes = sheet.minutes === 1 ? t("minute") : t("minutes", { n: sheet.minutes });
    const { asks } = kindOf(sheet);
    const asked = typeof asks === "string" ? asks : asks(sheet);
    const words = [this.name, t(asked), minutes].map((word) => h("span", {}, word));
    return h("div", { class: "meta" }, words, sheet.extra && h("span", { class: "extra" }, t("extra")));
  }

  steps(/** @type {Stage} */ stage) {
    const steps = ["step1", "step2", "step3", "step4"].map((name, i) =>
      h("li", { "aria-current": i === STEP[stage] ? "step" : null }, this.t(name)),
    );
    return h("ol", { class: "steps", "aria-label": this.t("steps") }, steps);
  }

  /** @type {(vote: 1 | 2, now: State) => Child[]} */
  form(vote, now) {
    const { sheet, t } = this;
    const kind = kindOf(sheet);
    const found = draftOf(this.store, sheet);
    const draft = found?.vote === vote ? found : null;
    const control = kind.control(sheet, t, seeded(now, draft));
    const sure = sureControl(sheet.start, sheet.start ?? 0, sheet.sure[0], t);
    const problem = h("p", { class: "problem", role: "alert" });
    const onsubmit = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const answer = control.read();
      if (answer === null) problem.textContent = control.wrong?.() || kind.problem(t, sheet);
      else this.commit(vote, answer, sure.read());
    };
    const skip = kind.skip && plain(t("openUnguessed"), () => this.commit(vote, kind.skip, null));
    const send = t(this.isFirst(vote) ? "vote" : vote === 2 ? "voteAgain" : (kind.button ?? "answer"), sheet);
    const part = () => this.commit(vote, control.part?.(), sure.read());
    const { nodes, paint } = sendButtons(sheet, kind, control, send, part, t);
    const form = h(
      "form",
      { onsubmit },
      h("fieldset", {}, h("legend", { html: sheet.stem }), sheet.tables.map(readTable), control.node),
      hintsOf(this.store, sheet, t),
      h("div", { class: "row" }, sure.node, nodes, skip, this.saved.line),
      problem,
    );
    this.writing = draft !== null;
    keepDraft(form, { store: this.store, sheet, vote, now, control, draft }, () => (this.writing = true));
    for (const what of NEWS) form.addEventListener(what, paint);
    paint();
    return [vote === 2 && !sheet.again && this.firstVote(now), form];
  }

  firstVote(/** @type {State} */ { vote }) {
    const { sheet, t } = this;
    return vote && h("p", { class: "quiet" }, t("firstVote", { answer: inWords(sheet, vote, t) }));
  }

  isFirst(/** @type {1 | 2} */ vote) {
    return this.sheet.votes === 2 && vote === 1 && !this.retrying;
  }

  /** @type {(vote: 1 | 2, answer: any, confidence: number | null) => void} */
  commit(vote, answer, confidence) {
    const { sheet, now } = this;
    const first = this.isFirst(vote);
    const attempt = Math.min(now.attempt + (this.retrying && now.commit ? 1 : 0), LAST_ATTEMPT);
    this.retrying = this.talked = this.showAll = this.fresh = false;
    const which = sheet.votes === 2 ? (first ? 1 : 2) : null;
    dropDraft(this.store, sheet);
    this.store.add(sheet, first ? "vote" : "commit", { attempt, vote: which, answer, confidence });
    this.draw(first ? ".talk, .feedback" : ".feedback");
  }

  // Clearing asks first, and clears nothing from the log.
  clear(/** @type {State} */ { attempt }) {
    const { sheet, t } = this;
    const ask = (/** @type {boolean} */ on) => () => {
      this.clearing = on;
      this.draw(on ? ".clearing" : ".feedback");
    };
    const reset = () => {
      this.clearing = this.showAll = false;
      dropDraft(this.store, sheet);
      this.store.add(sheet, "reset", { attempt });
      this.draw(FIRST);
    };
    if (attempt >= LAST_ATTEMPT) return null; // after it there is no attempt left
    if (!this.clearing) return plain(t("clear"), ask(true));
    return h(
      "div",
      { class: "clearing", tabindex: "-1", role: "group", "aria-label": t("clearSure") },
      h("span", {}, t("clearSure")),
      " ",
      h("button", { type: "button", onclick: reset }, t("clearYes")),
      " ",
      plain(t("clearNo"), ask(false)),
    );
  }

  question() {
    const { stem, tables } = this.sheet;
    return h("div", {}, h("div", { class: "stem", html: stem }), tables.map(readTable));
  }

  /** @type {(now: State) => Child[]} */
  talk(now) {
    const { t, sheet } = this;
    const onclick = () => {
      this.talked = true;
      this.draw(FIRST);
    };
    return [
      this.question(),
      sheet.listed && listing(sheet),
      h(
        "div",
        { class: "talk", tabindex: "-1", role: "status" },
        h("p", {}, h("b", {}, t("talkTitle")), " ", t("talk")),
        this.firstVote(now),
      ),
      h(
        "div",
        { class: "row" },
        h("button", { type: "button", onclick }, t("talked")),
        plain(t("alone"), onclick),
        this.saved.line,
      ),
    ];
  }

  /** @type {(now: State) => Child[]} */
  keptVote({ vote }) {
    const { t, sheet } = this;
    if (!vote) return [];
    const said = t("keptVote", { answer: inWords(sheet, vote, t) });
    const again = t("againIn", { lesson: sheet.again_in });
    return [
      this.question(),
      ...(kindOf(sheet).reveal(sheet, { answer: vote.answer, verdict: grade(sheet, vote.answer), all: true }, t).body ??
        []),
      h(
        "div",
        { class: "feedback kept", tabindex: "-1", role: "status" },
        h("strong", {}, t("kept")),
        ` ${said} ${again}`,
        h("div", { class: "why", html: sheet.explanation }),
      ),
      h("div", { class: "row" }, this.saved.line),
    ];
  }

  /** @type {(now: State) => Child[]} */
  done(now) {
    const { sheet, t } = this;
    const { commit, vote } = now;
    if (!commit) return [];
    const verdict = grade(sheet, commit.answer);
    const { outcome } = verdict;
    const { open, final } = kindOf(sheet);
    // After a second vote the explanation stands before the same idea in another story.
    const all = open?.(sheet) || this.showAll || sheet.votes === 2 || outcome !== "not yet";
    const retry = () => {
      this.retrying = true;
      this.showAll = false;
      this.draw(FIRST);
    };
    const show = () => {
      this.showAll = true;
      this.draw(".feedback");
    };
    return [
      this.question(),
      ...marked(sheet, commit, vote, verdict, all, t),
      h(
        "div",
        { class: "row" },
        outcome !== "supported" && !final && plain(t(outcome === null ? "change" : "retry"), retry),
        sheet.votes !== 2 && !final && this.clear(now), // a closed vote stays closed
        !all && plain(t("showAll"), show),
        this.saved.line,
      ),
    ];
  }
}
