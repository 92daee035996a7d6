/**
 * Who keeps the memory of intermediate results between runs.
 *
 * An arena of onnxruntime belongs to one session: with twenty programs in use there are twenty arenas, each as large as
 * its program's results (measured on RARL with two crops a question: 12 GB). Without arenas every run asks the C library,
 * which gives large blocks back to the system at once and so has the system clear them again for the next run (steps took
 * 1.4 times as long). glibc can be told to keep them: then all programs share what the largest needs (2.4 GB, same speed,
 * and a new program's first run is as fast as the others). It reads that from the environment before a process begins, so
 * `bin/benday.js` starts itself again with these variables.
 */
import { z } from "zod";

/** glibc's tunables (mallopt(3)): no block by mmap, none returned, and growth by 64 MiB. */
export const KEEP_FREED_MEMORY = {
  MALLOC_MMAP_MAX_: "0",
  MALLOC_TRIM_THRESHOLD_: String(2 ** 40),
  MALLOC_TOP_PAD_: String(64 * 2 ** 20),
} as const;

const ReportSchema = z.object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) });

let known: boolean | undefined;

/** Whether this process's C library keeps what was freed for whoever asks next. */
export function keepsFreedMemory(): boolean {
  known ??= process.env["MALLOC_MMAP_MAX_"] === KEEP_FREED_MEMORY.MALLOC_MMAP_MAX_ && isGlibc();
  return known;
}

/** Other C libraries do not read the variables. */
function isGlibc(): boolean {
  const report = ReportSchema.safeParse(process.report.getReport());
  return report.data?.header.glibcVersionRuntime !== undefined;
}
