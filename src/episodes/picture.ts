/** Pictures as data: which region of the page, at which size. The pixels come last (see `pictures.ts`). */
import { type Box, heightOf, type Size, smartResize, widthOf } from "../geometry/index.ts";
import type { EpisodeImage } from "../records/index.ts";

/** A picture that is to be sent; an `EpisodeImage` without its hash. */
export type PictureSpec = Omit<EpisodeImage, "hash">;

/** Equal for equal pictures of one question. */
export const pictureKey = ({ content, box, width, height }: PictureSpec): string =>
  `${content}:${box.join(",")}@${width}x${height}`;

export interface SizeLimits {
  readonly factor?: number | undefined;
  /** square px */
  readonly minPixels?: number | undefined;
  /** square px */
  readonly maxPixels?: number | undefined;
}

/**
 * The size at which a region is sent: within the limits, sides multiples of the factor, the aspect ratio kept as far as
 * that allows, and never above the region's own size unless `minPixels` or one factor asks for more. A model that
 * resizes by the same limits leaves a picture of this size as it is.
 */
export function fitSize(region: Size, { factor = 1, minPixels = 1, maxPixels = Infinity }: SizeLimits): Size {
  const whole = { width: Math.ceil(region.width), height: Math.ceil(region.height) };
  const resized = smartResize(whole, { factor, minPixels, maxPixels });
  const atMost = (side: number, limit: number) =>
    Math.min(side, Math.max(factor, Math.floor(limit / factor) * factor));
  const lowered = {
    width: atMost(resized.width, whole.width),
    height: atMost(resized.height, whole.height),
  };
  return lowered.width * lowered.height < minPixels ? resized : lowered;
}

export const sizeOf = (box: Box): Size => ({ width: widthOf(box), height: heightOf(box) });

/** A region of the page at the size that the limits give it. */
export function pictureOf(content: PictureSpec["content"], box: Box, limits: SizeLimits): PictureSpec {
  return { content, box, ...fitSize(sizeOf(box), limits) };
}
