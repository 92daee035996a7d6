import { describe, expect, it } from "vitest";
import { darker, inMood, moodOf, type Scene } from "./mood.ts";

const scene = (changes: Partial<Scene> = {}): Scene => ({
  setting: "field",
  light: "day",
  weather: "clear",
  indoors: false,
  chance: 0,
  ...changes,
});

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
const spread = (colour: string) => Math.max(...channels(colour)) - Math.min(...channels(colour));
const sum = (colour: string) => channels(colour).reduce((total, channel) => total + channel, 0);

describe("inMood", () => {
  it("makes a pale colour stronger by day and leaves a gaudy one and a veil alone", () => {
    const mood = moodOf(scene());
    expect(spread(inMood("#d8bd92", mood))).toBeGreaterThan(spread("#d8bd92") * 1.15);
    expect(spread(inMood("#e02818", mood))).toBeLessThan(spread("#e02818") * 1.1);
    expect(inMood("#e6e9e45c", mood)).toBe("#e6e9e45c");
  });

  it("is colder in the rain and darker before the light", () => {
    const [dry, wet] = [moodOf(scene()), moodOf(scene({ weather: "rain" }))];
    const warmth = (colour: string) => (channels(colour)[0] ?? 0) - (channels(colour)[2] ?? 0);
    expect(warmth(inMood("#c9c0b0", wet))).toBeLessThan(warmth(inMood("#c9c0b0", dry)) - 20);
    expect(sum(inMood("#c9c0b0", darker(dry, 0.5)))).toBeLessThan(sum(inMood("#c9c0b0", dry)) * 0.6);
  });
});

describe("moodOf", () => {
  it("keeps the weather out of rooms, and gives two rooms paints of their own", () => {
    const room = scene({ setting: "kitchen", indoors: true });
    expect(moodOf({ ...room, weather: "rain" })).toEqual(moodOf(room));
    expect(moodOf({ ...room, chance: 0.9 }).filter).not.toEqual(moodOf(room).filter);
  });

  it("tints figures blue at night and leaves them alone by day", () => {
    const [red, green, blue] = moodOf(scene({ light: "night" })).onFigures;
    expect(blue).toBeGreaterThan(green);
    expect(green).toBeGreaterThan(red);
    expect(moodOf(scene()).onFigures).toEqual([1, 1, 1]);
  });
});
