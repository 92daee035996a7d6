import { choiceGrader } from "./choice.ts";
import type { RuleGrader } from "./grader.ts";
import { judgeGrader } from "./judge.ts";
import { numberGrader } from "./number.ts";
import { textGrader } from "./text.ts";

export const graders = [choiceGrader, numberGrader, textGrader, judgeGrader] as const;
export type GraderId = (typeof graders)[number]["id"];

/** The grader of a task that has to decide without a model. */
export function ruleGrader(id: GraderId): RuleGrader {
  const grader = graders.find((known) => known.id === id);
  if (grader?.kind === "rule") return grader;
  throw new Error(`ruleGrader: expected a grader that decides by rule, got ${id}`);
}

export { choiceLetter, readChoice } from "./choice.ts";
export { goldAnswer } from "./gold-answer.ts";
export type { Ask, Grade, Grader, JudgeRequest, ModelGrader, RuleGrader } from "./grader.ts";
export { ANSWER_FENCE, judgeRequest, readVerdict, VerdictSchema, verdictKey } from "./judge.ts";
export {
  gradeByPanel,
  type Judge,
  type NamedModel,
  type PanelGrade,
  partialJudgeWarning,
} from "./judge-panel.ts";
export { normaliseText, numberOfWord } from "./normalise.ts";
export { readNumber } from "./number.ts";
export { questionText } from "./question-text.ts";
export { statedPart } from "./stated-part.ts";
export { choiceGrader, judgeGrader, numberGrader, textGrader };
