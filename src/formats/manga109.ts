/**
 * Manga109 and its two public sub-annotations, Manga109Dialog (who speaks) and COO (onomatopoeia).
 *
 * Sources: Manga109 API README (github.com/manga109/manga109api), README files of github.com/manga109/public-annotations.
 * One annotation file a book; pages are two-page spreads, read right to left, and stay one page here.
 *
 * Beyond the source: a face is tied to a body by `bodyOfFace`, speakers are put on balloons by `withSpeakers`
 * (see `book-xml.ts`), because Manga109 ties faces to identities only and knows no balloons.
 */
import { join } from "node:path";
import { z } from "zod";
import { describe, InputError } from "../errors.ts";
import type { Box, Point } from "../geometry/index.ts";
import type { Character, Text } from "../records/index.ts";
import {
  bodyOfFace,
  CountText,
  castOf,
  PageSizeText,
  PixelText,
  readAttributes,
  regionOf,
  type SpeechLink,
  withSpeakers,
} from "./book-xml.ts";
import type { Format, SourcePage, Warning } from "./format.ts";
import { chosenLicence, textOrNothing } from "./licence.ts";
import { slug } from "./page-id.ts";
import { atLeastOne, fileInside, fileOrFolder } from "./source-file.ts";
import { SourceOptions } from "./source-options.ts";
import { readXml, type XmlElement } from "./xml.ts";

const Manga109Options = z.strictObject({
  annotations: z.string().describe("annotation file of one book, or the folder that holds one a book"),
  images: z.string().describe("folder of the pictures: <book>/<three digits>.jpg"),
  dialog: z.string().optional().describe("folder of Manga109Dialog: <book>.xml with speakers"),
  onomatopoeia: z.string().optional().describe("folder of COO: <book>.xml with sound effects"),
  ...SourceOptions,
});
type Options = z.output<typeof Manga109Options>;

const MANGA109_LICENCE = { name: "Manga109 academic use, no redistribution", attribution: "Manga109" };

const BookAttributes = z.object({ title: z.string("expected a title").trim().min(1, "expected a title") });
const PageAttributes = PageSizeText.extend({ index: CountText });
const AreaAttributes = z
  .object({
    id: z.string("expected an id"),
    xmin: PixelText,
    ymin: PixelText,
    xmax: PixelText,
    ymax: PixelText,
  })
  .extend({ character: z.string().optional() });
const Id = z.string("expected an id");
const IdAttribute = z.object({ id: Id });
const LinkAttributes = z.object({ id: Id, text_id: Id, speaker_id: Id });

/** What is known beside the page element itself. */
interface Book {
  readonly file: string;
  readonly title: string;
  readonly cast: ReadonlyMap<string, string | undefined>;
  /** Page elements of the sub-annotations by page index. */
  readonly dialog: SubAnnotation;
  readonly onomatopoeia: SubAnnotation;
}
interface SubAnnotation {
  readonly file: string;
  readonly pages: ReadonlyMap<number, XmlElement>;
}

async function readSubAnnotation(folder: string | undefined, title: string): Promise<SubAnnotation> {
  if (folder === undefined) return { file: "", pages: new Map() };
  const file = await fileInside(folder, `${title}.xml`, { file: folder, at: `book ${title}` });
  const pages = new Map<number, XmlElement>();
  for await (const { element } of readXml(file, ["page"])) {
    pages.set(readAttributes(z.object({ index: CountText }), element, file).index, element);
  }
  return { file, pages };
}

const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

function readArea(element: XmlElement, file: string): { id: string; box: Box; cast: string | undefined } {
  const area = readAttributes(AreaAttributes, element, file);
  if (area.xmax < area.xmin || area.ymax < area.ymin) {
    const found = describe(element.attributes);
    throw new InputError({ file, at: element.at, expected: "xmin <= xmax and ymin <= ymax", found });
  }
  return { id: area.id, box: [area.xmin, area.ymin, area.xmax, area.ymax], cast: area.character };
}

/** The name behind a cast id; an id that the book does not list is an error, a nameless entry is undefined. */
function nameOf(cast: string | undefined, element: XmlElement, book: Book): string | undefined {
  if (cast === undefined || book.cast.has(cast)) return book.cast.get(cast ?? "");
  const expected = "the id of an entry of <characters>, listed before the pages";
  throw new InputError({ file: book.file, at: element.at, expected, found: describe(cast) });
}

function readCharacters(page: XmlElement, book: Book) {
  return childrenOf(page, "body").map((element): Character & { cast: string | undefined } => {
    const { id, box, cast } = readArea(element, book.file);
    const name = nameOf(cast, element, book);
    return { id, box, cast, name };
  });
}

function readLettering(element: XmlElement, book: Book): Text {
  const { id, box } = readArea(element, book.file);
  const text = textOrNothing(element.text.replaceAll(/\s+/g, " "));
  return { id, box, text };
}

/** COO: corners as `x0 y0 x1 y1 ...`, 4 to 17 of them. */
function readSoundEffect(element: XmlElement, file: string): Text {
  const { id } = readAttributes(IdAttribute, element, file);
  const points: Point[] = [];
  while (`x${points.length}` in element.attributes) {
    const [x, y] = [`x${points.length}`, `y${points.length}`];
    const corner = readAttributes(z.object({ [x]: PixelText, [y]: PixelText }), element, file);
    points.push([Number(corner[x]), Number(corner[y])]);
  }
  if (points.length < 3) {
    const found = `${points.length} points`;
    throw new InputError({ file, at: element.at, expected: "at least 3 points x0 y0 x1 y1 ...", found });
  }
  const text = textOrNothing(element.text.replaceAll(/\s+/g, " "));
  return { id, ...regionOf(points), kind: "sfx", text };
}

/** Links of one page whose speaker is drawn on it; others leave a warning, a link from no text is an error. */
function readSpeechLinks(
  index: number,
  dialog: SubAnnotation,
  texts: readonly Text[],
  characters: readonly Character[],
): { links: SpeechLink[]; warnings: Warning[] } {
  const textIds = new Set(texts.map(({ id }) => id));
  const bodyIds = new Set(characters.map(({ id }) => id));
  const links: SpeechLink[] = [];
  const warnings: Warning[] = [];
  for (const element of childrenOf(dialog.pages.get(index), "speaker_to_text")) {
    const { id, text_id, speaker_id } = readAttributes(LinkAttributes, element, dialog.file);
    if (!textIds.has(text_id)) {
      const expected = "the id of a text of this page";
      throw new InputError({ file: dialog.file, at: `${element.at}.text_id`, expected, found: text_id });
    }
    if (bodyIds.has(speaker_id)) links.push({ id, text: text_id, speaker: speaker_id });
    else warnings.push({ what: "speaker is not a body of the same page: left unknown", at: element.at });
  }
  return { links, warnings };
}

function readAnnotations(page: XmlElement, index: number, book: Book) {
  const figures = readCharacters(page, book);
  const bodies = figures.map(({ id, box, cast }) => ({ id, box, identity: cast }));
  const characters = figures.map(({ cast: _, ...character }) => character);
  const lettering = childrenOf(page, "text").map((element) => readLettering(element, book));
  const { links, warnings } = readSpeechLinks(index, book.dialog, lettering, characters);
  const { balloons, texts } = withSpeakers({ balloons: [], texts: lettering, characters }, links);
  const effects = childrenOf(book.onomatopoeia.pages.get(index), "onomatopoeia");
  const faces = childrenOf(page, "face").map((element) => {
    const { id, box, cast } = readArea(element, book.file);
    nameOf(cast, element, book);
    return { id, box, ...bodyOfFace({ box, identity: cast }, bodies) };
  });
  const panels = childrenOf(page, "frame").map((element) => {
    const { id, box } = readArea(element, book.file);
    return { id, box };
  });
  const sounds = effects.map((element) => readSoundEffect(element, book.onomatopoeia.file));
  return {
    labels: { panels, characters, faces, balloons, texts: [...texts, ...sounds], objects: [] },
    warnings,
  };
}

async function readPage(element: XmlElement, book: Book, options: Options): Promise<SourcePage> {
  const { index, width, height } = readAttributes(PageAttributes, element, book.file);
  const place = { file: book.file, at: element.at };
  const name = join(book.title, `${String(index).padStart(3, "0")}.jpg`);
  const { labels, warnings } = readAnnotations(element, index, book);
  return {
    page: {
      kind: "page",
      version: 1,
      id: `${slug(book.title)}_${String(index).padStart(3, "0")}`,
      dataset: options.dataset ?? "Manga109",
      sourceFile: name,
      licence: chosenLicence(options, MANGA109_LICENCE),
      series: options.series ?? book.title,
      story: book.title,
      language: options.language ?? "ja",
      direction: options.direction ?? "rtl",
      ...labels,
    },
    size: { width, height },
    picture: { file: await fileInside(options.images, name, place) },
    place,
    warnings,
  };
}

async function* readBook(file: string, options: Options): AsyncGenerator<SourcePage> {
  let book: Book | undefined;
  for await (const { element, parents } of readXml(file, ["characters", "page"])) {
    book ??= await openBook(parents[0], file, options);
    if (element.name === "characters") book = { ...book, cast: castOf(element, file) };
    else yield await readPage(element, book, options);
  }
}

async function openBook(root: XmlElement | undefined, file: string, options: Options): Promise<Book> {
  if (root?.name !== "book") {
    throw new InputError({ file, expected: "the root element <book>", found: `<${root?.name ?? "page"}>` });
  }
  const { title } = readAttributes(BookAttributes, root, file);
  return {
    file,
    title,
    cast: new Map(),
    dialog: await readSubAnnotation(options.dialog, title),
    onomatopoeia: await readSubAnnotation(options.onomatopoeia, title),
  };
}

export const manga109: Format<"manga109", typeof Manga109Options> = {
  id: "manga109",
  summary: "Manga109 book XML, with Manga109Dialog speakers and COO sound effects where given",
  options: Manga109Options,
  async *read(options) {
    for (const file of await fileOrFolder(options.annotations, ".xml")) {
      yield* atLeastOne(readBook(file, options), { file, expected: "elements <page>" });
    }
  },
};
