/**
 * What the engine makes of a model folder, for `python/check_model_folder.py`:
 *
 *     node scripts/goldens/model-logits.ts <model> <case folder> [<adapter>]
 *
 * The case folder holds `chat.json` (`messages`, and the names of PNG files beside it for their `image` parts);
 * `engine.safetensors` is written there: `input_ids`, `pixel_values` and `logits` [tokens, vocabulary].
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import {
  DEFAULT_IMAGE_PROCESSOR,
  repeatFrames,
} from "../../src/engine/families/qwen2.5-vl/image-processor.ts";
import { readConversation } from "../../src/engine/model/conversation.ts";
import { loadModel } from "../../src/engine/model/model.ts";
import { feedsFor } from "../../src/engine/model/targets.ts";
import { graphWeights } from "../../src/engine/nn/weights.ts";
import { buildProgram, linear, openSession } from "../../src/engine/onnx/index.ts";
import { feedsOf } from "../../src/engine/optim/parameters.ts";
import { writeSafetensors } from "../../src/engine/weights/safetensors-writer.ts";
import { decodeImage } from "../../src/pixels/index.ts";

const Case = z.object({
  images: z.array(z.string()),
  messages: z.array(
    z.object({ role: z.string(), content: z.union([z.string(), z.array(z.record(z.string(), z.string()))]) }),
  ),
});

const [folder, caseFolder, adapter] = process.argv.slice(2);
if (folder === undefined || caseFolder === undefined)
  throw new Error("usage: node scripts/goldens/model-logits.ts <model> <case folder> [<adapter>]");
const model = await loadModel(folder, adapter === undefined ? {} : { adapter: { folder: adapter } });
const { images, messages } = Case.parse(JSON.parse(await readFile(join(caseFolder, "chat.json"), "utf8")));
const pictures = await Promise.all(
  images.map((name) => decodeImage({ file: join(caseFolder, name) }, { transparency: "drop" })),
);
const conversation = readConversation(model, { messages }, pictures);
const { architecture, parameters } = model;
const plan = architecture.plan({
  sequences: [conversation],
  predicted: conversation.tokens.map((_, token) => ({ sequence: 0, token })),
});
const program = buildProgram("float32", (graph) => {
  const weights = graphWeights(graph, architecture.parameters, model.adapter);
  return { logits: linear(plan.hiddenStates(weights), weights.tensor(architecture.head)) };
});
const session = await openSession(program);
const { logits } = await session.run(feedsFor(program, plan.feeds(), feedsOf(parameters)));
await session.release();
const tokens = conversation.tokens.length;
const pixels = conversation.images.map((image) => repeatFrames(image.pixels, DEFAULT_IMAGE_PROCESSOR));
const all = new Float32Array(pixels.reduce((sum, { length }) => sum + length, 0));
let at = 0;
for (const part of pixels) {
  all.set(part, at);
  at += part.length;
}
await writeSafetensors(
  join(caseFolder, "engine.safetensors"),
  new Map([
    ["input_ids", { shape: [tokens], data: Float32Array.from(conversation.tokens) }],
    ["pixel_values", { shape: [all.length], data: all }],
    [
      "logits",
      { shape: [tokens, architecture.vocabSize], data: logits.subarray(0, tokens * architecture.vocabSize) },
    ],
  ]),
);
