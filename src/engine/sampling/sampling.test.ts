import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { TextStream } from "../weights/text-stream.ts";
import { createRow, type RowLimits } from "./generated-row.ts";
import { type Sampling, SamplingSchema } from "./options.ts";
import { rowDraws, sampleToken } from "./sample-token.ts";
import { softmaxWeights } from "./softmax.ts";
import { createStopScanner } from "./stop-strings.ts";
import { kthLargest, warpLogits } from "./warpers.ts";

const Row = z.array(
  z
    .number()
    .nullable()
    .transform((value) => value ?? Number.NEGATIVE_INFINITY),
);
const Golden = z.object({
  setting: z.record(z.string(), z.number()),
  history: z.array(z.int()),
  logits: Row,
  warped: Row,
  log_probs: Row,
});
const goldenFile = new URL("../../../test/golden/engine/sampling.json", import.meta.url);
const goldens = z.array(Golden).parse(JSON.parse(readFileSync(goldenFile, "utf8")));

function camelCase(setting: Readonly<Record<string, number>>): Sampling {
  const entries = Object.entries(setting).map(([key, value]) => [
    key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return SamplingSchema.parse(Object.fromEntries(entries));
}

const plain = SamplingSchema.parse({});
const greedy = SamplingSchema.parse({ temperature: 0 });
const logitRows = fc
  .array(fc.integer({ min: -120, max: 120 }), { minLength: 1, maxLength: 60 })
  .map((values) => Float32Array.from(values, (value) => value / 8));
const settings = fc
  .record({
    temperature: fc.constantFrom(0.3, 1, 2),
    topK: fc.nat(20),
    topP: fc.double({ min: 0, max: 1, noNaN: true }),
    minP: fc.double({ min: 0, max: 1, noNaN: true }),
    repetitionPenalty: fc.constantFrom(1, 1.5),
  })
  .map((setting) => SamplingSchema.parse(setting));

describe("logits are warped as in transformers", () => {
  test.each(goldens.map((golden, index) => ({ ...golden, index })))("$index: $setting", (golden) => {
    const logits = Float64Array.from(golden.logits);
    warpLogits(logits, camelCase(golden.setting), golden.history);
    const { sum, highest } = softmaxWeights(logits);
    for (const [token, expected] of golden.warped.entries()) {
      const got = logits[token] ?? Number.NaN;
      if (expected === Number.NEGATIVE_INFINITY) expect(got, `${token}`).toBe(expected);
      else {
        expect(Math.abs(got - expected), `${token}`).toBeLessThan(1e-5);
        expect(Math.abs(got - highest - Math.log(sum) - (golden.log_probs[token] ?? 0))).toBeLessThan(1e-5);
      }
    }
  });

  test("the likeliest token always stays, and what stays keeps its order", () => {
    fc.assert(
      fc.property(logitRows, settings, fc.array(fc.nat(70), { maxLength: 5 }), (logits, setting, history) => {
        const penalised = Float64Array.from(logits);
        warpLogits(penalised, { ...greedy, repetitionPenalty: setting.repetitionPenalty }, history);
        const warped = Float64Array.from(logits);
        warpLogits(warped, setting, history);
        expect(warped[penalised.indexOf(Math.max(...penalised))]).toBeGreaterThan(Number.NEGATIVE_INFINITY);
        const kept = [...warped.keys()].filter((token) => (warped[token] ?? 0) > Number.NEGATIVE_INFINITY);
        const lowest = Math.min(...kept.map((token) => penalised[token] ?? 0));
        const out = [...warped.keys()].filter((token) => !kept.includes(token));
        for (const token of out) expect(penalised[token]).toBeLessThanOrEqual(lowest);
      }),
      { seed: 3 },
    );
  });

  test("of equal tokens at the edge of top-p the lowest ids stay", () => {
    const logits = new Float64Array(5);
    logits[2] = -40;
    warpLogits(logits, { ...plain, topP: 0.5 }, []);
    const out = Number.NEGATIVE_INFINITY;
    expect([...logits]).toEqual([0, 0, out, out, out]);
  });

  test("the k-th largest is what sorting says", () => {
    fc.assert(
      fc.property(logitRows, fc.integer({ min: 1, max: 60 }), (row, wish) => {
        const values = Float64Array.from(row);
        const k = Math.min(wish, values.length);
        expect(kthLargest(values, k)).toBe(values.toSorted().at(-k));
      }),
      { seed: 3 },
    );
  });
});

describe("sampleToken", () => {
  test.each([plain, greedy, { ...plain, topP: 0.9 }, { ...greedy, repetitionPenalty: 1.5 }])(
    "never draws a forbidden token, however likely: %j",
    (setting) => {
      const draws = rowDraws(1, 0);
      const forbidden = new Set([1, 3]);
      for (let i = 0; i < 200; i++) {
        const { token, logProb } = sampleToken(logits, setting, draws(), { forbidden, history: [0] });
        expect([0, 4]).toContain(token);
        expect(logProb).toBeCloseTo(Math.log(probabilities[token] ?? 0), 5);
      }
      const all = { forbidden: new Set([0, 1, 2, 3, 4]) };
      expect(() => sampleToken(logits, setting, 0.5, all)).toThrow();
    },
  );

  const logits = Float32Array.from([1, 3, Number.NEGATIVE_INFINITY, 3, -2]);
  const probabilities = [...logits].map(
    (logit) => Math.exp(logit) / (Math.E + 2 * Math.E ** 3 + Math.E ** -2),
  );

  test("draws tokens as often as they are likely", () => {
    const draws = rowDraws(1, 0);
    const count = [0, 0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) {
      const { token } = sampleToken(logits, plain, draws());
      count[token] = (count[token] ?? 0) + 1;
    }
    for (const [token, probability] of probabilities.entries()) {
      const deviation = Math.sqrt((probability * (1 - probability)) / 20_000);
      expect(Math.abs((count[token] ?? 0) / 20_000 - probability)).toBeLessThanOrEqual(4 * deviation);
    }
  });

  test("covers the ends of the draw, and never a token that is ruled out", () => {
    const tokens = [0, 0.999_999_999, 1].map((draw) => sampleToken(logits, plain, draw).token);
    expect(tokens).toEqual([0, 4, 4]);
    const masked = Float32Array.from([Number.NEGATIVE_INFINITY, 0, Number.NEGATIVE_INFINITY]);
    for (const draw of [0, 0.5, 1]) {
      expect(sampleToken(masked, plain, draw)).toEqual({ token: 1, logProb: 0, samplingLogProb: 0 });
    }
  });

  test("a normaliser that is a little too large sends no draw to a token of no weight", () => {
    const row = Float32Array.from([0, 0, -60]);
    const normaliser = Math.log(2) + 1e-6;
    for (const draw of [0, 0.25, 0.75, 0.999_999_5, 0.999_999_999])
      expect(sampleToken(row, plain, draw, { normaliser }).token).toBe(draw < 0.5 ? 0 : 1);
  });

  test("gives log-probs of the model's own and of the warped distribution", () => {
    fc.assert(
      fc.property(logitRows, settings, fc.double({ min: 0, max: 1, noNaN: true }), (row, setting, draw) => {
        const { token, logProb, samplingLogProb } = sampleToken(row, setting, draw, { history: [0] });
        const highest = Math.max(...row);
        const total = row.reduce((sum, logit) => sum + Math.exp(logit - highest), 0);
        expect(logProb).toBeCloseTo((row[token] ?? 0) - highest - Math.log(total), 5);
        const warped = Float64Array.from(row);
        warpLogits(warped, setting, [0]);
        const { weights, sum } = softmaxWeights(warped);
        expect(Math.exp(samplingLogProb)).toBeCloseTo((weights[token] ?? 0) / sum, 9);
      }),
      { seed: 5 },
    );
  });

  test("is greedy at temperature 0: the lowest id among equals, after the penalty", () => {
    expect(sampleToken(logits, greedy, 0.9)).toMatchObject({ token: 1, samplingLogProb: 0 });
    expect(sampleToken(logits, greedy, 0.9).logProb).toBeCloseTo(Math.log(probabilities[1] ?? 0), 6);
    expect(sampleToken(logits, { ...greedy, repetitionPenalty: 2 }, 0, { history: [1] }).token).toBe(3);
  });

  test("refuses logits that are no distribution", () => {
    for (const bad of [[0, Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]]) {
      expect(() => sampleToken(Float32Array.from(bad), plain, 0.5)).toThrow(RangeError);
      expect(() => sampleToken(Float32Array.from(bad), greedy, 0.5)).toThrow(RangeError);
    }
    expect(() => sampleToken(Float32Array.from([0, Number.NaN]), plain, 0)).toThrow("NaN for token 1");
  });

  test("a row draws the same whatever the rows beside it", () => {
    const alone = rowDraws("run", 2);
    const together = [0, 1, 2, 3].map((row) => rowDraws("run", row));
    const mixed = Array.from({ length: 50 }, () => together.map((draw) => draw())[2]);
    expect(mixed).toEqual(Array.from({ length: 50 }, () => alone()));
    expect(rowDraws("run", 1)()).not.toBe(rowDraws("run", 2)());
    expect(rowDraws("other", 2)()).not.toBe(rowDraws("run", 2)());
  });
});

/** A byte-level tokenizer: token = byte; 256 and on are whole words. */
const words = ["</answer>", " the", "answer"];
const bytesOf = (text: string): number[] => [...Buffer.from(text)];

function textStream(): TextStream {
  const decoder = new TextDecoder();
  return {
    push(token) {
      const bytes = token < 256 ? [token] : bytesOf(words[token - 256] ?? "");
      return decoder.decode(Uint8Array.from(bytes), { stream: true });
    },
    end: () => decoder.decode(),
  };
}

describe("stop strings", () => {
  test("are found however the text is cut, and the text ends before them", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 20 });
    const stops = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(text, stops, (whole, list) => {
        const scanner = createStopScanner(list);
        let got = "";
        for (const letter of whole) {
          const { text: piece, stop } = scanner.push(letter);
          got += piece;
          if (stop !== undefined) {
            expect(whole.slice(got.length).startsWith(stop)).toBe(true);
            return;
          }
        }
        expect(list.some((stop) => whole.includes(stop))).toBe(false);
        expect(got + scanner.flush()).toBe(whole);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  test("only what may still become one is held back", () => {
    const scanner = createStopScanner(["</a>", "xyz"]);
    expect(scanner.push("text <")).toEqual({ text: "text ", stop: undefined });
    expect(scanner.push("/b x")).toEqual({ text: "</b ", stop: undefined });
    expect(scanner.push("</a> xyz")).toEqual({ text: "x", stop: "</a>" });
    expect(createStopScanner(["a", "b"]).push("on b, a")).toEqual({ text: "on ", stop: "b" });
    expect(() => createStopScanner([""])).toThrow(RangeError);
  });
});

describe("a generated row", () => {
  const limits = (part: Partial<RowLimits>): RowLimits => ({
    stopTokens: new Set(),
    stopStrings: [],
    maxTokens: 100,
    ...part,
  });

  function run(tokens: readonly number[], part: Partial<RowLimits>) {
    const row = createRow(textStream(), limits(part));
    const steps = [];
    for (const token of tokens) {
      if (row.finish !== undefined) break;
      steps.push(row.push(token));
    }
    expect(steps.map(({ text }) => text).join("")).toBe(row.text);
    return { tokens: row.tokens.length, text: row.text, finish: row.finish };
  }

  test("ends at a stop token, which counts and is not in the text", () => {
    const found = run([257, 0, 258], { stopTokens: new Set([0]) });
    expect(found).toEqual({ tokens: 2, text: " the", finish: { reason: "stop-token", token: 0 } });
  });

  test("ends at a stop string that spans tokens, and its text is cut before it", () => {
    const found = run([...bytesOf("7</ans"), 258, ...bytesOf("wer> more")], {
      stopStrings: ["</answer>", "wer>"],
    });
    expect(found.finish).toEqual({ reason: "stop-string", text: "wer>" });
    const spanned = run([...bytesOf("7</"), 258, ...bytesOf("> more")], { stopStrings: ["</answer>"] });
    expect(spanned).toEqual({ tokens: 5, text: "7", finish: { reason: "stop-string", text: "</answer>" } });
  });

  test("ends at its length, with what was held back", () => {
    const found = run(bytesOf("ab</answ"), { stopStrings: ["</answer>"], maxTokens: 6 });
    expect(found).toEqual({ tokens: 6, text: "ab</an", finish: { reason: "length" } });
    expect(run([0xc3, 0xa9], { maxTokens: 1 }).text).toBe("\uFFFD");
  });

  test("finds a stop string in the last token rather than the end of its length", () => {
    const found = run([...bytesOf("4"), 256], { stopStrings: ["</answer>"], maxTokens: 2 });
    expect(found.finish).toEqual({ reason: "stop-string", text: "</answer>" });
    const broken = run([65, 0xc3], { stopStrings: ["\uFFFD"], maxTokens: 2 });
    expect(broken).toEqual({ tokens: 2, text: "A", finish: { reason: "stop-string", text: "\uFFFD" } });
  });

  test("refuses a token after its end, and a length of 0", () => {
    const row = createRow(textStream(), limits({ maxTokens: 1 }));
    row.push(65);
    expect(() => row.push(66)).toThrow("ended by length");
    expect(() => createRow(textStream(), limits({ maxTokens: 0 }))).toThrow(RangeError);
  });
});
