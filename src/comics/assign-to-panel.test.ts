import { expect, test } from "vitest";
import { assignToPanel } from "./assign-to-panel.ts";
import { panelsOf } from "./fixtures/layouts.ts";

const panels = panelsOf({
  inset: [400, 300, 490, 390],
  left: [0, 0, 500, 400],
  right: [510, 0, 1000, 400],
});
const panelOf = (...box: [number, number, number, number]) => assignToPanel(box, panels)?.id;

test("a box belongs to the panel that holds most of it", () => {
  expect(panelOf(10, 10, 100, 100)).toBe("left");
  expect(panelOf(450, 10, 600, 100)).toBe("right");
  expect(panelOf(420, 10, 570, 100)).toBe("left");
});

test("a thing between panels belongs to none, though it may touch one", () => {
  expect(panelOf(0, 395, 500, 600)).toBeUndefined();
  expect(panelOf(0, 410, 500, 600)).toBeUndefined();
});

test("an inset keeps what is drawn in it, though it lies in its host as well", () => {
  expect(panelOf(410, 310, 480, 380)).toBe("inset");
  expect(panelOf(390, 310, 480, 380)).toBe("inset");
  expect(panelOf(200, 310, 450, 380)).toBe("left");
});

test("of two boxes around one panel the first one is taken", () => {
  const twice = panelsOf({ a: [0, 0, 100, 100], b: [1, 1, 101, 101] });
  expect(assignToPanel([20, 20, 60, 60], twice)?.id).toBe("a");
});

test("no panels", () => {
  expect(assignToPanel([0, 0, 1, 1], [])).toBeUndefined();
});
