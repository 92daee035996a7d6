import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centreOf, coverage, type Point } from "../../geometry/index.ts";
import { seeded } from "../../random.ts";
import { type BalloonShape, drawBalloon, measureBalloon, shapeBalloon } from "./balloon.ts";
import { drawCaption, shapeCaption } from "./caption-box.ts";
import { drawSound, measureSound } from "./sound-word.ts";
import { blockBox, setBlock } from "./text-block.ts";
import { outlineOf, widthOfLine } from "./typeface.ts";

const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 9 });

/** Even-odd rule. */
function isInsidePolygon(polygon: readonly Point[], [x, y]: Point): boolean {
  return polygon.reduce((inside, [x1, y1], index) => {
    const [x2, y2] = polygon[(index + 1) % polygon.length] ?? [x1, y1];
    const crosses = y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
    return crosses ? !inside : inside;
  }, false);
}

describe("outlineOf", () => {
  it("writes path data that parses: every command has its numbers", () => {
    const numbers: Record<string, number> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };
    for (const typeface of ["dialogue", "shout", "sound"] as const) {
      for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,!?'-") {
        const { path, advance } = outlineOf(typeface, letter);
        expect(advance).toBeGreaterThan(0.1);
        for (const [, command = "", rest = ""] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
          const found = rest.trim() === "" ? [] : rest.trim().split(" ").map(Number);
          expect(found).toHaveLength(numbers[command] ?? -1);
          for (const value of found) expect(Math.abs(value)).toBeLessThan(1500);
        }
      }
    }
  });
});

describe("setBlock", () => {
  it("keeps all words in order and the block no wider than told, unless one word is", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 300 }), (text, widest) => {
        const block = setBlock(text.join(" "), "dialogue", 15, widest);
        expect(block.lines.join(" ")).toBe(text.join(" ").toUpperCase());
        const longest = Math.max(...text.map((word) => widthOfLine("dialogue", word.toUpperCase(), 15)));
        expect(block.width).toBeLessThanOrEqual(Math.max(widest, longest) + 1e-9);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("balances lines instead of leaving one word alone", () => {
    const { lines } = setBlock("one two three four five six seven", "dialogue", 15, 160);
    const lengths = lines.map(({ length }) => length);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(8);
  });
});

describe("shapeBalloon", () => {
  const body = measureBalloon("speech", "Come back here, you rascal!", 140, 1);
  const speaker = { mouth: [150, 220], face: [120, 180, 180, 240] } as const;
  const insideShares = (shape: BalloonShape): number => {
    const [x1, y1, x2, y2] = blockBox(shape.body.block, shape.centre);
    const corners: readonly Point[] = [
      [x1, y1],
      [x2, y1],
      [x2, y2],
      [x1, y2],
    ];
    return corners.filter((corner) => isInsidePolygon(shape.polygon, corner)).length / 4;
  };

  it.each(["speech", "shout", "whisper", "thought"] as const)("holds the text of a %s", (kind) => {
    for (const text of ["No!", "Shall we bet on that?", "A week of dishes? You will be very sorry indeed!"]) {
      const shape = shapeBalloon(measureBalloon(kind, text, 140, 1), [100, 60], undefined);
      expect(insideShares(shape)).toBe(1);
    }
  });

  it("points at the speaker and stops before the face", () => {
    const { polygon, box } = shapeBalloon(body, [100, 60], speaker);
    const bare = shapeBalloon(body, [100, 60], undefined);
    expect(box[3]).toBeGreaterThan(bare.box[3] + 10);
    expect(box[3]).toBeLessThan(speaker.face[1]);
    const tip = polygon.reduce((lowest, point) => (point[1] > lowest[1] ? point : lowest));
    const towards = Math.atan2(speaker.mouth[1] - 60, speaker.mouth[0] - 100);
    expect(Math.abs(Math.atan2(tip[1] - 60, tip[0] - 100) - towards)).toBeLessThan(0.5);
  });

  it("gives thoughts a trail instead of a tail", () => {
    const thought = measureBalloon("thought", "Hm.", 140, 1);
    const shape = shapeBalloon(thought, [100, 60], speaker);
    expect(shape.bubbles).toHaveLength(3);
    expect(shape.polygon).toEqual(shapeBalloon(thought, [100, 60], undefined).polygon);
  });

  it("has no tail where the face is too near", () => {
    const near = { mouth: [100, 100], face: [80, 85, 120, 120] } as const;
    expect(shapeBalloon(body, [100, 60], near).polygon).toEqual(
      shapeBalloon(body, [100, 60], undefined).polygon,
    );
  });
});

describe("drawing", () => {
  it("draws the same letters for the same seed", () => {
    const shape = shapeBalloon(measureBalloon("shout", "Stop!", 140, 1), [100, 60], undefined);
    expect(drawBalloon(shape, seeded("a"))).toBe(drawBalloon(shape, seeded("a")));
    expect(drawBalloon(shape, seeded("a"))).not.toBe(drawBalloon(shape, seeded("b")));
  });

  it("keeps a caption's text in its box", () => {
    const caption = shapeCaption("And the rain comes down over the hills...", [10, 10], 200, 1);
    expect(coverage(blockBox(caption.block, centreOf(caption.box)), caption.box)).toBe(1);
    expect(drawCaption(caption, seeded(1))).toContain("<path");
  });

  it("makes sound words fit", () => {
    const word = measureSound("Hello-lo-lo!", 50, 120);
    expect(word.width).toBeLessThan(130);
    expect(word.size).toBeLessThan(50);
    expect(drawSound(word, [0, 0], "#d9402f", seeded(1)).match(/<g /g)).toHaveLength(3);
  });
});
