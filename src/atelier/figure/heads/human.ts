import type { Point } from "../../../geometry/index.ts";
import { hull, wrap } from "../../ink/curve.ts";
import { between, dot, minus, unit } from "../../ink/plane.ts";
import type { Part, Pencil } from "../pencil.ts";
import { solid } from "../pencil.ts";
import type { EyeShape } from "./eyes.ts";
import { drawEyes } from "./eyes.ts";
import { drawBlush } from "./feelings.ts";
import type { FaceState, HeadArt } from "./head.ts";
import type { HeadFrame } from "./head-frame.ts";
import { surfaceOf } from "./head-frame.ts";
import { drawMouth, jawDrop } from "./mouth.ts";

const surface = surfaceOf([0.82, 1, 0.88]);
const MOUTH = { y: 0.52, z: surface(0, 0.52) * 0.74, halfWidth: 0.27 };

/** Head radii: where the tip lies and how thick it is. */
export interface NoseShape {
  readonly y: number;
  readonly z: number;
  readonly radius: number;
  /** The skin when absent. */
  readonly colour?: string;
}

export const NOSES = {
  button: { y: 0.14, z: 0.96, radius: 0.15 },
  small: { y: 0.2, z: 0.92, radius: 0.1 },
  long: { y: 0.26, z: 1.24, radius: 0.17 },
  big: { y: 0.16, z: 1.02, radius: 0.26, colour: "#e79a78" },
} as const satisfies Readonly<Record<string, NoseShape>>;

/** Hair, beards, glasses: parts that belong to one head only. */
export type HeadExtra = (head: HeadFrame) => readonly Part[];

export interface HumanLook {
  readonly skin: string;
  readonly nose: NoseShape;
  /** Half width of the jaw, head radii. */
  readonly jaw: number;
  /** Width as a share of the pencil's. */
  readonly brow: { readonly width: number; readonly colour?: string };
  readonly lashes?: boolean;
  /** Cheeks that are always red. */
  readonly rouge?: string;
  readonly extras: readonly HeadExtra[];
}

export function humanHead(look: HumanLook): HeadArt {
  const eyes: EyeShape = {
    x: 0.3,
    y: -0.05,
    z: surface(0.3, -0.05),
    rx: 0.16,
    ry: 0.22,
    kind: "dot",
    lid: look.skin,
    brow: look.brow.width,
    ...(look.brow.colour === undefined ? {} : { browColour: look.brow.colour }),
    ...(look.lashes === undefined ? {} : { lashes: look.lashes }),
  };
  return (head, face): readonly Part[] => {
    const ears = [-1, 1]
      .filter((side) => head.depth([side * 0.82, 0, -0.15]) > -0.35)
      .map((side) => ({
        depth: head.depth([side * 0.82, 0.08, -0.1]) + 0.05,
        draw: (pencil: Pencil) => {
          solid(pencil, head.oval([side * 0.84, 0.1, -0.08], [0.15, 0.22, 0.17]), look.skin, {
            weight: 0.85,
          });
        },
      })) satisfies Part[];
    const skull: Part = {
      depth: 0,
      draw: (pencil) => {
        const crown = head.oval([0, -0.12, -0.05], [0.82, 0.88, 0.86]);
        const chin = 0.46 + jawDrop(face.expression.mouth) * 0.8;
        solid(pencil, hull([...crown, ...head.oval([0, chin, 0.14], [look.jaw, 0.5, 0.5])]), look.skin);
      },
    };
    const front: Part = { depth: 0.5, draw: (pencil) => drawFace(pencil, head, face, look, eyes) };
    const extras = look.extras.flatMap((extra) => extra(head));
    return head.away ? [...ears, skull, ...extras] : [...ears, skull, ...extras, front];
  };
}

function drawFace(pencil: Pencil, head: HeadFrame, face: FaceState, look: HumanLook, eyes: EyeShape): void {
  drawEyes(pencil, head, eyes, face);
  const blush = face.expression.blush ?? look.rouge;
  if (blush !== undefined) drawBlush(pencil, head, 0.62, blush);
  drawNose(pencil, head, look);
  drawMouth(pencil, head, MOUTH, face.expression.mouth);
}

/** A nose has no line where it grows out of the face. */
function drawNose(pencil: Pencil, head: HeadFrame, { nose, skin }: HumanLook): void {
  const { radius } = head;
  const [bridge, tip] = [head.point([0, 0, 0.8]), head.point([0, nose.y, nose.z])];
  const size = radius * nose.radius;
  const shape = wrap([
    { centre: between(bridge, tip, 0.12), rx: size * 0.6, ry: size * 0.6 },
    { centre: tip, rx: size * 1.1, ry: size },
  ]);
  const along: Point = unit(minus(tip, bridge));
  const reach = dot(minus(tip, bridge), along) * 0.3;
  solid(pencil, shape, nose.colour ?? skin, {
    weight: 0.85,
    inked: (point) => dot(minus(point, bridge), along) > reach,
  });
}
