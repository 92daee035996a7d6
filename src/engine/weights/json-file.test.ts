import { expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import { parseBoundedJson, repeatedKeys } from "./json-file.ts";

test("nesting is counted outside of strings", () => {
  expect(parseBoundedJson('{"a[[[[":["]"]}', "f", 2)).toEqual({ "a[[[[": ["]"] });
  expect(parseBoundedJson('["\\"[[[["]', "f", 1)).toEqual(['"[[[[']);
  expect(() => parseBoundedJson("[[1]]", "f", 1)).toThrow(InputError);
  expect(() => parseBoundedJson(`${'{"a":'.repeat(1_000_000)}`, "f")).toThrow(/nested at most 64 deep/);
});

test("repeated keys are found at the top alone, escapes and spaces aside", () => {
  expect(repeatedKeys('{"a":{"b":1,"b":2},"c":"a","a" :3}')).toEqual(["a"]);
  expect(repeatedKeys('{"a":1,"\\u0061":2,"\\"":3}')).toEqual(["a"]);
  expect(repeatedKeys('{"a":["a","a"],"b":"a"}')).toEqual([]);
});

test("strings of many megabytes, of backslashes, and without an end are no trouble", () => {
  const long = JSON.stringify(["x".repeat(20_000_000)]);
  expect(parseBoundedJson(long, "f")).toHaveLength(1);
  const slashes = JSON.stringify(["\\".repeat(1_000_000), '"'.repeat(1_000_000), "["]);
  expect(parseBoundedJson(slashes, "f", 1)).toHaveLength(3);
  expect(() => parseBoundedJson(`["${"[".repeat(100)}`, "f", 1)).toThrow(/valid JSON/);
});
