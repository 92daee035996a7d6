import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parsePage } from "../../comics/index.ts";
import type { Page } from "../../records/index.ts";
import { FIXTURES, fixtureOptions } from "../fixture-options.ts";
import { findFormat, formats } from "../index.ts";
import { fuzzFormat } from "./fuzz.ts";
import { sourceText, truthFaults } from "./truth.ts";

const CASES = 300;

test.each(formats.map(({ id }) => id))("%s: damaged sources are refused or read truly", async (id) => {
  const report = await fuzzFormat(id, { cases: CASES, seed: "fast" });
  expect(report.failures).toEqual([]);
  expect(report.accepted + report.rejected).toBe(CASES);
  expect(report.rejected).toBeGreaterThan(CASES / 10);
  expect(report.accepted).toBeGreaterThan(CASES / 10);
});

describe("the oracle finds lies", async () => {
  const format = findFormat("manga109");
  const [, source] = await Array.fromAsync(
    format.read(format.options.parse(fixtureOptions("manga109").options)),
  );
  if (source === undefined) throw new Error("the fixture has no second page");
  const image = { file: `images/${"0".repeat(64)}.png`, width: 80, height: 56, phash: "0".repeat(64) };
  const page = parsePage({ ...source.page, image }, "fixture");
  const text = await readFile(join(FIXTURES, "manga109", "annotations", "HanaTaro.xml"), "utf8");
  const before = sourceText([text]);
  const [frame, ...others] = page.panels;
  if (frame === undefined) throw new Error("the fixture has no frame");
  const withFrame = (changed: Partial<Page["panels"][number]>): Page => ({
    ...page,
    panels: [{ ...frame, ...changed }, ...others],
  });

  test("not in an honest page", () => {
    expect(truthFaults(withFrame({}), page, { before, after: before })).toEqual([]);
  });

  test("a box that moved though its line is whole", () => {
    const faults = truthFaults(withFrame({ box: [43, 2, 78, 26] }), page, { before, after: before });
    expect(faults).toEqual(["panels 00000010: box differs though its line is untouched"]);
  });

  test("an order that no line holds", () => {
    const after = sourceText([text.replace('xmin="42" ymin="2"', 'xmin="41" ymin="2"')]);
    const lie = withFrame({ box: [41, 2, 78, 26], order: 999 });
    expect(truthFaults(lie, page, { before, after })).toEqual(["panels 00000010: 999 is not in the source"]);
    expect(truthFaults(withFrame({ box: [41, 2, 78, 26] }), page, { before, after })).toEqual([]);
  });

  test("a region that stands nowhere", () => {
    const faults = truthFaults(withFrame({ id: "invented" }), page, { before, after: before });
    expect(faults).toEqual(["panels invented: stands nowhere in the source"]);
  });
});
