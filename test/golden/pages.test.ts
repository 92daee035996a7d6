/**
 * Drawn pages are the same on every machine and after every change that is not meant to change them. After one that is:
 * `node test/golden/renew.ts`, and look at the pages before committing.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { GOLDEN_FILE, GOLDEN_ORDERS, hashPage, orderName, type PageHashes } from "./page-hashes.ts";

const golden: PageHashes = JSON.parse(readFileSync(GOLDEN_FILE, "utf8"));

describe("golden pages", () => {
  it("holds a hash for every page and no other", () => {
    expect(Object.keys(golden).sort()).toEqual(GOLDEN_ORDERS.map(orderName).sort());
  });

  it.each(GOLDEN_ORDERS.map((order) => [orderName(order), order] as const))("%s", (name, order) => {
    expect(hashPage(order)).toEqual(golden[name]);
  });
});
