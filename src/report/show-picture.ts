/** One page picture, made small enough to be one of hundreds in a file. */
import { decodeImage, encodeWebp, resample } from "../pixels/index.ts";

/**
 * The picture file as WebP of at most `width` px across (never enlarged); `quality` is 1-100. A file that is no
 * picture is an `InputError`.
 */
export async function shrinkPicture(file: string, width: number, quality: number): Promise<Buffer> {
  const picture = await decodeImage({ file });
  const height = Math.max(1, Math.round((picture.height * width) / picture.width));
  const shrunk = width < picture.width ? resample(picture, { width, height }, "bicubic") : picture;
  return Buffer.from(await encodeWebp(shrunk, { quality }));
}
