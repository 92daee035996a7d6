/**
 * The COCO file: object detection format (cocodataset.org, "Format data"), as CVAT and AI4VA write it, with per-annotation
 * `attributes`. Only what is read is checked; everything else in the file is let through.
 */
import { z } from "zod";
import { describe, InputError } from "../../errors.ts";
import { checkInput, parseJson } from "../../json.ts";
import { readText } from "../source-file.ts";

/** The file is held in memory as one text and one value; the pictures are not. */
const MAX_BYTES = 384 * 1024 * 1024;

const Px = z.number("expected a finite number of pixels");
const Length = Px.nonnegative("expected a size of 0 px or more");
const Id = z.int("expected an integer id");
const MaybeText = z.string("expected a text").nullish();

export const CocoImageSchema = z.object({
  id: Id,
  file_name: z.string("expected a file name").min(1, "expected a file name"),
  width: z.int("expected a width in px").positive("expected a width in px"),
  height: z.int("expected a height in px").positive("expected a height in px"),
  license: Id.nullish(),
  series: MaybeText,
  episode: z.union([z.string(), z.number()], "expected a text or a number").nullish(),
  lang: MaybeText,
  /** Written by benday: the page record's own fields. */
  page_id: MaybeText,
  dataset: MaybeText,
  story: MaybeText,
  work: MaybeText,
  direction: z.enum(["ltr", "rtl"], "expected ltr or rtl").nullish(),
  source_file: MaybeText,
});

export const CocoAnnotationSchema = z.object({
  id: Id,
  image_id: Id,
  category_id: Id,
  bbox: z.tuple([Px, Px, Length, Length], "expected a box [x, y, width, height]"),
  /** Rings `[x, y, x, y, ...]`, or a run-length mask, which is not read. */
  segmentation: z
    .union(
      [z.array(z.array(Px)), z.looseObject({ counts: z.unknown() })],
      "expected a list of rings [x, y, ...] or a run-length mask",
    )
    .nullish(),
  attributes: z.record(z.string(), z.unknown(), "expected an object of attributes").nullish(),
});

const CocoCategorySchema = z.object({ id: Id, name: z.string("expected a name") });
const CocoLicenceSchema = z.object({ id: Id, name: MaybeText, url: MaybeText, attribution: MaybeText });

const CocoFileSchema = z.object(
  {
    info: z.object({ description: MaybeText, contributor: MaybeText }).nullish(),
    licenses: z.array(CocoLicenceSchema).nullish(),
    images: z.array(CocoImageSchema, "expected a list of images").min(1, "expected at least one image"),
    categories: z.array(CocoCategorySchema, "expected a list of categories"),
    annotations: z.array(CocoAnnotationSchema, "expected a list of annotations"),
  },
  "expected a COCO file with images, categories and annotations",
);

export type CocoImage = z.output<typeof CocoImageSchema>;
export type CocoAnnotation = z.output<typeof CocoAnnotationSchema>;
export type CocoLicence = z.output<typeof CocoLicenceSchema>;

/** An annotation with its place in the file, for messages. */
export interface PlacedAnnotation extends CocoAnnotation {
  readonly at: string;
}

export interface CocoFile {
  readonly file: string;
  readonly description: string | undefined;
  readonly contributor: string | undefined;
  readonly images: readonly CocoImage[];
  readonly licences: ReadonlyMap<number, CocoLicence>;
  /** Category names by id. */
  readonly categories: ReadonlyMap<number, string>;
  readonly annotationsOf: ReadonlyMap<number, readonly PlacedAnnotation[]>;
}

/** Items by id; two items with one id are an `InputError` that names the second. */
function byId<T extends { readonly id: number }>(
  items: readonly T[],
  list: string,
  file: string,
): Map<number, T> {
  const found = new Map<number, T>();
  for (const [index, item] of items.entries()) {
    if (found.has(item.id)) {
      const expected = "an id that no other entry has";
      throw new InputError({ file, at: `${list}[${index}].id`, expected, found: String(item.id) });
    }
    found.set(item.id, item);
  }
  return found;
}

function checkKnown(
  id: number,
  known: ReadonlyMap<number, unknown>,
  what: string,
  file: string,
  at: string,
): void {
  if (known.has(id)) return;
  throw new InputError({ file, at, expected: `the id of one of the ${what}`, found: describe(id) });
}

/** Read and check a whole COCO file; ids are unique and every annotation has its image and category. */
export async function readCoco(file: string): Promise<CocoFile> {
  const text = await readText(file, MAX_BYTES);
  const coco = checkInput(CocoFileSchema, parseJson(text, file), file);
  const images = byId(coco.images, "images", file);
  const categories = byId(coco.categories, "categories", file);
  byId(coco.annotations, "annotations", file);
  const annotations = coco.annotations.map((annotation, index) => ({
    ...annotation,
    at: `annotations[${index}]`,
  }));
  for (const { at, image_id, category_id } of annotations) {
    checkKnown(image_id, images, "images", file, `${at}.image_id`);
    checkKnown(category_id, categories, "categories", file, `${at}.category_id`);
  }
  return {
    file,
    description: coco.info?.description ?? undefined,
    contributor: coco.info?.contributor ?? undefined,
    images: coco.images,
    licences: byId(coco.licenses ?? [], "licenses", file),
    categories: new Map(coco.categories.map(({ id, name }) => [id, name])),
    annotationsOf: Map.groupBy(annotations, ({ image_id }) => image_id),
  };
}
