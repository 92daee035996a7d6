import type { Random } from "../../random.ts";
import { curve } from "../ink/curve.ts";
import type { Easel } from "./easel.ts";
import { area, box, byLight, mark, slots, stripe } from "./easel.ts";
import { oval } from "./nature.ts";
import type { SettingArt } from "./setting.ts";

const FLOOR = 26;
/** Body units from one bookcase to the next, and from shelf to shelf. */
const CASE = 92;
const SHELF = 34;
/** Half the length of the carpet. */
const CARPET = 105;
const SPINES = ["#d98a74", "#93b4c0", "#b5c490", "#ecd08a", "#c3a3c8", "#e6d9bc", "#a9b6a0"];
const NIGHT_SPINES = ["#8a5f62", "#5a6f88", "#6a7a68", "#9a8560", "#6f6080"];

/** By day and by night. */
const CARPETS = [
  ["#d8907c", "#6a4458"],
  ["#9fb89a", "#4a5f5c"],
  ["#a3b3cc", "#465478"],
  ["#d9bd80", "#6e5c50"],
] as const;

/** Bookcases to the ceiling, a carpet and a globe. */
export const library: SettingArt = { draw, covers: ["table"] };

function draw(easel: Easel): void {
  const { left, right, top, bottom, random } = easel;
  area(easel, stripe(easel, bottom - 6, top + 6), byLight(easel, "#ead9b8", "#5c5468"), 0);
  for (const slot of slots(easel, "bookcase", CASE)) drawBookcase(easel, slot.x, slot.random);
  area(easel, stripe(easel, bottom - 6, FLOOR), byLight(easel, "#d6b184", "#5f5058"));
  for (const up of [14, -4, -30])
    mark(
      easel,
      [
        [left - 6, up],
        [right + 6, up],
      ],
      0.6,
    );
  const [byDay, byNight] = random.pick(CARPETS);
  const carpet = byLight(easel, byDay, byNight);
  const half = CARPET;
  area(
    easel,
    [
      [-half * 0.86, 14],
      [half * 0.86, 14],
      [half, -22],
      [-half, -22],
    ],
    carpet,
  );
  mark(
    easel,
    [
      [-half * 0.83, 11],
      [half * 0.83, 11],
      [half * 0.95, -18],
      [-half * 0.95, -18],
      [-half * 0.83, 11],
    ],
    0.7,
  );
  drawGlobe(easel, random.pick([-1, 1]) * random.range(70, 100));
}

function drawBookcase(easel: Easel, x: number, random: Random): void {
  const wood = byLight(easel, "#c79a68", "#4f4450");
  area(easel, box(x, FLOOR - 2, CASE - 6, easel.top + 20), wood);
  for (let up = FLOOR + 6; up < easel.top; up += SHELF) {
    area(easel, box(x + 5, up, CASE - 16, SHELF - 5), byLight(easel, "#a67d54", "#3d3542"), 0.8);
    drawBooks(easel, x + 6, up, random);
  }
}

/** A row of books with gaps; from afar they are fewer and have no outlines. */
function drawBooks(easel: Easel, from: number, up: number, random: Random): void {
  const spines = byLight(easel, SPINES, NIGHT_SPINES);
  const coarseness = Math.max(1, 0.9 / easel.view.scale);
  const ink = coarseness > 1.3 ? 0 : 0.8;
  const end = from + CASE - 24;
  for (let x = from; x < end; ) {
    const width = Math.min(random.range(5, 9.5) * coarseness, end + 6 - x);
    if (random.chance(0.16)) {
      x += width * 1.2;
      continue;
    }
    area(easel, box(x, up, width, random.range(18, 27)), random.pick(spines), ink);
    x += width;
  }
}

function drawGlobe(easel: Easel, x: number): void {
  const wood = byLight(easel, "#b9875a", "#5a4a50");
  area(
    easel,
    [
      [x - 13, 8],
      [x + 13, 8],
      [x + 3, 15],
      [x - 3, 15],
    ],
    wood,
  );
  area(easel, box(x - 2, 14, 4, 22), wood);
  area(easel, oval(x, 52, 19, 19), byLight(easel, "#a9d0dc", "#5f86a0"), 1.1);
  const land = curve(
    [
      [x - 12, 60],
      [x - 3, 66],
      [x + 4, 58],
      [x - 2, 50],
      [x + 1, 42],
      [x - 8, 46],
    ],
    4,
  );
  area(easel, land, byLight(easel, "#b9cc90", "#6f8a74"), 0.6);
  area(
    easel,
    curve(
      [
        [x + 8, 56],
        [x + 15, 54],
        [x + 12, 44],
        [x + 7, 48],
      ],
      4,
    ),
    byLight(easel, "#b9cc90", "#6f8a74"),
    0.6,
  );
}
