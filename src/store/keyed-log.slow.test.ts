import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { openKeyedLog } from "./keyed-log.ts";

test("processes at once, killed at work, lose nothing that was kept", async () => {
  const root = await mkdtemp(join(tmpdir(), "benday-log-"));
  const script = join(import.meta.dirname, "fixtures", "append-keys.ts");
  const kept = new Map<string, { name: string; count: number }>();
  const work = ["p", "q"].map(async (name) => {
    const child = spawn(process.execPath, [script, root, name], { stdio: ["ignore", "pipe", "inherit"] });
    for await (const line of createInterface(child.stdout)) {
      const [key = "", count = ""] = line.split(" ");
      kept.set(key, { name, count: Number(count) });
      if (Number(count) === 200) child.kill("SIGKILL");
    }
    if (child.signalCode === null) await once(child, "exit");
  });
  await Promise.all(work);
  expect(kept.size).toBeGreaterThan(400);
  const files = (await readdir(root)).length;
  const log = await openKeyedLog({ folder: root, maxBytes: 2 ** 30 });
  for (const [key, value] of kept) expect(await log.read(key)).toMatchObject(value);
  await log.append("0".repeat(64), 1);
  await log.close();
  // It went on in a file of the dead.
  expect(await readdir(root)).toHaveLength(files);
  await rm(root, { recursive: true });
});
