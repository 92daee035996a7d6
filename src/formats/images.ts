/** Bare scans: a folder of pictures without any annotation. Folders in it are stories. */
import { readdir } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { z } from "zod";
import { InputError, reasonOf } from "../errors.ts";
import type { Format, SourcePage } from "./format.ts";
import { chosenLicence, licenceOf } from "./licence.ts";
import { NO_LABELS } from "./no-labels.ts";
import { slug, stemOf } from "./page-id.ts";
import { atLeastOne, fileInside } from "./source-file.ts";
import { SourceOptions } from "./source-options.ts";

const PICTURES: ReadonlySet<string> = new Set([".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff"]);

const ImagesOptions = z.strictObject({
  folder: z.string().describe("folder of PNG, JPEG, WebP or TIFF files; folders in it are stories"),
  ...SourceOptions,
});
type Options = z.output<typeof ImagesOptions>;

const collator = new Intl.Collator("en", { numeric: true });
/** Page 2 before page 10; ties ("01", "1") by code units. */
const inNaturalOrder = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : 1);

/** Paths of pictures below `folder`, depth first. Hidden files and links to folders are passed over. */
async function* picturesBelow(folder: string, below = ""): AsyncGenerator<string> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((cause: unknown) => {
    const found = reasonOf(cause);
    throw new InputError({ file: join(folder, below), expected: "a folder of pictures", found }, { cause });
  });
  const visible = entries.filter(({ name }) => !name.startsWith("."));
  for (const entry of visible.sort((a, b) => inNaturalOrder(a.name, b.name))) {
    const path = join(below, entry.name);
    if (entry.isDirectory()) yield* picturesBelow(folder, path);
    else if (PICTURES.has(extname(entry.name).toLowerCase())) yield path;
  }
}

async function readPage(name: string, options: Options): Promise<SourcePage> {
  const place = { file: options.folder, at: name };
  const story = dirname(name);
  const dataset = options.dataset ?? (basename(resolve(options.folder)) || "images");
  return {
    page: {
      kind: "page",
      version: 1,
      id: slug(`${dataset}/${stemOf(name)}`),
      dataset,
      sourceFile: name,
      licence: chosenLicence(options, licenceOf({})),
      series: options.series,
      story: story === "." ? undefined : story,
      language: options.language,
      direction: options.direction ?? "ltr",
      ...NO_LABELS,
    },
    picture: { file: await fileInside(options.folder, name, place) },
    place,
    warnings: [],
  };
}

export const images: Format<"images", typeof ImagesOptions> = {
  id: "images",
  summary: "a folder of bare scans (PNG, JPEG, WebP, TIFF), without annotations",
  options: ImagesOptions,
  async *read(options) {
    const names = atLeastOne(picturesBelow(options.folder), {
      file: options.folder,
      expected: "pictures (png, jpg, webp, tiff)",
    });
    for await (const name of names) yield await readPage(name, options);
  },
};
