/**
 * The reading order of panels, from their regions alone: a total order and the layout tree that it comes from.
 *
 * Panels are cut apart (see `layout-by-cuts.ts`) after those drawn upon others were taken out (see `layers.ts`) and
 * the pages of a spread were parted (see `spread.ts`).
 */
import type { Size } from "../geometry/index.ts";
import type { Direction } from "../records/index.ts";
import { layersOf } from "./layers.ts";
import { groupNodes, type LayoutNode, leavesOf } from "./layout.ts";
import { layoutByCuts } from "./layout-by-cuts.ts";
import { inReadingDirection, type Region } from "./region.ts";
import { splitSpread } from "./spread.ts";

export interface ReadingOrder {
  /** Panel ids, first to last. */
  readonly order: readonly string[];
  /** The same panels as a tree; its leaves stand in the order that geometry suggests. */
  readonly layout: LayoutNode;
  readonly direction: Direction;
}

/**
 * Order the panels of a page of the given size (px). Every panel comes once, whatever the layout; the result depends
 * neither on the order of the input nor on scale, and is mirrored for right-to-left reading. Throws `RangeError` for an
 * id that comes twice.
 */
export function orderPanels(
  panels: readonly Region[],
  { direction, size }: { readonly direction: Direction; readonly size: Size },
): ReadingOrder {
  const twice = panels.find(({ id }, index) => panels.findIndex((other) => other.id === id) !== index);
  if (twice !== undefined)
    throw new RangeError(`orderPanels: expected panels with unique ids, got ${twice.id} twice`);
  const regions = panels.map((panel) => inReadingDirection(panel, direction, size.width));
  const layout = layoutOfPicture(regions, size);
  return { order: leavesOf(layout), layout, direction };
}

/** Two pages that hold no more than a row each are told as one row. */
function layoutOfPicture(regions: readonly Region[], size: Size): LayoutNode {
  const pages = splitSpread(regions, size)?.map(layoutOf);
  const isRow = ({ kind }: LayoutNode) => kind === "panel" || kind === "columns";
  return pages === undefined || pages.every(isRow) ? layoutOf(regions) : groupNodes("pages", pages);
}

function layoutOf(regions: readonly Region[]): LayoutNode {
  const { ground, upon } = layersOf(regions);
  return layoutByCuts(ground, ({ id }) => {
    const panel = { kind: "panel", id } as const;
    const upper = upon.get(id);
    return upper === undefined ? panel : groupNodes("layers", [panel, layoutOf(upper)]);
  });
}
