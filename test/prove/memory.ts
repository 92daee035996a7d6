/**
 * Building from ten times as many pages takes about as much memory: pages are streamed. Both builds run under the same
 * small heap limit, because a collector with room to spare lets any program grow.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { ProofOptions, ProofResult } from "./proof.ts";

const CHILD = fileURLToPath(new URL("./memory-child.ts", import.meta.url));
const Measured = z.object({ questions: z.number(), peakBytes: z.number() });
/** MiB */
const HEAP_LIMIT = 256;
/**
 * Bytes. What is kept is small but grows: a Parquet footer takes about 31 bytes a question, and the split needs about
 * 2 kB a page (measured); 9,000 more sample pages are 1.4 million more questions.
 */
const LARGEST_GROWTH = 160 * 1024 * 1024;

async function buildAlone(pages: number) {
  const folder = await mkdtemp(path.join(tmpdir(), "benday-memory-"));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [
      `--max-old-space-size=${HEAP_LIMIT}`,
      CHILD,
      String(pages),
      folder,
    ]);
    return Measured.parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `cases` is the number of pages of the larger build. */
export async function prove({ cases = 10_000, progress }: ProofOptions): Promise<ProofResult> {
  const few = Math.ceil(cases / 10);
  progress(`${few} pages`);
  const small = await buildAlone(few);
  progress(`${cases} pages`);
  const large = await buildAlone(cases);
  const growth = large.peakBytes - small.peakBytes;
  return {
    cases,
    failures: growth > LARGEST_GROWTH ? [`peak memory grew by ${growth} bytes`] : [],
    figures: { [`${few} pages`]: small, [`${cases} pages`]: large },
  };
}
