/** Pictures to files: the same pixels and options give the same bytes with the same version of sharp. */
import type { Raster } from "./raster.ts";
import { sharp } from "./sharp.ts";

export interface PngOptions {
  /** zlib's effort, 0 (none) to 9 (smallest); 6 unless told. */
  readonly compressionLevel?: number;
}

export interface LossyOptions {
  /** 1 (worst) to 100 (best). */
  readonly quality?: number;
}

/** Lossless. */
export async function encodePng(
  raster: Raster,
  { compressionLevel = 6 }: PngOptions = {},
): Promise<Uint8Array> {
  return fromRaster(raster).png({ compressionLevel }).toBuffer();
}

/** Quality 90 unless told, 4:4:4 chroma so that coloured lines stay sharp. */
export async function encodeJpeg(raster: Raster, { quality = 90 }: LossyOptions = {}): Promise<Uint8Array> {
  return fromRaster(raster).jpeg({ quality, chromaSubsampling: "4:4:4" }).toBuffer();
}

/** Quality 90 unless told. */
export async function encodeWebp(raster: Raster, { quality = 90 }: LossyOptions = {}): Promise<Uint8Array> {
  return fromRaster(raster).webp({ quality }).toBuffer();
}

const fromRaster = ({ width, height, data }: Raster) =>
  sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false });
