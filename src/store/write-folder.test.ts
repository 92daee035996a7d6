import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { InputError } from "../errors.ts";
import { FOLDER_MARKER, recoverFolder, writeFolder } from "./write-folder.ts";

let root: string;
let target: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "benday-write-folder-"));
  target = join(root, "out");
});
afterEach(() => rm(root, { recursive: true }));

const writes = (text: string) => async (folder: string) => writeFile(join(folder, "a.txt"), text);
const content = () => readFile(join(target, "a.txt"), "utf8");

/** A process id that no process has: that of a child which has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
}

test("the folder stands whole, with its parents, its marker and nothing beside it", async () => {
  target = join(root, "deep", "er", "out");
  const result = await writeFolder(target, async (folder) => {
    await writes("new")(folder);
    await expect(stat(target)).rejects.toThrow("ENOENT");
    return 42;
  });
  expect(result).toBe(42);
  expect((await readdir(target)).sort()).toEqual([FOLDER_MARKER, "a.txt"]);
  expect(await readdir(join(root, "deep", "er"))).toEqual(["out"]);
  expect((await stat(target)).mode & 0o777).toBe((await stat(join(root, "deep"))).mode & 0o777);
});

test("a failure leaves nothing behind", async () => {
  const failing = writeFolder(target, async (folder) => {
    await writes("half")(folder);
    throw new Error("no space");
  });
  await expect(failing).rejects.toThrow("no space");
  expect(await readdir(root)).toEqual([]);
});

describe("an existing target", () => {
  test("is taken when empty", async () => {
    await mkdir(target);
    await writeFolder(target, writes("new"));
    expect(await content()).toBe("new");
  });

  test("of benday's own is replaced only when told so", async () => {
    await writeFolder(target, writes("old"));
    const second = writeFolder(target, writes("new"));
    await expect(second).rejects.toThrow(InputError);
    await expect(second).rejects.toThrow("found a folder that benday wrote earlier");
    expect(await content()).toBe("old");
    await writeFolder(target, writes("new"), { replace: true });
    expect(await content()).toBe("new");
    expect(await readdir(root)).toEqual(["out"]);
  });

  test("of benday's own survives a failed replacement", async () => {
    await writeFolder(target, writes("old"));
    const failing = writeFolder(target, () => Promise.reject(new Error("broken")), { replace: true });
    await expect(failing).rejects.toThrow("broken");
    expect(await content()).toBe("old");
    expect(await readdir(root)).toEqual(["out"]);
  });

  test("with files of others is never deleted", async () => {
    await mkdir(target);
    await writes("theirs")(target);
    const attempt = writeFolder(target, writes("new"), { replace: true });
    await expect(attempt).rejects.toThrow("that benday did not write");
    await writeFile(join(target, FOLDER_MARKER), "{}\n");
    await expect(writeFolder(target, writes("new"), { replace: true })).rejects.toThrow(InputError);
    expect(await content()).toBe("theirs");
  });

  test("that comes up while we write is not deleted either", async () => {
    const attempt = writeFolder(target, async () => {
      await mkdir(target);
      await writes("theirs")(target);
    });
    await expect(attempt).rejects.toThrow(InputError);
    expect(await content()).toBe("theirs");
  });

  test("that is a file is refused", async () => {
    await writeFile(target, "");
    await expect(writeFolder(target, writes("new"), { replace: true })).rejects.toThrow("found a file");
  });

  test("behind a link is replaced where it lies", async () => {
    await writeFolder(target, writes("old"));
    const link = join(root, "link");
    await symlink(target, link);
    await writeFolder(link, writes("new"), { replace: true });
    expect(await content()).toBe("new");
  });
});

describe("after a kill", () => {
  test("between the renames the old folder comes back", async () => {
    const workshop = join(root, `.out.benday-${await deadProcess()}-x`);
    await mkdir(join(workshop, "new"), { recursive: true });
    await mkdir(join(workshop, "old"));
    await writes("old")(join(workshop, "old"));
    await recoverFolder(target);
    expect(await content()).toBe("old");
    expect(await readdir(root)).toEqual(["out"]);
  });

  test("unfinished files go with the next run, those of live runs and of other targets stay", async () => {
    const dead = await deadProcess();
    const kept = [`.out.benday-${process.ppid}-x`, `.outer.benday-${dead}-x`, ".out.benday-x"];
    for (const name of [...kept, `.out.benday-${dead}-x`])
      await mkdir(join(root, name, "new"), { recursive: true });
    await writeFolder(target, writes("new"));
    expect((await readdir(root)).sort()).toEqual([...kept, "out"].sort());
  });
});

test.each(["SIGINT", "SIGTERM"] as const)("%s ends the process and leaves nothing behind", async (signal) => {
  const script = `
    import { writeFolder } from ${JSON.stringify(new URL("./write-folder.ts", import.meta.url).href)};
    await writeFolder(process.argv[1], async () => {
      console.log("filling");
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, target], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  expect(await readdir(root)).toHaveLength(1);
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([null, signal]);
  expect(await readdir(root)).toEqual([]);
});
