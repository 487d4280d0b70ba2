// What an answer is worth, as in Python's grader; tests/vectors.json is run by both.
/** @import { Graded, Verdict } from "./shapes" */
import { kindOf } from "./kinds.js";

/** @type {(sheet: Graded, answer: unknown) => Verdict} */
export const grade = (sheet, answer) => kindOf(sheet).grade(sheet, answer);
