import { z } from "zod";
import { ZOOM_TOOL } from "../../dialects/index.ts";
import { createTinyModel, saveModel } from "../../engine/index.ts";
import { defineCommand } from "../command.ts";
import { folderFlag, integerFlag, seedFlag } from "../flags.ts";
import { dialectPhrases, offeredTools } from "../prompt-phrases.ts";
import { gatherPromptTexts } from "../prompt-texts.ts";

export const tiny = defineCommand({
  define: (command) =>
    command
      .requiredOption("--out <folder>", "where the model goes (a Hugging Face folder)")
      .option("--seed <text>", "seed of every random choice", "1")
      .option("--pages <n>", "pages drawn for the questions that the tokenizer learns from", "12")
      .option("--workers <n>", "pages drawn at once (default: one for each core)")
      .option("--replace", "replace a model that stands there"),
  examples: ["benday tiny --out tiny", "benday tiny --out tiny --seed 7 --replace"],
  input: z.strictObject({
    args: z.tuple([], "no further arguments"),
    out: folderFlag,
    seed: seedFlag,
    pages: integerFlag(1, 1000),
    workers: integerFlag(1, 256).optional(),
    replace: z.boolean().default(false),
  }),
  run: async ({ out, seed, pages: count, workers, replace }, terminal) => {
    const progress = terminal.progress("drawing");
    const drawn = { count, seed: `tokenizer/${seed}`, size: { width: 700, height: 1000 }, print: 0, workers };
    const { texts, answers, sentences } = await gatherPromptTexts(drawn, (done) =>
      progress.update(done, count),
    ).finally(progress.end);
    const model = createTinyModel({
      texts,
      tools: offeredTools(),
      phrases: [...dialectPhrases(), ...sentences],
      neverWhole: [...answers, ZOOM_TOOL, "bbox_2d", "tool_call"],
      seed,
    });
    await saveModel(model, out, { replace });
    const parameters = model.parameters.trainable.layout.length;
    const tokens = model.tokenizer.size;
    return {
      text: `untrained model of ${(parameters / 1e6).toFixed(2)} million parameters, ${tokens} tokens, in ${out}`,
      json: { kind: "tiny-report", version: 1, parameters, tokens, questions: texts.length, seed, out },
    };
  },
});
