/** Draws pages in a worker thread, encoding included. */
import { encodePng, perceptualHash } from "../pixels/index.ts";
import { serveWorker } from "../pool.ts";
import type { DrawnPage } from "./draw-pages.ts";
import { drawPage, type PageOrder } from "./page.ts";

/** Above 3, grain makes the file hardly smaller and the encoder twice as slow. */
const COMPRESSION = { compressionLevel: 3 } as const;

async function drawFile(order: PageOrder): Promise<DrawnPage> {
  const { page, script, picture } = drawPage(order);
  const { width, height } = picture;
  // A copy of its own: the encoder's buffer may be part of a pool, which cannot be moved to another thread.
  const png = new Uint8Array(await encodePng(picture, COMPRESSION));
  return { page, script, png, width, height, phash: perceptualHash(picture) };
}

serveWorker(drawFile, ({ png }) => [png.buffer]);
