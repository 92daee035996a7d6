/** Every data format benday reads. A new one is a file beside this one and a line here. */
import { InputError } from "../errors.ts";
import { ai4va } from "./ai4va.ts";
import { comix } from "./comix.ts";
import type { Format } from "./format.ts";
import { iiif } from "./iiif.ts";
import { images } from "./images.ts";
import { manga109 } from "./manga109.ts";

export const formats = [ai4va, comix, manga109, iiif, images] as const;
export type FormatId = (typeof formats)[number]["id"];

/** The format called `id`; `InputError` with the list of names for any other. */
export function findFormat(id: string): Format<FormatId> {
  const found = formats.find((format) => format.id === id);
  if (found !== undefined) return found;
  const expected = `a format: ${formats.map((format) => format.id).join(", ")}`;
  throw new InputError({ at: "--format", expected, found: id });
}

export type { Format, SourcePage, Warning } from "./format.ts";
export * from "./import.ts";
export * from "./label-report.ts";
export * from "./page-folder.ts";
