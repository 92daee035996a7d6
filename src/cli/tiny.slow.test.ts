import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findDialect } from "../dialects/index.ts";
import { type Chat, loadModel, type Model } from "../engine/index.ts";
import { sampleBenchmark } from "../episodes/fixtures/sample-benchmark.ts";
import { beginEpisode, type EpisodeOptions } from "../episodes/index.ts";
import { localTraits } from "../providers/local-traits.ts";
import type { Question } from "../records/index.ts";
import { main } from "./main.ts";
import { offeredTools } from "./prompt-phrases.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "benday-tiny-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Runs `benday tiny` into a folder of that name; gives the folder. */
async function makeTiny(name: string, pages: string): Promise<string> {
  const seed = "1";
  const out = path.join(root, name);
  let printed = "";
  const line = ["tiny", "--out", out, "--seed", seed, "--pages", pages, "--workers", "1", "--json"];
  const output = { write: (text: string) => (printed += text) };
  expect(await main(line, { out: output, error: { write: () => true } }), printed).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({ kind: "tiny-report", tokens: 2048, seed, out });
  return out;
}

test("benday tiny makes a model that loads; the same seed gives the same bytes", async () => {
  const [one, same] = [await makeTiny("one", "3"), await makeTiny("same", "3")];
  for (const name of ["model.safetensors", "tokenizer.json", "config.json", "chat_template.jinja"])
    expect((await readFile(path.join(same, name))).equals(await readFile(path.join(one, name))), name).toBe(
      true,
    );
  const { architecture, tokenizer, parameters } = await loadModel(one);
  expect(parameters.frozen.layout.length).toBeGreaterThan(1_500_000);
  expect(parameters.frozen.layout.length).toBeLessThan(2_000_000);
  expect(architecture.pictures.sizeOf({ width: 1400, height: 2000 })).toEqual({ width: 308, height: 448 });
  const words = Array.from({ length: tokenizer.size }, (_, id) => tokenizer.decode([id]).trim());
  for (const forbidden of ["image_zoom_in_tool", "bbox_2d", "same", "different"])
    expect(words).not.toContain(forbidden);
  expect(words.filter((word) => /tool_call>\s*\{"name": ?"image|\d\D|\D\d/.test(word))).toEqual([]);
});

/** Tokens of a question's opening turns, picture and all control tokens included, its picture being one. */
function promptLength(
  model: Model,
  question: Question,
  options: Pick<EpisodeOptions, "mode" | "dialect">,
): number {
  const reader = { id: "local", model: "tiny", traits: localTraits(model) };
  const { turns } = beginEpisode(reader, question, { ...options, harness: "test" });
  const messages = turns.flatMap((turn): Chat["messages"] => {
    if (turn.role === "system") return [{ role: "system", content: turn.text }];
    if (turn.role !== "user") return [];
    const text = turn.parts.filter((part) => typeof part === "string").join("\n");
    return [{ role: "user", content: [{ type: "image" }, { type: "text", text }] }];
  });
  const tools = options.dialect === "native" && options.mode === "zoom" ? offeredTools() : null;
  const prompt = model.template.render({ messages, tools }, { addGenerationPrompt: true });
  return model.tokenizer.encode(prompt).length;
}

test("prompts, calls and answers are few tokens", async () => {
  const model = await loadModel(await makeTiny("short", "12"));
  const { folder, questions } = await sampleBenchmark();
  await rm(folder, { recursive: true });
  const question = questions.find(({ task }) => task === "action-recognition");
  if (question === undefined) throw new Error("expected a question of Action Recognition");
  expect(promptLength(model, question, { dialect: "tagged", mode: "zoom" })).toBeLessThan(90);
  expect(promptLength(model, question, { dialect: "tagged", mode: "page" })).toBeLessThan(50);
  expect(promptLength(model, question, { dialect: "native", mode: "zoom" })).toBeLessThan(95);
  const tagged = findDialect("tagged");
  const tokensOf = (text = "") => model.tokenizer.encode(text).length;
  for (const fixed of ["What is the character in the red box doing?", "Think first, then answer. "])
    expect(tokensOf(fixed), fixed).toBe(1);
  expect(tokensOf(tagged?.write({ do: "zoom", calls: [{ box: [12, 340, 156, 448] }] }).text)).toBeLessThan(
    25,
  );
  expect(tokensOf(tagged?.write({ do: "answer", text: "B" }).text)).toBeLessThan(8);
});
