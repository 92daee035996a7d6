/** The lists of a page that nobody annotated. */
import type { Page } from "../records/index.ts";

export const NO_LABELS = {
  panels: [],
  characters: [],
  faces: [],
  balloons: [],
  texts: [],
  objects: [],
} as const satisfies Partial<Page>;
