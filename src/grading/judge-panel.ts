/** Several judges on one answer, and whether a judge may be partial. */
import type { Question } from "../records/index.ts";
import { type Ask, type Grade, invalid, verdict } from "./grader.ts";
import { judgeGrader } from "./judge.ts";

export interface Judge {
  /** The model's name. */
  readonly id: string;
  readonly ask: Ask;
}

export interface PanelGrade {
  /** What most of the judges who gave a verdict say; invalid for a tie and for no verdict. */
  readonly grade: Grade;
  /** In the order of the judges; `cohenKappa` and `fleissKappa` in `statistics/` take these. */
  readonly verdicts: readonly { readonly judge: string; readonly status: Grade["status"] }[];
}

/** Ask every judge; failures of an `ask` are the caller's to handle. */
export async function gradeByPanel(
  question: Question,
  answer: string,
  judges: readonly Judge[],
): Promise<PanelGrade> {
  const grades = await Promise.all(judges.map(({ ask }) => judgeGrader.grade(question, answer, ask)));
  const verdicts = judges.map(({ id }, at) => ({ judge: id, status: grades[at]?.status ?? "invalid" }));
  const votes = (status: Grade["status"]) => grades.filter((grade) => grade.status === status).length;
  const [ayes, noes] = [votes("correct"), votes("incorrect")];
  const read = grades.find((grade) => grade.read !== undefined)?.read;
  const grade = ayes === noes || read === undefined ? invalid : verdict(ayes > noes, read);
  return { grade, verdicts };
}

/** A model and its family, as a provider's traits name it. */
export interface NamedModel {
  readonly model: string;
  readonly family: string;
}

/**
 * A warning when judge and question writer, or judge and judged model, are of one family: models rate their own kind higher
 * (A. Panickssery, S. Bowman and S. Feng 2024, arXiv:2404.13076). Undefined when they are not, or when one is unknown
 * (an empty family).
 */
export function partialJudgeWarning(
  judge: NamedModel,
  other: NamedModel,
  role: "writer" | "judged model" = "writer",
): string | undefined {
  const same = judge.model === other.model;
  if (!same && (judge.family === "" || judge.family !== other.family)) return undefined;
  const kin = same ? "are the same model" : `are both ${judge.family} models`;
  return `judge ${judge.model} and ${role} ${other.model} ${kin}: its verdicts may be partial; use a judge of another family`;
}
