import { expect, test } from "vitest";
import {
  adamw,
  constant,
  createTinyModel,
  createTrainer,
  ownTargets,
  type TrainBatch,
} from "../../engine/index.ts";
import type { Raster } from "../../pixels/index.ts";
import { seeded } from "../../random.ts";
import { readWeighed, type WeighedConversation, weighedBatches } from "./conversation-batch.ts";
import { type ConversationRecord, ConversationSchema, type PictureReference } from "./conversation-file.ts";
import { seenPictures } from "./seen-pictures.ts";

const texts = ["What is the figure in the red box doing? Look closer.", "<answer>B</answer>"];
const model = createTinyModel({ texts, seed: 1 });
const { pictures } = model.architecture;

/** Pages are larger than what is looked at more closely: sharing them spares more than padding takes. */
function noise(file: string): Raster {
  const random = seeded(file);
  const [width, height] = file === "one.png" || file === "two.png" ? [224, 280] : [84, 56];
  return { width, height, data: Uint8Array.from({ length: width * height * 3 }, () => random.int(256)) };
}

/** A conversation about a page, with a closer look where there is a second picture. */
function chatOf(page: string, question: string, answer: string, crop?: string): ConversationRecord {
  const image = (file: string) => ({ type: "image", file });
  const asked = [image(page), { type: "text", text: question }];
  const looked = [
    { role: "assistant", content: "Look closer.", weight: 0.25 },
    { role: "user", content: [image(crop ?? page)] },
  ];
  return ConversationSchema.parse({
    kind: "conversation",
    version: 1,
    id: question,
    messages: [
      { role: "user", content: asked },
      ...(crop === undefined ? [] : looked),
      { role: "assistant", content: answer, weight: 2 },
    ],
  });
}

const chats = [
  chatOf("one.png", "What is the figure doing?", "<answer>A</answer>"),
  chatOf("two.png", "What is the figure doing?", "<answer>B</answer>"),
  chatOf("one.png", "What is the box doing?", "<answer>B</answer>", "three.png"),
  chatOf("one.png", "What is the figure doing?", "<answer>C</answer>", "four.png"),
  chatOf("two.png", "Look closer.", "<answer>A</answer>", "three.png"),
];

/** Mean loss and gradients of one update by the batches. */
async function gradientsOf(batches: readonly TrainBatch[]) {
  const trainer = createTrainer(model, { optimiser: adamw({ rate: constant({ rate: 0 }) }), threads: 2 });
  let [loss, total] = [0, 0];
  for (const batch of batches) {
    const { weight = 1 } = batch;
    loss += weight * (await trainer.add(batch)).loss;
    total += weight;
  }
  const sums = Float64Array.from(trainer.buffers.accumulator.sums.data, (sum) => sum / total);
  await trainer.release();
  return { loss: loss / total, total, sums };
}

const alone = (conversation: WeighedConversation): TrainBatch => {
  const weights = Float32Array.from(conversation.weights);
  const weight = weights.reduce((sum, value) => sum + value, 0);
  return { ...ownTargets([conversation]), values: { weights }, weight };
};

test("packed behind what they share, conversations have the loss and the gradients that they have alone", async () => {
  const opened: PictureReference[] = [];
  const seen = seenPictures(model, async (reference) => {
    opened.push(reference);
    return noise("file" in reference ? reference.file : "");
  });
  const read = await Promise.all(
    chats.map((chat) => readWeighed(seen.reader, chat, seen.open, (all) => all)),
  );
  expect(opened.length).toBe(4);
  const batches = weighedBatches(read, pictures, { batchTokens: 4096 });
  const computed = batches.flatMap(({ sequences }) => sequences.map(({ tokens }) => tokens.length));
  expect(computed.length).toBe(2);
  const tokens = read.reduce((sum, each) => sum + each.tokens.length, 0);
  expect(computed.reduce((sum, length) => sum + length, 0)).toBeLessThan(tokens - 20);
  const [packed, apart] = [await gradientsOf(batches), await gradientsOf(read.map(alone))];
  expect(packed.total).toBeCloseTo(apart.total, 5);
  expect(packed.loss).toBeCloseTo(apart.loss, 5);
  const [gap, largest] = [0, 0].map((_, which) =>
    apart.sums.reduce(
      (max, sum, at) => Math.max(max, Math.abs(sum - (which === 0 ? (packed.sums[at] ?? 0) : 0))),
      0,
    ),
  );
  expect(gap).toBeLessThan(1e-5);
  expect(largest).toBeGreaterThan(0.01);
});

test("the opening of a reply weighs what it is given, token by token", async () => {
  const weightsWith = async (opening?: object) => {
    const messages = [
      { role: "user", content: "What is the figure doing?" },
      { role: "assistant", content: "Look closer.", weight: 0.5 },
      { role: "user", content: "Look closer." },
      { role: "assistant", content: "<answer>B</answer>", ...(opening && { opening }) },
    ];
    const record = ConversationSchema.parse({ kind: "conversation", version: 1, id: "a", messages });
    const read = await readWeighed(
      model,
      record,
      async () => noise("none"),
      (all) => all,
    );
    return read.weights;
  };
  const plain = await weightsWith();
  const first = model.tokenizer.encode("Look closer.").length + 1;
  expect(plain.slice(0, first)).toEqual(new Array(first).fill(0.5));
  expect(new Set(plain.slice(first))).toEqual(new Set([1]));
  const opened = await weightsWith({ characters: "<answer>".length, weight: 0.1 });
  const tokens = model.tokenizer.encode("<answer>").length;
  expect(opened).toEqual(plain.map((weight, at) => (at >= first && at < first + tokens ? 0.1 : weight)));
});
