// The shapes of what passes between Python and the browser, and between the modules here. tsc checks them; none is shipped.

export type Outcome = "supported" | "not yet" | "debated" | "unanswered";

/** Words of the interface by name, with the values that they hold filled in. */
export type Translate = (name: string, values?: object) => string;

export interface Cell {
  html: string;
  text: string; // the same as plain words
}

/** A small table to read before answering; the first cell of each row names it. */
export interface ReadTable {
  title: string;
  heads: string[];
  rows: Cell[][];
}

export interface Option {
  label: string; // HTML
  text: string; // the same as plain words
  feedback: string; // HTML
  left: string; // HTML, said in place of `feedback` to somebody who did not tick it
  column: string;
  number: number; // its place in the text, or the number of its sentence
  verdicts: Record<string, Outcome>;
  cells: Cell[]; // what a table shows of it, where options are rows
  measure: string; // what it is ordered by, in words
  size: number | null; // the same as a share of the largest, from 0 to 1
}

/** As much of a question as grading and folding read. */
export interface Graded {
  id: string;
  type: string;
  version: string;
  lesson: string;
  notebook?: string;
  columns: string[];
  bands: [number | null, number | null][];
  ask: string; // of a mark: one or several; of a prediction: number, choice or line
  years: [number, number]; // empty where no line is drawn
  given: number; // up to which year the record is told beforehand
  options: Option[];
}

/** A whole question, as Python compiled it. */
export interface Question extends Graded {
  stem: string; // HTML
  explanation: string; // HTML
  hints: string[]; // HTML
  evidence: { id: string; label: string; url: string }[];
  listed: boolean; // may the options be read before answering?
  minutes: number;
  votes: 1 | 2;
  again: boolean; // the second vote on an opinion of another lesson
  extra?: boolean; // asked in a part for whoever has more time
  fresh?: boolean; // a return card: asked again from the start
  again_in: string;
  isomorph: string;
  start: number | null; // where "how sure are you?" begins, in per cent
  sure: [string, string]; // "How sure are you that ...?", and "that ..." as it is quoted afterwards; empty where not asked
  settles: string; // HTML: what would settle a debated question
  stronger: string; // HTML: what stands stronger today
  ends: [string, string];
  weights: string[];
  unit: string;
  heads: string[]; // titles of the columns, where options are rows
  tables: ReadTable[];
  span: [number, number]; // where guesses would lie; empty where that is not said
  log: boolean;
  title: string; // HTML, over the text that is marked
  text_beside: string; // HTML
  opens: string; // what a prediction opens
  shown: string; // HTML: the record in a few words
  beside: string; // HTML
  record: number[]; // lowest and highest, or a number for each year
}

/** One line of a learner's log. What an answer is depends on the kind of question; each kind checks its own. */
export interface Entry {
  v: number;
  id: string;
  time: string;
  notebook: string;
  item: string;
  item_version: string;
  kind: "vote" | "commit" | "hint" | "note" | "reset";
  attempt: number;
  vote: 1 | 2 | null;
  answer: any;
  confidence: number | null;
}

/** Where a learner stands with one question. */
export interface State {
  first: Entry | null;
  vote: Entry | null;
  commit: Entry | null;
  earlier: Entry | null;
  note: Entry | null;
  attempt: number;
  hints: number;
}

export type States = Record<string, State>;

/** What an answer is worth as a whole (null where nothing is graded), and part by part. */
export interface Verdict {
  outcome: Outcome | null;
  options: (Outcome | null)[];
}

export type Grader = (sheet: Graded, answer: unknown) => Verdict;

export interface Control {
  node: HTMLElement | null;
  read: () => any; // the answer, or null while there is none
  wrong?: () => string; // why there is none, where something was given
  count?: () => number; // how many cards are placed
  part?: () => any; // the answer as far as it is given
}

/** A committed answer that is being shown: `all` when every explanation may be read. */
export interface Marked {
  answer: any;
  verdict: Verdict;
  all: boolean;
}

/** What a kind of question shows of a marked answer; whatever it leaves out is not shown. */
export interface Shown {
  head?: string; // the first words of the feedback where nothing is graded; "Kept." where there are none
  body?: HTMLElement[]; // between the question and the feedback
  said?: string[]; // sentences after "You were ... % sure"
  why?: string; // HTML at the head of the explanation
  word?: string; // the name of a word in place of the verdict's: "Near", "In part"
}

/** A kind of question: what each module of types/ exports. */
export interface Kind {
  asks: string | ((sheet: Question) => string); // the name of the words that say what is asked for: "one answer"
  button?: string; // the name of the words on the button; "answer" where there is none
  waits?: string; // the name of the words on the button while there is no answer
  open?(sheet: Question): boolean; // does a marked answer show every reason at once?
  opinion?: boolean; // what was said is quoted when it is kept
  skip?: string; // the answer of somebody who opens the record without guessing
  final?: boolean; // an answer is made once, and not cleared
  listing?(sheet: Question): HTMLElement; // what may be read while one talks; a list of the options where there is none
  control(sheet: Question, t: Translate, state: State): Control;
  grade(sheet: Graded, answer: unknown): Verdict;
  words(sheet: Question, answer: any, t: Translate): string;
  reveal(sheet: Question, marked: Marked, t: Translate): Shown;
  problem(t: Translate, sheet: Question): string;
}

export interface Learner {
  id: string;
  name?: string;
  folder?: string;
  place?: string;
  problems?: string[];
  others?: { folder: string; name: string }[];
  ids?: string[]; // of everyone who has a folder here
  offer?: { text?: string; button?: string; message?: object }; // a class to join or to leave
}

/** The model of a widget, as anywidget gives it and as page.js stands in for it. */
export interface Model {
  get(name: string): any;
  set(name: string, value: unknown): void;
  on(name: string, handler: (message?: any) => void): void;
  off(name: string, handler: (message?: any) => void): void;
  send(message: object): void;
}

/** What is drawn in one card. */
export interface Drawing {
  root: HTMLElement;
  draw(): void;
}

/** What `lesson.explore` opens, with the items that it folds. */
export interface ViewSheet<Item = Graded> {
  id: string;
  title: string;
  items: Item[];
}
