/** Balloons over the figures: rows from top to bottom, each from left to right, in speaking order. */
import { type Box, heightOf, widthOf } from "../../geometry/index.ts";

/** Something lettered that has its place in the reading order. */
export interface FlowItem {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
}

/** px */
interface FlowRow {
  readonly items: readonly { readonly index: number; readonly top: number }[];
}

export interface Flow {
  readonly rows: readonly FlowRow[];
  /** Lower edge of all rows, panel px. */
  readonly bottom: number;
}

/** Break items into rows at the top of a field; each item starts a little lower than the one before. */
export function flowRows(items: readonly FlowItem[], field: Box, gap: number): Flow {
  const rows: { index: number; top: number }[][] = [];
  let right = Number.POSITIVE_INFINITY;
  let top = field[1];
  let bottom = field[1];
  items.forEach(({ width, height }, index) => {
    if (right + width > field[2]) {
      top = rows.length === 0 ? field[1] : bottom + gap * 0.5;
      rows.push([]);
      right = field[0];
    }
    const row = rows.at(-1) ?? [];
    const own = top + row.length * gap * 0.8;
    row.push({ index, top: own });
    right += width + gap;
    bottom = Math.max(bottom, own + height);
  });
  return { rows: rows.map((row) => ({ items: row })), bottom };
}

/**
 * Slide the items of each row towards the points they belong to, as far as their order and the field allow.
 *
 * @param wishes panel px of the middle each item would like, by index
 */
export function alignRows(
  flow: Flow,
  items: readonly FlowItem[],
  wishes: readonly number[],
  field: Box,
  gap: number,
): readonly Box[] {
  const boxes: Box[] = [];
  for (const { items: row } of flow.rows) {
    const lefts = slide(
      row.map(({ index }) => ({ width: items[index]?.width ?? 0, wish: wishes[index] ?? 0 })),
      field,
      gap,
    );
    row.forEach(({ index, top }, place) => {
      const { width, height } = items[index] ?? { width: 0, height: 0 };
      const left = lefts[place] ?? 0;
      boxes[index] = [left, top, left + width, top + height];
    });
  }
  return boxes;
}

function slide(
  row: readonly { readonly width: number; readonly wish: number }[],
  field: Box,
  gap: number,
): readonly number[] {
  const lefts: number[] = [];
  let least = field[0];
  for (const { width, wish } of row) {
    const left = Math.max(least, wish - width / 2);
    lefts.push(left);
    least = left + width + gap;
  }
  let most = field[2];
  for (let i = row.length - 1; i >= 0; i--) {
    const width = row[i]?.width ?? 0;
    lefts[i] = Math.min(lefts[i] ?? 0, most - width);
    most = (lefts[i] ?? 0) - gap;
  }
  return lefts;
}

/** True where the items fit the field at all and leave a share of its height to the figures. */
export function flowFits(flow: Flow, items: readonly FlowItem[], field: Box, share: number): boolean {
  const wide = items.every(({ width }) => width <= widthOf(field));
  return wide && flow.bottom - field[1] <= heightOf(field) * (1 - share);
}
