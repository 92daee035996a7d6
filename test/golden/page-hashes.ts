/** Hashes of drawn pages: the pixels themselves, so that no encoder has a part in them. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { drawPage, type PageOrder } from "../../src/atelier/index.ts";
import { canonicalJson } from "../../src/json.ts";

export const GOLDEN_FILE = fileURLToPath(new URL("./pages.json", import.meta.url));

const SMALL = { width: 600, height: 849 };

/** Twelve pages of several seeds: plain ones first, then every knob once. */
export const GOLDEN_ORDERS: readonly PageOrder[] = [
  ...["golden", "tintamarre", "ü b"].flatMap((seed) => [0, 5].map((index) => ({ seed, index }))),
  { seed: "golden", index: 99 },
  { seed: "golden", index: 0, size: SMALL },
  { seed: "golden", index: 0, language: "fr" },
  { seed: "golden", index: 0, style: "two-colour" },
  { seed: "golden", index: 0, print: 0 },
  { seed: "golden", index: 0, panels: { least: 6, most: 6 } },
];

const sha256 = (data: Uint8Array | string): string => createHash("sha256").update(data).digest("hex");

export interface PageHashes {
  readonly [page: string]: { readonly pixels: string; readonly record: string };
}

/** Name of an order in the file. */
export const orderName = (order: PageOrder): string => JSON.stringify(order);

/** SHA-256 of a page's RGB bytes and of its record as canonical JSON. */
export function hashPage(order: PageOrder): PageHashes[string] {
  const { page, picture } = drawPage(order);
  return { pixels: sha256(picture.data), record: sha256(canonicalJson(page)) };
}
