/** Optimal one-to-one matching: which prediction is paid for which target, when each may be used once. */
import { type Box, iou } from "./box.ts";

export interface Match {
  readonly row: number;
  readonly column: number;
  /** The pair's entry in the score matrix, above 0. */
  readonly score: number;
}

export interface BoxMatch {
  /** Index into the predicted boxes. */
  readonly predicted: number;
  /** Index into the target boxes. */
  readonly target: number;
  /** 0-1, above 0. */
  readonly iou: number;
}

/** Pair boxes one to one so that the sum of their IoU is largest; boxes that share no area stay alone. */
export function matchBoxes(predicted: readonly Box[], targets: readonly Box[]): BoxMatch[] {
  const scores = predicted.map((box) => targets.map((target) => iou(box, target)));
  return bestAssignment(scores).map(({ row, column, score }) => ({
    predicted: row,
    target: column,
    iou: score,
  }));
}

/**
 * Pair rows and columns one to one so that the sum of scores is largest. `scores` is `[rows, columns]` of finite
 * numbers; pairs that score 0 or less stay apart. The result is in order of rows; among equally good pairings the
 * choice is arbitrary but always the same. Throws `RangeError` for a ragged matrix or a number that is not finite.
 *
 * Shortest augmenting paths (R. Jonker and A. Volgenant, Computing 38, 1987) without their initialisation, for
 * rectangles as in D. F. Crouse, "On implementing 2D rectangular assignment algorithms", IEEE TAES 52(4), 2016:
 * O(short side squared times long side).
 */
export function bestAssignment(scores: readonly (readonly number[])[]): Match[] {
  const columns = checkedColumns(scores);
  const wide = scores.length <= columns;
  const oriented = wide ? scores : transpose(scores, columns);
  const owners = assignRows(oriented);
  return owners
    .map((owner, index) => (wide ? { row: owner, column: index } : { row: index, column: owner }))
    .map(({ row, column }) => ({ row, column, score: scores[row]?.[column] ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => a.row - b.row);
}

function checkedColumns(scores: readonly (readonly number[])[]): number {
  const columns = scores[0]?.length ?? 0;
  for (const [index, row] of scores.entries()) {
    if (row.length !== columns)
      throw new RangeError(`bestAssignment: expected ${columns} scores in row ${index}, got ${row.length}`);
    const odd = row.find((score) => !Number.isFinite(score));
    if (odd !== undefined)
      throw new RangeError(`bestAssignment: expected finite scores, got ${odd} in row ${index}`);
  }
  return columns;
}

function transpose(scores: readonly (readonly number[])[], columns: number): number[][] {
  return Array.from({ length: columns }, (_, column) => scores.map((row) => row[column] ?? 0));
}

/** No row: the mark of a free column, and of the path's start. */
const NONE = -1;

/** A partial assignment with the prices (dual variables) that prove it the cheapest one of its rows. */
interface Assignment {
  readonly scores: readonly (readonly number[])[];
  /** Row of every column, or `NONE`. */
  readonly owners: number[];
  readonly rowPrices: number[];
  readonly columnPrices: number[];
}

/** The row of every column, or `NONE`, where all rows get a column; no more rows than columns. */
function assignRows(scores: readonly (readonly number[])[]): number[] {
  const columns = scores[0]?.length ?? 0;
  const assignment: Assignment = {
    scores,
    owners: Array<number>(columns).fill(NONE),
    rowPrices: Array<number>(scores.length).fill(0),
    columnPrices: Array<number>(columns).fill(0),
  };
  for (const row of scores.keys()) addRow(assignment, row);
  return assignment.owners;
}

/** Shortest distances from a new row over alternating paths, settled up to the first free column. */
interface Search {
  readonly distances: number[];
  /** The column before each on its path, `NONE` at the start. */
  readonly previous: number[];
  readonly settled: Set<number>;
}

function addRow(assignment: Assignment, start: number): void {
  const { owners } = assignment;
  const search: Search = {
    distances: owners.map(() => Number.POSITIVE_INFINITY),
    previous: owners.map(() => NONE),
    settled: new Set(),
  };
  let column = NONE;
  let row = start;
  while (row !== NONE) {
    relax(assignment, search, row, column);
    column = nearestOpen(search);
    search.settled.add(column);
    row = owners[column] ?? NONE;
  }
  reprice(assignment, search, start, search.distances[column] ?? 0);
  for (let next = column; next !== NONE; next = search.previous[next] ?? NONE) {
    const before = search.previous[next] ?? NONE;
    owners[next] = before === NONE ? start : (owners[before] ?? NONE);
  }
}

/** Shorten the distances of open columns by paths through `row`, which was reached through `column`. */
function relax(assignment: Assignment, search: Search, row: number, column: number): void {
  const { scores, rowPrices, columnPrices } = assignment;
  const reached = column === NONE ? 0 : (search.distances[column] ?? 0);
  for (const [next, score] of (scores[row] ?? []).entries()) {
    if (search.settled.has(next)) continue;
    // A negative score pays nothing, like staying apart.
    const cost = -Math.max(0, score) - (rowPrices[row] ?? 0) - (columnPrices[next] ?? 0);
    if (reached + cost >= (search.distances[next] ?? 0)) continue;
    search.distances[next] = reached + cost;
    search.previous[next] = column;
  }
}

function nearestOpen({ distances, settled }: Search): number {
  let nearest = NONE;
  for (const [column, distance] of distances.entries()) {
    if (!settled.has(column) && (nearest === NONE || distance < (distances[nearest] ?? 0))) nearest = column;
  }
  return nearest;
}

/** Change prices so that every reduced cost is 0 on the matching and nowhere negative; before owners change. */
function reprice(assignment: Assignment, search: Search, start: number, length: number): void {
  const { owners, rowPrices, columnPrices } = assignment;
  rowPrices[start] = (rowPrices[start] ?? 0) + length;
  for (const column of search.settled) {
    const slack = length - (search.distances[column] ?? 0);
    const owner = owners[column] ?? NONE;
    columnPrices[column] = (columnPrices[column] ?? 0) - slack;
    if (owner !== NONE) rowPrices[owner] = (rowPrices[owner] ?? 0) + slack;
  }
}
