/** Pictures of conversations, each opened, resized and cut into patches once as long as it is kept. */
import type { Model, SizedPicture } from "../../engine/index.ts";
import { boundedCache } from "../../episodes/bounded-cache.ts";
import type { Raster } from "../../pixels/index.ts";
import { nameOf, type PictureReference } from "./conversation-file.ts";

type Reader = Pick<Model, "architecture" | "tokenizer" | "template">;
type Opener = (reference: PictureReference) => Promise<Raster>;

export interface SeenPictures {
  /** As the one given, but remembers what `open` gave. */
  readonly reader: Reader;
  readonly open: Opener;
}

interface Seen {
  readonly raster: Raster;
  readonly picture: SizedPicture;
}

/** @param maxBytes kept of pictures; those in use are held beyond it */
export function seenPictures(given: Reader, openNew: Opener, maxBytes = 256 * 2 ** 20): SeenPictures {
  const { architecture } = given;
  const { pictures } = architecture;
  const read = new WeakMap<Raster, SizedPicture>();
  const kept = boundedCache<Seen>(
    maxBytes,
    ({ raster, picture }) => raster.data.byteLength + picture.pixels.byteLength,
  );
  const open: Opener = async (reference) => {
    const name = nameOf(reference);
    const { raster } = await kept.get(name, async () => {
      const opened = await openNew(reference);
      const picture = pictures.read(opened, name);
      read.set(opened, picture);
      return { raster: opened, picture };
    });
    return raster;
  };
  const reading = {
    ...pictures,
    read: (raster: Raster, file?: string) => read.get(raster) ?? pictures.read(raster, file),
  };
  return { reader: { ...given, architecture: { ...architecture, pictures: reading } }, open };
}
