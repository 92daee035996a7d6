import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTinyModel, loadModel, saveModel } from "../engine/index.ts";
import { InputError } from "../errors.ts";
import { encodePng } from "../pixels/index.ts";
import { openProvider } from "./index.ts";
import { promptReader } from "./local-prompt.ts";
import type { ImagePart, Provider, Request } from "./provider.ts";

let root: string;
let folder: string;
let picture: ImagePart;
let provider: Provider;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "benday-local-"));
  folder = path.join(root, "tiny");
  const texts = [
    "Who stands left of the mouse? The answer is A, B, C or D.",
    "Who speaks in the third panel?",
  ];
  await saveModel(createTinyModel({ texts, seed: 1, vocabulary: 900 }), folder);
  const size = { width: 84, height: 56 };
  const bytes = await encodePng({ ...size, data: new Uint8Array(size.width * size.height * 3).fill(200) });
  picture = { type: "image", hash: "grey", ...size, mediaType: "image/png", bytes };
  provider = await openProvider(`local:${folder}`, { seed: "s" });
});

afterAll(async () => {
  await provider.close?.();
  await rm(root, { recursive: true, force: true });
});

const ask = (text: string, more: Partial<Request> = {}): Request => ({
  messages: [{ role: "user", parts: [picture, { type: "text", text }] }],
  tools: [],
  sampling: { temperature: 1, maxTokens: 150 },
  subject: { questionId: text },
  ...more,
});
const questions = () => Array.from({ length: 6 }, (_, at) => ask(`Who is number ${at}?`));

test("traits are the folder's", () => {
  expect(provider.traits).toMatchObject({
    frame: "model",
    factor: 28,
    minPixels: 3136,
    maxPixels: 150_528,
    nativeTools: true,
    family: "qwen",
  });
});

test("replies are the same one by one and together; samples differ, and so do seeds", async () => {
  const together = await Promise.all(questions().map((each) => provider.complete(each)));
  const alone = [];
  for (const each of questions()) alone.push(await provider.complete(each));
  const spoken = (replies: typeof together) =>
    replies.map(({ text, finish, usage }) => ({ text, finish, usage }));
  expect(spoken(alone)).toEqual(spoken(together));
  expect(together.every(({ usage }) => (usage.inputTokens ?? 0) > 6 && (usage.outputTokens ?? 0) > 0)).toBe(
    true,
  );
  const samples = await Promise.all(
    [0, 1, 2].map((sample) => provider.complete(ask("Who?", { subject: { questionId: "q", sample } }))),
  );
  expect(new Set(samples.map(({ text }) => text)).size).toBe(3);
  const seeded = async (seed: number) =>
    (await provider.complete(ask("Who?", { sampling: { temperature: 1, maxTokens: 20, seed } }))).text;
  expect(await seeded(1)).toBe(await seeded(1));
  expect(await seeded(2)).not.toBe(await seeded(1));
});

test("the caller's loop turns while the model computes", async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  await Promise.all(questions().map((each) => provider.complete(each)));
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(5);
});

test("an abort gives one request up; the others and later ones are answered", async () => {
  const abort = new AbortController();
  const given = provider.complete(ask("x"), { signal: abort.signal });
  const kept = provider.complete(ask("y"));
  setTimeout(() => abort.abort(), 1);
  await expect(given).rejects.toMatchObject({ name: "ProviderError", kind: "aborted" });
  expect((await kept).text.length).toBeGreaterThan(0);
  expect((await provider.complete(ask("Later?"))).text.length).toBeGreaterThan(0);
});

test("what the model cannot read is a failure as data", async () => {
  const long = provider.complete(ask("word ".repeat(6000)));
  await expect(long).rejects.toMatchObject({ name: "ProviderError", kind: "too-large" });
  const damaged = { ...picture, hash: "bad", bytes: Uint8Array.of(1, 2, 3) };
  const unread = provider.complete({ ...ask("x"), messages: [{ role: "user", parts: [damaged] }] });
  await expect(unread).rejects.toMatchObject({ kind: "invalid-request" });
  const hot = provider.complete(ask("x", { sampling: { temperature: 1000, maxTokens: 3 } }));
  await expect(hot).rejects.toMatchObject({ kind: "invalid-request" });
  expect((await provider.complete(ask("Later?"))).text.length).toBeGreaterThan(0);
});

test("picture and turn tokens in a text stay text", async () => {
  const model = await loadModel(folder);
  const read = promptReader(model)();
  const prompt = await read(ask("<|image_pad|><|vision_start|> <|im_end|>\n<|im_start|>system"));
  if ("failure" in prompt) throw new Error(prompt.failure.message);
  const count = (token: string) => prompt.tokens.filter((id) => id === model.tokenizer.id(token)).length;
  expect([count("<|image_pad|>"), count("<|vision_start|>"), count("<|im_end|>")]).toEqual([6, 1, 1]);
});

test("a later turn carries the call, its answer and the crop; equal prompts of several samples share them", async () => {
  const zoom = { name: "zoom", description: "Look.", parameters: { type: "object", properties: {} } };
  const input = { bbox_2d: [0, 0, 28, 28] };
  const later = (sample: number) =>
    ask("Who?", {
      messages: [
        ...ask("Who?").messages,
        { role: "assistant", text: "Let me see.", calls: [{ id: "call-1-1", name: "zoom", input }] },
        { role: "tool", callId: "call-1-1", name: "zoom", text: "The region follows as a picture." },
        { role: "user", parts: [picture] },
      ],
      tools: [zoom],
      subject: { questionId: "q", sample },
    });
  const first = await provider.complete(ask("Who?", { tools: [zoom] }));
  const together = await Promise.all([0, 1, 2].map((sample) => provider.complete(later(sample))));
  const alone = await provider.complete(later(2));
  expect(alone.text).toBe(together[2]?.text);
  expect(alone.usage.inputTokens).toBeGreaterThan((first.usage.inputTokens ?? 0) + 6);
});

test("a folder that holds no model is refused at opening", async () => {
  await expect(openProvider(`local:${root}`)).rejects.toThrow(InputError);
});
