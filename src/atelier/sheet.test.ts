import { expect, it } from "vitest";
import { createPlates } from "./ink/rasterise.ts";
import { PAPER } from "./print/paper.ts";
import { cleanPicture } from "./print/press.ts";
import { createSheet, mountOverlay, mountPanel, type Sheet } from "./sheet.ts";

const size = { width: 60, height: 40 };

function pixelOf(sheet: Sheet, x: number, y: number): readonly number[] {
  const at = (y * size.width + x) * 3;
  return [...cleanPicture(sheet.plates).data.subarray(at, at + 3)];
}

const block = (colour: string) => `<rect x="10" y="10" width="30" height="20" fill="${colour}"/>`;

it.each(["#d9402f", "#3f74a8", "#38684a", "#f2c33d", "#1e1a20", "#fffdf4", "#8d6a97"])(
  "takes %s apart into ink and colour that print as it was",
  (colour) => {
    const sheet = createSheet(size, PAPER);
    mountOverlay(sheet, [block(colour)]);
    const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    pixelOf(sheet, 20, 20).forEach((value, channel) => {
      expect(Math.abs(value - (wanted[channel] ?? Number.NaN))).toBeLessThanOrEqual(2);
    });
    expect(pixelOf(sheet, 50, 20)).toEqual(PAPER);
  },
);

it("prints black letters with ink alone, and takes what they cover from its owner", () => {
  const sheet = createSheet(size, PAPER);
  const plates = createPlates({ width: 30, height: 40 });
  plates.cool.fill(100);
  const owners = { width: 30, height: 40, ids: new Uint16Array(1200).fill(1), names: ["hero"] };
  mountPanel(sheet, { box: [5, 0, 35, 40], borderless: false }, { plates, owners, gloom: 40 }, "0/");
  expect(sheet.names).toEqual(["0/hero"]);
  mountOverlay(sheet, [block("#ffffff"), `<rect x="12" y="12" width="4" height="4" fill="#1e1a20"/>`]);
  const at = (x: number, y: number) => y * size.width + x;
  expect(sheet.plates.ink[at(13, 13)]).toBe(255);
  expect(sheet.plates.ink[at(25, 25)]).toBe(0);
  expect([sheet.plates.cool[at(25, 25)], sheet.plates.cool[at(7, 5)]]).toEqual([0, 100]);
  expect([sheet.ids[at(13, 13)], sheet.ids[at(7, 5)], sheet.ids[at(50, 5)]]).toEqual([0, 1, 0]);
});
