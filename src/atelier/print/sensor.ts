import type { Raster } from "../../pixels/index.ts";
import { seeded } from "../../random.ts";
import { grainTile, TILE } from "./noise.ts";

/**
 * A cheap scanner, in place: six bits a channel (which also keeps files of grainy pages small), and noise of up to two
 * levels, the same in all channels.
 */
export function scanPicture({ width, height, data }: Raster, strength: number, seed: string): void {
  if (strength === 0) return;
  const grain = grainTile();
  const random = seeded(`sensor:${seed}`);
  const [right, down] = [random.int(TILE), random.int(TILE)];
  const amount = Math.round(strength * 256);
  for (let y = 0, i = 0; y < height; y++) {
    const line = ((y + down) & (TILE - 1)) * TILE;
    for (let x = 0; x < width; x++, i += 3) {
      const noise = MARGIN + (((grain[line + ((x + right) & (TILE - 1))] as number) * amount + 8192) >> 14);
      data[i] = SIX_BITS[(data[i] as number) + noise] as number;
      data[i + 1] = SIX_BITS[(data[i + 1] as number) + noise] as number;
      data[i + 2] = SIX_BITS[(data[i + 2] as number) + noise] as number;
    }
  }
}

/** The table has room for noise below 0 and above 255. */
const MARGIN = 8;
const SIX_BITS = Uint8Array.from({ length: 256 + 2 * MARGIN }, (_, i) => {
  const value = Math.max(0, Math.min(255, i - MARGIN));
  return Math.round((Math.round((value * 63) / 255) * 255) / 63);
});
