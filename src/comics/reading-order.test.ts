import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { translate } from "../geometry/index.ts";
import { seeded } from "../random.ts";
import {
  guillotinePage,
  heapOfPanels,
  mirrorPanels,
  PAGE_SIZE,
  panelsOf,
  sketch,
} from "./fixtures/layouts.ts";
import { orderPanels } from "./reading-order.ts";
import type { Region } from "./region.ts";

const read = (panels: readonly Region[], size = PAGE_SIZE) => orderPanels(panels, { direction: "ltr", size });
const layoutOf = (...page: Parameters<typeof read>) => sketch(read(...page).layout);

describe("layouts", () => {
  test("none", () => {
    expect(read([])).toEqual({ order: [], layout: { kind: "rows", children: [] }, direction: "ltr" });
  });

  test("one panel", () => {
    expect(layoutOf(panelsOf({ a: [0, 0, 1000, 1400] }))).toBe("a");
  });

  test("rows of columns", () => {
    const page = panelsOf({
      d: [510, 700, 1000, 1400],
      b: [510, 0, 1000, 690],
      c: [0, 700, 500, 1400],
      a: [0, 0, 500, 690],
    });
    expect(layoutOf(page)).toBe("rows(columns(a, b), columns(c, d))");
  });

  test("right to left: the same, mirrored", () => {
    const page = panelsOf({ b: [0, 0, 490, 600], a: [500, 0, 1000, 600], c: [0, 610, 1000, 1400] });
    const { order, layout } = orderPanels(page, { direction: "rtl", size: PAGE_SIZE });
    expect(order).toEqual(["a", "b", "c"]);
    expect(sketch(layout)).toBe("rows(columns(a, b), c)");
  });

  test("a tall panel beside two stacked ones comes first", () => {
    const page = panelsOf({
      tall: [0, 0, 490, 1000],
      upper: [500, 0, 1000, 490],
      lower: [500, 500, 1000, 1000],
    });
    expect(layoutOf(page)).toBe("columns(tall, rows(upper, lower))");
  });

  test("a short panel beside the top of a tall one makes no row, though the cut would slice little off it", () => {
    const page = panelsOf({
      tall: [0, 0, 490, 1000],
      upper: [500, 0, 1000, 190],
      lower: [500, 200, 1000, 1000],
    });
    expect(layoutOf(page)).toBe("columns(tall, rows(upper, lower))");
  });

  test("two stacked panels beside a tall one on the right come first", () => {
    const page = panelsOf({
      tall: [500, 0, 1000, 1000],
      upper: [0, 0, 490, 490],
      lower: [0, 500, 490, 1000],
    });
    expect(layoutOf(page)).toBe("columns(rows(upper, lower), tall)");
  });

  test.each([4, 12, 40])("a grid beside a tall panel is read row by row, gutter of %i px", (gutter) => {
    const right = 650 + gutter;
    const page = panelsOf({
      tall: [0, 0, 300, 1000],
      a: [312, 0, 650, 490],
      b: [right, 0, 1000, 490],
      c: [312, 500, 650, 1000],
      d: [right, 500, 1000, 1000],
    });
    expect(layoutOf(page)).toBe("columns(tall, rows(columns(a, b), columns(c, d)))");
  });

  test("a tall panel beside a stack, between full rows", () => {
    const page = panelsOf({
      top: [0, 0, 1000, 300],
      tall: [0, 310, 490, 1000],
      upper: [500, 310, 1000, 650],
      lower: [500, 660, 1000, 1000],
      bottom: [0, 1010, 1000, 1400],
    });
    expect(layoutOf(page)).toBe("rows(top, columns(tall, rows(upper, lower)), bottom)");
  });

  test("a third panel decides whether two belong to one row", () => {
    const pair = { a: [0, 0, 300, 700], b: [310, 0, 600, 350], c: [310, 360, 600, 700] } as const;
    expect(layoutOf(panelsOf(pair))).toBe("columns(a, rows(b, c))");
    const wide = panelsOf({ ...pair, a: [0, 0, 300, 350], d: [0, 360, 300, 700] });
    expect(layoutOf(wide)).toBe("rows(columns(a, b), columns(d, c))");
  });
});

describe("pinwheels", () => {
  test("turning clockwise: the middle comes before the right arm", () => {
    const page = panelsOf({
      top: [0, 0, 660, 330],
      right: [670, 0, 1000, 660],
      bottom: [340, 670, 1000, 1000],
      left: [0, 340, 330, 1000],
      middle: [340, 340, 660, 660],
    });
    expect(read(page).order).toEqual(["top", "left", "middle", "right", "bottom"]);
    expect(layoutOf(page)).toBe("interlocked(top, columns(left, rows(columns(middle, right), bottom)))");
  });

  test("turning the other way: the left arm first, the foot last", () => {
    const page = panelsOf({
      left: [0, 0, 330, 660],
      top: [340, 0, 1000, 330],
      right: [670, 340, 1000, 1000],
      bottom: [0, 670, 660, 1000],
      middle: [340, 340, 660, 660],
    });
    expect(read(page).order).toEqual(["left", "top", "middle", "bottom", "right"]);
  });
});

describe("panels upon panels", () => {
  test("an inset follows its host and nothing else of the row", () => {
    const page = panelsOf({
      host: [0, 0, 690, 690],
      next: [700, 0, 1000, 690],
      below: [0, 700, 1000, 1400],
      inset: [480, 480, 680, 680],
    });
    expect(layoutOf(page)).toBe("rows(columns(layers(host, inset), next), below)");
  });

  test("an inset that breaks the frame of its host", () => {
    const page = panelsOf({
      host: [0, 0, 1000, 690],
      below: [0, 700, 1000, 1400],
      inset: [700, 480, 900, 720],
    });
    expect(layoutOf(page)).toBe("rows(layers(host, inset), below)");
  });

  test("several insets are ordered among themselves, and an inset may have its own", () => {
    const page = panelsOf({
      second: [600, 100, 900, 400],
      host: [0, 0, 1000, 1400],
      third: [100, 500, 800, 900],
      "in third": [110, 510, 300, 700],
      first: [100, 100, 400, 400],
    });
    expect(layoutOf(page)).toBe("layers(host, rows(columns(first, second), layers(third, in third)))");
  });

  test("a full-bleed splash comes before the panels on it, though they reach past its edge", () => {
    const page = panelsOf({
      a: [-40, 800, 480, 1080],
      splash: [0, 0, 1000, 1400],
      b: [500, 800, 1060, 1080],
      c: [500, 1100, 1000, 1450],
    });
    expect(layoutOf(page)).toBe("layers(splash, rows(columns(a, b), c))");
  });

  test("a large panel that covers nothing is no splash", () => {
    const page = panelsOf({
      strip: [0, 0, 1000, 100],
      large: [0, 110, 1000, 1300],
      inset: [20, 130, 200, 300],
    });
    expect(layoutOf(page)).toBe("rows(strip, layers(large, inset))");
  });

  test("a panel in the notch of an L-shaped one is no inset", () => {
    const wide = { id: "wide", box: [0, 0, 1000, 900] } as const;
    const notch = { id: "notch", box: [510, 410, 1000, 900] } as const;
    const polygon = [
      [0, 0],
      [1000, 0],
      [1000, 400],
      [500, 400],
      [500, 900],
      [0, 900],
    ] as const;
    expect(layoutOf([notch, { ...wide, polygon }])).toBe("rows(wide, notch)");
    expect(layoutOf([notch, wide])).toBe("layers(wide, notch)");
  });

  test("two boxes around one panel get adjacent places", () => {
    const page = panelsOf({
      next: [510, 0, 1000, 690],
      copy: [4, 3, 498, 688],
      below: [0, 700, 1000, 1400],
      panel: [0, 0, 500, 690],
    });
    expect(read(page).order).toEqual(["panel", "copy", "next", "below"]);
  });

  test("equal boxes are ordered by id", () => {
    const page = panelsOf({ b: [0, 0, 500, 690], a: [0, 0, 500, 690] });
    expect(read(page).order).toEqual(["a", "b"]);
  });
});

describe("panels that do not keep their distance", () => {
  test.each([0.1, 0.25, 0.4, 0.6, 0.75])("neighbours that overlap by %d of their width", (share) => {
    const shift = 500 * (1 - share);
    const page = panelsOf({
      right: [shift, 0, shift + 500, 600],
      left: [0, 0, 500, 600],
      below: [0, 610, 900, 900],
    });
    expect(read(page).order).toEqual(["left", "right", "below"]);
  });

  test.each([0.1, 0.25, 0.4, 0.6, 0.75])("panels stacked with %d of their height in common", (share) => {
    const shift = 500 * (1 - share);
    const page = panelsOf({ lower: [0, shift, 900, shift + 500], upper: [0, 0, 900, 500] });
    expect(read(page).order).toEqual(["upper", "lower"]);
  });

  test("overlap by more than half has no straight gutter in the layout", () => {
    const page = panelsOf({ right: [200, 0, 700, 600], left: [0, 0, 500, 600] });
    expect(layoutOf(page)).toBe("interlocked(left, right)");
  });

  test("a round panel that touches a rectangle and bulges into the next row", () => {
    const round = Array.from({ length: 24 }, (_, step) => {
      const angle = (step / 24) * 2 * Math.PI;
      return [700 + 230 * Math.cos(angle), 560 + 230 * Math.sin(angle)] as const;
    });
    const page: Region[] = [
      ...panelsOf({ a: [0, 0, 1000, 340], b: [0, 350, 480, 770], d: [0, 780, 1000, 1400] }),
      { id: "c", box: [470, 330, 930, 790], polygon: round },
    ];
    expect(layoutOf(page)).toBe("rows(a, columns(b, c), d)");
  });

  test("slanted gutters: outlines are apart though boxes overlap by more than half", () => {
    const a = { id: "a", box: [0, 0, 600, 300] } as const;
    const b = { id: "b", box: [210, 0, 1000, 300] } as const;
    const outlined: Region[] = [
      {
        ...b,
        polygon: [
          [610, 0],
          [1000, 0],
          [1000, 300],
          [210, 300],
        ],
      },
      {
        ...a,
        polygon: [
          [0, 0],
          [600, 0],
          [200, 300],
          [0, 300],
        ],
      },
    ];
    expect(layoutOf(outlined)).toBe("columns(a, b)");
    expect(layoutOf([b, a])).toBe("interlocked(a, b)");
  });

  test("a slanted gutter between rows", () => {
    const outlined: Region[] = [
      {
        id: "lower",
        box: [0, 310, 1000, 900],
        polygon: [
          [0, 710],
          [1000, 310],
          [1000, 900],
          [0, 900],
        ],
      },
      {
        id: "upper",
        box: [0, 0, 1000, 700],
        polygon: [
          [0, 0],
          [1000, 0],
          [1000, 300],
          [0, 700],
        ],
      },
    ];
    expect(layoutOf(outlined)).toBe("rows(upper, lower)");
  });

  test("a borderless panel whose region reaches into the one above", () => {
    const page = panelsOf({ a: [41, 43, 952, 386], b: [41, 413, 952, 988], open: [41, 955, 952, 1361] });
    expect(layoutOf(page)).toBe("rows(a, b, open)");
  });

  test("gutterless strips", () => {
    const page = panelsOf({
      d: [500, 400, 1000, 800],
      a: [0, 0, 300, 400],
      c: [0, 400, 500, 800],
      b: [300, 0, 1000, 400],
    });
    expect(layoutOf(page)).toBe("rows(columns(a, b), columns(c, d))");
  });

  test("skewed rows", () => {
    const page = panelsOf({
      a: [0, 0, 320, 410],
      b: [330, 22, 660, 432],
      c: [670, 41, 1000, 455],
      d: [0, 418, 490, 830],
      e: [500, 446, 1000, 860],
    });
    expect(layoutOf(page)).toBe("rows(columns(a, b, c), columns(d, e))");
  });

  test("staggered rows that no straight line parts are still read along the row", () => {
    const page = panelsOf({
      a: [39, 210, 358, 417],
      b: [375, 205, 604, 344],
      c: [35, 413, 289, 584],
      d: [286, 352, 597, 613],
    });
    expect(layoutOf(page)).toBe("rows(columns(a, b), columns(c, d))");
  });

  test("a title cartouche between panels only leaves a wide gap", () => {
    const page = panelsOf({
      a: [0, 0, 490, 400],
      b: [700, 0, 1000, 400],
      c: [0, 600, 400, 1000],
      d: [410, 600, 1000, 1000],
    });
    expect(layoutOf(page)).toBe("rows(columns(a, b), columns(c, d))");
  });
});

describe("spreads", () => {
  const spread = { width: 2000, height: 1400 };
  const twoPages = {
    a: [60, 60, 460, 690],
    b: [480, 60, 940, 690],
    c: [60, 710, 940, 1340],
    d: [1060, 60, 1940, 690],
    e: [1060, 710, 1940, 1340],
  } as const;

  test("the left page is read before the right one, though rows run across", () => {
    expect(layoutOf(panelsOf(twoPages), spread)).toBe("pages(rows(columns(a, b), c), rows(d, e))");
  });

  test("right to left: the right page first", () => {
    const { layout } = orderPanels(mirrorPanels(panelsOf(twoPages), 2000), {
      direction: "rtl",
      size: spread,
    });
    expect(sketch(layout)).toBe("pages(rows(columns(a, b), c), rows(d, e))");
  });

  test("a scan that is cut a little beside the fold", () => {
    const page = panelsOf({
      ...twoPages,
      b: [480, 60, 1030, 690],
      d: [1090, 60, 1940, 690],
      e: [1090, 710, 1940, 1340],
    });
    expect(layoutOf(page, spread)).toBe("pages(rows(columns(a, b), c), rows(d, e))");
  });

  test("rows that do not run across are those of two pages, however narrow the fold", () => {
    const page = panelsOf({
      a: [20, 20, 990, 690],
      b: [20, 710, 990, 1380],
      c: [1010, 20, 1980, 800],
      d: [1010, 820, 1980, 1380],
    });
    expect(layoutOf(page, spread)).toBe("pages(rows(a, b), rows(c, d))");
  });

  test("a panel across the fold keeps the pages together", () => {
    const page = panelsOf({
      wide: [60, 60, 1940, 690],
      c: [60, 710, 940, 1340],
      e: [1060, 710, 1940, 1340],
    });
    expect(layoutOf(page, spread)).toBe("rows(wide, columns(c, e))");
  });

  test("a landscape page whose middle is an ordinary gutter is one page", () => {
    const page = panelsOf({
      a: [20, 20, 990, 690],
      b: [1010, 20, 1980, 690],
      c: [20, 710, 990, 1380],
      d: [1010, 710, 1980, 1380],
    });
    expect(layoutOf(page, spread)).toBe("rows(columns(a, b), columns(c, d))");
  });

  test("a strip is one row", () => {
    const page = panelsOf({
      a: [0, 0, 480, 300],
      b: [500, 0, 980, 300],
      c: [1020, 0, 1500, 300],
      d: [1520, 0, 2000, 300],
    });
    expect(layoutOf(page, { width: 2000, height: 300 })).toBe("columns(a, b, c, d)");
  });

  test("a portrait page is never split", () => {
    expect(layoutOf(panelsOf(twoPages), { width: 2000, height: 1700 })).toBe(
      "rows(columns(a, b, d), columns(c, e))",
    );
  });
});

describe("properties", () => {
  const seeds = fc.integer({ min: 0, max: 1_000_000 });
  const runs = { seed: 20260, numRuns: 300 };

  test("random guillotine layouts come back as they were made", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { panels, layout } = guillotinePage(seed);
        const reading = read(seeded(seed).shuffle(panels));
        expect(reading.order).toEqual(panels.map(({ id }) => id));
        expect(sketch(reading.layout)).toBe(sketch(layout));
      }),
      runs,
    );
  });

  test("any heap of boxes: every panel once, whatever the order of input, place and scale", () => {
    fc.assert(
      fc.property(seeds, fc.nat(500), fc.constantFrom(0.25, 2, 3), (seed, shift, scale) => {
        const panels = heapOfPanels(seed);
        const { order } = read(panels);
        expect(order.toSorted()).toEqual(panels.map(({ id }) => id).toSorted());
        expect(read(seeded(seed).shuffle(panels)).order).toEqual(order);
        const moved = panels.map(({ id, box }) => ({ id, box: translate(box, shift, -shift) }));
        expect(read(moved).order).toEqual(order);
        const scaled = panels.map(
          ({ id, box: [x1, y1, x2, y2] }): Region => ({
            id,
            box: [x1 * scale, y1 * scale, x2 * scale, y2 * scale],
          }),
        );
        expect(read(scaled).order).toEqual(order);
      }),
      runs,
    );
  });

  test("right to left is left to right in the mirror", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(800, 1400, 2600), (seed, width) => {
        const size = { width, height: 1400 };
        const panels = heapOfPanels(seed);
        const mirrored = orderPanels(mirrorPanels(panels, width), { direction: "rtl", size });
        expect(mirrored.order).toEqual(orderPanels(panels, { direction: "ltr", size }).order);
      }),
      runs,
    );
  });
});

test("an id that comes twice is a mistake of the caller", () => {
  const [panel] = panelsOf({ a: [0, 0, 1, 1] });
  expect(() => read(panel === undefined ? [] : [panel, panel])).toThrow(
    new RangeError("orderPanels: expected panels with unique ids, got a twice"),
  );
});
