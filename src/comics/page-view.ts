/** Lookups over a page: panels in reading order with all that is drawn in them. */
import type { Box } from "../geometry/index.ts";
import type { Balloon, Character, Face, Page, PageObject, Panel, Text } from "../records/index.ts";
import { assignToPanel } from "./assign-to-panel.ts";
import { orderBalloons } from "./balloon-order.ts";
import { type PositionPhrase, positionPhrases } from "./position-phrases.ts";
import { orderPanels } from "./reading-order.ts";

export interface PanelView {
  readonly panel: Panel;
  /** Place in the reading order, from 1. */
  readonly index: number;
  readonly characters: readonly Character[];
  /** In reading order: the annotated one where every balloon of the panel has one, else computed. */
  readonly balloons: readonly Balloon[];
  readonly texts: readonly Text[];
  readonly objects: readonly PageObject[];
  readonly faces: readonly Face[];
  /** Ways to name the panel, at least one. */
  readonly phrases: readonly PositionPhrase[];
}

/** Anything that is drawn on a page, with its panel's id where that is annotated. */
export interface PageItem {
  readonly panel?: string | undefined;
  readonly box: Box;
}

export interface PageView {
  readonly page: Page;
  /** In reading order. */
  readonly panels: readonly PanelView[];
  readonly orderSource: "annotated" | "computed";
  /** The panel of an id; `RangeError` where the page has none. */
  panel(id: string): PanelView;
  /** The panel an item is drawn in: the annotated one, else the one that holds most of it; undefined between panels. */
  panelOf(item: PageItem): PanelView | undefined;
  /** Named characters by name, in reading order of their panels; those outside panels come last. */
  readonly appearances: ReadonlyMap<string, readonly Character[]>;
  /** The character of an id; `RangeError` where the page has none. */
  character(id: string): Character;
}

export interface ViewOptions {
  /** Leave annotated orders of panels and balloons aside and compute them. */
  readonly withholdOrder?: boolean;
}

/** View a page whose links hold (see `checkPage`). */
export function viewPage(page: Page, { withholdOrder = false }: ViewOptions = {}): PageView {
  const { direction, image, characters } = page;
  const annotated = withholdOrder ? undefined : annotatedOrder(page.panels);
  const computed = orderPanels(page.panels, { direction, size: image });
  const reading = annotated === undefined ? computed : { ...computed, order: annotated };
  const phrases = positionPhrases(reading);
  const panelIdOf = ({ panel, box }: PageItem) => panel ?? assignToPanel(box, page.panels)?.id;
  const byPanel = membersByPanel(page, panelIdOf);
  const panels = ordered(page.panels, reading.order).map((panel, index): PanelView => {
    const members = byPanel(panel.id);
    const balloons = annotatedBalloons(members.balloons, withholdOrder);
    return {
      panel,
      index: index + 1,
      ...members,
      balloons: balloons ?? orderBalloons(members.balloons, direction),
      phrases: phrases.get(panel.id) ?? [],
    };
  });
  const views = new Map(panels.map((view) => [view.panel.id, view]));
  const figures = new Map(characters.map((character) => [character.id, character]));
  return {
    page,
    panels,
    orderSource: annotated === undefined ? "computed" : "annotated",
    panel: (id) => found(views, id, "panel", page),
    panelOf: (item) => views.get(panelIdOf(item) ?? ""),
    appearances: appearancesOf(page, panels),
    character: (id) => found(figures, id, "character", page),
  };
}

function found<T>(items: ReadonlyMap<string, T>, id: string, kind: string, page: Page): T {
  const item = items.get(id);
  if (item === undefined)
    throw new RangeError(`viewPage: expected the id of a ${kind} of page ${page.id}, got ${id}`);
  return item;
}

/** Ids in annotated order; undefined unless the orders are 1 to n, each once. */
function annotatedOrder(panels: readonly Panel[]): readonly string[] | undefined {
  const ids = panels.map((_, index) => panels.find(({ order }) => order === index + 1)?.id);
  const known = ids.filter((id) => id !== undefined);
  return known.length > 0 && known.length === panels.length ? known : undefined;
}

function ordered(panels: readonly Panel[], order: readonly string[]): readonly Panel[] {
  return order.flatMap((id) => panels.filter((panel) => panel.id === id));
}

/** Balloons in annotated order; undefined where one has none or two have the same. */
function annotatedBalloons(
  balloons: readonly Balloon[],
  withholdOrder: boolean,
): readonly Balloon[] | undefined {
  const orders = balloons.flatMap(({ order }) => (order === undefined ? [] : [order]));
  if (withholdOrder || new Set(orders).size !== balloons.length) return undefined;
  return balloons.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
}

type Members = Pick<PanelView, "characters" | "balloons" | "texts" | "objects" | "faces">;

/** What is drawn in each panel, in the order of the record. */
function membersByPanel(
  page: Page,
  panelIdOf: (item: PageItem) => string | undefined,
): (panelId: string) => Members {
  const byPanel = <T extends PageItem>(items: readonly T[]) => Map.groupBy(items, panelIdOf);
  const characters = byPanel(page.characters);
  const balloons = byPanel(page.balloons);
  const texts = byPanel(page.texts);
  const objects = byPanel(page.objects);
  const faces = byPanel(page.faces);
  return (id) => ({
    characters: characters.get(id) ?? [],
    balloons: balloons.get(id) ?? [],
    texts: texts.get(id) ?? [],
    objects: objects.get(id) ?? [],
    faces: faces.get(id) ?? [],
  });
}

function appearancesOf(page: Page, panels: readonly PanelView[]): ReadonlyMap<string, readonly Character[]> {
  const inPanels = panels.flatMap(({ characters }) => characters);
  const outside = page.characters.filter((character) => !inPanels.includes(character));
  const appearances = new Map<string, Character[]>();
  for (const character of [...inPanels, ...outside]) {
    if (character.name === undefined) continue;
    appearances.set(character.name, [...(appearances.get(character.name) ?? []), character]);
  }
  return appearances;
}
