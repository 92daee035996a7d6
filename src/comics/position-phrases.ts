/**
 * Panels in words: "the second panel in the third row". Only phrases that name exactly one panel are given, whichever
 * way a reader takes them (see `resolve-phrase.ts`).
 */
import type { PhraseKind } from "../records/index.ts";
import type { LayoutNode } from "./layout.ts";
import { type PageRow, type PageRows, pagesOf } from "./page-rows.ts";
import { type PanelReference, type RowName, wordingOf } from "./panel-reference.ts";
import type { ReadingOrder } from "./reading-order.ts";
import { resolvePhrase } from "./resolve-phrase.ts";

export interface PositionPhrase {
  readonly kind: PhraseKind;
  /** A noun phrase that fits after "in": "the last panel on the page". */
  readonly text: string;
}

/**
 * The phrases of every panel by its id, at least the one by index in the reading order. No two panels share a phrase.
 * `order` may be an annotated one that differs from the layout's.
 */
export function positionPhrases(reading: ReadingOrder): ReadonlyMap<string, readonly PositionPhrase[]> {
  const { order, layout, direction } = reading;
  const references: readonly PanelReference[] = [
    ...pagesOf(layout, direction).flatMap(pageReferences),
    ...order.map((_, index) => ({ within: "reading", panel: index + 1 }) as const),
  ];
  const phrases = new Map(order.map((id): [string, PositionPhrase[]] => [id, []]));
  for (const reference of references) {
    const phrase = { kind: kindOf(reference), text: wordingOf(reference, direction) };
    const [only, ...others] = resolvePhrase(phrase, reading);
    if (only !== undefined && others.length === 0) phrases.get(only)?.push(phrase);
  }
  return phrases;
}

function kindOf({ within, panel }: PanelReference & { readonly panel?: unknown }): PhraseKind {
  if (within === "reading") return "index";
  if (within === "grid") return "grid";
  if (panel === "only" || panel === "last") return panel;
  return within === "column" ? "nested" : "ordinal";
}

/** Everything that could be said about the panels of a page; the resolver keeps what is unambiguous. */
function pageReferences(page: PageRows): readonly PanelReference[] {
  const { side, panels, rows } = page;
  return [
    { within: "page", panel: panels.length === 1 ? "only" : "last", side },
    ...(panels.length === 1 ? [] : rows.flatMap((row, index) => rowReferences(page, row, index))),
    ...gridReferences(page),
  ];
}

function rowReferences(page: PageRows, row: PageRow, index: number): readonly PanelReference[] {
  const { side } = page;
  const name = rowName(page, row, index);
  if (!row.isLine) {
    const inRow = page.isAllColumns ? undefined : name;
    return row.units.flatMap((unit, place) =>
      columnReferences(unit, { column: place + 1, row: inRow, side }),
    );
  }
  if (row.panels.length === 1) return [{ within: "row", panel: "only", row: name, side }];
  const counts = row.panels.map((_, place) => place + 1);
  return ([...counts, "last"] as const).map((panel) => ({ within: "row", panel, row: name, side }));
}

/** By its number where that is the same for all readers, else as the last one. */
function rowName({ rows }: PageRows, row: PageRow, index: number): RowName {
  if (rows.length === 1) return "only";
  const isCertain = rows.every((other) => other === row || !other.numbers.includes(index + 1));
  return !isCertain && index === rows.length - 1 ? "last" : index + 1;
}

const STACK_WORDS: readonly (readonly ("upper" | "middle" | "lower")[])[] = [
  [],
  [],
  ["upper", "lower"],
  ["upper", "middle", "lower"],
];

type ColumnPlace = Pick<Extract<PanelReference, { within: "column" }>, "column" | "row" | "side">;

function columnReferences(column: LayoutNode, place: ColumnPlace): readonly PanelReference[] {
  const height = column.kind === "panel" ? 1 : column.children.length;
  const names = height === 1 ? (["only"] as const) : STACK_WORDS[height];
  const panels = names ?? Array.from({ length: height }, (_, line) => line + 1);
  return panels.map((panel) => ({ within: "column", panel, ...place }));
}

function gridReferences({ side }: PageRows): readonly PanelReference[] {
  return (["top", "middle", "bottom"] as const).flatMap((row) =>
    (["left", "middle", "right"] as const).map((column) => ({ within: "grid", row, column, side }) as const),
  );
}
