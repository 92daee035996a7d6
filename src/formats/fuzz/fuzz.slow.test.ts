import { expect, test } from "vitest";
import { formats } from "../index.ts";
import { fuzzFormat } from "./fuzz.ts";

const CASES = 2000;

test.each(formats.map(({ id }) => id))("%s: its share of 2000 damaged sources", async (id) => {
  const cases = CASES / formats.length;
  const report = await fuzzFormat(id, { cases, seed: "slow" });
  expect(report.failures).toEqual([]);
  expect(report.accepted + report.rejected).toBe(cases);
});
