/**
 * AI4VA: COCO annotations with attributes, and its family (the annotated Pepper&Carrot pages, CVAT's COCO export).
 *
 * Sources: the readers published with IVRL/AI4VA and its challenge entries (Grönquist et al. 2024, arXiv 2410.20459).
 * Deviations, each on purpose: annotations are keyed by their own id (the official scripts key by image and category,
 * which merges all figures of a page); a missing depth stays missing (official default: 0, which means nearest); an
 * empty segmentation leaves the box; category names come from the file, since AI4VA's list is not published.
 */
import { dirname, join } from "node:path";
import { z } from "zod";
import { describe, InputError } from "../errors.ts";
import { checkInput } from "../json.ts";
import { type Licence, LicenceSchema, type Page } from "../records/index.ts";
import { type CocoFile, type CocoImage, readCoco } from "./ai4va/coco.ts";
import { reverseIntradepth } from "./ai4va/intradepth.ts";
import { readRegions } from "./ai4va/regions.ts";
import { type RoleOf, readRoles } from "./ai4va/roles.ts";
import { writeAi4va } from "./ai4va/write.ts";
import type { Format, SourcePage } from "./format.ts";
import { chosenLicence, licenceOf, textOrNothing } from "./licence.ts";
import { slug, stemOf } from "./page-id.ts";
import { fileInside } from "./source-file.ts";
import { SourceOptions } from "./source-options.ts";

const Ai4vaOptions = z.strictObject({
  annotations: z.string().describe("the COCO file"),
  images: z.string().optional().describe('folder of the pictures; default: "images" beside the COCO file'),
  roles: z
    .string()
    .optional()
    .describe(
      "JSON file: category name -> panel, character, face, balloon, text, object or ignore; * for the rest",
    ),
  intradepth: z
    .enum(["nearer-is-smaller", "nearer-is-larger"])
    .default("nearer-is-smaller")
    .describe(
      "what Intradepth means; pages store 0 = nearest, a larger reading is turned round in each plane",
    ),
  ...SourceOptions,
});
type Options = z.output<typeof Ai4vaOptions>;

/** `Vaillant_0456_1954_02_07-01.png`: issue, date, page. */
const VAILLANT = /^(Vaillant_\d+)_\d{4}_\d{2}_\d{2}-\d+$/;

function storyOf(image: CocoImage, series: string | undefined, stem: string): string | undefined {
  const issue = VAILLANT.exec(stem.split("/").at(-1) ?? "")?.[1];
  if (issue !== undefined) return issue;
  const { episode } = image;
  const isKnown = episode !== undefined && episode !== null && episode !== "";
  if (series === undefined || !isKnown) return undefined;
  return `${series}, episode ${episode}`;
}

/** Copies of one page in several languages differ in the file name's last part only. */
function workOf(series: string | undefined, stem: string, language: string | undefined): string | undefined {
  if (language === undefined) return undefined;
  const tail = stem.slice(-language.length - 1);
  const hasCode = /^[._-]/.test(tail) && tail.slice(1).toLowerCase() === language.toLowerCase();
  const name = hasCode ? stem.slice(0, -tail.length) : stem;
  return series === undefined ? name : `${series}: ${name}`;
}

type PageFacts = Pick<
  Page,
  "id" | "dataset" | "sourceFile" | "series" | "story" | "work" | "language" | "direction"
>;

/** Entries that benday wrote carry the page's id and are taken word for word: nothing is derived from names. */
const isOurs = ({ page_id }: CocoImage): boolean => textOrNothing(page_id) !== undefined;

/** What the image entry tells about its page. */
function factsOf(image: CocoImage, coco: CocoFile, options: Options): PageFacts {
  const series = options.series ?? textOrNothing(image.series);
  const language = options.language ?? textOrNothing(image.lang);
  const direction = options.direction ?? image.direction ?? "ltr";
  const stem = stemOf(image.file_name);
  const told = {
    id: textOrNothing(image.page_id) ?? slug(stem),
    dataset: options.dataset ?? textOrNothing(image.dataset) ?? textOrNothing(coco.description) ?? "AI4VA",
    sourceFile: textOrNothing(image.source_file),
    series,
    story: textOrNothing(image.story),
    work: textOrNothing(image.work),
    language,
    direction,
  };
  if (isOurs(image)) return told;
  return {
    ...told,
    sourceFile: told.sourceFile ?? image.file_name,
    story: told.story ?? storyOf(image, series, stem),
    work: told.work ?? workOf(series, stem, language),
  };
}

function sourceLicence(image: CocoImage, coco: CocoFile, at: string): Licence {
  const { license } = image;
  if (license === undefined || license === null) return licenceOf({ attribution: coco.contributor });
  const entry = coco.licences.get(license);
  if (entry === undefined) {
    const expected = "the id of one of the licenses";
    const hint = "or say what the licence is with --licence";
    throw new InputError({ file: coco.file, at: `${at}.license`, expected, found: describe(license), hint });
  }
  if (isOurs(image)) {
    const { id: _, ...record } = entry;
    return checkInput(LicenceSchema, record, coco.file, `licenses[id ${entry.id}]`);
  }
  return licenceOf({ ...entry, attribution: entry.attribution ?? coco.contributor });
}

async function readPage(
  image: CocoImage,
  index: number,
  source: { readonly coco: CocoFile; readonly roleOf: RoleOf; readonly options: Options },
): Promise<SourcePage> {
  const { coco, roleOf, options } = source;
  const place = { file: coco.file, at: `images[${index}]` };
  const licence = options.licence === undefined ? sourceLicence(image, coco, place.at) : licenceOf({});
  const annotations = coco.annotationsOf.get(image.id) ?? [];
  const { regions, warnings } = readRegions(annotations, {
    file: coco.file,
    categoryOf: coco.categories,
    roleOf,
  });
  const folder = options.images ?? join(dirname(coco.file), "images");
  return {
    page: {
      kind: "page",
      version: 1,
      ...factsOf(image, coco, options),
      licence: chosenLicence(options, licence),
      ...(options.intradepth === "nearer-is-larger" ? reverseIntradepth(regions) : regions),
    },
    size: { width: image.width, height: image.height },
    picture: { file: await fileInside(folder, image.file_name, { ...place, at: `${place.at}.file_name` }) },
    place,
    warnings,
  };
}

export const ai4va: Format<"ai4va", typeof Ai4vaOptions> = {
  id: "ai4va",
  summary: "COCO with attributes: AI4VA, CVAT exports, pages written by benday",
  options: Ai4vaOptions,
  async *read(options) {
    const coco = await readCoco(options.annotations);
    const roleOf = await readRoles(options.roles);
    for (const [index, image] of coco.images.entries())
      yield readPage(image, index, { coco, roleOf, options });
  },
  write: writeAi4va,
};
