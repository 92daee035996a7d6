/**
 * Whatever the seed and the knobs, a page is drawn and its record is sound; written in AI4VA's format and imported
 * again, a sample of the pages stays the same.
 */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type DrawnPage, LANGUAGES, type PageOrder, PRINT_STYLES } from "../../src/atelier/index.ts";
import { drawnPages } from "../../src/cli/drawn-pages.ts";
import { parsePage } from "../../src/comics/index.ts";
import { ai4va } from "../../src/formats/ai4va.ts";
import { fillPageFolder, importPages, readPages } from "../../src/formats/index.ts";
import { mapInWorkers } from "../../src/pool.ts";
import { seeded } from "../../src/random.ts";
import type { Page } from "../../src/records/index.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";

const DRAW_WORKER = new URL("../../src/atelier/draw-worker.ts", import.meta.url);
/** Pages that are exported and imported again. */
const SAMPLE = 20;
/** px; undefined is the default. */
const SIZES = [undefined, { width: 600, height: 849 }, { width: 1000, height: 1414 }] as const;

/** Half the pages by the default knobs, half by random ones. */
function orderOf(seed: string, number: number): PageOrder {
  const order = { seed: `${seed}-${number}`, index: number % 7 };
  const random = seeded(order.seed);
  if (number % 2 === 0) return order;
  return {
    ...order,
    size: random.pick(SIZES),
    print: random.pick([0, 0.3, 1]),
    style: random.pick([...PRINT_STYLES, "mixed"]),
    language: random.pick(LANGUAGES),
  };
}

function* ordersFrom(seed: string, first: number, count: number): Generator<PageOrder> {
  for (let number = first; number < count; number++) yield orderOf(seed, number);
}

/** Draw every order; one that fails is told and left out. */
async function* drawAll(
  seed: string,
  count: number,
  onFailure: (failure: unknown) => void,
): AsyncGenerator<DrawnPage, void, undefined> {
  let next = 0;
  while (next < count) {
    try {
      for await (const drawn of mapInWorkers<PageOrder, DrawnPage>(
        DRAW_WORKER,
        ordersFrom(seed, next, count),
      )) {
        next += 1;
        yield drawn;
      }
    } catch (error) {
      onFailure({ order: orderOf(seed, next), error: String(error) });
      next += 1;
    }
  }
}

/** The record of a drawn page; throws `InputError` for one with a fault. */
function recordOf({ page, width, height, phash }: DrawnPage): Page {
  const file = `images/${"0".repeat(64)}.png`;
  return parsePage({ ...page, image: { file, width, height, phash } }, "drawn");
}

/** Ids of pages that are not the same after a way through AI4VA's format. */
async function changedByExport(sample: readonly DrawnPage[]): Promise<readonly string[]> {
  const root = await mkdtemp(path.join(tmpdir(), "benday-seeds-"));
  try {
    const folder = path.join(root, "pages");
    await mkdir(folder);
    await fillPageFolder(folder, drawnPages(eachOf(sample)));
    await ai4va.write?.(readPages(folder), folder);
    const options = ai4va.options.parse({ annotations: path.join(folder, "annotations.json") });
    const imported = path.join(root, "imported");
    await importPages(ai4va.read(options), imported);
    const after = new Map((await Array.fromAsync(readPages(imported))).map((page) => [page.id, page]));
    const before = await Array.fromAsync(readPages(folder));
    return before.filter((page) => !isDeepStrictEqual(after.get(page.id), page)).map(({ id }) => id);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function* eachOf<T>(items: readonly T[]): AsyncGenerator<T, void, undefined> {
  yield* items;
}

/** `cases` is the number of seeds. */
export async function prove({ cases = 1000, seed, progress }: ProofOptions): Promise<ProofResult> {
  const failures: unknown[] = [];
  const sample: DrawnPage[] = [];
  const every = Math.ceil(cases / SAMPLE);
  let done = 0;
  for await (const drawn of drawAll(seed, cases, (failure) => failures.push(failure))) {
    try {
      recordOf(drawn);
    } catch (error) {
      failures.push({ page: drawn.page.id, error: String(error) });
    }
    if (done % every === 0) sample.push(drawn);
    done += 1;
    if (done % 100 === 0) progress(`${done} of ${cases} seeds`);
  }
  const changed = await changedByExport(sample);
  return {
    cases,
    failures: [...failures, ...changed.map((id) => ({ page: id, error: "changed by export and import" }))],
    figures: { drawn: done, exportedAndImported: sample.length },
  };
}
