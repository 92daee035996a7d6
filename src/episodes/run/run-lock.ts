/** One process at a time writes a run: a lock file with its process id; a dead process's lock is taken over. */
import { randomUUID } from "node:crypto";
import { link, readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { InputError } from "../../errors.ts";
import { isProcessAlive } from "../../store/index.ts";

export const LOCK_FILE = "run.lock";

const HolderSchema = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** When the process began, as the system counts; "" where the system does not say. */
  began: z.string(),
});
type Holder = z.infer<typeof HolderSchema>;

/**
 * Take the lock of a run folder.
 *
 * @returns gives the lock back
 * @throws InputError while another living process holds it
 */
export async function lockRun(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, LOCK_FILE);
  const own = `${file}.${randomUUID()}`;
  const text = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    began: await beginningOf(process.pid),
  } satisfies Holder);
  await writeFile(own, text, { flag: "wx" });
  try {
    if (await linked(own, file)) return () => release(file, text);
    if (await takeDeadLock(own, file, folder)) return () => release(file, text);
    throw held(folder, "another process");
  } finally {
    await rm(own, { force: true });
  }
}

/** A link appears with its content, so nobody reads a lock that is half written. */
async function linked(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file);
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
    throw cause;
  }
}

/** One process at a time buries a dead lock: two could each remove the other's new one. */
async function takeDeadLock(own: string, file: string, folder: string): Promise<boolean> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  const holder = text === undefined ? undefined : readHolder(text);
  if (holder !== undefined && (await isAlive(holder))) throw held(folder, `process ${holder.pid}`);
  const guard = `${file}.guard`;
  await removeOldGuard(guard);
  if (!(await linked(own, guard))) return false;
  try {
    if ((await readFile(file, "utf8").catch(() => undefined)) !== text) return false;
    await rm(file, { force: true });
    return await linked(own, file);
  } finally {
    await rm(guard, { force: true });
  }
}

/** The guard lives for milliseconds; one of this age was left by a kill, ms. */
const OLD_GUARD = 10_000;

async function removeOldGuard(guard: string): Promise<void> {
  const found = await stat(guard).catch(() => undefined);
  if (found !== undefined && Date.now() - found.mtimeMs > OLD_GUARD) await rm(guard, { force: true });
}

function readHolder(text: string): Holder | undefined {
  try {
    return HolderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A process of another machine counts as alive: nobody can tell from here. */
async function isAlive({ pid, host, began }: Holder): Promise<boolean> {
  if (host !== hostname()) return true;
  if (!isProcessAlive(pid)) return false;
  const now = await beginningOf(pid);
  return began === "" || now === "" || began === now;
}

/** Process ids come again; with its time of birth a process is itself (field 22 of Linux's /proc/PID/stat). */
async function beginningOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

async function release(file: string, text: string): Promise<void> {
  const current = await readFile(file, "utf8").catch(() => undefined);
  if (current === text) await rm(file, { force: true });
}

function held(folder: string, by: string): InputError {
  return new InputError({
    file: folder,
    expected: "a run that no other process is working on",
    found: `${by} at work`,
    hint: "wait for it, or give another folder with --out",
  });
}
