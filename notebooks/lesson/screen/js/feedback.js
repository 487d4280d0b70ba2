// A question with its committed answer: what was answered, the verdict, the explanation, the sources.
/** @import { Child } from "./dom.js" */
/** @import { Entry, Question, Shown, State, Translate, Verdict } from "./shapes" */
import { h, outside } from "./dom.js";
import { grade } from "./grade.js";
import { kindOf } from "./kinds.js";
import { readTable, rowsOf } from "./rows.js";

/**
 * An answer in words, and how sure it was.
 * @type {(sheet: Question, event: Entry, t: Translate) => string}
 */
export function inWords(sheet, { answer, confidence }, t) {
  const said = kindOf(sheet).words(sheet, answer, t);
  return confidence === null ? said : `${said} (${t("percent", { n: confidence })})`;
}

/**
 * What may be read before answering, while one talks.
 * @type {(sheet: Question) => HTMLElement}
 */
export function listing(sheet) {
  if (sheet.heads.length) return readTable(rowsOf(sheet));
  const choices = sheet.options.map((option) => h("li", { html: option.label }));
  return kindOf(sheet).listing?.(sheet) ?? h("ol", { type: "A", class: "choices" }, choices);
}

/**
 * `all` shows every explanation.
 * @type {(sheet: Question, commit: Entry, vote: Entry | null, verdict: Verdict, all: boolean, t: Translate) => Child[]}
 */
export function marked(sheet, commit, vote, verdict, all, t) {
  const shown = kindOf(sheet).reveal(sheet, { answer: commit.answer, verdict, all }, t);
  const { outcome } = verdict;
  const { css, word } = headOf(outcome, shown, t);
  return [
    ...(shown.body ?? []),
    h(
      "div",
      { class: `feedback ${css}`, tabindex: "-1", role: "status" },
      h("strong", {}, word),
      " ",
      sentences(sheet, commit, vote, outcome !== null, shown, t).join(" "),
      shown.why && h("div", { class: "why", html: shown.why }),
      all && h("div", { class: "why", html: sheet.explanation }),
      all && sheet.settles && settle(sheet, t),
      vote && sheet.isomorph && h("p", {}, t("isomorph")),
    ),
    all && evidence(sheet, t),
  ];
}

// A debated question ends with what would settle it, and with what stands stronger today.
/** @type {(sheet: Question, t: Translate) => HTMLElement} */
const settle = ({ settles, stronger }, t) =>
  h(
    "div",
    { class: "settle" },
    h("section", {}, h("b", {}, t("settles")), h("div", { html: settles })),
    stronger && h("section", {}, h("b", {}, t("stronger")), h("div", { html: stronger })),
  );

/**
 * The first word of the feedback, and the colour that goes with it: none where only a part is right.
 * @type {(outcome: Verdict["outcome"], shown: Shown, t: Translate) => { css: string, word: string }}
 */
function headOf(outcome, { head, word }, t) {
  if (outcome === null) return { css: "kept", word: head ?? t("kept") };
  return { css: word ? "part" : outcome.replace(" ", "-"), word: t("verdict", { verdict: t(word ?? outcome) }) };
}

/** @type {(sheet: Question, commit: Entry, vote: Entry | null, graded: boolean, shown: Shown, t: Translate) => string[]} */
function sentences(sheet, commit, vote, graded, { said = [] }, t) {
  const sure =
    graded && commit.confidence !== null ? [t("wereSure", { n: commit.confidence, what: sheet.sure[1] })] : [];
  const opinion = kindOf(sheet).opinion && !vote ? [t("keptVote", { answer: inWords(sheet, commit, t) })] : [];
  const first = vote ? [t("firstVote", { answer: inWords(sheet, vote, t) })] : [];
  const second = vote ? [t("secondVote", { answer: inWords(sheet, commit, t) })] : [];
  const none = sheet.again && !vote ? [t("noFirst")] : [];
  return [...sure, ...said, ...opinion, ...first, ...second, ...none];
}

/** @type {(sheet: Question, t: Translate) => HTMLElement | false} */
const evidence = ({ evidence: found }, t) =>
  found.length > 0 &&
  h(
    "details",
    {},
    h("summary", {}, t("evidence", { n: found.length })),
    h(
      "ul",
      { class: "sources plainly" },
      found.map(({ url, id, label }) => h("li", {}, outside(url, label, t), ` ${id}`)),
    ),
  );

// An answer to an earlier wording: words of one's own, and opinions, are always shown; what is graded is not compared.
/** @type {(sheet: Question, now: State, t: Translate) => HTMLElement[]} */
export function earlierWords(sheet, { earlier, commit, vote }, t) {
  if (!earlier || commit || vote) return [];
  if (grade(sheet, earlier.answer).outcome !== null) return [h("p", { class: "quiet" }, t("earlier"))];
  return [
    h("p", { class: "quiet" }, t("earlierWords")),
    h("blockquote", { dir: "auto" }, kindOf(sheet).words(sheet, earlier.answer, t)),
  ];
}
