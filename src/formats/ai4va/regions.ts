/** From the COCO annotations of one image to the regions of a page record. */
import type { z } from "zod";
import { describe, InputError } from "../../errors.ts";
import { type Box, fromXywh, type Point, polygonArea, toXywh } from "../../geometry/index.ts";
import { checkInput } from "../../json.ts";
import {
  BalloonSchema,
  BoxSchema,
  CharacterSchema,
  FaceSchema,
  IdSchema,
  ObjectSchema,
  type Page,
  PanelSchema,
  TextSchema,
} from "../../records/index.ts";
import type { Warning } from "../format.ts";
import { LINKS } from "../links.ts";
import { ATTRIBUTES, BOX_ATTRIBUTE, ID_ATTRIBUTE } from "./attributes.ts";
import type { PlacedAnnotation } from "./coco.ts";
import { isGenericObject, type Role, type RoleOf } from "./roles.ts";

/** Several rings are one outline only where the largest is nearly all of it (the rest are slips of the pen). */
const WHOLE_RING = 0.9;

/** What the annotations of a page mean, before they are read one by one. */
interface PageScope {
  readonly file: string;
  readonly categoryOf: ReadonlyMap<number, string>;
  readonly roleOf: RoleOf;
  /** Every annotation of the page, with the role it is read in; undefined for those left out. */
  readonly roles: ReadonlyMap<number, Role | undefined>;
  /** Record ids by annotation id. */
  readonly ids: ReadonlyMap<number, string>;
  readonly warnings: Warning[];
}

export type PageRegions = Pick<Page, "panels" | "characters" | "faces" | "balloons" | "texts" | "objects">;

/** Read the annotations of one page, in the order of the file. */
export function readRegions(
  annotations: readonly PlacedAnnotation[],
  source: Pick<PageScope, "file" | "categoryOf" | "roleOf">,
): { regions: PageRegions; warnings: readonly Warning[] } {
  const scope = scopeOf(annotations, source);
  const read = <S extends z.ZodObject>(role: Role, schema: S): z.output<S>[] =>
    annotations
      .filter(({ id }) => scope.roles.get(id) === role)
      .map((annotation) => readRegion(role, schema, annotation, scope));
  const regions = {
    panels: read("panel", PanelSchema),
    characters: read("character", CharacterSchema),
    faces: read("face", FaceSchema),
    balloons: read("balloon", BalloonSchema),
    texts: read("text", TextSchema),
    objects: read("object", ObjectSchema),
  };
  return { regions, warnings: scope.warnings };
}

function scopeOf(
  annotations: readonly PlacedAnnotation[],
  source: Pick<PageScope, "file" | "categoryOf" | "roleOf">,
): PageScope {
  const warnings: Warning[] = [];
  const roles = new Map(
    annotations.map((annotation) => [annotation.id, roleIn(annotation, source, warnings)] as const),
  );
  const ids = new Map(annotations.map((annotation) => [annotation.id, idOf(annotation, source.file)]));
  return { ...source, roles, ids, warnings };
}

function roleIn(
  { category_id, bbox, at }: PlacedAnnotation,
  source: Pick<PageScope, "categoryOf" | "roleOf">,
  warnings: Warning[],
): Role | undefined {
  const category = source.categoryOf.get(category_id) ?? "";
  const role = source.roleOf(category);
  if (role === undefined) warnings.push({ what: `category ${describe(category)} has no role: left out`, at });
  if (role === undefined || role === "ignore") return undefined;
  const isFlat = bbox[2] === 0 || bbox[3] === 0;
  if (isFlat) warnings.push({ what: "box without area: left out", at: `${at}.bbox` });
  return isFlat ? undefined : role;
}

function idOf({ id, attributes, at }: PlacedAnnotation, file: string): string {
  const own = attributes?.[ID_ATTRIBUTE];
  if (own === undefined || own === null) return String(id);
  return checkInput(IdSchema, own, file, `${at}.attributes.${ID_ATTRIBUTE}`);
}

function readRegion<S extends z.ZodObject>(
  role: Role,
  schema: S,
  annotation: PlacedAnnotation,
  scope: PageScope,
): z.output<S> {
  const region: Record<string, unknown> = {
    id: scope.ids.get(annotation.id),
    box: boxOf(annotation),
    ...outlineOf(annotation, scope),
  };
  if (role === "object") Object.assign(region, labelOf(annotation, scope));
  for (const [field, attribute] of Object.entries(ATTRIBUTES[role])) {
    const value = annotation.attributes?.[attribute];
    if (value === undefined || value === null) continue;
    if (typeof value === "string" && value.trim() === "") continue;
    const at = `${annotation.at}.attributes.${attribute}`;
    region[field] = readField(field, value, { schema: schema.shape[field], role, at }, scope);
  }
  return checkInput(schema, region, scope.file, annotation.at);
}

/** An object is called what its category is called, unless that is "object". */
function labelOf({ category_id }: PlacedAnnotation, scope: PageScope): { label?: string } {
  const category = scope.categoryOf.get(category_id)?.trim() ?? "";
  return category === "" || isGenericObject(category) ? {} : { label: category };
}

/** One attribute as its record field; undefined where it names nothing that benday knows. */
function readField(
  field: string,
  value: unknown,
  expected: { readonly schema: z.ZodType; readonly role: Role; readonly at: string },
  scope: PageScope,
): unknown {
  const { schema, role, at } = expected;
  const target = LINKS.get(field);
  if (target !== undefined) return readLink(value, target, at, scope);
  if (field === "kind" && typeof value === "string" && !schema.safeParse(value).success) {
    scope.warnings.push({ what: `${role} kind ${describe(value)} is not known: left unknown`, at });
    return undefined;
  }
  return checkInput(schema, value, scope.file, at);
}

/** The record id behind an annotation id; undefined where that annotation was left out. */
function readLink(value: unknown, target: Role, at: string, scope: PageScope): string | undefined {
  const isHere = typeof value === "number" && scope.roles.has(value);
  const role = isHere ? scope.roles.get(value) : undefined;
  if (isHere && role === undefined) return undefined;
  if (isHere && role === target) return scope.ids.get(value);
  const expected = `the id of a ${target} of the same image`;
  throw new InputError({ file: scope.file, at, expected, found: describe(value) });
}

function boxOf({ bbox, attributes }: PlacedAnnotation): Box {
  const exact = BoxSchema.safeParse(attributes?.[BOX_ATTRIBUTE]).data;
  const agrees = exact !== undefined && toXywh(exact).every((value, index) => value === bbox[index]);
  return agrees ? exact : fromXywh(bbox);
}

function outlineOf(annotation: PlacedAnnotation, scope: PageScope): { polygon?: readonly Point[] } {
  const { segmentation, at } = annotation;
  if (segmentation === undefined || segmentation === null) return {};
  if (!Array.isArray(segmentation)) {
    scope.warnings.push({ what: "run-length mask: only its box is read", at: `${at}.segmentation` });
    return {};
  }
  const rings = segmentation.map((ring, index) => ringOf(ring, scope.file, `${at}.segmentation[${index}]`));
  const areas = rings.map(polygonArea);
  const total = areas.reduce((sum, area) => sum + area, 0);
  const largest = areas.indexOf(Math.max(...areas));
  const polygon = rings[largest];
  if (polygon === undefined) return {};
  if (polygon.length >= 3 && (rings.length === 1 || (areas[largest] ?? 0) >= WHOLE_RING * total))
    return { polygon };
  scope.warnings.push({ what: "outline in several parts or of no area: only its box is read", at });
  return {};
}

function ringOf(numbers: readonly number[], file: string, at: string): Point[] {
  if (numbers.length % 2 !== 0) {
    throw new InputError({ file, at, expected: "pairs x, y", found: `${numbers.length} numbers` });
  }
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0]);
}
