import type { Point } from "../../../geometry/index.ts";
import type { Shape } from "../../ink/curve.ts";
import { arc, blob, cut, ellipse, hull, wrap } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { dot, minus, rotate, unit } from "../../ink/plane.ts";
import type { Pencil } from "../pencil.ts";
import { line, patch, solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import { animalHead } from "./animal-head.ts";
import { drawFoxMouth } from "./fox-mouth.ts";
import type { FaceState, HeadArt } from "./head.ts";
import type { HeadFrame } from "./head-frame.ts";
import { surfaceOf } from "./head-frame.ts";

const SKULL: Spot = [0.98, 0.84, 0.92];
const EYE = { x: 0.32, y: -0.22, z: surfaceOf(SKULL)(0.32, -0.22), rx: 0.21, ry: 0.3 };
/** Depth of the snout's tip. */
const TIP = 1.55;

export interface FoxColours {
  readonly fur: string;
  readonly light: string;
  readonly ears: string;
}

export function foxHead(colours: FoxColours): HeadArt {
  return animalHead({
    skull: (pencil, head) => drawSkull(pencil, head, colours),
    ear: (pencil, head, side) => drawEar(pencil, head, side, colours),
    earDepth: { spot: [0.6, -1, 0], add: -0.3 },
    eyes: { ...EYE, kind: "white", lid: colours.fur, brow: 1.2 },
    snout: (pencil, head, face) => drawSnout(pencil, head, face, colours),
  });
}

function drawEar(pencil: Pencil, head: HeadFrame, side: number, { fur, ears }: FoxColours): void {
  const outline = (inset: number) =>
    blob(
      [
        head.point([side * (0.9 - inset), -0.42 - inset, -0.05]),
        head.point([side * (0.86 - inset * 0.5), -1.12, 0]),
        head.point([side * (0.8 - inset * 0.2), -1.62 + inset * 1.2, 0]),
        head.point([side * (0.46 + inset * 0.2), -1.06 + inset, 0.04]),
        head.point([side * (0.2 + inset), -0.72 - inset * 0.3, 0.1]),
      ],
      4,
    );
  solid(pencil, outline(0), fur);
  if (!head.away) patch(pencil, outline(0.14), ears);
}

/** A round head with pointed cheeks, white below the eyes. */
function drawSkull(pencil: Pencil, head: HeadFrame, { fur, light }: FoxColours): void {
  const cheeks = [-1, 1]
    .map((side): Spot => [side * 1.22, 0.42, 0.1])
    .filter((cheek) => head.depth(cheek) > -0.7)
    .map((cheek) => head.point(cheek));
  solid(pencil, hull([...head.oval([0, 0, 0], SKULL), ...cheeks]), fur);
  if (head.away) return;
  for (const side of [-1, 1]) {
    if (head.depth([side * 0.6, 0.3, 0.75]) <= 0.05) continue;
    const white: readonly Spot[] = [
      [side * 0.14, 0.18, 0.95],
      [side * 0.6, 0.12, 0.75],
      [side * 1.12, 0.41, 0.12],
      [side * 0.58, 0.62, 0.42],
      [side * 0.1, 0.66, 0.5],
    ];
    patch(pencil, blob(white.map(head.point), 4), light);
  }
}

/** The snout, outlined where it stands out from the head; seen from the front only below. */
function drawSnout(pencil: Pencil, head: HeadFrame, face: FaceState, { fur, light }: FoxColours): void {
  const { radius } = head;
  const [base, tip] = [head.point([0, 0.26, 0.62]), head.point([0, 0.3, TIP])];
  const frontal = head.depth([0, 0, 1]) > 0.88;
  const snout: Shape = wrap([
    { centre: base, rx: head.breadth(0.46, 0.3), ry: 0.36 * radius },
    { centre: head.point([0, 0.28, 1.15]), rx: 0.25 * radius, ry: 0.22 * radius },
    { centre: tip, rx: 0.14 * radius, ry: 0.13 * radius },
  ]);
  const along = unit(minus(tip, base));
  const standsOut = (point: Point) => !frontal && dot(minus(point, base), along) > radius * 0.12;
  solid(pencil, snout, fur, { inked: standsOut });
  const inner = snout.map((point): Point => {
    const towards = unit(minus(base, point));
    return [point[0] + towards[0] * pencil.ink * 0.6, point[1] + towards[1] * pencil.ink * 0.6];
  });
  patch(pencil, cut(inner, head.point([0, 0.34, 1.1]), rotate([0, 1], head.roll)), light);
  if (frontal) {
    const chin = head.point([0, 0.3, 1.15]);
    line(pencil, arc(chin, [0.4 * radius, 0.34 * radius], [0.1 * Math.PI, 0.9 * Math.PI], head.roll), 0.7);
  }
  drawFoxMouth(pencil, head, face.expression.mouth, light);
  const nose = ellipse(head.point([0, 0.2, TIP + 0.05]), radius * 0.15, radius * 0.125, head.roll);
  solid(pencil, nose, PALETTE.black, { weight: 0.5 });
}
