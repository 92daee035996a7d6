export { crop, cropAndScale, pixelBox } from "./crop.ts";
export {
  DEFAULT_IMAGE_LIMITS,
  type DecodeOptions,
  decodeImage,
  IMAGE_FORMATS,
  type ImageFormat,
  type ImageInfo,
  type ImageLimits,
  type ImageSource,
  inspectImage,
} from "./decode.ts";
export { encodeJpeg, encodePng, encodeWebp, type LossyOptions, type PngOptions } from "./encode.ts";
export { type DrawnMark, drawMarks, MARK_COLOURS, type MarkColour, type Scale } from "./marks.ts";
export type { Rgb } from "./paint.ts";
export { hammingDistance, NEAR_DUPLICATE_BITS, perceptualHash } from "./perceptual-hash.ts";
export type { Raster } from "./raster.ts";
export { type ResampleFilter, resample } from "./resample.ts";
export { tintMarks } from "./tint.ts";
