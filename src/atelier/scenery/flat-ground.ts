/** What stands behind a close-up instead of a place: one strong colour with a field of dots, or wedges that point at a face. */
import type { Point } from "../../geometry/index.ts";
import type { Random } from "../../random.ts";
import { ellipse } from "../ink/curve.ts";
import { PALETTE } from "../ink/palette.ts";
import { paint, type Stage } from "../ink/stage.ts";
import type { Emotion, Light } from "../vocabulary.ts";

export interface FlatGroundSpec {
  readonly emotion: Emotion;
  readonly light: Light;
  /** Something is shouted, or comes as a shock. */
  readonly loud: boolean;
  /** The middle of the face, panel px. */
  readonly focus: Point;
  /** px; wedges keep so far from the focus. */
  readonly clear: number;
}

const WARM = ["#f0644a", "#f2b632", "#ee8a4c"] as const;
const FRESH = ["#f4c63f", "#8ccf9b", "#7cc4d8", "#f4a7a0", "#b9d66a"] as const;
const COLD = ["#6f9ccb", "#8f86c2", "#7fb0a8"] as const;
const DARK = ["#3b5f9c", "#4a4f8f", "#2f6f83"] as const;

/** Strong colours by feeling. */
const GROUNDS: Readonly<Record<Emotion, readonly string[]>> = {
  calm: FRESH,
  happy: FRESH,
  sly: [...FRESH, ...COLD],
  surprised: [...WARM, ...FRESH],
  angry: WARM,
  afraid: COLD,
  sad: COLD,
  disgusted: ["#a9c25a", ...COLD],
};

/** Fills the stage; it belongs to nobody. */
export function drawFlatGround(stage: Stage, spec: FlatGroundSpec, random: Random): void {
  const { width, height } = stage.size;
  const colours = spec.light === "night" ? DARK : GROUNDS[spec.emotion];
  const colour = random.pick(colours);
  const whole: readonly Point[] = [
    [-3, -3],
    [width + 3, -3],
    [width + 3, height + 3],
    [-3, height + 3],
  ];
  paint(stage, whole, { fill: colour });
  if (spec.loud) drawWedges(stage, spec, random);
  else if (random.chance(0.75)) drawDots(stage, shaded(colour), random);
}

/** A printer's darker tone of a colour. */
function shaded(colour: string): string {
  const value = Number.parseInt(colour.slice(1), 16);
  const channels = [value >> 16, (value >> 8) & 255, value & 255].map((channel) => Math.round(channel * 0.8));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** From one dot to the next, px at a unit of 1. */
const DOT_PITCH = 9;

/** Dots that grow towards one lower corner, and leave the opposite half bare. */
function drawDots(stage: Stage, fill: string, random: Random): void {
  const { width, height } = stage.size;
  const pitch = DOT_PITCH * stage.unit;
  const fromLeft = random.chance(0.5);
  const reach = random.range(0.45, 0.75);
  for (let row = 0; row * pitch <= height; row++) {
    for (let x = (row % 2) * pitch * 0.5; x <= width; x += pitch) {
      const [across, y] = [fromLeft ? x : width - x, row * pitch];
      const depth = (y / height) * 0.6 + (1 - across / width) * 0.4 - (1 - reach);
      if (depth <= 0.04) continue;
      const radius = pitch * Math.min(0.46, 0.16 + depth * 0.6);
      paint(stage, ellipse([x, y], radius, radius), { fill });
    }
  }
}

const WEDGES = 22;

/** Ink wedges from beyond the frame. */
function drawWedges(stage: Stage, { focus, clear }: FlatGroundSpec, random: Random): void {
  const { width, height } = stage.size;
  const far = width + height;
  for (let i = 0; i < WEDGES; i++) {
    const angle = ((i + random.range(-0.3, 0.3)) / WEDGES) * 2 * Math.PI;
    const half = random.range(0.008, 0.034);
    const near = clear * random.range(1.25, 1.9);
    const at = (turn: number, distance: number): Point => [
      focus[0] + Math.cos(turn) * distance,
      focus[1] + Math.sin(turn) * distance,
    ];
    paint(stage, [at(angle, near), at(angle - half, far), at(angle + half, far)], { fill: PALETTE.ink });
  }
}
