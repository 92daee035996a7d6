/** Qwen2.5-VL as a family of the engine. */
import { join } from "node:path";
import { InputError } from "../../../errors.ts";
import type { Architecture, Batch, BatchPlan, Family, PictureReader, Rounding } from "../family.ts";
import { batchFeeds } from "./batch.ts";
import { shapeFor } from "./batch-shape.ts";
import { type Qwen25VlConfig, readQwen25VlConfig, writeQwen25VlConfig } from "./config.ts";
import { qwen25VlDecoder } from "./decode.ts";
import { hiddenStates } from "./forward.ts";
import {
  type ImageProcessor,
  processedSize,
  processImage,
  readImageProcessor,
  writeImageProcessor,
} from "./image-processor.ts";
import { hubName, moduleName } from "./parameter-names.ts";
import { headName, qwen25VlParameters } from "./parameters.ts";
import { tokensOf } from "./positions.ts";

export const qwen25Vl: Family = {
  readConfig: (json, file) => {
    const config = readQwen25VlConfig(json, file);
    return ({ preprocessor, folder, tokenizer }) => {
      const processorFile = join(folder, "preprocessor_config.json");
      const processor = readImageProcessor(preprocessor ?? {}, processorFile);
      checkProcessor(config, processor, processorFile);
      if (tokenizer.size > config.text.vocabSize)
        throw new InputError({
          file: join(folder, "tokenizer.json"),
          expected: `ids below ${config.text.vocabSize}, the vocab_size of config.json`,
          found: `ids up to ${tokenizer.size - 1}`,
          hint: "the tokenizer and config.json do not belong together",
        });
      return qwen25VlArchitecture(config, processor);
    };
  },
  parameterName: moduleName,
};

/** Pictures must be cut up as the vision tower expects. */
function checkProcessor({ vision }: Qwen25VlConfig, processor: ImageProcessor, file: string): void {
  const sizes = [
    ["patch_size", vision.patchSize, processor.patchSize],
    ["merge_size", vision.mergeSize, processor.mergeSize],
    ["temporal_patch_size", vision.temporalPatchSize, processor.temporalPatchSize],
  ] as const;
  for (const [at, expected, found] of sizes)
    if (found !== expected)
      throw new InputError({
        file,
        at,
        expected: `${expected}, as config.json says`,
        found: `${found}`,
        hint: "the image processor and config.json do not belong together",
      });
}

/** The architecture of a checked configuration. */
export function qwen25VlArchitecture(config: Qwen25VlConfig, processor: ImageProcessor): Architecture {
  return {
    json: writeQwen25VlConfig(config),
    vocabSize: config.text.vocabSize,
    maxPositions: config.text.maxPositions,
    parameters: qwen25VlParameters(config),
    parameterName: moduleName,
    savedName: hubName,
    head: headName(config),
    pictures: pictureReader(config, processor),
    plan: (batch, rounding) => planBatch(config, batch, rounding),
    decoder: qwen25VlDecoder(config),
  };
}

function pictureReader({ tokens, vision }: Qwen25VlConfig, processor: ImageProcessor): PictureReader {
  return {
    json: writeImageProcessor(processor),
    place: tokens.image,
    reserved: [tokens.image, tokens.video, tokens.visionStart, tokens.visionEnd],
    limits: {
      factor: processor.patchSize * processor.mergeSize,
      minPixels: processor.minPixels,
      maxPixels: processor.maxPixels,
    },
    tokens: ({ grid }) => Array.from({ length: tokensOf(grid, vision.mergeSize) }, () => tokens.image),
    sizeOf: (size, file) => processedSize(size, processor, file),
    read: (raster, file) => processImage(raster, processor, file),
  };
}

function planBatch(config: Qwen25VlConfig, batch: Batch, rounding?: Rounding): BatchPlan {
  const shape = shapeFor(config, batch, rounding);
  return {
    key: JSON.stringify(shape),
    predicted: shape.predicted,
    hiddenStates: (weights) => hiddenStates(weights, config, shape),
    feeds: () => batchFeeds(config, batch, shape),
  };
}
