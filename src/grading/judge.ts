/**
 * Open text by a judge model (paper App. D.1: LLM-as-a-Judge; its model and prompt are not published).
 *
 * Deviations: the rubric in `assets/grading/judge-rubric.txt` is ours; binary verdict at temperature 0; the judge sees
 * question, gold and answer but no picture.
 *
 * The answer is hostile until proven otherwise. It goes to the judge as one JSON string on a line of its own between two
 * fence lines, with every character escaped that could end the string, the line or the fence, that a chat template could
 * take for a control token, or that is invisible. The fence therefore needs no random part: it begins with `<`, and no
 * `<` is left in the answer. The verdict is read from the judge's reply alone, which must be the verdict and nothing
 * else: a reply that quotes the answer, or argues, makes the grade invalid.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { canonicalJson } from "../json.ts";
import type { Question } from "../records/index.ts";
import {
  type Ask,
  type Grade,
  invalid,
  type JudgeRequest,
  type ModelGrader,
  verdict,
  wrongGold,
} from "./grader.ts";
import { questionText } from "./question-text.ts";

const RUBRIC = fileURLToPath(new URL("../../assets/grading/judge-rubric.txt", import.meta.url));
/** Longer answers are cut: a verdict needs the statement, and the judge's context is not the model's to fill, characters. */
const LONGEST_ANSWER = 2000;
/** A verdict is short; a judge that goes on is not following the rubric, tokens. */
const VERDICT_TOKENS = 64;

export const ANSWER_FENCE = { open: "<answer_data>", close: "</answer_data>" } as const;

/** What the judge must reply. */
export const VerdictSchema = z.strictObject({ verdict: z.enum(["correct", "incorrect"]) });

const VERDICT_FORMAT = { name: "verdict", schema: z.toJSONSchema(VerdictSchema, { target: "draft-7" }) };

/** The request sent to the judge for one answer. */
export function judgeRequest(question: Question, answer: string): JudgeRequest {
  if (question.gold.type !== "text") throw wrongGold("judge", question);
  const accepted = [question.gold.text, ...question.gold.also].map(dataJson);
  const prompt = [
    "Question:",
    dataJson(questionText(question)),
    "Accepted answers:",
    ...accepted,
    "Answer to grade:",
    ANSWER_FENCE.open,
    dataJson(answer.slice(0, LONGEST_ANSWER).toWellFormed()),
    ANSWER_FENCE.close,
  ].join("\n");
  const sampling = { temperature: 0, maxTokens: VERDICT_TOKENS } as const;
  return { system: readFileSync(RUBRIC, "utf8").trim(), prompt, sampling, responseSchema: VERDICT_FORMAT };
}

/**
 * A text as one line of JSON. Besides what JSON escapes: angle brackets and their full-width forms, square brackets,
 * backticks and bars (tags, fences, control tokens such as `<|im_end|>` and `[INST]`), and all invisible characters
 * (controls, format, private use, line separators, tags, variation selectors).
 */
function dataJson(text: string): string {
  return JSON.stringify(text).replace(
    /[<>＜＞〈〉⟨⟩‹›[\]`|｜\p{C}\p{Zl}\p{Zp}\p{Variation_Selector}]/gu,
    escapeUnits,
  );
}

function escapeUnits(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");
}

/** The verdict that a reply is, bare or in a code fence; undefined for a reply that is anything else or more. */
export function readVerdict(reply: string): "correct" | "incorrect" | undefined {
  const bare = reply.trim().replace(/^```(?:json)?\n(.*)\n```$/s, "$1");
  const word = /^"?(correct|incorrect)"?\.?$/i.exec(bare)?.[1]?.toLowerCase();
  if (word === "correct" || word === "incorrect") return word;
  // JSON keeps the last of two equal keys; a verdict given twice is none.
  if (bare.length > 1000 || bare.split('"verdict"').length !== 2) return undefined;
  try {
    return VerdictSchema.safeParse(JSON.parse(bare)).data?.verdict;
  } catch {
    return undefined;
  }
}

/** Where a verdict can be kept: the same for the same judge, rubric, question, gold and answer. SHA-256, hex. */
export function verdictKey(judge: string, request: JudgeRequest): string {
  return createHash("sha256").update(canonicalJson({ judge, request })).digest("hex");
}

async function gradeByJudge(question: Question, answer: string, ask: Ask): Promise<Grade> {
  const request = judgeRequest(question, answer);
  if (answer.trim() === "") return invalid;
  const found = readVerdict(await ask(request));
  return found === undefined ? invalid : verdict(found === "correct", answer.trim().slice(0, LONGEST_ANSWER));
}

export const judgeGrader: ModelGrader<"judge"> = {
  id: "judge",
  kind: "model",
  summary: "asks a judge model whether the answer means the same as the gold",
  grade: gradeByJudge,
};
