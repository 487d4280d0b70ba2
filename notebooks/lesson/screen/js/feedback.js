// A question with its committed answer: what was answered, the verdict, the explanation, the sources.
/** @import { Child } from "./dom.js" */
/** @import { Entry, Question, Shown, Translate, Verdict } from "./shapes" */
import { h, outside } from "./dom.js";
import { kindOf } from "./kinds.js";

/**
 * An answer in words, and how sure it was.
 * @type {(sheet: Question, event: Entry, t: Translate) => string}
 */
export function inWords(sheet, { answer, confidence }, t) {
  const said = kindOf(sheet).words(sheet, answer, t);
  return confidence === null ? said : `${said} (${t("percent", { n: confidence })})`;
}

/**
 * `all` shows every explanation.
 * @type {(sheet: Question, commit: Entry, vote: Entry | null, verdict: Verdict, all: boolean, t: Translate) => Child[]}
 */
export function marked(sheet, commit, vote, verdict, all, t) {
  const shown = kindOf(sheet).reveal(sheet, { answer: commit.answer, verdict, all }, t);
  const { outcome } = verdict;
  return [
    ...(shown.body ?? []),
    h(
      "div",
      {
        class: `feedback ${shown.word ? "part" : (outcome ?? "kept").replace(" ", "-")}`,
        tabindex: "-1",
        role: "status",
      },
      h(
        "strong",
        {},
        outcome === null ? (shown.head ?? t("kept")) : t("verdict", { verdict: t(shown.word ?? outcome) }),
      ),
      " ",
      sentences(sheet, commit, vote, outcome !== null, shown, t).join(" "),
      shown.why === undefined ? null : h("div", { class: "why", html: shown.why }),
      all ? h("div", { class: "why", html: sheet.explanation }) : null,
      all && sheet.evidence.length ? evidence(sheet, t) : null,
      vote && sheet.isomorph ? h("p", {}, t("isomorph")) : null,
    ),
  ];
}

/** @type {(sheet: Question, commit: Entry, vote: Entry | null, graded: boolean, shown: Shown, t: Translate) => string[]} */
function sentences(sheet, commit, vote, graded, { fit = [], said = [] }, t) {
  const sure = graded && commit.confidence !== null ? [t("wereSure", { n: commit.confidence })] : [];
  const opinion = kindOf(sheet).opinion && !vote ? [t("keptVote", { answer: inWords(sheet, commit, t) })] : [];
  const first = vote ? [t("firstVote", { answer: inWords(sheet, vote, t) })] : [];
  const second = vote ? [t("secondVote", { answer: inWords(sheet, commit, t) })] : [];
  const none = sheet.again && !vote ? [t("noFirst")] : [];
  return [...fit, ...sure, ...said, ...opinion, ...first, ...second, ...none];
}

/** @type {(sheet: Question, t: Translate) => HTMLElement} */
function evidence(sheet, t) {
  const links = sheet.evidence.flatMap(({ url, id, label }, i) => [i ? " · " : "", outside(url, `${id}: ${label}`, t)]);
  return h("p", { class: "sources" }, `${t("evidence")}: `, links);
}
