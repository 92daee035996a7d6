/**
 * Pictures from outside: checked before they are decoded, then decoded to plain RGB.
 *
 * - The content decides on the format, not the file name: many data sets name JPEGs `.png`.
 * - EXIF orientation is not applied: annotations refer to the pixels as stored.
 * - Embedded colour profiles are ignored, as Pillow does: a model sees the stored sample values.
 * - Transparent pixels are blended over white, the colour of paper, unless their transparency is to be dropped.
 * - Of animations and multi-page files the first picture counts.
 */
import { readFile, stat } from "node:fs/promises";
import { describe, InputError, reasonOf } from "../errors.ts";
import type { Size } from "../geometry/index.ts";
import type { Raster } from "./raster.ts";
import { sharp } from "./sharp.ts";

export const IMAGE_FORMATS = ["png", "jpeg", "webp", "tiff"] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

/** A file, or bytes with the name that messages use for them. */
export type ImageSource =
  | { readonly file: string }
  | { readonly bytes: Uint8Array; readonly name?: string | undefined };

export interface ImageLimits {
  /** Largest encoded size, bytes. */
  readonly maxBytes?: number | undefined;
  /** Largest width times height, px. */
  readonly maxPixels?: number | undefined;
  readonly formats?: readonly ImageFormat[] | undefined;
}

/** 64 MiB, 100 megapixels, all formats. */
export const DEFAULT_IMAGE_LIMITS = {
  maxBytes: 64 * 1024 * 1024,
  maxPixels: 100_000_000,
  formats: IMAGE_FORMATS,
} as const satisfies ImageLimits;

export interface DecodeOptions extends ImageLimits {
  /**
   * What becomes of transparent pixels: blended over white by default, or `drop`: their stored colour counts, as after
   * Pillow's `convert("RGB")`.
   */
  readonly transparency?: "blend" | "drop" | undefined;
}

export interface ImageInfo extends Size {
  readonly format: ImageFormat;
}

/** Format and size as the header tells them; no pixels are decoded, so the rest of the file may still be damaged. */
export async function inspectImage(source: ImageSource, limits: ImageLimits = {}): Promise<ImageInfo> {
  return inspect(await readEncoded(source, limits), limits);
}

/** The picture as RGB. Input that is no picture, damaged, cut short or beyond the limits is an `InputError`. */
export async function decodeImage(source: ImageSource, options: DecodeOptions = {}): Promise<Raster> {
  const encoded = await readEncoded(source, options);
  const { format } = await inspect(encoded, options);
  const { data, info } = await refuseDamage(encoded, format, () => {
    const input = { failOn: "warning", limitInputPixels: maxPixelsOf(options), ignoreIcc: true } as const;
    const picture = sharp(encoded.bytes, input);
    const opaque =
      options.transparency === "drop" ? picture.removeAlpha() : picture.flatten({ background: "white" });
    return opaque.toColourspace("srgb").raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  });
  if (info.channels !== 3) throw new Error(`decodeImage: expected 3 channels, got ${info.channels}`);
  return {
    width: info.width,
    height: info.height,
    data: new Uint8Array(data.buffer, data.byteOffset, data.length),
  };
}

interface Encoded {
  readonly bytes: Uint8Array;
  /** For messages. */
  readonly file: string;
}

const maxPixelsOf = (limits: ImageLimits): number => limits.maxPixels ?? DEFAULT_IMAGE_LIMITS.maxPixels;

async function readEncoded(source: ImageSource, limits: ImageLimits): Promise<Encoded> {
  const maxBytes = limits.maxBytes ?? DEFAULT_IMAGE_LIMITS.maxBytes;
  if ("bytes" in source) {
    const file = source.name ?? "picture";
    checkLength(source.bytes.length, file, maxBytes);
    return { bytes: source.bytes, file };
  }
  const { file } = source;
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new InputError({ file, expected: "a picture file", found: "something else" });
    checkLength(found.size, file, maxBytes);
    return { bytes: await readFile(file), file };
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError({ file, expected: "a readable picture file", found: reasonOf(cause) }, { cause });
  }
}

function checkLength(length: number, file: string, maxBytes: number): void {
  if (length > maxBytes)
    throw new InputError({
      file,
      expected: `a picture of at most ${maxBytes} bytes`,
      found: `${length} bytes`,
    });
}

async function inspect({ bytes, file }: Encoded, limits: ImageLimits): Promise<ImageInfo> {
  const formats = limits.formats ?? DEFAULT_IMAGE_LIMITS.formats;
  const format = formats.find((candidate) => SIGNATURES[candidate](bytes));
  if (format === undefined)
    throw new InputError({ file, expected: `a ${formats.join(", ")} picture`, found: openingOf(bytes) });
  const { width, height } = await refuseDamage({ bytes, file }, format, () =>
    sharp(bytes, { limitInputPixels: false }).metadata(),
  );
  const maxPixels = maxPixelsOf(limits);
  if (width * height > maxPixels)
    throw new InputError({
      file,
      expected: `a picture of at most ${maxPixels} pixels`,
      found: `${width} x ${height} px`,
    });
  return { format, width, height };
}

/** Only bytes that open as one of these reach the decoder, which knows many more formats (SVG, PDF, ...). */
const SIGNATURES: Record<ImageFormat, (bytes: Uint8Array) => boolean> = {
  png: (bytes) => textAt(bytes, 0, 8) === "\x89PNG\r\n\x1a\n",
  jpeg: (bytes) => textAt(bytes, 0, 3) === "\xff\xd8\xff",
  webp: (bytes) => textAt(bytes, 0, 4) === "RIFF" && textAt(bytes, 8, 12) === "WEBP",
  tiff: (bytes) => ["II*\0", "MM\0*", "II+\0", "MM\0+"].includes(textAt(bytes, 0, 4)),
};

const textAt = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const openingOf = (bytes: Uint8Array): string =>
  bytes.length === 0 ? "no bytes" : `bytes that begin ${describe(textAt(bytes, 0, 12))}`;

async function refuseDamage<T>({ file }: Encoded, format: ImageFormat, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new InputError(
      { file, expected: `an undamaged ${format} picture`, found: reasonOf(cause) },
      { cause },
    );
  }
}
