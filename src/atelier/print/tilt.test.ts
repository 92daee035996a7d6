import { expect, it } from "vitest";
import { type Box, iou } from "../../geometry/index.ts";
import { composePage, drawPage, type PageOrder } from "../page.ts";
import { tiltOf, tiltPoint } from "./tilt.ts";

const size = { width: 800, height: 1143 };
const order: PageOrder = { seed: "tilt", index: 1, size, print: 1 };

it("turns every box with its pixels", () => {
  const { page } = drawPage(order);
  const { sheet, staged } = composePage(order);
  const tilt = tiltOf(size, 1, `${order.seed}:${order.index}`);
  if (tilt === undefined) throw new Error("expected a tilt");
  const boxes = turnedBoxes(sheet.ids, sheet.names.length, (x, y) => tiltPoint(tilt, [x, y]));
  let compared = 0;
  staged.forEach(({ figures }, at) => {
    for (const { spec } of figures) {
      const character = page.characters.find(({ id }) => id === `p${at + 1}.${spec.identity}`);
      const box = boxes[sheet.names.indexOf(`${at}/${spec.owner}`) + 1];
      if (character === undefined || box === undefined) continue;
      // A pixel more or less is much of a figure that is hardly seen.
      const small = Math.min(box[2] - box[0], box[3] - box[1]) < 60;
      expect(iou(character.box, box)).toBeGreaterThan(small ? 0.9 : 0.97);
      compared++;
    }
  });
  expect(compared).toBeGreaterThan(8);
});

/** Boxes round each owner's pixels after every pixel's middle was turned. */
function turnedBoxes(
  ids: Uint16Array,
  owners: number,
  turn: (x: number, y: number) => readonly [number, number],
): readonly Box[] {
  const boxes = Array.from({ length: owners + 1 }, () => [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    0,
    0,
  ]);
  ids.forEach((id, i) => {
    const box = boxes[id];
    if (id === 0 || box === undefined) return;
    const [x, y] = turn((i % size.width) + 0.5, Math.floor(i / size.width) + 0.5);
    box[0] = Math.min(box[0] ?? 0, x - 0.5);
    box[1] = Math.min(box[1] ?? 0, y - 0.5);
    box[2] = Math.max(box[2] ?? 0, x + 0.5);
    box[3] = Math.max(box[3] ?? 0, y + 0.5);
  });
  return boxes.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]): Box => [x1, y1, x2, y2]);
}

it("turns panels, balloons and texts as the straight page has them", () => {
  const straight = drawPage({ ...order, effects: { tilt: 0 } }).page;
  const { page } = drawPage(order);
  const tilt = tiltOf(size, 1, `${order.seed}:${order.index}`);
  if (tilt === undefined) throw new Error("expected a tilt");
  expect(page.balloons.length).toBeGreaterThan(3);
  expect(page).not.toEqual(straight);
  page.panels.forEach(({ box }, at) => {
    expect(iou(box, straight.panels[at]?.box ?? [0, 0, 0, 0])).toBeGreaterThan(0.94);
  });
  page.balloons.forEach(({ polygon = [] }, at) => {
    straight.balloons[at]?.polygon?.forEach((corner, i) => {
      const [x, y] = tiltPoint(tilt, corner);
      expect(polygon[i]?.[0]).toBeCloseTo(x, 0);
      expect(polygon[i]?.[1]).toBeCloseTo(y, 0);
    });
  });
  expect(drawPage({ ...order, print: 0 }).page).toEqual(straight);
});
