/**
 * What the show file holds besides its program. Writer (`show.ts`) and browser (`assets/show/archive.js`) share this.
 *
 * Blocks are inert `<script type="text/plain">` elements, in this order, so that the first screen needs only the head
 * of the file: `catalogue`; `questions-<page>` for every page; `picture-<page>` for every page. `<page>` counts from 0
 * in {@link ShowCatalogue.pages}. Catalogue and questions are JSON, deflated (RFC 1950), in base64; a picture is a
 * WebP file in base64.
 */

export interface ShowPage {
  readonly id: string;
  /** Size of the original picture, px: the frame of all boxes. */
  readonly width: number;
  /** px */
  readonly height: number;
}

/** What lists and filters need to know of all questions, column by column; `n` questions in the caller's order. */
export interface ShowCatalogue {
  readonly pages: readonly ShowPage[];
  readonly tasks: readonly string[];
  readonly forms: readonly string[];
  readonly splits: readonly string[];
  readonly questions: {
    /** `[n]` */
    readonly ids: readonly string[];
    /** The head of the question text, for list rows: `[n]`. */
    readonly excerpts: readonly string[];
    /** Places in `tasks`, `forms`, `splits` and `pages`: `[n]` each. */
    readonly task: readonly number[];
    readonly form: readonly number[];
    readonly split: readonly number[];
    readonly page: readonly number[];
  };
}

export const CATALOGUE_BLOCK = "catalogue";
export const questionsBlock = (page: number): string => `questions-${page}`;
export const pictureBlock = (page: number): string => `picture-${page}`;
