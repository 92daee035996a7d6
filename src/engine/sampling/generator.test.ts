import { afterAll, expect, test } from "vitest";
import { seeded } from "../../random.ts";
import { qwen25VlDecoder } from "../families/qwen2.5-vl/decode.ts";
import { goldenConfig, goldenImages, goldenParameters } from "../families/qwen2.5-vl/fixtures/goldens.ts";
import { createGenerator, type GenerateOptions, type Prompt, SamplingSchema } from "./index.ts";

const config = goldenConfig("tied");
const store = await goldenParameters("tied");
const family = qwen25VlDecoder(config);
const [picture] = await goldenImages(["img3_dots_20x13"]);
if (picture === undefined) throw new Error("no picture");
type Picture = typeof picture;
const { visionStart, visionEnd, image } = config.tokens;
const PICTURE = [visionStart, image, image, image, image, image, image, visionEnd];

const silent = () => ({ push: (id: number) => `${id} `, end: () => "" });
const options = (more: Partial<GenerateOptions> & { readonly maxTokens: number }): GenerateOptions => ({
  sampling: SamplingSchema.parse({}),
  limits: { stopTokens: new Set(), stopStrings: [], maxTokens: more.maxTokens },
  seed: "seed",
  stream: silent,
  ...more,
});

const generator = createGenerator(family, { store, threads: 1 });
afterAll(() => generator.close());

/** Prompts of different lengths, every third with a picture. */
const promptsOf = (count: number, copies: number): Prompt<Picture>[] => {
  const random = seeded("prompts");
  return Array.from({ length: count }, (_, at) => {
    const words = Array.from({ length: 3 + random.int(70) }, () => random.int(990));
    const seen = at % 3 === 0;
    return {
      name: `${at}`,
      tokens: seen ? [...PICTURE, ...words] : words,
      images: seen ? [picture] : [],
      copies,
    };
  });
};

/** About one token in 16 ends a row, so rows end at all lengths. */
const stops = new Set(Array.from({ length: 60 }, (_, at) => at * 16));
const limits = { stopTokens: stops, stopStrings: [], maxTokens: 24 };

const opened = async (prompts: readonly Prompt<Picture>[], own = generator) =>
  (await own.open(prompts)).flat();

/** What rows got, by name. */
async function drawn(prompts: readonly Prompt<Picture>[], seed = "seed", own = generator) {
  const rows = await opened(prompts, own);
  const all = await own.generate(rows, options({ maxTokens: 24, limits, seed }));
  own.free(rows);
  return new Map(all.map(({ row, tokens, finish, logProbs }) => [row.name, { tokens, finish, logProbs }]));
}

test("a row's tokens are the same alone and beside any others, whatever moves and waits", async () => {
  const prompts = promptsOf(6, 4);
  const together = await drawn(prompts);
  const lengths = new Set([...together.values()].map(({ tokens }) => tokens.length));
  expect(lengths.size).toBeGreaterThan(8);
  const moved = generator.sessions().filter((key) => key.startsWith("extend") && key.includes(" 1 128 "));
  expect(moved.length).toBeGreaterThan(2);
  const narrow = createGenerator(family, { store, threads: 1, maxRows: 5, maxTokens: 100 });
  const others = [
    await drawn(prompts.toReversed().slice(2)),
    await drawn(prompts, "seed", narrow),
    await drawn(prompts.slice(0, 1)),
    await drawn(prompts.slice(4).map((prompt) => ({ ...prompt, copies: 1 }))),
  ];
  await narrow.close();
  for (const other of others)
    for (const [name, { tokens, finish, logProbs }] of other) {
      const expected = together.get(name);
      expect({ tokens, finish }, name).toEqual({ tokens: expected?.tokens, finish: expected?.finish });
      for (const [at, logProb] of logProbs.entries())
        expect(Math.abs(logProb - (expected?.logProbs[at] ?? Number.NaN))).toBeLessThan(1e-4);
    }
});

test("seeds decide, and rows of one prompt differ", async () => {
  const prompts = promptsOf(1, 4);
  const tokens = async (seed: string) => [...(await drawn(prompts, seed)).values()].map((row) => row.tokens);
  const first = await tokens("a");
  expect(await tokens("a")).toEqual(first);
  expect(await tokens("b")).not.toEqual(first);
  expect(new Set(first.map((each) => each.join())).size).toBe(4);
});

const greedy = SamplingSchema.parse({ temperature: 0 });

test("many short calls give what one long call gives", async () => {
  const [once, often] = await opened(promptsOf(1, 2));
  if (once === undefined || often === undefined) throw new Error("no rows");
  const whole = await generator.generate([once], options({ maxTokens: 40, sampling: greedy }));
  for (const maxTokens of [1, 2, 17, 20])
    await generator.generate([often], options({ maxTokens, sampling: greedy }));
  expect(whole[0]?.tokens).toHaveLength(40);
  expect(often.tokens).toEqual(once.tokens);
  generator.free([once, often]);
});

test("every token is told as it comes, with the text and the end", async () => {
  const rows = await opened(promptsOf(2, 2));
  const told = new Map(rows.map((row) => [row.name, { tokens: [] as number[], text: "", ends: 0 }]));
  const all = await generator.generate(
    rows,
    options({
      maxTokens: 24,
      limits,
      onToken: ({ row, token, text, finish }) => {
        const own = told.get(row.name);
        if (own === undefined) throw new Error("unknown row");
        own.tokens.push(token);
        own.text += text;
        own.ends += finish === undefined ? 0 : 1;
      },
    }),
  );
  for (const { row, tokens, text } of all) expect(told.get(row.name)).toEqual({ tokens, text, ends: 1 });
  generator.free(rows);
});

test("an abort ends the call within a step, and rows go on from what they have", async () => {
  const [row, whole] = await opened(promptsOf(1, 2));
  if (row === undefined || whole === undefined) throw new Error("no rows");
  const before = row.tokens.length;
  const controller = new AbortController();
  let told = 0;
  const call = generator.generate(
    [row],
    options({
      maxTokens: 30,
      sampling: greedy,
      signal: controller.signal,
      onToken: () => {
        told++;
        if (told === 5) controller.abort(new Error("enough"));
      },
    }),
  );
  await expect(call).rejects.toThrow("enough");
  expect([told, row.tokens.length - before]).toEqual([5, 5]);
  await generator.generate([row], options({ maxTokens: 25, sampling: greedy }));
  await generator.generate([whole], options({ maxTokens: 30, sampling: greedy }));
  expect(row.tokens).toEqual(whole.tokens);
  const aborted = generator.open(promptsOf(1, 1), controller.signal);
  await expect(aborted).rejects.toThrow("enough");
  generator.free([row, whole]);
});

test("sessions stay within their bound", async () => {
  const own = createGenerator(family, { store, threads: 1, maxSessions: 3 });
  const expected = await drawn(promptsOf(3, 3));
  expect(await drawn(promptsOf(3, 3), "seed", own)).toEqual(expected);
  expect(own.sessions().length).toBeLessThanOrEqual(3);
  await own.close();
  expect(own.sessions()).toEqual([]);
});

test("the model's context ends rows, and refuses what does not fit", async () => {
  const short = { ...family, sizes: { ...family.sizes, maxPositions: 20 } };
  const own = createGenerator(short, { store, threads: 1 });
  const [row, other] = await opened([{ name: "a", tokens: [1, 2, 3, 4, 5, 6], images: [], copies: 2 }], own);
  if (row === undefined || other === undefined) throw new Error("no rows");
  expect(row.room).toBe(14);
  expect(() =>
    own.extend([
      { row: other, tokens: [1], images: [] },
      { row, tokens: new Array(15).fill(1), images: [] },
    ]),
  ).toThrow("at most 14 tokens for row a/0, which the context of 20 has left, got 15");
  expect(other.tokens).toHaveLength(6);
  const [first, last] = [
    await own.generate([row], options({ maxTokens: 30 })),
    await own.generate([row, other], options({ maxTokens: 3 })),
  ];
  expect(first.map(({ tokens, finish }) => [tokens.length, finish.reason])).toEqual([[14, "length"]]);
  expect(last.map(({ tokens, finish }) => [tokens.length, finish.reason])).toEqual([
    [0, "length"],
    [3, "length"],
  ]);
  await expect(
    own.open([{ name: "b", tokens: new Array(21).fill(1), images: [], copies: 1 }]),
  ).rejects.toThrow("at most 20 tokens");
  await own.close();
});

test("mistakes are named", async () => {
  const rows = await opened(promptsOf(1, 2));
  const [row, freed] = rows;
  if (row === undefined || freed === undefined) throw new Error("no rows");
  generator.free([freed]);
  await expect(generator.generate([freed], options({ maxTokens: 1 }))).rejects.toThrow(
    "an open row, got 0/1",
  );
  await expect(generator.generate([row, row], options({ maxTokens: 1 }))).rejects.toThrow("at most once");
  await expect(generator.open([...promptsOf(1, 1), ...promptsOf(1, 1)])).rejects.toThrow("a name of its own");
  const empty = { name: "x", tokens: [], images: [], copies: 1 };
  await expect(generator.open([empty])).rejects.toThrow("expected tokens for prompt x, got none");
  await expect(generator.open([{ ...empty, tokens: [1, 1056] }])).rejects.toThrow("below 1056, got 1056");
  await expect(generator.open([{ ...empty, tokens: [1, 2], images: [picture] }])).rejects.toThrow(
    "for 1 pictures, got 0",
  );
  expect(() => generator.extend([{ row, tokens: PICTURE.slice(0, 5), images: [picture] }])).toThrow(
    "expected 6 image tokens",
  );
  generator.free([row]);
});
