/** What the XML formats of whole books (Manga109 and its relatives) share: cast lists, outlines, speech links. */
import { z } from "zod";
import { type Box, boundsOf, coverage, type Point } from "../geometry/index.ts";
import { checkInput } from "../json.ts";
import type { Balloon, Character, Face, Text } from "../records/index.ts";
import { textOrNothing } from "./licence.ts";
import type { XmlElement } from "./xml.ts";

/** A coordinate or size in px as an XML attribute. */
export const PixelText = z
  .string("expected a number of pixels")
  .regex(/^-?\d{1,7}(\.\d{1,9})?$/, "expected a number of pixels")
  .transform(Number);

export const CountText = z
  .string("expected a whole number")
  .regex(/^\d{1,7}$/, "expected a whole number")
  .transform(Number);

export const PageSizeText = z.object({
  width: CountText.refine((px) => px > 0, "expected a width above 0"),
  height: CountText.refine((px) => px > 0, "expected a height above 0"),
});

/** Check an element's attributes; the message names file, line and element. */
export function readAttributes<S extends z.ZodObject>(
  schema: S,
  element: XmlElement,
  file: string,
): z.output<S> {
  return checkInput(schema, element.attributes, file, element.at);
}

/** Box and, where the outline is more than its box, polygon of an outline in px. */
export function regionOf(points: readonly Point[]): {
  readonly box: Box;
  readonly polygon?: readonly Point[];
} {
  const box = boundsOf(points) ?? [0, 0, 0, 0];
  const isCorner = ([x, y]: Point) => (x === box[0] || x === box[2]) && (y === box[1] || y === box[3]);
  return points.length < 3 || points.every(isCorner) ? { box } : { box, polygon: points };
}

/** Names that stand for whoever has no name of their own; figures called so need not be the same one. */
const NAMELESS = /^(others?|unknown|nobody|no ?name|その他|不明)\b|^(その他|不明)/i;

const CastMember = z.object({ id: z.string("expected an id").min(1), name: z.string("expected a name") });

/**
 * Identity names by cast id from a `<characters>` element; undefined for collective entries ("Other"). A name that two
 * cast members share is made two by the id, since equal names mean one identity.
 */
export function castOf(characters: XmlElement, file: string): ReadonlyMap<string, string | undefined> {
  const members = characters.children
    .filter(({ name }) => name === "character")
    .map((element) => readAttributes(CastMember, element, file));
  const count = (name: string) => members.filter((member) => member.name === name).length;
  return new Map(
    members.map(({ id, name }) => {
      const told = NAMELESS.test(name.trim()) ? undefined : textOrNothing(name);
      return [id, told !== undefined && count(name) > 1 ? `${told} (${id})` : told];
    }),
  );
}

/**
 * The body that a face belongs to. These formats link both to an identity only, so a face gets the one body of its
 * identity that covers most of it, and none where that is not exactly one.
 */
export function bodyOfFace(
  face: { readonly box: Box; readonly identity: string | undefined },
  bodies: readonly { readonly id: string; readonly box: Box; readonly identity: string | undefined }[],
): Pick<Face, "character"> {
  if (face.identity === undefined) return {};
  const holders = bodies.filter(
    (body) => body.identity === face.identity && coverage(face.box, body.box) > 0.5,
  );
  const [only] = holders;
  return only !== undefined && holders.length === 1 ? { character: only.id } : {};
}

/** Who says which lettering: one speech link of the source. */
export interface SpeechLink {
  readonly id: string;
  readonly text: string;
  /** Id of the speaking figure on this page. */
  readonly speaker: string;
}

/**
 * Put speech links on balloons, where the page record keeps speakers. A linked lettering without a balloon gets one with
 * the box of the lettering (its own outline was never annotated) and the id of the link. Links that name several
 * speakers for one balloon leave the speaker unknown.
 */
export function withSpeakers(
  page: {
    readonly balloons: readonly Balloon[];
    readonly texts: readonly Text[];
    readonly characters: readonly Character[];
  },
  links: readonly SpeechLink[],
): { balloons: Balloon[]; texts: Text[] } {
  const linkOf = new Map(links.map((link) => [link.text, link]));
  const texts = page.texts.map((text) => ({ ...text, balloon: text.balloon ?? linkOf.get(text.id)?.id }));
  const added = page.texts.flatMap(({ id, box, text, balloon }): Balloon[] => {
    const link = linkOf.get(id);
    return link === undefined || balloon !== undefined ? [] : [{ id: link.id, box, text }];
  });
  const balloonOf = new Map(texts.map(({ id, balloon }) => [id, balloon]));
  const linksOf = Map.groupBy(links, ({ text }) => balloonOf.get(text));
  const nameOf = new Map(page.characters.map(({ id, name }) => [id, name]));
  const withSpeaker = (balloon: Balloon): Balloon => {
    const [speaker, ...others] = new Set(linksOf.get(balloon.id)?.map((link) => link.speaker));
    const isKnown = speaker !== undefined && others.length === 0;
    return isKnown ? { ...balloon, speaker, speakerName: nameOf.get(speaker) } : balloon;
  };
  return { balloons: [...page.balloons, ...added].map(withSpeaker), texts };
}
