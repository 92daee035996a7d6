import { describe, expect, it } from "vitest";
import { z } from "zod";
import { InputError } from "./errors.ts";
import { canonicalJson, checkInput, formatPath, parseJson } from "./json.ts";

describe("parseJson", () => {
  it("names the file", () => {
    expect(() => parseJson("{", "a.json")).toThrow(InputError);
    expect(() => parseJson("{", "a.json")).toThrow(/^a\.json: expected valid JSON/);
  });
});

describe("checkInput", () => {
  const schema = z.object({ boxes: z.array(z.object({ x: z.number("expected a number") })) });
  it("says file, path, what was expected and what was found", () => {
    expect(() => checkInput(schema, { boxes: [{ x: 1 }, { x: "two" }] }, "a.json", "[3]")).toThrow(
      'a.json: [3].boxes[1].x: expected a number, found "two"',
    );
  });
});

describe("formatPath", () => {
  it("writes keys and places", () => {
    expect(formatPath(["annotations", 3, "bbox", 0])).toBe("annotations[3].bbox[0]");
  });
});

describe("canonicalJson", () => {
  it("does not depend on the order of keys", () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
    expect(canonicalJson({ a: null, b: [{ c: 2, d: 1 }] })).toBe(
      canonicalJson({ b: [{ d: 1, c: 2 }], a: null }),
    );
  });
});
