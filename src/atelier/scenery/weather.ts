/** Rain, snow, wind and fog: what they do to a place, and what of them falls before the figures. */

import { blob, curve } from "../ink/curve.ts";
import type { Weather } from "../vocabulary.ts";
import type { Easel, Spots } from "./easel.ts";
import { area, byLight, glow, lit, mark, slots, stripe } from "./easel.ts";
import { drawHills, oval } from "./nature.ts";

type Painter = (easel: Easel) => void;

/** Laid over a place before the figures come. */
const BEHIND: Readonly<Record<Weather, Painter | undefined>> = {
  clear: undefined,
  rain: rainBehind,
  snow: snowBehind,
  wind: undefined,
  fog: fogBehind,
};

/** Falls before the figures; marks that hide nobody. */
const BEFORE: Readonly<Record<Weather, Painter | undefined>> = {
  clear: undefined,
  rain: rainBefore,
  snow: snowBefore,
  wind: windBefore,
  fog: fogBefore,
};

/** Changes a finished outdoor place. */
export const layWeather = (easel: Easel): void => BEHIND[easel.weather]?.(easel);

/** The part of the weather that is nearer than the figures. */
export const dropWeather = (easel: Easel): void => BEFORE[easel.weather]?.(easel);

/** One drop for so many square px. */
const RAIN_AREA = 1000;
/** One flake for so many square px. */
const SNOW_AREA = 1500;

/** A px of a page 1000 px wide, in body units. */
const pixel = ({ stage, view }: Easel): number => stage.unit / view.scale;

/** Spots strewn evenly over the stage, one in so many square px of a page 1000 px wide. */
function strewn(easel: Easel, label: string, room: number): Spots {
  const { left, right, top, bottom } = easel;
  const stream = easel.random.fork(label);
  const count = Math.round(((right - left) * (top - bottom)) / (room * pixel(easel) ** 2));
  const margin = 10 * pixel(easel);
  return Array.from({ length: count }, () => [
    stream.range(left - margin, right + margin),
    stream.range(bottom, top + margin),
  ]);
}

function rainBehind(easel: Easel): void {
  const { bottom, top } = easel;
  glow(easel, stripe(easel, bottom - 6, top + 6), byLight(easel, "#5f708a2e", "#26354f2e"));
  for (const { x, random } of slots(easel, "puddle", 70)) {
    const [up, half] = [random.range(-22, 8), random.range(9, 20)];
    area(
      easel,
      oval(x + random.range(0, 40), up, half, half * 0.2),
      byLight(easel, "#c6d6de", "#5d7796"),
      0.7,
    );
  }
  streaks(easel, "far rain", 1600, 0.7, byLight(easel, "#8396ab", "#8fa3c2"));
}

function rainBefore(easel: Easel): void {
  streaks(easel, "near rain", RAIN_AREA, 1.1, byLight(easel, "#4a5f7d", "#a9bcd8"));
}

function streaks(easel: Easel, label: string, room: number, weight: number, colour: string): void {
  const px = pixel(easel);
  const random = easel.random.fork(`${label} length`);
  for (const [x, up] of strewn(easel, label, room)) {
    const length = random.range(9, 18) * px;
    mark(
      easel,
      [
        [x, up],
        [x - length * 0.3, up - length],
      ],
      weight / easel.line,
      colour,
    );
  }
}

function snowBehind(easel: Easel): void {
  const { bottom, top } = easel;
  glow(easel, stripe(easel, bottom - 6, top + 6), byLight(easel, "#f4f8fb3c", "#b9c8e01e"));
  drawHills(easel, "far drift", [15, 21], lit(easel, "#e6ecf0"), 0.8);
  drawHills(easel, "near drift", [-14, -4], lit(easel, "#eff3f6"), 0.6);
  flakes(easel, "far snow", [0.9, 1.6], byLight(easel, "#ffffff", "#c9d6ea"));
}

function snowBefore(easel: Easel): void {
  flakes(easel, "near snow", [1.4, 2.7], byLight(easel, "#ffffff", "#e4ecf8"));
}

/** Flakes with radii in px. */
function flakes(easel: Easel, label: string, [least, most]: readonly [number, number], colour: string): void {
  const random = easel.random.fork(`${label} size`);
  for (const [x, up] of strewn(easel, label, SNOW_AREA)) {
    const radius = random.range(least, most) * pixel(easel);
    glow(easel, oval(x, up, radius, radius), colour);
  }
}

const LEAVES = ["#d98a4a", "#c9a24a", "#b8793f", "#a9b05a"] as const;

/** Leaves in flight, and curls of air. */
function windBefore(easel: Easel): void {
  const px = pixel(easel);
  const random = easel.random.fork("wind");
  for (const [x, up] of strewn(easel, "leaves", 4500)) {
    const [size, lean] = [random.range(3.5, 5.5) * px, random.range(-0.8, 0.8)];
    const leaf: Spots = [
      [x - size, up - size * lean],
      [x, up + size * 0.55],
      [x + size, up + size * lean],
      [x, up - size * 0.4],
    ];
    glow(easel, blob(leaf, 3), lit(easel, random.pick(LEAVES)), 0.6);
  }
  for (const [x, up] of strewn(easel, "gusts", 26000)) drawGust(easel, x, up, random.range(26, 46) * px);
}

function drawGust(easel: Easel, x: number, up: number, length: number): void {
  const gust: Spots = [
    [x - length, up],
    [x - length * 0.3, up + length * 0.1],
    [x + length * 0.4, up],
    [x + length * 0.72, up + length * 0.16],
    [x + length * 0.56, up + length * 0.3],
    [x + length * 0.42, up + length * 0.18],
  ];
  mark(easel, curve(gust, 5), 1.2, byLight(easel, "#8ca6b2", "#aabbd6"));
}

/** Far things pale more than near ones. */
function fogBehind(easel: Easel): void {
  const { bottom, top } = easel;
  const veil = byLight(easel, "#cfdcdc", "#7f8fa8");
  glow(easel, stripe(easel, bottom - 6, top + 6), `${veil}38`);
  glow(easel, stripe(easel, 14, top + 6), `${veil}30`);
  for (const up of [30, 62, 100]) drawBank(easel, up, `${veil}4c`);
}

/** Wisps about the feet. */
function fogBefore(easel: Easel): void {
  const veil = byLight(easel, "#e4ecea", "#93a2ba");
  for (const up of [-16, 2]) drawBank(easel, up, `${veil}38`);
}

function drawBank(easel: Easel, up: number, fill: string): void {
  const crest = slots(easel, `fog ${up}`, 44, 60).map(
    ({ x, random }) => [x, up + random.range(2, 9)] as const,
  );
  const base = slots(easel, `fog base ${up}`, 44, 60).map(
    ({ x, random }) => [x, up - random.range(4, 10)] as const,
  );
  glow(easel, [...curve(crest, 4), ...curve(base, 4).toReversed()], fill);
}
