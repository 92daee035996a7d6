/**
 * Pages as one COCO file that any COCO reader opens and `ai4va.ts` reads back to identical pages. Annotations stream to
 * disk page by page; of each page only its image entry stays in memory (under a kilobyte).
 */
import { createWriteStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { areaOf, type Box, fromXywh, type Point, toXywh } from "../../geometry/index.ts";
import { canonicalJson } from "../../json.ts";
import type { Licence, Page } from "../../records/index.ts";
import { LINKS } from "../links.ts";
import { ATTRIBUTES, BOX_ATTRIBUTE, ID_ATTRIBUTE } from "./attributes.ts";
import { ROLES, type Role } from "./roles.ts";

const LIST_OF = {
  panel: "panels",
  character: "characters",
  face: "faces",
  balloon: "balloons",
  text: "texts",
  object: "objects",
} as const satisfies Record<Role, keyof Page>;

interface Region {
  readonly id: string;
  readonly box: Box;
  readonly polygon?: readonly Point[] | undefined;
}

/** Write `folder/annotations.json`; `file_name` counts from `folder/images`. */
export async function writeAi4va(pages: AsyncIterable<Page>, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, "annotations.json");
  await pipeline(Readable.from(cocoText(pages)), createWriteStream(`${file}.part`));
  await rename(`${file}.part`, file);
}

/** The file in pieces: annotations first, since they stream, then the images and licences that were met. */
async function* cocoText(pages: AsyncIterable<Page>): AsyncGenerator<string> {
  const images: string[] = [];
  const licences = new Map<string, number>();
  const categories = ROLES.map((name, index) => ({ id: index + 1, name }));
  let annotations = 0;
  yield `{"info":{"description":"benday pages"},\n"categories":${canonicalJson(categories)},\n"annotations":[`;
  for await (const page of pages) {
    const image = images.length + 1;
    images.push(canonicalJson(imageEntry(page, image, idOfLicence(page.licence, licences))));
    for (const entry of annotationEntries(page, image, annotations + 1)) {
      yield `${annotations === 0 ? "\n" : ",\n"}${canonicalJson(entry)}`;
      annotations++;
    }
  }
  yield `\n],\n"images":[\n${images.join(",\n")}\n],\n"licenses":[\n${licenceEntries(licences).join(",\n")}\n]}\n`;
}

function idOfLicence(licence: Licence, licences: Map<string, number>): number {
  const text = canonicalJson(licence);
  const id = licences.get(text) ?? licences.size + 1;
  licences.set(text, id);
  return id;
}

const licenceEntries = (licences: ReadonlyMap<string, number>): string[] =>
  [...licences].map(([text, id]) => text.replace(/^\{/, `{"id":${id},`));

/** Absent fields stay absent: `JSON.stringify` leaves undefined out. */
function imageEntry(page: Page, id: number, license: number) {
  return {
    id,
    license,
    file_name: basename(page.image.file),
    width: page.image.width,
    height: page.image.height,
    page_id: page.id,
    dataset: page.dataset,
    series: page.series,
    story: page.story,
    work: page.work,
    lang: page.language,
    direction: page.direction,
    source_file: page.sourceFile,
  };
}

function annotationEntries(page: Page, image: number, firstId: number) {
  const placed = ROLES.flatMap((role, category) =>
    page[LIST_OF[role]].map((region) => ({ role, category: category + 1, region })),
  );
  const ids = new Map(placed.map(({ region }, index) => [region.id, firstId + index]));
  return placed.map(({ role, category, region }, index) => ({
    id: firstId + index,
    image_id: image,
    category_id: category,
    bbox: toXywh(region.box),
    area: areaOf(region.box),
    iscrowd: 0,
    segmentation: region.polygon === undefined ? [] : [region.polygon.flat()],
    attributes: attributesOf(role, region, ids),
  }));
}

function attributesOf(role: Role, region: Region, ids: ReadonlyMap<string, number>) {
  const attributes: Record<string, unknown> = {};
  for (const [field, attribute] of Object.entries(ATTRIBUTES[role])) {
    const value: unknown = Reflect.get(region, field);
    attributes[attribute] = LINKS.has(field) && typeof value === "string" ? ids.get(value) : value;
  }
  if (region.id !== String(ids.get(region.id))) attributes[ID_ATTRIBUTE] = region.id;
  const kept = fromXywh(toXywh(region.box));
  if (kept.some((value, index) => value !== region.box[index])) attributes[BOX_ATTRIBUTE] = region.box;
  return attributes;
}
