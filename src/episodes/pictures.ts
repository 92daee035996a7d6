/**
 * From picture specs to pixels and encoded bytes. Regions are cut from the original page, resized, and only then marked. Decoded
 * pages, resized regions and encoded pictures are kept within bounds, so that many episodes about one page resize it
 * once and encode each picture once.
 */
import { createHash } from "node:crypto";
import { InputError } from "../errors.ts";
import { heightOf, intersectionOf, type Size, translate, widthOf } from "../geometry/index.ts";
import {
  crop,
  decodeImage,
  drawMarks,
  encodeJpeg,
  encodePng,
  encodeWebp,
  type Raster,
  resample,
} from "../pixels/index.ts";
import type { ImagePart } from "../providers/index.ts";
import type { EpisodeSettings, Mark, Question } from "../records/index.ts";
import { resolveInside } from "../store/index.ts";
import { boundedCache } from "./bounded-cache.ts";
import type { PictureSpec } from "./picture.ts";

export type Encoding = EpisodeSettings["encoding"];

/** The bytes of a picture, as a provider takes it. */
export type Picture = Pick<ImagePart, "hash" | "width" | "height" | "mediaType" | "bytes">;

export interface Pictures {
  /** Paint and encode; the same question, spec and encoding give the same bytes. A bad page file is an `InputError`. */
  paint(question: Pick<Question, "page" | "marks">, spec: PictureSpec, encoding: Encoding): Promise<Picture>;
}

/** Pictures as pixels, for a model in the same process. */
export interface Rasters {
  /** What `paint` encodes; a picture in `png` decodes to it. A bad page file is an `InputError`. */
  raster(question: Pick<Question, "page" | "marks">, spec: PictureSpec): Promise<Raster>;
}

export interface PicturesOptions {
  /** Bytes kept of decoded pages, of resized regions, and of encoded pictures, each. Default 128 MiB. */
  readonly maxBytes?: number | undefined;
}

/** Pictures in the making at once: each holds a decoded page, however many episodes run side by side. */
const PAINTERS = 4;

/** Runs what it is handed, at most `limit` at a time, in order. */
function atMost(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = limit;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}

/** Pictures of the questions of a benchmark folder. */
export function openPictures(
  folder: string,
  { maxBytes = 128 * 2 ** 20 }: PicturesOptions = {},
): Pictures & Rasters {
  const pages = boundedCache<Raster>(maxBytes, ({ data }) => data.byteLength);
  const pictures = boundedCache<Picture>(maxBytes, ({ bytes }) => bytes.byteLength);
  const regions = boundedCache<Raster>(maxBytes, ({ data }) => data.byteLength);
  const inTurn = atMost(PAINTERS);
  const load = (page: Question["page"]) =>
    pages.get(`${page.image}@${page.width}x${page.height}`, () => loadPage(folder, page));
  const cut = (page: Question["page"], spec: PictureSpec) =>
    regions.get(JSON.stringify([page.image, pixelsOf(spec)]), async () => cutRegion(await load(page), spec));
  const draw = async ({ page }: Pick<Question, "page">, spec: PictureSpec, marks: readonly Mark[]) =>
    withMarks(spec.content === "blank" ? blank(spec) : await cut(page, spec), spec, marks);
  return {
    paint: (question, spec, encoding) => {
      const marks = marksOn(question, spec);
      const key = JSON.stringify([question.page.image, encoding, pixelsOf(spec), marks]);
      return pictures.get(key, () =>
        inTurn(async () => toPicture(await draw(question, spec, marks), encoding)),
      );
    },
    raster: (question, spec) => inTurn(() => draw(question, spec, marksOn(question, spec))),
  };
}

async function loadPage(folder: string, page: Question["page"]): Promise<Raster> {
  const raster = await decodeImage({ file: await resolveInside(folder, page.image) });
  if (raster.width !== page.width || raster.height !== page.height)
    throw new InputError({
      file: page.image,
      expected: `a page of ${page.width} x ${page.height} px`,
      found: `${raster.width} x ${raster.height} px`,
    });
  return raster;
}

/** The marks that are drawn on a picture. */
function marksOn({ marks }: Pick<Question, "marks">, { content, box }: PictureSpec): readonly Mark[] {
  if (content === "part" || content === "blank") return [];
  return marks.filter((mark) => intersectionOf(mark.box, box) !== undefined);
}

/** What the pixels depend on besides page and marks: pictures that are equal here are painted once. */
const pixelsOf = ({ content, box, width, height }: PictureSpec) =>
  content === "blank" ? [width, height] : [width, height, ...box];

/** A region of the page, resized. */
const cutRegion = (page: Raster, spec: PictureSpec): Raster =>
  resample(crop(page, spec.box), spec, "bicubic");

/** The marks at their places in the region of whole px that a raster shows. */
function withMarks(raster: Raster, { box }: PictureSpec, marks: readonly Mark[]): Raster {
  if (marks.length === 0) return raster;
  const scale = { x: raster.width / widthOf(box), y: raster.height / heightOf(box) };
  const moved = marks.map((mark) => ({ ...mark, box: translate(mark.box, -box[0], -box[1]) }));
  return drawMarks(raster, moved, scale);
}

const GREY = 128;

function blank({ width, height }: Size): Raster {
  return { width, height, data: new Uint8Array(width * height * 3).fill(GREY) };
}

async function toPicture(raster: Raster, encoding: Encoding): Promise<Picture> {
  const { encode, mediaType } = ENCODERS[encoding];
  const bytes = await encode(raster);
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { hash, width: raster.width, height: raster.height, mediaType, bytes };
}

const ENCODERS = {
  png: { encode: (raster: Raster) => encodePng(raster), mediaType: "image/png" },
  jpeg: { encode: (raster: Raster) => encodeJpeg(raster), mediaType: "image/jpeg" },
  webp: { encode: (raster: Raster) => encodeWebp(raster), mediaType: "image/webp" },
} as const satisfies Record<Encoding, unknown>;
