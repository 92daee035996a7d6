import type { Shape } from "../ink/curve.ts";
import { cut, girth, hull, tube, wrap } from "../ink/curve.ts";
import { between, distance, minus, plus, times } from "../ink/plane.ts";
import type { Appearance, Skirt } from "./appearance.ts";
import type { Pencil } from "./pencil.ts";
import { line, patch, solid } from "./pencil.ts";
import { SIDES } from "./poses/pose.ts";
import type { Skeleton } from "./skeleton.ts";
import type { TorsoFrame } from "./torso-frame.ts";

/** Height on the torso at which trousers begin. */
const WAIST = 0.68;
/** How far the waistline hangs down in front, body units. */
const SAG = 2.4;
/** Where a skirt is sewn on. */
const WAIST_SEAM = 0.5;

/** Torso, trousers' top or skirt, then the garments. */
export function drawTorso(
  pencil: Pencil,
  appearance: Appearance,
  frame: TorsoFrame,
  skeleton: Skeleton,
): void {
  solid(pencil, frame.outline, appearance.torso);
  if (appearance.stripes !== undefined) drawStripes(pencil, frame, appearance.stripes);
  if (appearance.skirt !== undefined) drawSkirt(pencil, frame, appearance.skirt, skeleton);
  else if (appearance.trousers !== appearance.torso)
    drawTrouserTop(pencil, frame, appearance.trousers, appearance.torso);
  for (const garment of appearance.garments) garment(pencil, frame);
}

function drawStripes(pencil: Pencil, frame: TorsoFrame, colour: string): void {
  for (const height of [-0.1, 0.16, 0.42, 0.68]) {
    const upper = frame.band(height, 2);
    const lower = upper.map((point) => plus(point, times(frame.axis(height), 2.8 * frame.scale)));
    patch(pencil, [...upper, ...lower.toReversed()], colour);
  }
}

/** Trousers below the waist; the shirt hangs over them in a curve. */
function drawTrouserTop(pencil: Pencil, frame: TorsoFrame, trousers: string, shirt: string): void {
  const inner = shrunk(frame.outline, frame, pencil.ink * 0.5);
  patch(pencil, cut(inner, frame.middle(WAIST), frame.axis(WAIST)), trousers);
  const waistline = frame.band(WAIST, SAG);
  const above = frame.band(WAIST, -0.5);
  patch(pencil, [...waistline, ...above.toReversed()], shirt);
  line(pencil, waistline, 0.85);
}

/** The outline drawn in by `margin` px towards the middle, so that a patch leaves the ink alone. */
function shrunk(shape: Shape, frame: TorsoFrame, margin: number): Shape {
  const middle = frame.middle(0.5);
  return shape.map((point) => between(point, middle, margin / Math.max(margin, distance(point, middle))));
}

/** Cloth from the waist over both thighs. */
function drawSkirt(
  pencil: Pencil,
  frame: TorsoFrame,
  { colour, length }: Skirt,
  { legs, pelvis }: Skeleton,
): void {
  const { build, scale } = frame;
  const hems = SIDES.map((side) => {
    const { root, middle } = legs[side];
    const reach = times(minus(middle.at, root.at), length);
    return {
      centre: plus(plus(root.at, reach), times(minus(root.at, pelvis.at), 0.4)),
      rx: build.hip * 0.85 * scale,
      ry: 2.4 * scale,
      angle: Math.atan2(reach[1], reach[0]) - Math.PI / 2,
    };
  });
  const waist = frame.band(WAIST_SEAM, 0);
  const seam = frame.at(WAIST_SEAM, 0);
  const skirt = hull([...waist, ...wrap(hems)]);
  solid(pencil, skirt, colour, { inked: (point) => distance(point, seam) > build.belly * 1.05 * scale });
  for (const { centre } of hems) {
    line(pencil, [between(centre, frame.middle(1), 0.12), between(centre, frame.middle(1), 0.5)], 0.5);
  }
}

/** The neck, for builds that have one. */
export function drawNeck(pencil: Pencil, { build, skin }: Appearance, skeleton: Skeleton): void {
  if (build.neck <= 2) return;
  const { scale, chest, head } = skeleton;
  const neck = tube(
    [chest.at, between(chest.at, head.at, 0.4), between(chest.at, head.at, 0.75)],
    girth(3.6 * scale, 3.3 * scale),
  );
  solid(pencil, neck.outline, skin);
}
