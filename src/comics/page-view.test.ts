import { describe, expect, test } from "vitest";
import { PAGE, pageWith } from "./fixtures/page.ts";
import { viewPage } from "./page-view.ts";

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const withOrders = (orders: Readonly<Record<string, number>>) =>
  pageWith({ panels: PAGE.panels.map((panel) => ({ ...panel, order: orders[panel.id] })) });
const panelIds = (...view: Parameters<typeof viewPage>) =>
  ids(viewPage(...view).panels.map(({ panel }) => panel));

describe("panels", () => {
  test("in computed order without annotation", () => {
    const view = viewPage(PAGE);
    expect(ids(view.panels.map(({ panel }) => panel))).toEqual(["p1", "p2", "p3"]);
    expect(view.panels.map(({ index }) => index)).toEqual([1, 2, 3]);
    expect(view.orderSource).toBe("computed");
  });

  test("in annotated order where it is whole", () => {
    const page = withOrders({ p1: 2, p2: 1, p3: 3 });
    expect(panelIds(page)).toEqual(["p2", "p1", "p3"]);
    expect(viewPage(page).orderSource).toBe("annotated");
    expect(viewPage(page).panel("p2").phrases.at(-1)?.text).toBe(
      "the 1st panel (reading left to right, top to bottom)",
    );
  });

  test("the annotated order can be withheld", () => {
    const page = withOrders({ p1: 2, p2: 1, p3: 3 });
    expect(panelIds(page, { withholdOrder: true })).toEqual(["p1", "p2", "p3"]);
    expect(viewPage(page, { withholdOrder: true }).orderSource).toBe("computed");
  });

  test.each([[{ p1: 2, p2: 1 }], [{ p1: 2, p2: 2, p3: 1 }], [{ p1: 2, p2: 3, p3: 4 }]])(
    "an annotated order that is no permutation is left aside: %j",
    (orders) => {
      expect(panelIds(withOrders(orders))).toEqual(["p1", "p2", "p3"]);
    },
  );

  test("right to left", () => {
    expect(panelIds(pageWith({ direction: "rtl" }))).toEqual(["p2", "p1", "p3"]);
  });

  test("a page without panels", () => {
    const view = viewPage(
      pageWith({ panels: [], characters: [], faces: [], balloons: [], texts: [], objects: [] }),
    );
    expect(view.panels).toEqual([]);
    expect(view.orderSource).toBe("computed");
    expect(view.panelOf({ box: [0, 0, 10, 10] })).toBeUndefined();
  });
});

describe("what is drawn in a panel", () => {
  const view = viewPage(PAGE);

  test("by link, else by place", () => {
    expect(ids(view.panel("p1").characters)).toEqual(["c2"]);
    expect(ids(view.panel("p2").characters)).toEqual(["c3", "c4"]);
    expect(ids(view.panel("p3").characters)).toEqual(["c1"]);
    expect(ids(view.panel("p1").faces)).toEqual(["f1"]);
    expect(ids(view.panel("p1").objects)).toEqual(["o1"]);
    expect(ids(view.panel("p1").texts)).toEqual(["t1"]);
  });

  test("a link counts more than the place", () => {
    expect(view.panelOf({ panel: "p3", box: [100, 100, 200, 200] })?.panel.id).toBe("p3");
    expect(view.panelOf({ box: [100, 100, 200, 200] })?.panel.id).toBe("p1");
  });

  test("a page number stands in no panel", () => {
    expect(view.panelOf({ box: [300, 1384, 700, 1398] })).toBeUndefined();
    expect(view.panels.flatMap(({ texts }) => ids(texts))).toEqual(["t1"]);
  });

  test("balloons in annotated order, else in computed order", () => {
    expect(ids(view.panel("p3").balloons)).toEqual(["b1", "b2"]);
    expect(ids(view.panel("p1").balloons)).toEqual(["b3", "b4"]);
  });

  test("balloons with an order that is not whole, or withheld, are ordered by place", () => {
    const balloons = PAGE.balloons.map((balloon) => ({
      ...balloon,
      order: balloon.id === "b2" ? 1 : undefined,
    }));
    expect(ids(viewPage(pageWith({ balloons })).panel("p3").balloons)).toEqual(["b1", "b2"]);
    const reversed = PAGE.balloons.map((balloon) => ({ ...balloon, order: balloon.id === "b2" ? 1 : 2 }));
    expect(ids(viewPage(pageWith({ balloons: reversed })).panel("p3").balloons)).toEqual(["b2", "b1"]);
    const withheld = viewPage(pageWith({ balloons: reversed }), { withholdOrder: true });
    expect(ids(withheld.panel("p3").balloons)).toEqual(["b1", "b2"]);
  });
});

describe("characters", () => {
  test("appearances by name, in reading order of their panels, those outside last", () => {
    const stray = { id: "c5", box: [0, 0, 15, 15], name: "Mira" } as const;
    const { appearances } = viewPage(pageWith({ characters: [stray, ...PAGE.characters] }));
    expect([...appearances].map(([name, characters]) => [name, ids(characters)])).toEqual([
      ["Mira", ["c2", "c1", "c5"]],
      ["Otto", ["c3"]],
    ]);
  });

  test("by id", () => {
    expect(viewPage(PAGE).character("c3").name).toBe("Otto");
  });

  test("an unknown id is a mistake of the caller", () => {
    expect(() => viewPage(PAGE).character("b1")).toThrow(
      new RangeError("viewPage: expected the id of a character of page demo-01, got b1"),
    );
    expect(() => viewPage(PAGE).panel("p9")).toThrow(
      new RangeError("viewPage: expected the id of a panel of page demo-01, got p9"),
    );
  });
});
