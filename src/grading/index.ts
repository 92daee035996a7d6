import { choiceGrader } from "./choice.ts";
import { judgeGrader } from "./judge.ts";
import { numberGrader } from "./number.ts";
import { textGrader } from "./text.ts";

export const graders = [choiceGrader, numberGrader, textGrader, judgeGrader] as const;
export type GraderId = (typeof graders)[number]["id"];

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
