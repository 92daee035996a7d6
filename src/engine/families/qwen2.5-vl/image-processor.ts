/**
 * Pictures as Qwen2.5-VL takes them: a port of the Pillow-backed `Qwen2VLImageProcessor`, equal bit for bit.
 * https://github.com/huggingface/transformers/blob/v5.18.0/src/transformers/models/qwen2_vl/image_processing_pil_qwen2_vl.py
 *
 * - Rasters are RGB already. transformers drops an alpha channel: decode with `transparency: "drop"` for the same pixels.
 * - Deviations: a picture that the config asks not to resize, rescale or normalise is refused; no video; a still picture
 *   is kept once, not as `temporal_patch_size` equal frames ({@link repeatFrames} gives the tensor of transformers).
 */
import { z } from "zod";
import { InputError } from "../../../errors.ts";
import { MAX_ASPECT_RATIO, type Size, smartResize } from "../../../geometry/index.ts";
import { checkInput, type Json } from "../../../json.ts";
import { type Raster, type ResampleFilter, resample } from "../../../pixels/index.ts";
import type { PatchGrid } from "./windows.ts";

export interface ImageProcessor {
  /** Smallest area after resizing, square px. */
  readonly minPixels: number;
  /** Largest area after resizing, square px. */
  readonly maxPixels: number;
  /** px */
  readonly patchSize: number;
  /** Patches along a side that become one token. */
  readonly mergeSize: number;
  /** Times that a still picture is repeated within a patch. */
  readonly temporalPatchSize: number;
  readonly filter: ResampleFilter;
  /** Of samples scaled to 0-1, by channel. */
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
  /** Takes a sample of 0-255 to 0-1. */
  readonly scale: number;
}

/** The defaults of transformers. */
export const DEFAULT_IMAGE_PROCESSOR: ImageProcessor = {
  minPixels: 56 * 56,
  maxPixels: 28 * 28 * 1280,
  patchSize: 14,
  mergeSize: 2,
  temporalPatchSize: 2,
  filter: "bicubic",
  mean: [0.48145466, 0.4578275, 0.40821073],
  deviation: [0.26862954, 0.26130258, 0.27577711],
  scale: 1 / 255,
};

/** Pillow's numbers of the filters; 0 (nearest) and 5 (Hamming) are not offered. */
const FILTER_NUMBERS = { lanczos: 1, bilinear: 2, bicubic: 3, box: 4 } as const satisfies Record<
  ResampleFilter,
  number
>;

const count = z
  .int()
  .min(1)
  .max(1 << 28);
const threeNumbers = z.tuple([z.number(), z.number(), z.number()]);
const on = z.literal(true).nullish();

const ProcessorSchema = z.object({
  min_pixels: count.nullish(),
  max_pixels: count.nullish(),
  size: z.object({ shortest_edge: count.nullish(), longest_edge: count.nullish() }).nullish(),
  patch_size: count.max(1024).nullish(),
  merge_size: count.max(64).nullish(),
  temporal_patch_size: count.max(64).nullish(),
  resample: z.literal([1, 2, 3, 4]).nullish(),
  image_mean: threeNumbers.nullish(),
  image_std: threeNumbers.refine((std) => std.every((value) => value > 0), "numbers above 0").nullish(),
  rescale_factor: z.number().positive().nullish(),
  do_resize: on,
  do_rescale: on,
  do_normalize: on,
});

/** Check the value of a `preprocessor_config.json`; what it leaves out is as in transformers. Throws `InputError`. */
export function readImageProcessor(value: unknown, file: string): ImageProcessor {
  const read = checkInput(ProcessorSchema, value, file);
  const defaults = DEFAULT_IMAGE_PROCESSOR;
  const [filter] = Object.entries(FILTER_NUMBERS).find(([, number]) => number === read.resample) ?? [];
  const processor: ImageProcessor = {
    minPixels: read.min_pixels ?? read.size?.shortest_edge ?? defaults.minPixels,
    maxPixels: read.max_pixels ?? read.size?.longest_edge ?? defaults.maxPixels,
    patchSize: read.patch_size ?? defaults.patchSize,
    mergeSize: read.merge_size ?? defaults.mergeSize,
    temporalPatchSize: read.temporal_patch_size ?? defaults.temporalPatchSize,
    filter: isFilter(filter) ? filter : defaults.filter,
    mean: read.image_mean ?? defaults.mean,
    deviation: read.image_std ?? defaults.deviation,
    scale: read.rescale_factor ?? defaults.scale,
  };
  if (processor.minPixels > processor.maxPixels)
    throw new InputError({
      file,
      at: "max_pixels",
      expected: `at least min_pixels (${processor.minPixels})`,
      found: `${processor.maxPixels}`,
    });
  return processor;
}

const isFilter = (name: string | undefined): name is ResampleFilter =>
  name !== undefined && name in FILTER_NUMBERS;

/** A `preprocessor_config.json` that transformers 4.49 and later read. */
export function writeImageProcessor(processor: ImageProcessor): Record<string, Json> {
  return {
    image_processor_type: "Qwen2VLImageProcessor",
    processor_class: "Qwen2_5_VLProcessor",
    min_pixels: processor.minPixels,
    max_pixels: processor.maxPixels,
    patch_size: processor.patchSize,
    merge_size: processor.mergeSize,
    temporal_patch_size: processor.temporalPatchSize,
    resample: FILTER_NUMBERS[processor.filter],
    image_mean: processor.mean,
    image_std: processor.deviation,
    rescale_factor: processor.scale,
    do_resize: true,
    do_rescale: true,
    do_normalize: true,
    do_convert_rgb: true,
  };
}

/** A picture as the vision tower takes it. */
export interface ProcessedImage {
  /** px; what the model sees, and the frame of the boxes it speaks of. */
  readonly size: Size;
  readonly grid: PatchGrid;
  /** `[patches, channels * patchSize * patchSize]`, merge blocks together; see {@link repeatFrames}. */
  readonly pixels: Float32Array;
}

/**
 * Resize, rescale, normalise and cut a picture into patches. A picture of any size is taken (1 px too) but for a long
 * side of more than 200 times the short one: `InputError`, naming `file`.
 */
export function processImage(raster: Raster, processor: ImageProcessor, file = "picture"): ProcessedImage {
  const { patchSize } = processor;
  const size = processedSize(raster, processor, file);
  const grid = { time: 1, height: size.height / patchSize, width: size.width / patchSize };
  return { size, grid, pixels: patchesOf(resample(raster, size, processor.filter), grid, processor) };
}

/** The size, px, at which the model sees a picture. Throws `InputError` for an aspect ratio beyond 200. */
export function processedSize(size: Size, processor: ImageProcessor, file = "picture"): Size {
  const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)];
  if (!(short > 0) || long > short * MAX_ASPECT_RATIO)
    throw new InputError({
      file,
      expected: `a long side of at most ${MAX_ASPECT_RATIO} times the short one`,
      found: `${size.width} x ${size.height} px`,
      hint: "crop or pad the picture",
    });
  const { patchSize, mergeSize, minPixels, maxPixels } = processor;
  return smartResize(size, { factor: patchSize * mergeSize, minPixels, maxPixels });
}

/**
 * Patches of still pictures, each as (channel, row, column), as `pixel_values` of transformers: (channel, frame, row,
 * column) with equal frames.
 */
export function repeatFrames(
  pixels: Float32Array,
  { patchSize, temporalPatchSize }: Pick<ImageProcessor, "patchSize" | "temporalPatchSize">,
): Float32Array {
  const area = patchSize ** 2;
  const repeated = new Float32Array(pixels.length * temporalPatchSize);
  for (let from = 0, to = 0; from < pixels.length; from += area)
    for (let frame = 0; frame < temporalPatchSize; frame++, to += area)
      repeated.set(pixels.subarray(from, from + area), to);
  return repeated;
}

/** Patches in the order (block row, block column, row, column), each as (channel, row, column). */
function patchesOf({ data, width }: Raster, grid: PatchGrid, processor: ImageProcessor): Float32Array {
  const { patchSize, mergeSize } = processor;
  const tables = [0, 1, 2].map((channel) => normalisedSamples(channel, processor));
  const pixels = new Float32Array(grid.height * grid.width * 3 * patchSize ** 2);
  let at = 0;
  for (const [row, column] of patchOrder(grid, mergeSize))
    for (const [channel, table] of tables.entries())
      for (let y = 0; y < patchSize; y++) {
        let from = ((row * patchSize + y) * width + column * patchSize) * 3 + channel;
        for (let x = 0; x < patchSize; x++, from += 3) pixels[at++] = table[data[from] ?? 0] ?? 0;
      }
  return pixels;
}

function* patchOrder({ height, width }: PatchGrid, mergeSize: number): Generator<readonly [number, number]> {
  for (let top = 0; top < height; top += mergeSize)
    for (let left = 0; left < width; left += mergeSize)
      for (let inner = 0; inner < mergeSize ** 2; inner++)
        yield [top + Math.floor(inner / mergeSize), left + (inner % mergeSize)];
}

/** What each sample of 0-255 becomes; rounded to float32 after each step, as NumPy does. */
function normalisedSamples(channel: number, { mean, deviation, scale }: ImageProcessor): Float32Array {
  const [average, spread] = [Math.fround(mean[channel] ?? 0), Math.fround(deviation[channel] ?? 1)];
  return Float32Array.from(
    { length: 256 },
    (_, sample) => Math.fround(Math.fround(sample * scale) - average) / spread,
  );
}
