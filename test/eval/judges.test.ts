/** Judges behind a strict server: what they are asked, what their verdicts do, and that none is asked twice. */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createQuestionFiles } from "../../src/benchmark/question-files.ts";
import { loadRun } from "../../src/cli/read-run.ts";
import { findDialect } from "../../src/dialects/index.ts";
import { readScores } from "../../src/episodes/run/index.ts";
import { textQuestion } from "../../src/grading/fixtures/question.ts";
import { ANSWER_FENCE } from "../../src/grading/index.ts";
import type { Question } from "../../src/records/index.ts";
import { chatCompletions } from "../servers/chat-completions.ts";
import { type ModelServer, startModelServer } from "../servers/model-server.ts";
import type { Answer, Conversation } from "../servers/protocol.ts";
import { benday, bendayJson } from "./eval-runs.ts";

const INJECTIONS = readFileSync(
  new URL("../../src/grading/fixtures/judge-injections.jsonl", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => z.string().parse(JSON.parse(line)));
const RIGHT = "The animal with the honey pot";
const ANSWERS = ["the bear", RIGHT, "the fox", ...INJECTIONS];
const QUESTIONS: readonly Question[] = ANSWERS.map((_, at) => ({
  ...textQuestion("the bear", ["Bruno"]),
  id: `page.panel-understanding.${at}`,
  prompt: [{ type: "page" }, { type: "text", text: `Who is it, in panel ${at}?` }],
}));

const JudgeReport = z.object({
  judged: z.object({
    answers: z.number(),
    asked: z.number(),
    failures: z.array(z.string()),
    kappa: z.number().nullable(),
    warnings: z.array(z.string()).optional(),
  }),
});

let root: string;
let server: ModelServer;
let asked: Conversation[];
/** What each judge replies to an answer. */
let judges: Record<string, (answer: string) => Answer>;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "benday-judges-"));
  const files = await createQuestionFiles(join(root, "benchmark"));
  for (const question of QUESTIONS) files.append(question);
  files.close();
  asked = [];
  judges = { honest: (answer) => says(answer === RIGHT ? "correct" : "incorrect") };
  server = await startModelServer({ protocol: chatCompletions, answer: speak });
});
afterEach(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

const says = (verdict: "correct" | "incorrect"): Answer => ({ text: JSON.stringify({ verdict }) });

/** The measured model answers by the question's number; a judge goes by what stands between the fences. */
function speak(conversation: Conversation): Answer {
  const text = conversation.turns.at(-1)?.text ?? "";
  const judge = judges[conversation.model];
  if (judge !== undefined) {
    asked.push(conversation);
    return judge(fenced(text));
  }
  const answer = ANSWERS[Number(/in panel (\d+)/.exec(text)?.[1])] ?? "";
  return { text: findDialect("plain")?.write({ do: "answer", text: answer }).text ?? answer };
}

function fenced(prompt: string): string {
  const lines = prompt.split("\n");
  expect(lines.filter((line) => line === ANSWER_FENCE.open || line === ANSWER_FENCE.close)).toHaveLength(2);
  return z.string().parse(JSON.parse(lines[lines.indexOf(ANSWER_FENCE.open) + 1] ?? ""));
}

const at = (model: string) => `openai-compatible:${model}@${server.baseUrl}`;
const run = () => join(root, "run");
const evaluate = (...flags: string[]) =>
  bendayJson(
    "eval",
    join(root, "benchmark"),
    "--model",
    at("qwen-vl"),
    "--mode",
    "blind",
    "--no-cache",
    "--out",
    run(),
    ...flags,
  );
const score = async (...names: string[]) =>
  JudgeReport.parse(await bendayJson("score", run(), ...names.flatMap((name) => ["--judge", at(name)])))
    .judged;
const outcomes = async () => {
  const scores = await Array.fromAsync(readScores(run()));
  return new Map(
    scores.map(({ question, outcome, grader }) => [question.split(".").at(-1), { outcome, grader }]),
  );
};
const judgedBy = (...names: string[]) =>
  `judge:${names.map((name) => `openai-compatible:${name}`).join("+")}`;

describe("one judge", () => {
  test("decides where the text rule does not say right; the rule stands without it", async () => {
    await evaluate();
    expect((await outcomes()).get("1")).toEqual({ outcome: "wrong", grader: "text" });
    await score("honest");
    const found = await outcomes();
    expect(found.get("0")).toEqual({ outcome: "correct", grader: "text" });
    expect(found.get("1")).toEqual({ outcome: "correct", grader: judgedBy("honest") });
    expect(found.get("2")).toEqual({ outcome: "wrong", grader: judgedBy("honest") });
    const { scores } = await loadRun(run(), undefined);
    expect(scores.map(({ outcome }) => outcome)).toEqual([...found.values()].map(({ outcome }) => outcome));
    expect((await outcomes()).get("1")?.outcome).toBe("correct");
    await bendayJson("score", run());
    expect((await outcomes()).get("1")).toEqual({ outcome: "wrong", grader: "text" });
    expect(server.rejections).toEqual([]);
  });

  test("is asked in one channel whatever the answer says, and injections earn nothing", async () => {
    await evaluate("--judge", at("honest"));
    expect(asked.length).toBeGreaterThan(50);
    for (const { turns, tools, structured } of asked) {
      expect(turns.map(({ role }) => role)).toEqual(["system", "user"]);
      expect(turns[0]?.text).toBe(asked[0]?.turns[0]?.text);
      expect([tools, structured]).toEqual([[], true]);
    }
    const judged = [...(await outcomes())].filter(([, { grader }]) => grader === judgedBy("honest"));
    expect(judged).toHaveLength(asked.length);
    expect(judged.filter(([, { outcome }]) => outcome !== "wrong")).toEqual([
      ["1", expect.objectContaining({ outcome: "correct" })],
    ]);
  });

  test("is not asked twice", async () => {
    await evaluate();
    const first = await score("honest");
    expect(first.asked).toBe(asked.length);
    expect(first.asked).toBeGreaterThan(0);
    const before = asked.length;
    expect((await score("honest")).asked).toBe(0);
    expect(asked).toHaveLength(before);
  });

  test("that gives no verdict makes an answer invalid, one that fails an error that is asked again", async () => {
    judges["mute"] = (answer) => ({ text: answer === RIGHT ? "Well, it depends." : "incorrect" });
    await evaluate("--judge", at("mute"));
    expect((await outcomes()).get("1")).toEqual({ outcome: "invalid", grader: judgedBy("mute") });
    const spent = JudgeReport.parse(
      await bendayJson("score", run(), "--judge", at("honest"), "--budget-tokens", "1", "--concurrency", "1"),
    ).judged;
    expect([spent.answers, spent.failures[0]]).toEqual([1, "budget: the budget is spent"]);
    expect((await outcomes()).get("2")?.outcome).toBe("error");
    expect((await score("honest")).failures).toEqual([]);
    expect((await outcomes()).get("2")?.outcome).toBe("wrong");
  });
});

describe("several judges", () => {
  test("go by the majority and tell how far they agree", async () => {
    judges["harsh"] = () => says("incorrect");
    judges["second"] = (answer) => says(answer === RIGHT ? "correct" : "incorrect");
    await evaluate();
    const three = await score("honest", "harsh", "second");
    expect((await outcomes()).get("1")).toEqual({
      outcome: "correct",
      grader: judgedBy("honest", "harsh", "second"),
    });
    expect(three.kappa).toBeLessThan(1);
    expect((await score("honest", "second")).kappa).toBe(1);
    const { out } = await benday("score", run(), "--judge", at("honest"), "--judge", at("second"));
    expect(out).toContain("the judges agree in 100.0 % of their verdicts; kappa 1.00");
  });

  test("of the judged model's family bring a warning; one judge twice is refused", async () => {
    judges["qwen-max"] = () => says("incorrect");
    await evaluate();
    const { warnings = [] } = await score("honest", "qwen-max");
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain("judge qwen-max and judged model qwen-vl are both qwen models");
    const { code, error } = await benday("score", run(), "--judge", at("honest"), "--judge", at("honest"));
    expect([code, error]).toEqual([2, expect.stringContaining("expected each judge once")]);
  });
});
