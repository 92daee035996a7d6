/** What the model sees of a question's pictures: each is painted, resized and cut into patches once. */
import { createHash } from "node:crypto";
import type { PictureReader, SizedPicture } from "../../engine/index.ts";
import { boundedCache } from "../../episodes/bounded-cache.ts";
import { type Pictures, pictureKey, type Rasters } from "../../episodes/index.ts";
import type { Raster } from "../../pixels/index.ts";

/** The pictures of one set of rollouts. */
export interface Sight {
  /** For `prepare`: pictures without bytes, named by their pixels. Equal pictures have equal names. */
  readonly pictures: Pictures;
  /** The picture of a name that `pictures` gave. */
  pictureOf(hash: string): SizedPicture;
}

interface View {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly picture: SizedPicture;
}

const NO_BYTES = new Uint8Array();

/**
 * Opens sights on the same pictures, one after another, that share what was seen before.
 *
 * @param maxBytes kept of pictures; those in use are held beyond it
 */
export function openSights(
  reader: Pick<PictureReader, "read">,
  rasters: Rasters,
  maxBytes: number,
): () => Sight {
  const kept = boundedCache<View>(maxBytes, ({ picture }) => picture.pixels.byteLength);
  return () => {
    const inUse = new Map<string, SizedPicture>();
    return {
      pictures: {
        paint: async ({ page, marks }, spec) => {
          const key = JSON.stringify([page.image, pictureKey(spec), marks]);
          const view = await kept.get(key, async () =>
            viewOf(reader, await rasters.raster({ page, marks }, spec), page.image),
          );
          const { hash, width, height, picture } = view;
          // Equal pixels are one picture, which a model need see only once.
          if (!inUse.has(hash)) inUse.set(hash, picture);
          return { hash, width, height, mediaType: "image/png", bytes: NO_BYTES };
        },
      },
      pictureOf: (hash) => {
        const picture = inUse.get(hash);
        if (picture === undefined) throw new RangeError(`sight: expected a painted picture, got ${hash}`);
        return picture;
      },
    };
  };
}

function viewOf(reader: Pick<PictureReader, "read">, raster: Raster, file: string): View {
  const { width, height } = raster;
  return { hash: pixelHash(raster), width, height, picture: reader.read(raster, file) };
}

/** SHA-256 of size and pixels, 64 hex digits. */
export const pixelHash = ({ width, height, data }: Raster): string =>
  createHash("sha256").update(`${width}x${height}:`).update(data).digest("hex");
