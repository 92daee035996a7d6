/** The layout tree of a page: how its panels are nested, children in reading order. */

/**
 * - `rows`: stacked, parted by horizontal gutters; `columns`: side by side, parted by vertical gutters.
 * - `pages`: the two pages of a spread.
 * - `layers`: the first child is a panel and lies underneath, the second is drawn upon it (insets, panels on a
 *   full-bleed splash, a second box around the same panel).
 * - `interlocked`: no straight cut parts them (a pinwheel); the first child is read first.
 */
export type LayoutNode =
  | { readonly kind: "panel"; readonly id: string }
  | { readonly kind: LayoutGroup; readonly children: readonly LayoutNode[] };

export type LayoutGroup = "rows" | "columns" | "pages" | "layers" | "interlocked";

/** The ids of all panels below a node, in reading order. */
export function leavesOf(node: LayoutNode): readonly string[] {
  return node.kind === "panel" ? [node.id] : node.children.flatMap(leavesOf);
}

/** A group of nodes; rows of rows become one list of rows, and so do columns of columns. */
export function groupNodes(kind: LayoutGroup, nodes: readonly LayoutNode[]): LayoutNode {
  const children = nodes.flatMap((node) =>
    node.kind === kind && (kind === "rows" || kind === "columns") ? node.children : [node],
  );
  const [only] = children;
  return only !== undefined && children.length === 1 ? only : { kind, children };
}
