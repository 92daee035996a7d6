import { expect, it } from "vitest";
import { decodeImage, perceptualHash } from "../pixels/index.ts";
import { type DrawnPage, drawPages } from "./draw-pages.ts";
import { drawPage } from "./page.ts";

it("draws in workers what drawPage draws, in order, as PNG", async () => {
  const size = { width: 600, height: 849 };
  const drawn: DrawnPage[] = [];
  for await (const page of drawPages({ count: 3, seed: "workers", size, workers: 2 })) drawn.push(page);
  expect(drawn.map(({ page }) => page.id)).toEqual([1, 2, 3].map((number) => `drawn-workers-000${number}`));
  const { page, picture } = drawPage({ seed: "workers", index: 2, size });
  const last = drawn[2];
  if (last === undefined) throw new Error("expected three pages");
  expect(last.page).toEqual(page);
  expect(last).toMatchObject({ ...size, phash: perceptualHash(picture) });
  const decoded = await decodeImage({ bytes: last.png });
  expect(Buffer.compare(decoded.data, picture.data)).toBe(0);
});
