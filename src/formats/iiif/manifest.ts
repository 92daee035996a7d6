/**
 * IIIF Presentation manifests, versions 2 and 3, reduced to what a page needs.
 *
 * Sources: iiif.io/api/presentation/2.1 (sequences, canvases, images) and iiif.io/api/presentation/3.0 (items,
 * AnnotationPage, Annotation with motivation "painting").
 */
import { z } from "zod";
import { describe, InputError } from "../../errors.ts";
import { checkInput } from "../../json.ts";
import type { Direction, Licence } from "../../records/index.ts";
import { licenceOf, textOrNothing } from "../licence.ts";

export interface ManifestCanvas {
  readonly id: string;
  /** Address of the picture painted on it, as written. */
  readonly image: string;
  /** JSON path of the canvas. */
  readonly at: string;
}

export interface Manifest {
  readonly label: string | undefined;
  readonly licence: Licence;
  /** Absent where the manifest says neither left-to-right nor right-to-left. */
  readonly direction: Direction | undefined;
  readonly canvases: readonly ManifestCanvas[];
}

const Uri = z.string("expected a URI").trim().min(1, "expected a URI");

const Plain = z.string("expected a text");
/** Version 2: a text, `{"@value"}`, or a list of these. */
const Value2 = z.union(
  [Plain, z.object({ "@value": Plain }).transform((value) => value["@value"])],
  "expected a text",
);
const Text2 = z.union([Value2.transform((text) => [text]), z.array(Value2)], "expected a text").nullish();
/** Version 3: texts by language. */
const Text3 = z.record(z.string(), z.array(Plain), "expected texts by language").nullish();

const oneText = (values: readonly string[] | undefined): string | undefined =>
  textOrNothing(values?.join("; ").replaceAll(/<[^<>]*>/g, ""));

/** The English value, else the one without language, else the first. */
function textOf3(texts: z.output<typeof Text3>): string | undefined {
  const { en, none } = texts ?? {};
  return oneText(en ?? none ?? Object.values(texts ?? {})[0]);
}

const Resource2 = z.object({ "@id": Uri });
const Canvas2 = z.object({
  "@id": Uri,
  images: z.array(z.object({ resource: Resource2 })).min(1, "expected an image on the canvas"),
});
const Sequence2 = z.object({
  viewingDirection: Plain.nullish(),
  canvases: z.array(Canvas2).min(1, "expected canvases"),
});
const Manifest2 = z.object({
  label: Text2,
  license: z.union([Uri, z.array(Uri)], "expected a URI").nullish(),
  attribution: Text2,
  viewingDirection: Plain.nullish(),
  /** Only the first has its canvases in the manifest. */
  sequences: z.tuple([Sequence2], z.unknown(), "expected a sequence"),
});

const Image3 = z.object({ type: z.literal("Image", "expected an Image"), id: Uri });
const Choice3 = z.object({ type: z.literal("Choice"), items: z.array(Image3).min(1, "expected a choice") });
const Painting3 = z.object({
  body: z.union(
    [Image3, Choice3, z.array(Image3).min(1, "expected an Image")],
    "expected the body of a painting annotation: an Image or a Choice of Images",
  ),
});
const Canvas3 = z.object({
  id: Uri,
  items: z
    .array(z.object({ items: z.array(Painting3).min(1, "expected a painting annotation") }))
    .min(1, "expected an annotation page"),
});
const Manifest3 = z.object({
  label: Text3,
  rights: Uri.nullish(),
  requiredStatement: z.object({ label: Text3, value: Text3 }).nullish(),
  viewingDirection: Plain.nullish(),
  items: z.array(Canvas3).min(1, "expected canvases"),
});

function directionOf(told: string | null | undefined): Direction | undefined {
  if (told === "right-to-left") return "rtl";
  return told === "left-to-right" ? "ltr" : undefined;
}

function readVersion2(value: unknown, file: string): Manifest {
  const { sequences, ...manifest } = checkInput(Manifest2, value, file);
  const [sequence] = sequences;
  const { license } = manifest;
  return {
    label: oneText(manifest.label ?? undefined),
    licence: licenceOf({
      url: Array.isArray(license) ? license[0] : license,
      attribution: oneText(manifest.attribution ?? undefined),
    }),
    direction: directionOf(sequence.viewingDirection ?? manifest.viewingDirection),
    canvases: sequence.canvases.map((canvas, index) => ({
      id: canvas["@id"],
      image: canvas.images[0]?.resource["@id"] ?? "",
      at: `sequences[0].canvases[${index}]`,
    })),
  };
}

type Body3 = z.output<typeof Painting3>["body"];
function imageOfBody(body: Body3): string {
  if (Array.isArray(body)) return body[0]?.id ?? "";
  return body.type === "Choice" ? (body.items[0]?.id ?? "") : body.id;
}

function readVersion3(value: unknown, file: string): Manifest {
  const manifest = checkInput(Manifest3, value, file);
  return {
    label: textOf3(manifest.label),
    licence: licenceOf({
      url: manifest.rights,
      attribution: textOf3(manifest.requiredStatement?.value),
    }),
    direction: directionOf(manifest.viewingDirection),
    canvases: manifest.items.map((canvas, index) => ({
      id: canvas.id,
      image: canvas.items[0]?.items[0] === undefined ? "" : imageOfBody(canvas.items[0].items[0].body),
      at: `items[${index}]`,
    })),
  };
}

const VersionSchema = z.looseObject(
  { "@context": z.union([z.string(), z.array(z.unknown())], "expected the @context of a IIIF manifest") },
  "expected a IIIF manifest (an object)",
);

/** Read a parsed manifest; its `@context` tells the version. */
export function readManifest(value: unknown, file: string): Manifest {
  const { "@context": context } = checkInput(VersionSchema, value, file);
  const names = [context].flat().filter((name) => typeof name === "string");
  if (names.some((name) => name.includes("presentation/3"))) return readVersion3(value, file);
  if (names.some((name) => name.includes("presentation/2"))) return readVersion2(value, file);
  const expected = "the @context of IIIF Presentation 2 or 3";
  throw new InputError({ file, at: "@context", expected, found: describe(names) });
}
