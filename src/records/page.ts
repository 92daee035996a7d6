/**
 * The comic page: one picture and what is known about it. Everything downstream (tasks, statistics, pictures) reads
 * this record and nothing else.
 *
 * Boxes are page pixels, origin top left, x2 and y2 exclusive. A field that is absent is *unknown*: depth that nobody
 * annotated stays absent and never becomes 0 (= nearest). Ids are unique within their page, over all kinds.
 */
import { z } from "zod";
import { BoxSchema, IdSchema, LabelSchema, PolygonSchema } from "./common.ts";

const Region = {
  id: IdSchema,
  box: BoxSchema,
  /** The outline where it is known to differ from the box. */
  polygon: PolygonSchema.optional(),
};

const InPanel = {
  ...Region,
  /** Id of the panel it is drawn in; absent between panels or when unknown. */
  panel: IdSchema.optional(),
};

const Depth = {
  /** Order between the objects of one panel: integer, 0 = nearest, larger = farther. */
  interdepth: z.int("expected an integer").nonnegative().optional(),
  /** Order inside one depth plane; the direction is the importer's to settle (0 = nearest here). */
  intradepth: z.int("expected an integer").nonnegative().optional(),
};

export const PanelSchema = z.strictObject({
  ...Region,
  /** Annotated reading order, from 1; absent where only geometry can tell (see `comics/reading-order.ts`). */
  order: z.int().positive().optional(),
  /** Drawn without a frame. */
  borderless: z.boolean().optional(),
  /** Where it plays, as a noun phrase ("a kitchen"). */
  setting: LabelSchema.optional(),
  /** When it plays ("day", "night"). */
  time: LabelSchema.optional(),
  /** What happens in the panel, in one sentence, where an author or generator knows it. */
  caption: LabelSchema.optional(),
});

export const CharacterSchema = z.strictObject({
  ...InPanel,
  ...Depth,
  /** Identity within the work: equal names are the same character. */
  name: LabelSchema.optional(),
  /** What a reader who knows no names would call it, unique on the page ("the bear in blue dungarees"). */
  looks: LabelSchema.optional(),
  /** What the whole body or the hands do; the label set is the data set's own. */
  action: LabelSchema.optional(),
  /** Other action labels that would also be right: never offered as wrong choices. */
  actionAlso: z.array(LabelSchema).readonly().optional(),
  emotion: LabelSchema.optional(),
  /** Share of the figure that nothing hides, 0-1. */
  visible: z.number().min(0).max(1).optional(),
});

export const FaceSchema = z.strictObject({
  ...InPanel,
  /** Id of the character whose face it is. */
  character: IdSchema.optional(),
});

export const BALLOON_KINDS = ["speech", "shout", "whisper", "thought", "caption", "sound"] as const;
export const TEXT_KINDS = ["dialogue", "sfx", "sign", "caption", "footnote", "credit", "title"] as const;

export const BalloonSchema = z.strictObject({
  ...InPanel,
  /** Annotated reading order inside the panel, from 1. */
  order: z.int().positive().optional(),
  /** Absent where the source does not tell. */
  kind: z.enum(BALLOON_KINDS).optional(),
  /** The lettering as one line. */
  text: LabelSchema.optional(),
  /** Id of the speaking character of the same page, where it is drawn. */
  speaker: IdSchema.optional(),
  /** Identity of the speaker, also when off-panel. */
  speakerName: LabelSchema.optional(),
});

export const TextSchema = z.strictObject({
  ...InPanel,
  /** Id of the balloon it stands in. */
  balloon: IdSchema.optional(),
  kind: z.enum(TEXT_KINDS).optional(),
  text: LabelSchema.optional(),
});

export const ObjectSchema = z.strictObject({
  ...InPanel,
  ...Depth,
  /** What it is, as a noun ("umbrella"). */
  label: LabelSchema.optional(),
  /** Id of the character that holds it. */
  holder: IdSchema.optional(),
});

export const LicenceSchema = z.strictObject({
  /** Short name, an SPDX id where there is one ("CC-BY-4.0"); "unknown" where the source says nothing. */
  name: LabelSchema,
  url: z.url().optional(),
  /** Whom to credit. */
  attribution: LabelSchema.optional(),
});

export const PageImageSchema = z.strictObject({
  /** Path below the page folder, named by content: `images/<sha256>.<png|jpg|webp>`. */
  file: z.string().regex(/^images\/[0-9a-f]{64}\.(png|jpg|webp)$/, "expected images/<sha256>.<png|jpg|webp>"),
  /** px */
  width: z.int().positive(),
  /** px */
  height: z.int().positive(),
  /** Perceptual hash, 64 hex digits (see `pixels/perceptual-hash.ts`); near-duplicates differ in few bits. */
  phash: z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hex digits"),
});

export const PageSchema = z.strictObject({
  kind: z.literal("page"),
  version: z.literal(1),
  /** Unique over all pages of a benchmark, stable over re-imports. */
  id: IdSchema,
  /** Name of the data set or collection it comes from. */
  dataset: LabelSchema,
  /** File name in the source, for people. */
  sourceFile: LabelSchema.optional(),
  licence: LicenceSchema,
  series: LabelSchema.optional(),
  /** Episode, issue or story: pages that tell one story. Never split between training and test. */
  story: LabelSchema.optional(),
  /** Equal for copies of one page (translations, rescans, recolourings). */
  work: LabelSchema.optional(),
  /** BCP 47, e.g. "en". */
  language: LabelSchema.optional(),
  direction: z.enum(["ltr", "rtl"]),
  image: PageImageSchema,
  panels: z.array(PanelSchema).readonly(),
  characters: z.array(CharacterSchema).readonly(),
  faces: z.array(FaceSchema).readonly(),
  balloons: z.array(BalloonSchema).readonly(),
  texts: z.array(TextSchema).readonly(),
  objects: z.array(ObjectSchema).readonly(),
});

export type Licence = z.infer<typeof LicenceSchema>;
export type PageImage = z.infer<typeof PageImageSchema>;
export type Page = z.infer<typeof PageSchema>;
export type Panel = z.infer<typeof PanelSchema>;
export type Character = z.infer<typeof CharacterSchema>;
export type Face = z.infer<typeof FaceSchema>;
export type Balloon = z.infer<typeof BalloonSchema>;
export type Text = z.infer<typeof TextSchema>;
export type PageObject = z.infer<typeof ObjectSchema>;
export type Direction = Page["direction"];
