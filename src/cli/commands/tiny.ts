import { z } from "zod";
import { saveModel } from "../../engine/index.ts";
import { defineCommand } from "../command.ts";
import { folderFlag, integerFlag, seedFlag } from "../flags.ts";
import { untrainedTiny } from "../untrained-tiny.ts";

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
  run: async ({ out, seed, pages, workers, replace }, terminal) => {
    const { model, questions } = await untrainedTiny({ seed, pages, workers }, terminal);
    await saveModel(model, out, { replace });
    const parameters = model.parameters.trainable.layout.length;
    const tokens = model.tokenizer.size;
    return {
      text: `untrained model of ${(parameters / 1e6).toFixed(2)} million parameters, ${tokens} tokens, in ${out}`,
      json: { kind: "tiny-report", version: 1, parameters, tokens, questions, seed, out },
    };
  },
});
