/** A layout as readers see it: pages of rows of panels. */
import type { Direction } from "../records/index.ts";
import { type LayoutNode, leavesOf } from "./layout.ts";
import type { PageSide } from "./panel-reference.ts";

export interface PageRows {
  readonly side: PageSide;
  /** All panels of the page, in the order of the layout. */
  readonly panels: readonly string[];
  /** Top to bottom; none where the page falls into no rows (panels on a splash, a pinwheel). */
  readonly rows: readonly PageRow[];
  /** True for a page of columns next to each other with no horizontal gutter across it. */
  readonly isAllColumns: boolean;
}

export interface PageRow {
  /** In reading order. */
  readonly panels: readonly string[];
  /** What stands side by side in it, in reading order. */
  readonly units: readonly LayoutNode[];
  /** True when its panels stand in one line; insets do not count. */
  readonly isLine: boolean;
  /**
   * Which rows it is, from 1: a row with panels stacked in it can also be taken for several rows, and then those below
   * have one number for readers who take it so and another for those who do not.
   */
  readonly numbers: readonly number[];
}

/** The pages of a layout: one, or the two of a spread in reading order. */
export function pagesOf(layout: LayoutNode, direction: Direction): readonly PageRows[] {
  if (layout.kind !== "pages") return [pageRows(layout, undefined)];
  const sides = direction === "ltr" ? (["left", "right"] as const) : (["right", "left"] as const);
  return layout.children.map((page, index) => pageRows(page, sides[index]));
}

function pageRows(page: LayoutNode, side: PageSide): PageRows {
  const nodes = rowNodes(page);
  const rows = nodes.map((node, index): PageRow => {
    const above = nodes.slice(0, index).reduce((sum, other) => sum + depthOf(other), 0);
    const asSeveral = Array.from({ length: depthOf(node) }, (_, line) => above + line + 1);
    return {
      panels: leavesOf(node),
      units: node.kind === "columns" ? node.children : [node],
      isLine: depthOf(node) === 1,
      numbers: [...new Set([index + 1, ...asSeveral])],
    };
  });
  const isAllColumns = page.kind === "columns" && depthOf(page) > 1;
  return { side, panels: leavesOf(page), rows, isAllColumns };
}

function rowNodes(page: LayoutNode): readonly LayoutNode[] {
  if (page.kind === "rows") return page.children;
  return page.kind === "layers" || page.kind === "interlocked" ? [] : [page];
}

/** How many panels lie on top of each other; interlocked ones are told as if stacked. */
function depthOf(node: LayoutNode): number {
  switch (node.kind) {
    case "panel":
    case "layers":
      return 1;
    case "columns":
    case "pages":
      return Math.max(...node.children.map(depthOf));
    case "rows":
    case "interlocked":
      return node.children.reduce((sum, child) => sum + depthOf(child), 0);
  }
}
