/** Qwen2.5-VL as the sampler wants a family: the same layers as in training, with a cache. */
import { gatherRows } from "../../onnx/index.ts";
import type { DecoderFamily } from "../../sampling/decoder-family.ts";
import type { Picture } from "../family.ts";
import type { Qwen25VlConfig } from "./config.ts";
import { pictureRuns } from "./decode-pictures.ts";
import { logitsOf } from "./forward.ts";
import { EMBEDDING, qwen25VlParameters } from "./parameters.ts";
import { mropePositions } from "./positions.ts";
import { textRotary } from "./rotary-tables.ts";
import { decoder, finalNorm } from "./text.ts";

export function qwen25VlDecoder(config: Qwen25VlConfig): DecoderFamily<Picture> {
  const { text, vision, tokens } = config;
  return {
    parameters: qwen25VlParameters(config),
    sizes: text,
    positionAxes: 3,
    imageToken: tokens.image,
    words: ({ tensor }, ids) => gatherRows(tensor(EMBEDDING), ids),
    decode: (weights, embedded, rotation, attend) => decoder(weights, text, embedded, rotation, attend),
    logits: (weights, hidden) => logitsOf(weights, config, finalNorm(weights, text, hidden)),
    place: (ids, pictures) => {
      const grids = pictures.map(({ grid }) => grid);
      const placed = mropePositions(ids, grids, { imageToken: tokens.image, mergeSize: vision.mergeSize });
      return { positions: placed.ids, advance: placed.delta + ids.length };
    },
    rotation: (positions) => textRotary(positions, text),
    pictureRuns: (pictures) => pictureRuns(config, pictures),
  };
}
