import type { Point } from "../../geometry/index.ts";
import type { Shape, Tube } from "../ink/curve.ts";
import { bend, contains, girth, tube, wrap } from "../ink/curve.ts";
import { between, blend, distance, dot, minus, plus, rotate, times, unit } from "../ink/plane.ts";
import type { Appearance } from "./appearance.ts";
import type { Pencil } from "./pencil.ts";
import { line, patch, solid } from "./pencil.ts";
import type { Leg, Limb } from "./skeleton.ts";
import { CAMERA_TILT } from "./space.ts";
import type { TorsoFrame } from "./torso-frame.ts";

/** A limb filled and outlined but for its root where that melts into a torso of the same colour. */
function drawLimb(
  pencil: Pencil,
  limb: Tube,
  colour: string,
  torso: Shape,
  openRadius: number,
  melts: boolean,
): void {
  if (!melts) {
    solid(pencil, limb.outline, colour);
    return;
  }
  const root = limb.spine[0] ?? [0, 0];
  const inked = (point: Point) => distance(point, root) > openRadius || !contains(torso, point);
  solid(pencil, limb.outline, colour, { inked });
}

export function drawArm(pencil: Pencil, appearance: Appearance, arm: Limb, torso: TorsoFrame): void {
  const { build, sleeves, stripes } = appearance;
  const { scale } = torso;
  const radii = build.armRadii.map((radius) => radius * scale);
  const path = bend([arm.root.at, arm.middle.at, arm.end.at], build.suppleness);
  const sleeve = tube(path, girth(...radii));
  const melts = sleeves === appearance.torso;
  drawLimb(pencil, sleeve, sleeves, torso.outline, (radii[0] ?? 0) * 1.6, melts);
  if (melts && stripes === undefined) drawRimLight(pencil, sleeve, sleeves);
  if (stripes !== undefined) drawBands(pencil, sleeve, stripes, scale);
  if (sleeves !== appearance.hands) drawCuff(pencil, sleeve, (radii[2] ?? 0) * 0.45);
}

/** Light falls from the upper left. */
const LIT: Point = [-0.5, -0.86];

/** A light line along the lit edge, so that an arm stands out from a torso of its own colour. */
function drawRimLight(pencil: Pencil, { left, right, spine }: Tube, colour: string): void {
  const middle = Math.floor(spine.length / 2);
  const [a, b] = [left[middle] as Point, right[middle] as Point];
  const [lit, dark] = dot(minus(a, b), LIT) > 0 ? [left, right] : [right, left];
  const rim = lit.map((point, i) => between(point, dark[i] ?? point, 0.24));
  line(pencil, rim.slice(Math.ceil(middle / 2), -1), 1.1, lightened(colour));
}

/** Share of white in the colour of a lit edge. */
const LIGHT = 0.3;

/** A hexadecimal colour with some white. */
function lightened(colour: string): string {
  const channel = (from: number): string => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16);
    return Math.round(blend(value, 255, LIGHT))
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** Stripes across a sleeve. */
function drawBands(pencil: Pencil, { left, right }: Tube, colour: string, scale: number): void {
  for (let i = 2; i < left.length - 1; i += 2) {
    const [a, b] = [left[i] as Point, right[i] as Point];
    const along = times(unit(minus(left[i + 1] as Point, a)), 2 * scale);
    const [outer, inner] = [between(a, b, 0.08), between(b, a, 0.08)];
    patch(pencil, [outer, inner, plus(inner, along), plus(outer, along)], colour);
  }
}

/** The bent line at the end of a sleeve or a trouser leg. */
function drawCuff(pencil: Pencil, { spine, left, right }: Tube, sag: number): void {
  const last = spine.length - 1;
  const [a, b] = [left[last] as Point, right[last] as Point];
  const along = unit(minus(spine[last] as Point, spine[last - 1] as Point));
  line(pencil, [a, plus(between(a, b, 0.5), times(along, sag)), b], 0.7);
}

export function drawLeg(
  pencil: Pencil,
  appearance: Appearance,
  leg: Leg,
  torso: TorsoFrame,
  roll: number,
): void {
  const { build, skin, trousers, shoes, skirt } = appearance;
  const slimming = skirt === undefined ? 1 : 0.62;
  const radii = build.legRadii.map((radius) => radius * torso.scale * slimming);
  drawFoot(pencil, appearance, leg, torso.scale, roll);
  const path = bend([leg.root.at, leg.middle.at, leg.end.at], build.suppleness);
  const trouser = tube(path, girth(...radii));
  const colour = skirt === undefined ? trousers : skin;
  drawLimb(pencil, trouser, colour, torso.outline, (radii[0] ?? 0) * 1.6, true);
  if (shoes !== undefined && skirt === undefined) drawCuff(pencil, trouser, (radii[2] ?? 0) * 0.5);
}

function drawFoot(
  pencil: Pencil,
  { build, skin, shoes }: Appearance,
  leg: Leg,
  scale: number,
  roll: number,
): void {
  const radius = build.foot.radius * scale;
  const bare = shoes === undefined;
  const [ankle, tip] = [leg.end.at, leg.toe.at];
  const down: Point = rotate([0, 1], roll);
  const along = unit(minus(tip, ankle));
  const heel = minus(ankle, times(along, radius * 0.35));
  const toe = plus(tip, times(down, radius * (0.22 - CAMERA_TILT)));
  const foot = wrap([
    { centre: heel, rx: radius * 0.78, ry: radius * 0.78 },
    { centre: toe, rx: radius * (bare ? 0.9 : 0.7), ry: radius * (bare ? 0.78 : 0.6) },
    { centre: plus(ankle, times(down, radius * 0.1)), rx: radius * 0.8, ry: radius * 0.8 },
  ]);
  solid(pencil, foot, shoes ?? skin);
  if (bare) {
    for (const share of [-0.25, 0.2]) {
      const knuckle = plus(toe, plus(times(along, radius * 0.5), times(down, radius * share)));
      line(pencil, [knuckle, plus(knuckle, times(along, radius * 0.32))], 0.55);
    }
  }
}
