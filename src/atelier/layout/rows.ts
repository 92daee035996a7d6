/** Which panels a page has: strips of columns, before any pixel is decided. */
import type { Random } from "../../random.ts";

export interface ColumnPlan {
  /** 1, or 2 for a pair of panels one above the other. */
  readonly cells: 1 | 2;
  /** Share of the strip's width against the other columns. */
  readonly weight: number;
  /** A small panel laid over the lower right corner; only where `cells` is 1. */
  readonly inset: boolean;
}

export interface RowPlan {
  readonly columns: readonly ColumnPlan[];
  /** Share of the page's height against the other strips. */
  readonly weight: number;
}

/** How many panels a page may have. */
export interface PanelRange {
  /** At least 4. */
  readonly least: number;
  /** At most 20. */
  readonly most: number;
}

export const PANEL_RANGE: PanelRange = { least: 4, most: 20 };

/** Number of strips, by how often. */
const STRIPS = [3, 4, 4, 4, 5, 5, 5] as const;

/** Panels in a strip, by how often: 3.2 in the mean. */
const PANELS_IN_STRIP = [1, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5] as const;

/**
 * Ways to cut a strip of so many panels into columns. 2 is a stacked pair, `"inset"` a panel that hosts another. Two
 * stacked pairs are never neighbours: such a grid can be read by rows as well as by columns.
 */
const CUTS: Readonly<Record<number, readonly (readonly (1 | 2 | "inset")[])[]>> = {
  1: [[1]],
  2: [[1, 1], [1, 1], [1, 1], ["inset"]],
  3: [
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
    [1, 2],
    [2, 1],
    ["inset", 1],
  ],
  4: [
    [1, 1, 1, 1],
    [1, 1, 1, 1],
    [1, 1, 2],
    [2, 1, 1],
    [1, 2, 1],
  ],
  5: [
    [1, 1, 1, 2],
    [2, 1, 1, 1],
    [2, 1, 2],
    [1, 2, 1, 1],
  ],
};

/**
 * The strips of one page: 3 to 5 with 4 to 20 panels together, 13 in the mean where nothing else is asked for.
 *
 * @throws RangeError for a range outside 4-20, or turned round
 */
export function planRows(random: Random, range: PanelRange = PANEL_RANGE): readonly RowPlan[] {
  const { least, most } = range;
  const whole = Number.isInteger(least) && Number.isInteger(most);
  if (!whole || least < PANEL_RANGE.least || most > PANEL_RANGE.most || least > most) {
    throw new RangeError(`planRows: expected a range of panels within 4-20, got ${least}-${most}`);
  }
  for (let attempt = 0; ; attempt++) {
    const strips = random.fork(`strips ${attempt}`);
    const rows = Array.from({ length: strips.pick(STRIPS) }, () =>
      planRow(strips, strips.pick(PANELS_IN_STRIP)),
    );
    if (isFit(rows, range)) return rows;
  }
}

/** Three strips are so high that a fourth column would be a slit; five so low that only one can be stacked. */
function isFit(rows: readonly RowPlan[], { least, most }: PanelRange): boolean {
  const cells = rows.flatMap(({ columns }) => columns);
  const total = cells.reduce((sum, { cells: panels, inset }) => sum + panels + (inset ? 1 : 0), 0);
  const slits = rows.length === 3 && rows.some(({ columns }) => columns.length > 3);
  const slots = rows.length === 5 && rows.filter(isStacked).length > 1;
  return total >= least && total <= most && !slits && !slots;
}

const isStacked = ({ columns }: Pick<RowPlan, "columns">): boolean =>
  columns.some(({ cells }) => cells === 2);

function planRow(random: Random, panels: number): RowPlan {
  const cut = random.pick(CUTS[panels] ?? [[1]]);
  const columns = cut.map((cell) => planColumn(random, cell));
  const tall = isStacked({ columns }) ? 1.55 : panels === 1 ? 1.15 : 1;
  return { columns, weight: random.range(0.88, 1.12) * tall };
}

function planColumn(random: Random, cell: 1 | 2 | "inset"): ColumnPlan {
  const inset = cell === "inset";
  const weight = random.range(0.82, 1.25) * (inset ? 1.6 : 1);
  return { cells: inset ? 1 : cell, weight, inset };
}
