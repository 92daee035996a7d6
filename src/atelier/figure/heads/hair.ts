import type { Point } from "../../../geometry/index.ts";
import { arc, blob, ellipse } from "../../ink/curve.ts";
import { blend, clamp, plus, radians } from "../../ink/plane.ts";
import type { Part, Pencil } from "../pencil.ts";
import { line, solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import type { HeadFrame } from "./head-frame.ts";
import type { HeadExtra } from "./human.ts";

/** Height of the hairline at a longitude of the head (0 in front, 180 at the nape), head radii. */
function hairline(longitude: number): number {
  const away = Math.abs(longitude);
  if (away < 58) return -0.5;
  if (away < 74) return blend(-0.5, -0.05, (away - 58) / 16);
  if (away < 96) return -0.05;
  return blend(-0.05, 0.52, clamp((away - 96) / 26, 0, 1));
}

/** Short hair all over the skull, from the hairline to the crown. */
export function capHair(colour: string): HeadExtra {
  return (head) => [{ depth: head.away ? 0.3 : 0.02, draw: (pencil) => drawCap(pencil, head, colour) }];
}

/** The ellipsoid that a cap of hair lies on. */
const CAP_MIDDLE: Spot = [0, -0.16, -0.06];
const CAP: Spot = [0.88, 0.93, 0.93];

function drawCap(pencil: Pencil, head: HeadFrame, colour: string): void {
  const front: Point[] = [];
  for (let seen = -90; seen <= 90; seen += 7.5) {
    const longitude = wrapDegrees(seen - (head.yaw * 180) / Math.PI);
    const y = hairline(longitude);
    const [x, depth] = [Math.sin(radians(longitude)), Math.cos(radians(longitude))];
    const reach = Math.sqrt(1 - ((y - CAP_MIDDLE[1]) / CAP[1]) ** 2);
    front.push(head.point([x * CAP[0] * reach, y, CAP_MIDDLE[2] + depth * CAP[2] * reach]));
  }
  const [left, right] = [front[0] as Point, front.at(-1) as Point];
  const angleOf = (point: Point) => Math.atan2(point[1] - head.centre[1], point[0] - head.centre[0]);
  const from = angleOf(right) - head.roll;
  let to = angleOf(left) - head.roll;
  while (to > from) to -= 2 * Math.PI;
  const crown = arc(
    head.point(CAP_MIDDLE),
    [head.breadth(CAP[0], CAP[2]), CAP[1] * head.radius],
    [from, to],
    head.roll,
  );
  solid(pencil, [...front, ...crown], colour, { weight: 0.9 });
}

const wrapDegrees = (angle: number): number => ((((angle + 180) % 360) + 360) % 360) - 180;

/** A tuft that stands up over the forehead. */
export function quiff(colour: string): HeadExtra {
  const tuft: readonly Spot[] = [
    [-0.5, -0.72, 0.62],
    [-0.3, -1.1, 0.66],
    [0.1, -1.45, 0.5],
    [0.02, -1.16, 0.75],
    [0.34, -1.28, 0.7],
    [0.42, -0.9, 0.75],
    [0.4, -0.64, 0.74],
    [0, -0.6, 0.88],
  ];
  return (head) => [
    {
      depth: head.away ? -0.3 : 0.3,
      draw: (pencil) => solid(pencil, blob(tuft.map(head.point), 4), colour, { weight: 0.9 }),
    },
  ];
}

/** What is left round a bald crown: a tuft over each ear. */
export function sideTufts(colour: string): HeadExtra {
  const tuft = (side: number): readonly Spot[] => [
    [side * 0.74, -0.4, -0.3],
    [side * 1.14, -0.28, -0.42],
    [side * 1.26, 0.02, -0.45],
    [side * 1.06, 0.1, -0.4],
    [side * 1.16, 0.38, -0.4],
    [side * 0.72, 0.48, -0.3],
  ];
  return (head) =>
    [-1, 1]
      .filter((side) => head.away || head.depth([side * 0.8, 0, -0.3]) > -0.4)
      .map((side) => ({
        depth: head.depth([side * 0.9, 0.05, -0.35]) + 0.1,
        draw: (pencil: Pencil) => solid(pencil, blob(tuft(side).map(head.point), 4), colour, { weight: 0.9 }),
      })) satisfies Part[];
}

/** A knot at the back of the head. */
export function bun(colour: string): HeadExtra {
  return (head) => [
    {
      depth: head.depth([0, -0.2, -0.9]) * 0.6 - 0.1,
      draw: (pencil) => solid(pencil, head.oval([0, 0.12, -0.8], [0.5, 0.44, 0.42]), colour),
    },
  ];
}

/** A small knot on the crown. */
export function topKnot(colour: string): HeadExtra {
  return (head) => [
    { depth: -0.3, draw: (pencil) => solid(pencil, head.oval([0, -1.18, -0.2], [0.4, 0.36, 0.4]), colour) },
  ];
}

/** Two pigtails with a ribbon each. */
export function pigtails(colour: string, ribbon: string): HeadExtra {
  return (head) =>
    [-1, 1].map((side) => ({
      depth: head.depth([side * 1, 0.2, -0.2]) * 0.6 - 0.05,
      draw: (pencil: Pencil) => drawPigtail(pencil, head, side, colour, ribbon),
    })) satisfies Part[];
}

function drawPigtail(pencil: Pencil, head: HeadFrame, side: number, colour: string, ribbon: string): void {
  const root = head.point([side * 0.92, -0.12, -0.3]);
  const drop: readonly Spot[] = [
    [side * 0.9, -0.2, -0.3],
    [side * 1.38, -0.22, -0.35],
    [side * 1.62, 0.3, -0.4],
    [side * 1.46, 0.92, -0.4],
    [side * 1.14, 0.62, -0.35],
    [side * 1.06, 0.2, -0.3],
  ];
  solid(pencil, blob(drop.map(head.point), 4), colour, { weight: 0.9 });
  solid(pencil, ellipse(root, head.radius * 0.17, head.radius * 0.2), ribbon, { weight: 0.7 });
}

/** A straight fringe over the forehead. */
export function fringe(colour: string): HeadExtra {
  return (head) =>
    head.away
      ? []
      : [
          {
            depth: 0.04,
            draw: (pencil) => {
              const lock: readonly Spot[] = [
                [-0.66, -0.42, 0.5],
                [-0.5, -0.86, 0.45],
                [0, -0.98, 0.4],
                [0.5, -0.86, 0.45],
                [0.66, -0.42, 0.5],
                [0.3, -0.34, 0.78],
                [0, -0.4, 0.86],
                [-0.3, -0.34, 0.78],
              ];
              const visible = lock.filter((spot) => head.depth(spot) > -0.1);
              solid(pencil, blob(visible.map(head.point), 4), colour, { weight: 0.6 });
            },
          },
        ];
}

/** A beard from ear to ear, below the mouth's corners. */
export function fullBeard(colour: string): HeadExtra {
  return (head) => (head.away ? [] : [{ depth: 0.45, draw: (pencil) => drawBeard(pencil, head, colour) }]);
}

function drawBeard(pencil: Pencil, head: HeadFrame, colour: string): void {
  const top: Point[] = [];
  for (let longitude = -100; longitude <= 100; longitude += 12.5) {
    const away = Math.abs(longitude);
    const y = away < 40 ? 0.36 : blend(0.36, -0.1, (away - 40) / 60);
    const spot: Spot = [Math.sin(radians(longitude)) * 0.8, y, Math.cos(radians(longitude)) * 0.86];
    if (head.depth(spot) > -0.1) top.push(head.point(spot));
  }
  if (top.length < 3) return;
  const chin = head.oval([0, 0.64, 0.24], [0.74, 0.64, 0.6]);
  const below = head.point([0, 0.3, 0])[1];
  const jaw = chin
    .filter((point) => point[1] > below)
    .toSorted((a, b) => b[0] - a[0])
    .map((point, i): Point => (i % 3 === 0 ? plus(point, [0, head.radius * 0.07]) : point));
  top.sort((a, b) => a[0] - b[0]);
  solid(pencil, [...top, ...jaw], colour, { weight: 0.9 });
}

/** Two curled wings under the nose. */
export function moustache(colour: string): HeadExtra {
  return (head) =>
    head.away
      ? []
      : [
          {
            depth: 0.55,
            draw: (pencil) => {
              for (const side of [-1, 1]) {
                if (head.depth([side * 0.4, 0.4, 0.7]) < 0.1) continue;
                const wing: readonly Spot[] = [
                  [0, 0.3, 0.92],
                  [side * 0.26, 0.26, 0.86],
                  [side * 0.62, 0.14, 0.68],
                  [side * 0.56, 0.34, 0.7],
                  [side * 0.26, 0.46, 0.84],
                  [0, 0.42, 0.92],
                ];
                solid(pencil, blob(wing.map(head.point), 4), colour, { weight: 0.7 });
              }
            },
          },
        ];
}

/** A line of parted hair on a cap. */
export function parting(): HeadExtra {
  return (head) =>
    head.away
      ? []
      : [
          {
            depth: 0.03,
            draw: (pencil) =>
              line(
                pencil,
                [
                  head.point([-0.1, -0.95, 0.2]),
                  head.point([-0.3, -0.75, 0.6]),
                  head.point([-0.4, -0.55, 0.75]),
                ],
                0.6,
              ),
          },
        ];
}
