import { describe, expect, test } from "vitest";
import { findDialect, type Occasion, ZOOM_TOOL } from "../dialects/index.ts";
import { dialectPhrases, fixedPieces, offeredTools } from "./prompt-phrases.ts";

const phrases = dialectPhrases();
const size = { width: 280, height: 392 };
const occasion: Occasion = {
  answer: "choice",
  choices: ["running", "reading"],
  zoom: true,
  frame: { kind: "model", size },
  page: size,
  maxTurns: 4,
};

/** What is left of a text without the phrases, the longest first. */
function rest(text: string): string {
  return phrases
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, phrase) => left.replaceAll(phrase, "\0"), text)
    .replaceAll("\0", "");
}

describe("the phrases of the dialects", () => {
  const tagged = findDialect("tagged");

  test("cover all of the prompts but numbers and choices", () => {
    expect(rest(tagged?.system(occasion) ?? "")).toMatch(/^\d+$/);
    expect(rest(tagged?.instruction(occasion) ?? "")).toBe("A. running\nB. reading\n\n4A, B");
    expect(rest(tagged?.instruction({ ...occasion, zoom: false, answer: "number", choices: [] }) ?? "")).toBe(
      "",
    );
    const { before, after } =
      tagged?.framing({
        asked: ["Zoomed in on the image to the region [1, 2, 3, 4]."],
        ...{ left: 1, question: "", occasion },
      }) ?? {};
    expect(rest(`${before}${after}`)).toBe("1, 2, 3, 4");
  });

  test("cover a call but for its box and the tool's name, no piece being a call", () => {
    const { text = "" } = tagged?.write({ do: "zoom", calls: [{ box: [10, 20, 30, 40] }] }) ?? {};
    expect(rest(text)).toBe(`${ZOOM_TOOL}210,20,30,40`);
    expect(phrases.filter((phrase) => /"name": ?"image.*"arguments/.test(phrase))).toEqual([]);
    expect(rest(tagged?.write({ do: "answer", text: "B" }).text ?? "")).toBe("B");
  });

  test("hold no number, no letter alone, and each stands once", () => {
    expect(phrases.filter((phrase) => /\p{N}/u.test(phrase) || phrase.trim().length < 2)).toEqual([]);
    expect(new Set(phrases).size).toBe(phrases.length);
  });
});

test("a text is cut at numbers, at the place of letters, and between sentences", () => {
  expect(fixedPieces("See box 12 of 3. Answer one (), then stop. Now.")).toEqual([
    "See box ",
    " of ",
    "Answer one (",
    "), then stop. ",
    "Now.",
  ]);
});

test("the tool is offered once, in OpenAI's form", () => {
  expect(offeredTools()).toMatchObject([{ type: "function", function: { name: ZOOM_TOOL } }]);
});
