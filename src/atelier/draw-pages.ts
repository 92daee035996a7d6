import { mapInWorkers, siblingModule } from "../pool.ts";
import type { Page } from "../records/index.ts";
import type { PageOrder } from "./page.ts";
import type { PageScript } from "./story/page-script.ts";

/** What all pages have in common, see {@link PageOrder}, and how they are drawn. */
export interface DrawPagesOptions extends Omit<PageOrder, "index"> {
  /** Number of pages. */
  readonly count: number;
  /** Worker threads; what the machine runs in parallel unless told. */
  readonly workers?: number | undefined;
  /** Ends the work early. */
  readonly signal?: AbortSignal | undefined;
}

/** A drawn page as a file. */
export interface DrawnPage {
  /** All but the picture's file, which is the store's to name. */
  readonly page: Omit<Page, "image">;
  /** Its story, see {@link PageScript}. */
  readonly script: PageScript;
  readonly png: Uint8Array<ArrayBuffer>;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** Perceptual hash, 64 hex digits. */
  readonly phash: string;
}

/** Draw pages in worker threads, in page order; a few pages are in memory at a time, however many there are. */
export function drawPages({ count, workers, signal, ...order }: DrawPagesOptions): AsyncIterable<DrawnPage> {
  return mapInWorkers<PageOrder, DrawnPage>(
    siblingModule(import.meta, "./draw-worker"),
    ordersFor(count, order),
    { workers, signal },
  );
}

function* ordersFor(count: number, order: Omit<PageOrder, "index">): Generator<PageOrder> {
  for (let index = 0; index < count; index++) yield { ...order, index };
}
