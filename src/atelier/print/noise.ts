/** Noise that is worked out once and laid over every page from another corner. */
import { createNoise2D } from "simplex-noise";
import { seeded } from "../../random.ts";

/** Side of the tile, px; a power of two. */
export const TILE = 512;

/** `[TILE, TILE]`, about -127 to 127 and bell-shaped, each pixel for itself. */
let tile: Int8Array | undefined;

/** Fine noise, the same for the whole process. */
export function grainTile(): Int8Array {
  tile ??= drawGrain();
  return tile;
}

function drawGrain(): Int8Array {
  const random = seeded("grain");
  return Int8Array.from({ length: TILE * TILE }, () =>
    Math.round(127 * (random.next() + random.next() + random.next() - 1.5) * 0.66),
  );
}

/** Clouds over a page, -1 to 1: a coarse grid of smooth noise, read row by row. */
export interface Clouds {
  readonly cell: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** Side of a grid cell, px at a unit of 1. */
const CELL = 12;

export function createClouds(width: number, height: number, unit: number, seed: string): Clouds {
  const random = seeded(`clouds:${seed}`);
  const noise = createNoise2D(() => random.next());
  const cell = CELL * unit;
  const columns = Math.ceil(width / cell) + 2;
  const rows = Math.ceil(height / cell) + 2;
  const values = new Float32Array(columns * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++)
      values[y * columns + x] = 0.6 * noise(x / 22, y / 22) + 0.4 * noise(x / 6, y / 6);
  }
  return { cell, columns, values };
}

/** Writes row `y` of the clouds times `amount` into `row`, px by px, without fractions. */
export function cloudRow(
  { cell, columns, values }: Clouds,
  y: number,
  amount: number,
  row: Int16Array,
): void {
  const down = Math.floor(y / cell);
  const share = y / cell - down;
  const at = (column: number): number => {
    const upper = values[down * columns + column] ?? 0;
    const lower = values[(down + 1) * columns + column] ?? 0;
    return (upper + (lower - upper) * share) * amount;
  };
  let column = 0;
  let next = cell;
  let value = at(0);
  let step = (at(1) - value) / cell;
  for (let x = 0; x < row.length; x++, value += step) {
    if (x >= next) {
      column++;
      next += cell;
      value = at(column) + ((at(column + 1) - at(column)) * (x - column * cell)) / cell;
      step = (at(column + 1) - at(column)) / cell;
    }
    row[x] = value;
  }
}
