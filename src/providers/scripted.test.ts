import { describe, expect, test } from "vitest";
import { findDialect } from "../dialects/index.ts";
import { type Box, fullBox, iou } from "../geometry/index.ts";
import type { EpisodeMode } from "../records/index.ts";
import { openProvider } from "./index.ts";
import type { ImagePart, Message, Request, Subject, Traits } from "./provider.ts";
import { scriptedProvider } from "./scripted.ts";
import type { ScriptedSource, Truth } from "./scripted-source.ts";

const page = { width: 1000, height: 2000 };
const targets: readonly Box[] = [
  [100, 200, 300, 400],
  [500, 1500, 700, 1900],
];
const truth: Truth = { gold: "C", answers: ["A", "B", "C", "D"], majority: "A", targets, page };
const dialectOf = (id: string) => {
  const dialect = findDialect(id);
  if (dialect === undefined) throw new Error(`no dialect ${id}`);
  return dialect;
};
const native = dialectOf("native");
const source: ScriptedSource = { truthOf: () => truth, dialect: native };

function image(box: Box, content: "page" | "zoom" | "blank" = "zoom"): ImagePart {
  const shows = { content, box };
  return {
    type: "image",
    hash: "",
    width: 500,
    height: 1000,
    mediaType: "image/png",
    bytes: new Uint8Array(),
    shows,
  };
}

const pageImage = image(fullBox(page), "page");

function ask(mode: EpisodeMode, images: readonly ImagePart[], subject: Partial<Subject> = {}): Request {
  return {
    messages: [{ role: "user", parts: [{ type: "text", text: "Who?" }, ...images] }],
    tools: [],
    sampling: { maxTokens: 100 },
    subject: { questionId: "q", mode, ...subject },
  };
}

const answered = (text: string) => native.read({ text, calls: [] }).answer;

/** Share of right answers over many questions. */
async function accuracyOf(
  script: "random" | "noisy-oracle",
  mode: EpisodeMode,
  images: readonly ImagePart[],
) {
  const provider = scriptedProvider(script, { ...source, accuracy: { page: 0.4, crop: 0.9 } });
  const asked = Array.from({ length: 2000 }, async (_, index) => {
    const { text } = await provider.complete(ask(mode, images, { questionId: `q${index}` }));
    return answered(text) === truth.gold;
  });
  return (await Promise.all(asked)).filter(Boolean).length / asked.length;
}

describe("scripted:oracle", () => {
  test.each(["native", "tagged", "deepeyes", "verl", "grounding"])(
    "zooms on each target in turn and answers, in the dialect %s",
    async (id) => {
      const dialect = dialectOf(id);
      const provider = scriptedProvider("oracle", { ...source, dialect });
      const messages: Message[] = [...ask("zoom", [pageImage]).messages];
      const boxes: Box[] = [];
      for (let turn = 0; turn < targets.length; turn++) {
        const reply = await provider.complete({ ...ask("zoom", []), messages });
        boxes.push(...dialect.read(reply).calls.flatMap((call) => ("box" in call ? [call.box] : [])));
        messages.push({ role: "assistant", text: reply.text, calls: reply.calls });
      }
      const last = await provider.complete({ ...ask("zoom", []), messages });
      expect(dialect.read(last)).toMatchObject({ answer: "C", calls: [] });
      expect(boxes).toEqual([
        [100, 100, 300, 200],
        [500, 750, 700, 950],
      ]);
    },
  );

  test.each(["page", "panel", "blind", "captions"] as const)("answers at once in mode %s", async (mode) => {
    const reply = await scriptedProvider("oracle", source).complete(ask(mode, [pageImage]));
    expect(reply).toMatchObject({ calls: [], finish: "stop" });
    expect(answered(reply.text)).toBe("C");
  });

  test.each([
    [{ frame: "model" }, [50, 100, 150, 200]],
    [{ frame: "percent" }, [10, 10, 30, 20]],
    [{ frame: "page" }, [100, 200, 300, 400]],
  ] as [Partial<Traits>, Box][])("points in its frame: %j", async (traits, box) => {
    const reply = await scriptedProvider("oracle", source, traits).complete(ask("zoom", [pageImage]));
    expect(reply.calls[0]?.input).toMatchObject({ bbox_2d: box });
    expect(reply.finish).toBe("tool-calls");
    expect(iou(box, box)).toBe(1);
  });
});

describe("scripted:random and scripted:majority", () => {
  test("random is uniform over the answers and the same for the same seed", async () => {
    expect(await accuracyOf("random", "page", [pageImage])).toBeCloseTo(0.25, 1);
    const says = async (seed: number, questionId: string) =>
      (await scriptedProvider("random", { ...source, seed }).complete(ask("page", [], { questionId }))).text;
    const all = async (seed: number) =>
      Promise.all(Array.from({ length: 30 }, (_, index) => says(seed, `q${index}`)));
    expect(await all(1)).toEqual(await all(1));
    expect(await all(1)).not.toEqual(await all(2));
  });

  test("random draws anew for each sample", async () => {
    const provider = scriptedProvider("random", source);
    const drawn = await Promise.all(
      Array.from(
        { length: 40 },
        async (_, sample) => (await provider.complete(ask("page", [], { sample }))).text,
      ),
    );
    expect(new Set(drawn).size).toBe(4);
  });

  test("majority gives the answer it was built with", async () => {
    const { text } = await scriptedProvider("majority", source).complete(ask("zoom", [pageImage]));
    expect(answered(text)).toBe("A");
  });
});

describe("scripted:noisy-oracle", () => {
  const crops = targets.map((target) => image(target));

  test("reads a crop better than a page, and half of the crops half as well", async () => {
    expect(await accuracyOf("noisy-oracle", "page", [pageImage])).toBeCloseTo(0.4, 1);
    expect(await accuracyOf("noisy-oracle", "panel", crops)).toBeCloseTo(0.9, 1);
    expect(await accuracyOf("noisy-oracle", "panel", crops.slice(0, 1))).toBeCloseTo(0.65, 1);
    expect(await accuracyOf("noisy-oracle", "blind", [])).toBeCloseTo(0.25, 1);
  });

  test.each([
    ["blank", targets.map((target) => image(target, "blank"))],
    ["whole", [image(fullBox(page))]],
    ["elsewhere", [image([800, 0, 1000, 100])]],
  ])("gains nothing from a zoom that shows something else (%s)", async (_, shown) => {
    const without = await accuracyOf("noisy-oracle", "page", [pageImage]);
    expect(await accuracyOf("noisy-oracle", "page", [pageImage, ...shown])).toBe(without);
  });
});

test("a scripted model needs a question that it knows", async () => {
  const provider = scriptedProvider("oracle", { ...source, truthOf: () => undefined });
  await expect(provider.complete(ask("page", []))).rejects.toThrow(RangeError);
  const { subject: _, ...nameless } = ask("page", []);
  await expect(provider.complete(nameless)).rejects.toThrow(/subject/);
  await expect(openProvider("scripted:sage", { scripted: source })).rejects.toThrow(/oracle/);
  await expect(openProvider("scripted:oracle")).rejects.toThrow(/options.scripted/);
});
