// One question, from the first vote to the verdict.
import { controls, letter, sureControl } from "./controls.js";
import { h } from "./dom.js";
import { band, grade, placedIn } from "./grade.js";
import { savedLine } from "./store.js";

export function inWords(sheet, event, t) {
  const { answer, confidence } = event;
  const said = {
    single: () => letter(answer),
    multiple: () => answer.map(letter).join(", "),
    match: () => answer.map((c, i) => `${letter(i)} ${placedIn(c) === null ? "–" : sheet.columns[placedIn(c)]}`).join(", "),
    numeric: () => t("amount", { n: answer, unit: sheet.unit }),
    scale: () => t("of100", { n: answer }),
    reflect: () => answer,
  }[sheet.type]();
  return confidence === null ? said : `${said} (${t("percent", { n: confidence })})`;
}

export class Ask {
  constructor(store, sheet, t) {
    Object.assign(this, { store, sheet, t, talked: false, retrying: false, showAll: false, clearing: false });
    this.root = h("section", { class: "lesson-card", "data-item": sheet.id, "aria-label": this.name });
    this.draw();
    store.watchers.add((what) => (what === "status" ? this.saved?.paint() : this.refresh()));
  }

  get name() {
    return this.t(this.sheet.again ? "secondOf" : "question", this.sheet);
  }

  get stage() {
    const now = this.store.state(this.sheet);
    if (this.retrying) return "answer";
    if (now.commit) return "done";
    if (this.sheet.votes === 1) return "answer";
    if (this.sheet.again) return "vote2"; // the second vote of another lesson: the first one is shown afterwards
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
    if (focus) setTimeout(() => this.root.querySelector(focus)?.focus()); // to focus is slow in a long page: draw first
  }

  meta() {
    const { sheet, t } = this;
    const kind = { single: "one", multiple: "several", match: "place", numeric: "estimate", scale: "opinion", reflect: "writing" }[sheet.type];
    return h("div", { class: "meta" }, h("span", {}, this.name), h("span", {}, t(kind)),
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
      vote === 2 && !sheet.again ? h("p", { class: "quiet" }, t("firstVote", { answer: inWords(sheet, now.vote, t) })) : null,
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
      match: () => this.placed(answer[i]),
    }[sheet.type]();
    // In a single item only the chosen option speaks until every explanation is shown: a second try stays worth making.
    const speaks = all || (sheet.type === "single" ? answer === i : outcome !== "not yet" && outcome !== "unanswered");
    const shown = outcome && (all || sheet.type !== "multiple" || answer.includes(i)) ? outcome : null;
    return h("li", { class: `opt done ${shown ? shown.replace(" ", "-") : ""}` },
      h("span", { class: "letter", "aria-hidden": "true" }, letter(i)),
      h("div", {},
        what ? h("b", { class: "tag" }, shown ? t("tag", { what, verdict: t(shown).toLowerCase() }) : what) : null,
        h("div", { html: option.label }),
        all && sheet.type === "match" && option.column !== sheet.columns[placedIn(answer[i])] ? h("p", { class: "note" }, t("editors", { column: option.column })) : null,
        speaks ? h("p", { class: "note", html: (sheet.type === "multiple" && !answer.includes(i) && option.left) || option.feedback }) : null));
  }

  placed(card) {
    const { sheet, t } = this;
    const column = placedIn(card), weight = Array.isArray(card) ? card[1] ?? null : null;
    if (column === null) return t("notPlaced");
    return [t("placed", { column: sheet.columns[column] }), ...(weight === null ? [] : [t("weighed", { weight: sheet.weights[weight] })])].join(", ");
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
    if (sheet.type === "scale" && !vote) line.push(t("keptVote", { answer: inWords(sheet, commit, t) }));
    if (sheet.type === "reflect") line.push(t("compare"));
    if (vote) line.push(t("firstVote", { answer: inWords(sheet, vote, t) }));
    if (vote) line.push(t("secondVote", { answer: inWords(sheet, commit, t) }));
    if (sheet.again && !vote) line.push(t("noFirst"));
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
