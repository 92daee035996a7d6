/**
 * R_acc of the paper's Eq. 1: the verdict of the task's grader on the answer, 0 to 1; 0 without an answer.
 *
 * Reason: the outcome that all else is for. Only the answer text of the record is graded; thoughts and what stands
 * outside the tags never reach a grader.
 */
import { ruleGrader } from "../grading/index.ts";
import { taskOf } from "../tasks/index.ts";
import { between, type RewardCase, type RewardTerm } from "./term.ts";

export function gradeOf({ episode, question }: RewardCase): number {
  const grader = ruleGrader(taskOf(question.task).grader);
  return episode.answer === undefined ? 0 : grader.grade(question, episode.answer).score;
}

export const accuracy: RewardTerm<"accuracy"> = {
  id: "accuracy",
  summary: "the grader's verdict on the answer",
  range: between(0, 1),
  perfect: () => 1,
  value: gradeOf,
};
