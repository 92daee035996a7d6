/** Import: pages from any format become a page folder, whole or not at all, one page in memory at a time. */
import { InputError } from "../errors.ts";
import {
  DEFAULT_IMAGE_LIMITS,
  decodeImage,
  encodePng,
  type ImageFormat,
  type ImageLimits,
  inspectImage,
  perceptualHash,
} from "../pixels/index.ts";
import type { Page } from "../records/index.ts";
import { type ImageExtension, writeFolder } from "../store/index.ts";
import { fitToPicture } from "./fit-page.ts";
import type { SourcePage, Warning } from "./format.ts";
import { LABEL_KINDS, type LabelReport, labelsOf } from "./label-report.ts";
import { NO_LABELS } from "./no-labels.ts";
import { type FinishedPage, fillPageFolder } from "./page-folder.ts";
import { readBytes } from "./source-file.ts";

export interface ImportOptions {
  /** Called after each page is stored, with the number stored so far. */
  readonly onPage?: ((count: number, page: Page) => void) | undefined;
  /** Checked before a picture is decoded. */
  readonly limits?: ImageLimits | undefined;
  /** Replace a folder that benday wrote earlier. */
  readonly replace?: boolean | undefined;
}

/** All warnings of one cause. */
export interface WarningCount {
  readonly what: string;
  readonly count: number;
  /** File and place of the first, for a look. */
  readonly first: string;
}

export interface ImportReport {
  readonly pages: number;
  readonly labels: LabelReport;
  /** In the order of first appearance. */
  readonly warnings: readonly WarningCount[];
}

/**
 * Write a page folder. Pictures keep their bytes where they are PNG, JPEG or WebP and become PNG otherwise. Boxes are
 * cut to the picture; everything else that does not make a sound page is an `InputError` with the place in the source,
 * and then nothing is written.
 */
export async function importPages(
  sources: AsyncIterable<SourcePage>,
  folder: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { replace, onPage, limits = {} } = options;
  const labels = { ...labelsOf(NO_LABELS) };
  const warnings = new Map<string, WarningCount>();
  let pages = 0;
  async function* finished() {
    for await (const source of sources) {
      const page = await finishPage(source, limits);
      countWarnings(page.warnings, source.place.file, warnings);
      yield page;
    }
  }
  const fill = async (fresh: string) => {
    await fillPageFolder(fresh, finished(), (count, page) => {
      const added = labelsOf(page);
      for (const kind of LABEL_KINDS) labels[kind] += added[kind];
      pages = count;
      onPage?.(count, page);
    });
    if (pages === 0) throw new InputError({ expected: "pages in the source", found: "none" });
  };
  await writeFolder(folder, fill, { replace });
  return { pages, labels, warnings: [...warnings.values()] };
}

function countWarnings(found: readonly Warning[], file: string, counts: Map<string, WarningCount>): void {
  for (const { what, at } of found) {
    const { count, first } = counts.get(what) ?? { count: 0, first: `${file}: ${at}` };
    counts.set(what, { what, count: count + 1, first });
  }
}

/** How pictures are stored that keep their bytes. */
const EXTENSIONS: Readonly<Partial<Record<ImageFormat, ImageExtension>>> = {
  png: "png",
  jpeg: "jpg",
  webp: "webp",
};

/** Decode the picture and fit the page to it. */
async function finishPage(
  source: SourcePage,
  limits: ImageLimits,
): Promise<FinishedPage & { readonly warnings: readonly Warning[] }> {
  const encoded = await loadPicture(source.picture, limits);
  const { format, width, height } = await inspectImage(encoded, limits);
  const { page, warnings } = fitToPicture(source, { width, height }, encoded.name);
  const raster = await decodeImage(encoded, limits);
  const extension = EXTENSIONS[format];
  return {
    page,
    image: { width, height, phash: perceptualHash(raster) },
    picture:
      extension === undefined
        ? { bytes: await encodePng(raster), extension: "png" }
        : { bytes: encoded.bytes, extension },
    place: source.place,
    warnings: [...source.warnings, ...warnings],
  };
}

/** The bytes, read once: what is checked is what is stored. */
async function loadPicture(picture: SourcePage["picture"], limits: ImageLimits) {
  if ("bytes" in picture) return picture;
  const bytes = await readBytes(picture.file, limits.maxBytes ?? DEFAULT_IMAGE_LIMITS.maxBytes);
  return { bytes, name: picture.file };
}
