/** What a data format is to benday: a reader of annotated pages and, where it makes sense, a writer. */
import type { z } from "zod";
import type { Size } from "../geometry/index.ts";
import type { Page } from "../records/index.ts";

/** Something in the source that could not be kept, though the page is usable without it. */
export interface Warning {
  /** One short sentence, equal for equal causes: warnings are counted by it. */
  readonly what: string;
  /** Where in the source, as in `Place.at`. */
  readonly at: string;
}

/** A page as its source tells it, before the picture is decoded, hashed and stored (see `import.ts`). */
export interface SourcePage {
  /** Everything but the picture; boxes in pixels of the picture and possibly beyond its edges. */
  readonly page: Omit<Page, "image">;
  /** Size that the annotations claim, px; compared with the picture. Absent where boxes do not depend on it. */
  readonly size?: Size | undefined;
  readonly picture: { readonly file: string } | { readonly bytes: Uint8Array; readonly name: string };
  /** Where in the source it stands, for messages. */
  readonly place: { readonly file: string; readonly at: string };
  /** What the reader had to leave out of this page. */
  readonly warnings: readonly Warning[];
}

/**
 * A format plug-in. `options` is an object schema of texts, numbers, booleans and enums; every field is described and
 * becomes a command-line flag (`readingDirection` is `--reading-direction`).
 */
export interface Format<Id extends string = string, Options extends z.ZodObject = z.ZodObject> {
  readonly id: Id;
  /** One line for `--help`. */
  readonly summary: string;
  readonly options: Options;
  /** Pages one by one, in a stable order. Bad input is an `InputError` with file and place. */
  read(options: z.output<Options>): AsyncIterable<SourcePage>;
  /** Write pages in this format's own files below `folder`; pictures lie in `folder/images` already. */
  write?(pages: AsyncIterable<Page>, folder: string): Promise<void>;
}
