/**
 * Tokens drawn from a model.
 *
 * ```ts
 * const generator = createGenerator(architecture.decoder, { store, maxSessions: 16 });
 * const [rows = []] = await generator.open([{ name: "page 7", tokens, images, copies: 8 }]); // computed once
 * const options = { sampling, limits, seed: 1, stream: () => textStream(tokenizer) };
 * const drawn = await generator.generate(rows, options);
 * generator.extend([{ row: rows[0], tokens: result, images: [crop] }]); // a tool's result, for some rows
 * const more = await generator.generate([rows[0]], options);
 * generator.free(rows);
 * ```
 *
 * One program serves prompts, results and single tokens (`extend-program.ts`), in few shapes (`buckets.ts`). It is fed
 * views of the parameters, so a training step shows at the next run; open prompts anew after one.
 */
export type { DecoderFamily, DecoderSizes, PictureRun, Placement } from "./decoder-family.ts";
export type { GeneratedToken, GenerateOptions, Generation } from "./drawing.ts";
export { createRow, type Finish, type GeneratedRow, type RowLimits } from "./generated-row.ts";
export {
  type Addition,
  createGenerator,
  type Generator,
  type GeneratorOptions,
  type Prompt,
} from "./generator.ts";
export { type Sampling, SamplingSchema } from "./options.ts";
export type { Row } from "./row.ts";
export { rowDraws, type SampledToken, sampleToken } from "./sample-token.ts";
export { createStopScanner, type StopScan, type StopScanner } from "./stop-strings.ts";
export { warpLogits } from "./warpers.ts";
