/**
 * What a position phrase names. A phrase is resolved as readers of all kinds would: with or without insets counted,
 * by gutters or by the annotated order, a stack taken for one row or for several. All panels that one of them would
 * point at are returned, so a phrase that names exactly one panel is safe to use.
 */

import { type LayoutNode, leavesOf } from "./layout.ts";
import { type PageRow, type PageRows, pagesOf } from "./page-rows.ts";
import { type PanelReference, parseReference, type RowName } from "./panel-reference.ts";
import type { ReadingOrder } from "./reading-order.ts";

/** Ids of all panels that a phrase may mean on a page, each once; none for a text that names no panel. */
export function resolvePhrase(
  phrase: string | { readonly text: string },
  reading: ReadingOrder,
): readonly string[] {
  const text = typeof phrase === "string" ? phrase : phrase.text;
  const reference = parseReference(text, reading.direction);
  if (reference === undefined) return [];
  return [...new Set(panelsMeant(reference, reading).filter((id) => id !== undefined))];
}

type Meant = readonly (string | undefined)[];
type Within<Scope extends PanelReference["within"]> = Extract<PanelReference, { within: Scope }>;

function panelsMeant(reference: PanelReference, reading: ReadingOrder): Meant {
  const { order, layout, direction } = reading;
  if (reference.within === "reading") return [order[reference.panel - 1]];
  const page = pagesOf(layout, direction).find(({ side }) => side === reference.side);
  if (page === undefined) return [];
  switch (reference.within) {
    case "page":
      return inPage(reference, page, order);
    case "row":
      return rowsNamed(reference.row, page).flatMap((row) => inRow(reference, row, order));
    case "column":
      return inColumn(reference, page);
    case "grid":
      return inGrid(reference, page, direction === "rtl");
  }
}

const inOrder = (panels: readonly string[], order: readonly string[]) =>
  order.filter((id) => panels.includes(id));

function inPage({ panel }: Within<"page">, { panels }: PageRows, order: readonly string[]): Meant {
  if (panel === "only") return panels.length === 1 ? panels : [];
  return [panels.at(-1), inOrder(panels, order).at(-1)];
}

function rowsNamed(name: RowName, { rows }: PageRows): readonly PageRow[] {
  if (name === "only") return rows.length === 1 ? rows : [];
  if (name === "last") return rows.slice(-1).filter(({ isLine }) => isLine);
  return rows.filter(({ numbers }) => numbers.includes(name));
}

function inRow({ panel }: Within<"row">, row: PageRow, order: readonly string[]): Meant {
  const { panels, units, isLine } = row;
  if (panel === "only") return panels.length === 1 ? panels : [];
  // Where panels are stacked in a row, readers count along it in different ways.
  if (!isLine) return panels;
  const withoutInsets = units.flatMap((unit) => leavesOf(unit).slice(0, 1));
  const place = panel === "last" ? -1 : panel - 1;
  return [panels, inOrder(panels, order), withoutInsets].map((counted) => counted.at(place));
}

function inColumn({ panel, column, row }: Within<"column">, page: PageRows): Meant {
  if ((row === undefined) !== page.isAllColumns) return [];
  const rows = row === undefined ? page.rows : rowsNamed(row, page);
  return rows.flatMap(({ units }) => {
    const stack = stackOf(units[column - 1]);
    return stack === undefined ? [] : [inStack(stack, panel)];
  });
}

/** The panels of a column, top to bottom; undefined where it holds more than plain panels. */
function stackOf(column: LayoutNode | undefined): readonly string[] | undefined {
  if (column?.kind === "panel") return [column.id];
  const isStack = column?.kind === "rows" && column.children.every(({ kind }) => kind === "panel");
  return isStack ? leavesOf(column) : undefined;
}

function inStack(stack: readonly string[], panel: Within<"column">["panel"]): string | undefined {
  if (panel === "only") return stack.length === 1 ? stack[0] : undefined;
  if (stack.length < 2) return undefined;
  if (typeof panel === "number") return stack[panel - 1];
  if (panel === "middle") return stack.length === 3 ? stack[1] : undefined;
  return panel === "upper" ? stack[0] : stack.at(-1);
}

function inGrid({ row, column }: Within<"grid">, { rows }: PageRows, isMirrored: boolean): Meant {
  const isGrid = isTwoOrThree(rows) && rows.every(({ isLine, panels }) => isLine && isTwoOrThree(panels));
  if (!isGrid) return [];
  const line = picked(rows, ["top", "middle", "bottom"].indexOf(row));
  if (line === undefined || line.units.length !== line.panels.length) return [];
  const fromLeft = isMirrored ? line.panels.toReversed() : line.panels;
  return [picked(fromLeft, ["left", "middle", "right"].indexOf(column))];
}

const isTwoOrThree = ({ length }: readonly unknown[]) => length === 2 || length === 3;

/** The first (0), middle (1) or last (2) of two or three; two have no middle. */
function picked<T>(items: readonly T[], place: number): T | undefined {
  if (place === 2) return items.at(-1);
  return place === 1 && items.length !== 3 ? undefined : items[place];
}
