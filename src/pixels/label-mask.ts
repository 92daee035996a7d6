/** Short labels as masks, drawn with the bundled font only, so that no system font changes the pixels. */
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import type { Mask } from "./paint.ts";

const FONT = {
  file: fileURLToPath(new URL("../../assets/fonts/comic-neue-bold.ttf", import.meta.url)),
  family: "Comic Neue",
};

/**
 * The ink of a label at a font size in px, cut to its bounds. The font has Latin letters, digits and signs, and shows
 * a box for others; undefined where a label has no ink.
 */
export function labelMask(label: string, fontSize: number): Mask | undefined {
  const width = Math.ceil(fontSize * (label.length + 1));
  const height = Math.ceil(fontSize * 2);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><text x="${width / 2}" y="${
    fontSize * 1.4
  }" text-anchor="middle" font-family="${FONT.family}" font-weight="bold" font-size="${fontSize}">${escapeXml(label)}</text></svg>`;
  const { pixels } = new Resvg(svg, { font: { fontFiles: [FONT.file], loadSystemFonts: false } }).render();
  return cutToInk({ width, height, coverage: pixels.filter((_, index) => index % 4 === 3) });
}

/** Characters that XML cannot hold become spaces. */
function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u{fffe}\u{ffff}]/gu, " ")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function cutToInk({ width, height, coverage }: Mask): Mask | undefined {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const [index, value] of coverage.entries()) {
    if (value === 0) continue;
    const x = index % width;
    const y = Math.floor(index / width);
    [left, top, right, bottom] = [
      Math.min(left, x),
      Math.min(top, y),
      Math.max(right, x + 1),
      Math.max(bottom, y + 1),
    ];
  }
  if (right === 0) return undefined;
  const ink = new Uint8Array((right - left) * (bottom - top));
  for (let y = top; y < bottom; y++)
    ink.set(coverage.subarray(y * width + left, y * width + right), (y - top) * (right - left));
  return { width: right - left, height: bottom - top, coverage: ink };
}
