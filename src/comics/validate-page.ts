/** What the schema of a page cannot see: ids, links, places and orders that contradict each other. */
import { describe, InputError, type Place } from "../errors.ts";
import { isInside, overlapArea, type Point, type Size } from "../geometry/index.ts";
import { checkInput } from "../json.ts";
import { type Page, PageSchema } from "../records/index.ts";

export interface PageFault {
  /** Where in the page: `characters[3].panel`. */
  readonly path: string;
  readonly expected: string;
  /** What was found instead, quoted. */
  readonly found: string;
}

const KINDS = ["panels", "characters", "faces", "balloons", "texts", "objects"] as const;
type Kind = (typeof KINDS)[number];

/** All faults of a page; none for a sound one. */
export function pageFaults(page: Page): readonly PageFault[] {
  return [
    ...idFaults(page),
    ...KINDS.flatMap((kind) =>
      page[kind].flatMap((item, index) => placeFaults(item, kind, index, page.image)),
    ),
    ...linkFaults(page),
    ...panelOrderFaults(page),
    ...balloonOrderFaults(page),
    ...overlapFaults(page),
  ];
}

/** Throws `InputError` for the first fault of a page; it names the page's id and the path below it. */
export function checkPage(page: Page, { file, at = "" }: Place): void {
  const [fault] = pageFaults(page);
  if (fault === undefined) return;
  const { path, expected, found } = fault;
  const place = [at === page.id ? "" : at, page.id, path].filter((part) => part !== "");
  throw new InputError({ file, at: place.join(": "), expected, found });
}

/** Check a value of unknown origin: schema first, then what {@link pageFaults} sees. Throws `InputError`. */
export function parsePage(value: unknown, file: string, at?: string): Page {
  const page = checkInput(PageSchema, value, file, at);
  checkPage(page, { file, at });
  return page;
}

function idFaults(page: Page): PageFault[] {
  const seen = new Map<string, string>();
  return KINDS.flatMap((kind) =>
    page[kind].flatMap(({ id }, index): PageFault[] => {
      const path = `${kind}[${index}].id`;
      const first = seen.get(id);
      seen.set(id, first ?? path);
      if (first === undefined) return [];
      return [
        { path, expected: "an id that is unique on its page", found: `${describe(id)} as in ${first}` },
      ];
    }),
  );
}

type Placed = Page[Kind][number];

function placeFaults({ box, polygon }: Placed, kind: Kind, index: number, size: Size): PageFault[] {
  const expected = `a place inside the picture of ${size.width} x ${size.height} px`;
  const path = `${kind}[${index}]`;
  const outside = (polygon ?? []).flatMap((point, corner) =>
    isWithin(point, size) ? [] : [{ path: `${path}.polygon[${corner}]`, expected, found: describe(point) }],
  );
  return isInside(box, size)
    ? outside
    : [{ path: `${path}.box`, expected, found: describe(box) }, ...outside];
}

const isWithin = ([x, y]: Point, { width, height }: Size): boolean =>
  x >= 0 && y >= 0 && x <= width && y <= height;

/** The links of every kind: field, and the kind of thing that its id stands for. */
const LINKS = {
  panels: {},
  characters: { panel: "panels" },
  faces: { panel: "panels", character: "characters" },
  balloons: { panel: "panels", speaker: "characters" },
  texts: { panel: "panels", balloon: "balloons" },
  objects: { panel: "panels", holder: "characters" },
} as const satisfies Readonly<Record<Kind, Readonly<Record<string, Kind>>>>;

const NOUN: Readonly<Record<Kind, string>> = {
  panels: "a panel",
  characters: "a character",
  faces: "a face",
  balloons: "a balloon",
  texts: "a text",
  objects: "an object",
};

function linkFaults(page: Page): PageFault[] {
  const ids = new Map(KINDS.map((kind) => [kind, new Set(page[kind].map(({ id }) => id))]));
  return KINDS.flatMap((kind) =>
    page[kind].flatMap((item, index) =>
      Object.entries(LINKS[kind]).flatMap(([field, target]: [string, Kind]): PageFault[] => {
        const link: unknown = Reflect.get(item, field);
        if (typeof link !== "string" || ids.get(target)?.has(link)) return [];
        const actual = KINDS.find((other) => ids.get(other)?.has(link));
        const found = actual === undefined ? describe(link) : `${describe(link)}, ${NOUN[actual]}`;
        return [{ path: `${kind}[${index}].${field}`, expected: `the id of ${NOUN[target]}`, found }];
      }),
    ),
  );
}

/** Either no panel has an order, or the orders are 1 to n, each once. */
function panelOrderFaults({ panels }: Page): PageFault[] {
  if (panels.every(({ order }) => order === undefined)) return [];
  const expected = `orders 1 to ${panels.length}, each once, or none at all`;
  return panels.flatMap(({ order }, index) => {
    const isFirst = panels.findIndex((other) => other.order === order) === index;
    const isSound = order !== undefined && order <= panels.length && isFirst;
    return isSound ? [] : [{ path: `panels[${index}].order`, expected, found: describe(order) }];
  });
}

function balloonOrderFaults({ balloons }: Page): PageFault[] {
  return balloons.flatMap(({ panel, order }, index) => {
    if (panel === undefined || order === undefined) return [];
    const first = balloons.findIndex((other) => other.panel === panel && other.order === order);
    if (first === index) return [];
    const found = `${order} as in balloons[${first}]`;
    return [{ path: `balloons[${index}].order`, expected: "an order that is unique in its panel", found }];
  });
}

function overlapFaults({ panels, characters }: Page): PageFault[] {
  const boxes = new Map(panels.map(({ id, box }) => [id, box]));
  return characters.flatMap(({ panel, box }, index) => {
    const frame = panel === undefined ? undefined : boxes.get(panel);
    if (frame === undefined || overlapArea(box, frame) > 0) return [];
    const expected = `a box that overlaps its panel ${describe(frame)}`;
    return [{ path: `characters[${index}].box`, expected, found: describe(box) }];
  });
}
