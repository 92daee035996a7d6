import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedReaders } from "./published-readers.ts";

const CHOICES = ["a red hat", "a blue coat", "a green scarf", "nothing at all"];

/** Expected values were worked out by hand from the Python sources. */
describe.each<[string, readonly (readonly [string, string | undefined])[]]>([
  [
    "lmms-eval-vstar",
    [
      ["Because it is red, the answer is C", "B"],
      ["Cannot determine", "C"],
      ["The answer is clearly B", "C"],
      ["(D)", "D"],
      ["It must be option D.", "D"],
      ["hmm", undefined],
      ["E", undefined],
    ],
  ],
  [
    "mmmu",
    [
      ["B", "B"],
      ["(A) or rather (C)", "C"],
      ["I think the answer is D.", "D"],
      ["The figure wears a blue coat in this panel", "B"],
      ["A figure in the dark, so the answer is B", "B"],
      ["blue coat", undefined],
      ["", undefined],
    ],
  ],
  [
    "vlmevalkit",
    [
      ["B is right because of what we see there", "B"],
      ["The right answer is B", undefined],
      ["B", undefined],
      ["Z, a blue coat", undefined],
      ["a blue coat", "B"],
      ["A or B, I cannot say which one", undefined],
      ["Cannot determine the answer B", undefined],
    ],
  ],
  [
    "letter-only",
    [
      [" B\n", "B"],
      ["B.", undefined],
      ["b", undefined],
      ["E", undefined],
      ["", undefined],
    ],
  ],
])("%s", (id, cases) => {
  const reader = publishedReaders.find((each) => each.id === id);
  it.each(cases)("%j is %s", (answer, letter) => {
    const place = reader?.read(answer, CHOICES);
    expect(place === undefined ? undefined : "ABCD"[place]).toBe(letter);
  });
});

it("throws at no text and gives no place beyond the choices", () => {
  fc.assert(
    fc.property(fc.string(), (answer) => {
      for (const { read } of publishedReaders) {
        const place = read(answer, ["yes", "no"]);
        expect([undefined, 0, 1]).toContain(place);
      }
    }),
    { seed: 2, numRuns: 300 },
  );
});
