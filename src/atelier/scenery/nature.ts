/** Sky, clouds, hills, trees and grass, for all open-air settings. */

import { blob, curve, ellipse } from "../ink/curve.ts";
import type { Light, Weather } from "../vocabulary.ts";
import type { Easel, Spots } from "./easel.ts";
import { area, glow, lit, mark, slots, stripe } from "./easel.ts";

export const oval = (right: number, up: number, rx: number, ry: number): Spots =>
  ellipse([right, up], rx, ry);

/** Colour of the sky; the one of a clear dusk is its upper end. */
export const SKIES: Readonly<Record<Light, Readonly<Record<Weather, string>>>> = {
  day: { clear: "#c3e0e3", rain: "#b7c4ca", snow: "#d3dde3", wind: "#bddbe6", fog: "#dde2de" },
  dusk: { clear: "#b3add0", rain: "#aba6b8", snow: "#c9c0cc", wind: "#b9acc8", fog: "#d9c9c0" },
  night: { clear: "#34507e", rain: "#3c4d6c", snow: "#4a5f86", wind: "#34507e", fog: "#566885" },
};

/** A sky with what the hour and the weather put into it; fills the stage. */
export function drawSky(easel: Easel): void {
  const { top, bottom, light, weather } = easel;
  glow(easel, stripe(easel, bottom - 6, top + 6), SKIES[light][weather]);
  const open = weather === "clear" || weather === "wind";
  if (light === "dusk" && open) drawSunset(easel);
  if (light === "night" && open) drawMoonAndStars(easel);
  else if (weather !== "fog") drawClouds(easel, open ? 80 : 46);
}

/** One cloud in so many body units. */
function drawClouds(easel: Easel, step: number): void {
  const { top } = easel;
  const fill = easel.weather === "rain" ? lit(easel, "#dbe1e4") : lit(easel, "#fdfefe");
  for (const { x, random } of slots(easel, "cloud", step)) {
    drawCloud(easel, x + random.range(0, 36), top - random.range(14, 45), random.range(13, 22), fill);
  }
}

/** Bands of colour and a low sun. */
function drawSunset(easel: Easel): void {
  const bands = [
    [158, "#d6b3c6"],
    [128, "#efb9a4"],
    [102, "#f6cf9a"],
  ] as const;
  for (const [up, colour] of bands) {
    const crest = slots(easel, `band ${up}`, 60, 90).map(
      ({ x, random }) => [x, up + random.range(-5, 5)] as const,
    );
    const [left, right] = [easel.left - 90, easel.right + 90];
    glow(easel, [...curve(crest, 5), [right, easel.bottom - 6], [left, easel.bottom - 6]], colour);
  }
  const sun = easel.random.fork("sun").range(-80, 80);
  glow(easel, oval(sun, 104, 26, 26), "#f9dfa6");
  glow(easel, oval(sun, 104, 18, 18), "#fdf0bd", 0.7);
}

function drawMoonAndStars(easel: Easel): void {
  const { top, random } = easel;
  const moon = random.fork("moon").range(-80, 80);
  const height = Math.max(80, top - 28);
  area(easel, oval(moon, height, 24, 24), "#46639a", 0);
  area(easel, oval(moon, height, 16, 16), "#fbe79a");
  for (const { x, random: star } of slots(easel, "star", 12)) {
    const y = star.range(70, Math.max(90, top));
    if (Math.hypot(x - moon, y - height) > 30) area(easel, oval(x, y, 0.9, 0.9), "#fdf3c0", 0);
  }
}

export function drawCloud(
  easel: Easel,
  x: number,
  y: number,
  radius: number,
  fill: string = lit(easel, "#fdfefe"),
): void {
  const billows = Array.from({ length: 9 }, (_, i) => {
    const angle = Math.PI * (i / 8);
    const bulge = 1 + (i % 2) * 0.24;
    return [x + Math.cos(angle) * radius * 1.6 * bulge, y + Math.sin(angle) * radius * 0.6 * bulge] as const;
  });
  area(
    easel,
    blob([...billows, [x - radius * 1.3, y - radius * 0.1], [x + radius * 1.3, y - radius * 0.1]], 3),
    fill,
    0.8,
  );
}

/** Land from a wavy crest between two heights down to the stage's edge. */
export function drawHills(
  easel: Easel,
  label: string,
  [low, high]: readonly [low: number, high: number],
  fill: string,
  weight = 0.8,
): void {
  const crest = slots(easel, label, 70, 90).map(({ x, random }) => [x, random.range(low, high)] as const);
  const [left, right] = [easel.left - 90, easel.right + 90];
  area(easel, [...curve(crest, 6), [right, easel.bottom - 10], [left, easel.bottom - 10]], fill, weight);
}

/** A closed outline with a bump on every edge, for leaves. */
export function bumpy(spots: Spots, bump: number): Spots {
  const [sumX, sumY] = spots.reduce(([x, y], spot) => [x + spot[0], y + spot[1]], [0, 0]);
  const middle = [sumX / spots.length, sumY / spots.length] as const;
  const outline = spots.flatMap((spot, i) => {
    const next = spots[(i + 1) % spots.length] ?? spot;
    const half = [(spot[0] + next[0]) / 2, (spot[1] + next[1]) / 2] as const;
    const [dx, dy] = [half[0] - middle[0], half[1] - middle[1]];
    const reach = (bump * 2) / (Math.hypot(dx, dy) || 1);
    return [spot, [half[0] + dx * reach, half[1] + dy * reach] as const];
  });
  return blob(outline, 3);
}

export interface TreeShape {
  readonly x: number;
  /** Where the trunk stands. */
  readonly y: number;
  readonly height: number;
  readonly leaves: string;
  readonly trunk: string;
}

export function drawTree(easel: Easel, { x, y, height, leaves, trunk }: TreeShape): void {
  const { random } = easel;
  const half = height * 0.055;
  const bole: Spots = [
    [x - half * 1.7, y],
    [x - half, y + height * 0.12],
    [x - half * 0.8, y + height * 0.5],
    [x + half * 0.8, y + height * 0.5],
    [x + half, y + height * 0.12],
    [x + half * 1.8, y],
  ];
  area(easel, blob(bole, 4), trunk);
  const crown = Array.from({ length: 11 }, (_, i) => {
    const angle = (i / 11) * 2 * Math.PI;
    const reach = random.range(0.9, 1.1);
    return [
      x + Math.cos(angle) * height * 0.3 * reach,
      y + height * 0.68 + Math.sin(angle) * height * 0.31 * reach,
    ] as const;
  });
  area(easel, bumpy(crown, height * 0.03), leaves, 1.15);
  for (let i = 0; i < 4; i++) {
    const [dx, dy] = [random.range(-0.18, 0.16) * height, random.range(0.5, 0.85) * height];
    mark(
      easel,
      curve(
        [
          [x + dx, y + dy],
          [x + dx + 3, y + dy - 2.4],
          [x + dx + 6, y + dy - 0.6],
        ],
        3,
      ),
      0.8,
    );
  }
}

/** Tufts of grass strewn over the ground up to `highest`. */
export function drawTufts(easel: Easel, highest: number): void {
  for (const { x: slot, random } of slots(easel, "grass", 15)) {
    const [x, y] = [slot + random.range(0, 15), random.range(Math.max(easel.bottom, -60), highest)];
    const size = random.range(3.5, 6);
    for (const lean of [-0.5, 0, 0.5]) {
      mark(easel, [
        [x + lean * size * 0.5, y],
        [x + lean * size, y + size * (1 - Math.abs(lean) * 0.5)],
      ]);
    }
  }
}
