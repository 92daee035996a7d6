/** How bad a placement is: covered faces, covered trunks, tails across other faces. 0 is flawless. */
import { orderBalloons } from "../../comics/index.ts";
import { type Box, coverage, overlapArea, type Point } from "../../geometry/index.ts";
import type { BalloonShape } from "../lettering/balloon.ts";
import type { PlacedFigure } from "./player.ts";

/** What each fault costs. */
const COST = {
  /** A face under a balloon: never accepted. */
  balloonOnFace: 100,
  faceOutside: 8,
  faceBehind: 12,
  trunkBehind: 3,
  /** Hands that hold something, behind somebody or under letters. */
  gripHidden: 4,
  tailOnFace: 20,
  tailOnBalloon: 12,
  missingTail: 3,
  /** Balloons that a careful reader may read in another order. */
  misleadingOrder: 15,
} as const;

/** At or above this, something must be left out. */
export const UNACCEPTABLE = COST.balloonOnFace;

export function judge(
  figures: readonly PlacedFigure[],
  balloons: readonly BalloonShape[],
  captions: readonly Box[],
  field: Box,
): number {
  return (
    judgeFigures(figures, field) +
    judgeCover(figures, balloons, captions) +
    judgeOrder([...captions, ...balloons.map(({ box }) => box)]) +
    balloons.reduce((sum, balloon) => sum + judgeTail(balloon, figures, balloons, captions), 0)
  );
}

function judgeFigures(figures: readonly PlacedFigure[], field: Box): number {
  let cost = 0;
  for (const figure of figures) {
    cost += COST.faceOutside * (1 - coverage(figure.face, field));
    for (const nearer of figures) {
      if (nearer === figure || nearer.spec.at[1] <= figure.spec.at[1]) continue;
      cost += COST.faceBehind * coverage(figure.face, nearer.trunk);
      cost += COST.trunkBehind * coverage(figure.trunk, nearer.trunk);
      if (figure.grip !== undefined && contains(nearer.trunk, figure.grip)) cost += COST.gripHidden;
    }
  }
  return cost;
}

function judgeCover(
  figures: readonly PlacedFigure[],
  balloons: readonly BalloonShape[],
  captions: readonly Box[],
): number {
  const covers = [...balloons.map(bodyBox), ...captions];
  let cost = 0;
  for (const { face, grip } of figures) {
    for (const cover of covers) {
      if (overlapArea(face, cover) > 0) cost += COST.balloonOnFace;
      if (grip !== undefined && contains(cover, grip)) cost += COST.gripHidden;
    }
  }
  return cost;
}

function judgeOrder(boxes: readonly Box[]): number {
  const told = boxes.map((box, index) => ({ id: String(index), box }));
  const read = orderBalloons(told, "ltr");
  return read.every((item, index) => item === told[index]) ? 0 : COST.misleadingOrder;
}

/** The balloon without its tail. */
export const bodyBox = ({ body, centre: [x, y] }: BalloonShape): Box => [
  x - body.width / 2,
  y - body.height / 2,
  x + body.width / 2,
  y + body.height / 2,
];

function judgeTail(
  balloon: BalloonShape,
  figures: readonly PlacedFigure[],
  balloons: readonly BalloonShape[],
  captions: readonly Box[],
): number {
  const body = bodyBox(balloon);
  const tail = [
    ...balloon.polygon.filter((point) => !contains(body, point)),
    ...balloon.bubbles.map(({ centre }) => centre),
  ];
  if (tail.length === 0) return COST.missingTail;
  const others = [...balloons.filter((other) => other !== balloon).map(bodyBox), ...captions];
  const onFace = figures.some(({ face }) => tail.some((point) => contains(face, point)));
  const onBalloon = others.some((box) => tail.some((point) => contains(box, point)));
  return (onFace ? COST.tailOnFace : 0) + (onBalloon ? COST.tailOnBalloon : 0);
}

const contains = ([x1, y1, x2, y2]: Box, [x, y]: Point): boolean => x >= x1 && x <= x2 && y >= y1 && y <= y2;
