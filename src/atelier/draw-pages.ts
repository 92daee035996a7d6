import type { Size } from "../geometry/index.ts";
import { mapInWorkers, siblingModule } from "../pool.ts";
import type { Page } from "../records/index.ts";
import type { PageOrder } from "./page.ts";

export interface DrawPagesOptions {
  /** Number of pages. */
  readonly count: number;
  readonly seed: string;
  /** px, 1000 x 1414 unless told. */
  readonly size?: Size | undefined;
  /** Worker threads; what the machine runs in parallel unless told. */
  readonly workers?: number | undefined;
  /** Ends the work early. */
  readonly signal?: AbortSignal | undefined;
}

/** A drawn page as a file. */
export interface DrawnPage {
  /** All but the picture's file, which is the store's to name. */
  readonly page: Omit<Page, "image">;
  readonly png: Uint8Array<ArrayBuffer>;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** Perceptual hash, 64 hex digits. */
  readonly phash: string;
}

/** Draw pages in worker threads, in page order; a few pages are in memory at a time, however many there are. */
export function drawPages({
  count,
  seed,
  size,
  workers,
  signal,
}: DrawPagesOptions): AsyncIterable<DrawnPage> {
  return mapInWorkers<PageOrder, DrawnPage>(
    siblingModule(import.meta, "./draw-worker"),
    ordersFor(count, seed, size),
    { workers, signal },
  );
}

function* ordersFor(count: number, seed: string, size: Size | undefined): Generator<PageOrder> {
  for (let index = 0; index < count; index++) yield { seed, index, size };
}
