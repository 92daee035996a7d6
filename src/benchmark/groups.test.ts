import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../random.ts";
import { certify } from "./certificate.ts";
import { groupPages, type PageKey } from "./groups.ts";
import { nearDuplicatePairs } from "./near-duplicates.ts";
import { PAPER_SHARES, splitGroups } from "./split.ts";

/** 64 random hex digits: two of them differ in about half of their bits. */
const randomHash = (seed: string): string => {
  const random = seeded(seed);
  return Array.from({ length: 64 }, () => random.int(16).toString(16)).join("");
};

/** The same hash but for one bit. */
const flipped = (hash: string): string =>
  (Number.parseInt(hash.slice(0, 1), 16) ^ 1).toString(16) + hash.slice(1);

const page = (id: string, keys: Partial<PageKey> = {}): PageKey => ({ id, phash: randomHash(id), ...keys });

describe("nearDuplicatePairs", () => {
  it("counts differing bits exactly", () => {
    const zero = "0".repeat(64);
    const hashes = [zero, `${"0".repeat(63)}7`, "f".repeat(64)];
    expect(nearDuplicatePairs(hashes, 2)).toEqual([]);
    expect(nearDuplicatePairs(hashes, 3)).toEqual([[0, 1]]);
    expect(nearDuplicatePairs(hashes, 253)).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });
});

describe("groupPages", () => {
  it("keeps works, stories and near-duplicates together, and chains of them", () => {
    const pages = [
      page("a-en", { work: "a", story: "1", series: "s" }),
      page("a-fr", { work: "a", story: "2", series: "s" }),
      page("b", { story: "2", series: "s" }),
      page("c", { series: "s" }),
      { ...page("d"), phash: flipped(randomHash("c")) },
      page("e", { story: "2", series: "other" }),
    ];
    expect(groupPages(pages, "story", 20).groups).toEqual([[0, 1, 2], [3, 4], [5]]);
    expect(groupPages(pages, "page", 20).groups).toEqual([[0, 1], [2], [3, 4], [5]]);
    expect(groupPages(pages, "series", 20).groups).toEqual([[0, 1, 2, 3, 4], [5]]);
  });

  it("puts every page in exactly one group", () => {
    const key = fc.record({ work: fc.constantFrom("", "v", "w"), story: fc.constantFrom("", "p", "q", "r") });
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
        const pages = keys.map(({ work, story }, index) =>
          page(String(index), { work: work || undefined, story: story || undefined }),
        );
        const { groups } = groupPages(pages, "story", 20);
        const places = groups.flat().sort((a, b) => a - b);
        expect(places).toEqual([...pages.keys()]);
      }),
      { seed: 1 },
    );
  });
});

describe("splitGroups", () => {
  it("meets the shares with single pages", () => {
    const splits = splitGroups(Array(282).fill(1), PAPER_SHARES, seeded(1));
    const count = (name: string) => splits.filter((split) => split === name).length;
    expect([count("train"), count("validation"), count("test")]).toEqual([232, 25, 25]);
  });

  it("gives every part something when there are three groups", () => {
    expect(new Set(splitGroups([9, 9, 1], PAPER_SHARES, seeded(2))).size).toBe(3);
  });

  it("leaves a part without a share empty", () => {
    const splits = splitGroups(Array(20).fill(1), { train: 0.5, validation: 0, test: 0.5 }, seeded(3));
    expect(splits).not.toContain("validation");
    expect(splits.filter((split) => split === "test")).toHaveLength(10);
  });
});

describe("certify", () => {
  const pages = [
    page("a", { work: "w" }),
    page("b", { work: "w" }),
    page("c", { story: "s" }),
    page("d", { story: "s" }),
  ];
  const certificate = (splits: readonly ("train" | "test")[]) =>
    certify({
      pages,
      splits,
      seed: "1",
      unit: "story",
      nearDuplicateBits: 20,
      groups: 2,
      nearDuplicatePairs: 0,
    });

  it("finds nothing across a sound split", () => {
    expect(certificate(["train", "train", "test", "test"]).across).toEqual({
      samePage: 0,
      sameWork: 0,
      sameStory: 0,
      nearDuplicates: 0,
    });
  });

  it("finds planted leaks of every kind", () => {
    expect(certificate(["train", "test", "train", "test"]).across).toMatchObject({
      sameWork: 1,
      sameStory: 1,
    });
    const copy = [pages[0], { ...page("copy"), phash: flipped(pages[0]?.phash ?? "") }].filter(
      (key) => key !== undefined,
    );
    const found = certify({
      pages: copy,
      splits: ["train", "test"],
      seed: "1",
      unit: "page",
      nearDuplicateBits: 20,
      groups: 2,
      nearDuplicatePairs: 0,
    });
    expect(found.across.nearDuplicates).toBe(1);
    expect(found.closest).toEqual({ bits: 1, pages: ["a", "copy"] });
  });
});
