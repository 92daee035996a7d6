/** Drawn pages and their benchmark in one folder; what stands there is kept, so a run that was stopped goes on. */
import { existsSync } from "node:fs";
import path from "node:path";
import { type DrawPagesOptions, drawPages } from "../atelier/index.ts";
import { buildBenchmark, type SplitShares } from "../benchmark/index.ts";
import { fillPageFolder } from "../formats/page-folder.ts";
import { writeFolder } from "../store/index.ts";
import { drawnPages } from "./drawn-pages.ts";
import type { Terminal } from "./terminal.ts";

export interface World {
  /** A page folder. */
  readonly pages: string;
  /** A benchmark folder. */
  readonly bench: string;
}

export interface WorldOrder {
  readonly drawn: DrawPagesOptions & { readonly seed: string };
  readonly shares: SplitShares;
}

export async function drawnWorld(
  folder: string,
  { drawn, shares }: WorldOrder,
  terminal: Terminal,
): Promise<World> {
  const [pages, bench] = [path.join(folder, "pages"), path.join(folder, "benchmark")];
  if (!existsSync(pages)) {
    const progress = terminal.progress("drawing pages");
    const fill = (fresh: string) =>
      fillPageFolder(fresh, drawnPages(drawPages(drawn)), (done) => progress.update(done, drawn.count));
    await writeFolder(pages, fill).finally(progress.end);
  }
  if (!existsSync(bench)) {
    const progress = terminal.progress("building the benchmark");
    const plan = { seed: drawn.seed, sizing: { type: "all" }, unit: "story", shares } as const;
    const order = { ...plan, pages: [pages], out: bench, replace: false, onProgress: progress.update };
    await buildBenchmark(order).finally(progress.end);
  }
  return { pages, bench };
}
