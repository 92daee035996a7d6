/**
 * Open text by a judge model (paper App. D.1: LLM-as-a-Judge; its model and prompt are not published).
 *
 * Deviations: the rubric in `assets/grading/judge-rubric.txt` is ours; binary verdict; the judge sees question, gold
 * and answer but no picture. A reply that is neither "correct" nor "incorrect" makes the grade invalid.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Question } from "../records/index.ts";
import { type Ask, type Grade, invalid, type ModelGrader, verdict, wrongGold } from "./grader.ts";
import { questionText } from "./question-text.ts";

const RUBRIC = fileURLToPath(new URL("../../assets/grading/judge-rubric.txt", import.meta.url));
/** Longer answers are cut: a verdict needs the statement, and the judge's context is not the model's to fill, characters. */
const LONGEST_ANSWER = 2000;

/** The text sent to the judge for one answer. */
export function judgePrompt(question: Question, answer: string): string {
  if (question.gold.type !== "text") throw wrongGold("judge", question);
  const accepted = [question.gold.text, ...question.gold.also].map((wording) => `- ${wording}`).join("\n");
  const fields: Readonly<Record<string, string>> = {
    question: questionText(question),
    accepted,
    answer: JSON.stringify(answer.slice(0, LONGEST_ANSWER)),
  };
  return readFileSync(RUBRIC, "utf8").replace(/\{(\w+)\}/g, (whole, name: string) => fields[name] ?? whole);
}

async function gradeByJudge(question: Question, answer: string, ask: Ask): Promise<Grade> {
  const prompt = judgePrompt(question, answer);
  if (answer.trim() === "") return invalid;
  const word = /\b(incorrect|correct)\b/i.exec(await ask(prompt))?.[1]?.toLowerCase();
  return word === undefined ? invalid : verdict(word === "correct", answer.trim().slice(0, LONGEST_ANSWER));
}

export const judgeGrader: ModelGrader<"judge"> = {
  id: "judge",
  kind: "model",
  summary: "asks a judge model whether the answer means the same as the gold",
  grade: gradeByJudge,
};
