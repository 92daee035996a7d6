import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { functionLengths, readSources, readVirtualSources } from "./sources.ts";

const LONGEST_FILE = 400;
/** Lines of a function at the 90th percentile; the cap on a single one is Biome's. */
const LONG_FUNCTION = 40;
/** Files that may be longer, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const { files, functions } = readSources(root, (sources) => ({
  files: sources.map(({ name, file }) => ({ name, lines: file.text.trimEnd().split("\n").length })),
  functions: sources.flatMap(functionLengths).sort((a, b) => a - b),
}));

const quantile = (share: number) => functions[Math.floor(share * (functions.length - 1))] ?? Number.NaN;

test(`no source file is longer than ${LONGEST_FILE} lines`, () => {
  const long = files.filter(({ name, lines }) => lines > LONGEST_FILE && !(name in EXCEPTIONS));
  expect(long).toEqual([]);
  const stale = Object.keys(EXCEPTIONS).filter(
    (name) => !files.some((file) => file.name === name && file.lines > LONGEST_FILE),
  );
  expect(stale).toEqual([]);
});

test(`nine functions of ten have at most ${LONG_FUNCTION} lines`, () => {
  const summary = `${functions.length} functions: median ${quantile(0.5)} lines, 90 % within ${quantile(0.9)}`;
  console.info(`${summary}, longest ${quantile(1)}`);
  expect(quantile(0.9)).toBeLessThanOrEqual(LONG_FUNCTION);
});

test("lengths are counted over all kinds of function", () => {
  const text = `
    export function one() { return 1; }
    const three = () => {
      return 3;
    };
    class Four {
      method() {
        return () => 1;
      }
    }
    const short = () => 1;`;
  expect(readVirtualSources({ "a.ts": text }, (sources) => sources.flatMap(functionLengths))).toEqual([
    1, 3, 3,
  ]);
});
