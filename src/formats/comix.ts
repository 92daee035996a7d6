/**
 * CoMix: the unified XML of DCM, eBDtheque, comics and PopManga.
 *
 * Source: FORMAT.md of github.com/emanuelevivoli/CoMix at 3d51a04a. The format knows neither reading order nor the
 * strings of texts, so neither appears here. `link_sbsc` ties a text to the body that says it; see `withSpeakers` and
 * `bodyOfFace` in `book-xml.ts` for what is derived from that.
 */
import { join } from "node:path";
import { z } from "zod";
import { describe, InputError } from "../errors.ts";
import type { Point } from "../geometry/index.ts";
import { checkInput } from "../json.ts";
import type { Balloon, Character, Text } from "../records/index.ts";
import {
  bodyOfFace,
  CountText,
  castOf,
  PageSizeText,
  readAttributes,
  regionOf,
  type SpeechLink,
  withSpeakers,
} from "./book-xml.ts";
import type { Format, SourcePage, Warning } from "./format.ts";
import { chosenLicence, licenceOf } from "./licence.ts";
import { slug } from "./page-id.ts";
import { atLeastOne, fileInside, fileOrFolder } from "./source-file.ts";
import { SourceOptions } from "./source-options.ts";
import { readXml, type XmlElement } from "./xml.ts";

const ComixOptions = z.strictObject({
  annotations: z.string().describe("annotation file, or the folder that holds one a book"),
  images: z.string().describe("folder of the pictures: <book>/<three digits>.<extension>"),
  imageOffset: z
    .int()
    .min(0)
    .max(1)
    .default(0)
    .describe(
      "added to a page's id for the name of its picture: 1 where pages count from 0 and pictures from 001",
    ),
  imageExtension: z
    .enum(["jpg", "png", "webp"])
    .default("jpg")
    .describe("file name extension of the pictures"),
  ...SourceOptions,
});
type Options = z.output<typeof ComixOptions>;

const BookAttributes = z.object({ title: z.string("expected a title").trim().min(1, "expected a title") });
const PageAttributes = PageSizeText.extend({ id: CountText, story_id: z.string().optional() });
const StoryAttributes = z.object({ id: z.string("expected an id"), name: z.string("expected a name") });
const RegionAttributes = z.object({
  id: z.string("expected an id"),
  points: z.string('expected points "x0,y0 x1,y1 ..."'),
  character_id: z.string().optional(),
  text_id: z.string().optional(),
  balloon_id: z.string().optional(),
});

interface Book {
  readonly file: string;
  readonly title: string;
  readonly cast: ReadonlyMap<string, string | undefined>;
  readonly stories: ReadonlyMap<string, string>;
}

const Pair = z
  .string()
  .regex(/^-?\d{1,7}(\.\d{1,9})?,-?\d{1,7}(\.\d{1,9})?$/, 'expected points "x0,y0 x1,y1 ..." in px')
  .transform((pair): Point => {
    const [x = 0, y = 0] = pair.split(",").map(Number);
    return [x, y];
  });
const Outline = z.object({ points: z.array(Pair) });

function readRegion(element: XmlElement, book: Book) {
  const { points, ...links } = readAttributes(RegionAttributes, element, book.file);
  const pairs = { points: points.trim().split(/\s+/) };
  const outline = checkInput(Outline, pairs, book.file, element.at).points;
  if (element.name !== "link_sbsc" && outline.length < 2) {
    const found = describe(points);
    throw new InputError({ file: book.file, at: element.at, expected: "at least 2 points", found });
  }
  return { ...links, ...regionOf(outline), at: element.at };
}
type Region = ReturnType<typeof readRegion>;

/** Id, box and polygon alone. */
const shapeOf = ({ id, box, polygon }: Region) => ({ id, box, polygon });

/** Throw unless `id` is among `known`. */
function checkLink(
  id: string,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  place: LinkPlace,
): void {
  if (known.has(id)) return;
  const { file, at, target } = place;
  throw new InputError({ file, at, expected: `the id of ${target}`, found: describe(id) });
}
interface LinkPlace {
  readonly file: string;
  readonly at: string;
  readonly target: string;
}

const idsOf = (items: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(items.map(({ id }) => id));

function readCharacter(region: Region, book: Book): Character {
  const { character_id: cast, at } = region;
  if (cast !== undefined) checkLink(cast, book.cast, { file: book.file, at, target: "a listed character" });
  const name = book.cast.get(cast ?? "");
  return { ...shapeOf(region), name };
}

function readLettering(region: Region, balloons: readonly Balloon[], book: Book): Text {
  const { balloon_id: balloon, at } = region;
  if (balloon === undefined) return shapeOf(region);
  checkLink(balloon, idsOf(balloons), { file: book.file, at, target: "a balloon of this page" });
  return { ...shapeOf(region), balloon };
}

/** Speech links with both ends; a half link says nothing and leaves a warning. */
function readSpeechLinks(
  regions: readonly Region[],
  texts: readonly Text[],
  characters: readonly Character[],
  book: Book,
) {
  const links: SpeechLink[] = [];
  const warnings: Warning[] = [];
  for (const { id, text_id: text, character_id: speaker, at } of regions) {
    if (text === undefined || speaker === undefined) {
      warnings.push({ what: "link_sbsc without a text or a character: ignored", at });
      continue;
    }
    checkLink(text, idsOf(texts), { file: book.file, at, target: "a text of this page" });
    checkLink(speaker, idsOf(characters), { file: book.file, at, target: "a character of this page" });
    links.push({ id, text, speaker });
  }
  return { links, warnings };
}

function readAnnotations(page: XmlElement, book: Book) {
  const regionsOf = (name: string) =>
    page.children.filter((child) => child.name === name).map((element) => readRegion(element, book));
  const figures = regionsOf("character");
  const characters = figures.map((region) => readCharacter(region, book));
  const outlined = regionsOf("balloon").map(shapeOf);
  const lettering = regionsOf("text").map((region) => readLettering(region, outlined, book));
  const { links, warnings } = readSpeechLinks(regionsOf("link_sbsc"), lettering, characters, book);
  const { balloons, texts } = withSpeakers({ balloons: outlined, texts: lettering, characters }, links);
  const bodies = figures.map(({ id, box, character_id: identity }) => ({ id, box, identity }));
  const faces = regionsOf("face").map((region) => ({
    ...shapeOf(region),
    ...bodyOfFace({ box: region.box, identity: region.character_id }, bodies),
  }));
  const effects = regionsOf("onomatopoeia").map((region): Text => ({ ...shapeOf(region), kind: "sfx" }));
  const panels = regionsOf("panel").map(shapeOf);
  return {
    labels: { panels, characters, faces, balloons, texts: [...texts, ...effects], objects: [] },
    warnings,
  };
}

async function readPage(element: XmlElement, book: Book, options: Options): Promise<SourcePage> {
  const { id, width, height, story_id: story } = readAttributes(PageAttributes, element, book.file);
  const place = { file: book.file, at: element.at };
  if (story !== undefined) checkLink(story, book.stories, { ...place, target: "a listed story" });
  const number = String(id + options.imageOffset).padStart(3, "0");
  const name = join(book.title, `${number}.${options.imageExtension}`);
  const { labels, warnings } = readAnnotations(element, book);
  const storyName = book.stories.get(story ?? "");
  return {
    page: {
      kind: "page",
      version: 1,
      id: `${slug(book.title)}_${String(id).padStart(3, "0")}`,
      dataset: options.dataset ?? "CoMix",
      sourceFile: name,
      licence: chosenLicence(options, licenceOf({})),
      series: options.series ?? book.title,
      story: storyName === undefined ? book.title : `${book.title}: ${storyName}`,
      language: options.language,
      direction: options.direction ?? "ltr",
      ...labels,
    },
    size: { width, height },
    picture: { file: await fileInside(options.images, name, place) },
    place,
    warnings,
  };
}

function storiesOf(element: XmlElement, file: string): ReadonlyMap<string, string> {
  const stories = element.children.filter(({ name }) => name === "story");
  return new Map(
    stories.map((child) => {
      const { id, name } = readAttributes(StoryAttributes, child, file);
      return [id, name.trim() === "" ? id : name.trim()];
    }),
  );
}

function titleOf(parents: readonly XmlElement[], file: string): string {
  const book = parents.find(({ name }) => name === "book");
  if (book !== undefined) return readAttributes(BookAttributes, book, file).title;
  throw new InputError({ file, expected: "an element <book title>", found: "pages outside of any" });
}

/** One file may hold several books; their titles tell them apart. */
async function* readBooks(file: string, options: Options): AsyncGenerator<SourcePage> {
  let book: Book | undefined;
  for await (const { element, parents } of readXml(file, ["characters", "stories", "page"])) {
    const title = titleOf(parents, file);
    if (book?.title !== title) book = { file, title, cast: new Map(), stories: new Map() };
    if (element.name === "characters") book = { ...book, cast: castOf(element, file) };
    else if (element.name === "stories") book = { ...book, stories: storiesOf(element, file) };
    else yield await readPage(element, book, options);
  }
}

export const comix: Format<"comix", typeof ComixOptions> = {
  id: "comix",
  summary: "CoMix book XML (DCM, eBDtheque, comics, PopManga): panels, figures, balloons, speech links",
  options: ComixOptions,
  async *read(options) {
    for (const file of await fileOrFolder(options.annotations, ".xml")) {
      yield* atLeastOne(readBooks(file, options), { file, expected: "elements <page>" });
    }
  },
};
