import { describe, expect, it } from "vitest";
import { samplePage } from "../tasks/fixtures/sample-page.ts";
import { PageSchema } from "./index.ts";

describe("PageSchema", () => {
  it("takes a full page and keeps absent depth absent", () => {
    const page = samplePage();
    expect(PageSchema.parse(page)).toEqual(page);
    const characters = page.characters.map(({ interdepth: _, ...rest }) => rest);
    expect(PageSchema.parse({ ...page, characters }).characters[0]).not.toHaveProperty("interdepth");
  });
  it.each([
    ["an inverted box", { box: [10, 10, 5, 20] }],
    ["an id with spaces", { id: "a b" }],
    ["an unknown field", { colour: "red" }],
    ["a depth that is no integer", { interdepth: 0.5 }],
    ["a visible share over 1", { visible: 1.5 }],
  ])("refuses %s", (_, change) => {
    const page = samplePage();
    const [first, ...rest] = page.characters;
    expect(PageSchema.safeParse({ ...page, characters: [{ ...first, ...change }, ...rest] }).success).toBe(
      false,
    );
  });
});
