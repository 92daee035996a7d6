import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { InputError } from "../errors.ts";
import { putImage, resolveInside } from "./images.ts";

let root: string;
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "benday-images-")));
});
afterEach(() => rm(root, { recursive: true }));

describe("putImage", () => {
  // SHA-256 of "abc", FIPS 180-2 appendix B.1.
  const name = "images/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.png";
  const bytes = Buffer.from("abc");

  test("names by content and writes once", async () => {
    expect(await putImage(root, bytes, "png")).toBe(name);
    const first = await stat(join(root, name), { bigint: true });
    expect(await putImage(root, bytes, "png")).toBe(name);
    const second = await stat(join(root, name), { bigint: true });
    expect(second.ino).toBe(first.ino);
    expect(await readFile(join(root, name))).toEqual(bytes);
  });

  test("many writers of one picture leave one file", async () => {
    await Promise.all(Array.from({ length: 8 }, () => putImage(root, bytes, "png")));
    expect(await readdir(join(root, "images"))).toEqual([name.slice("images/".length)]);
  });

  test("a file that a crash cut short is written anew", async () => {
    await mkdir(join(root, "images"));
    await writeFile(join(root, name), "a");
    await putImage(root, bytes, "png");
    expect(await readFile(join(root, name))).toEqual(bytes);
  });
});

describe("resolveInside", () => {
  beforeEach(async () => {
    await mkdir(join(root, "pages", "images"), { recursive: true });
    await writeFile(join(root, "secret.txt"), "");
    await writeFile(join(root, "pages", "images", "a.png"), "");
  });
  const inside = (path: string) => resolveInside(join(root, "pages"), path);

  test.each(["images/a.png", "images/../images/a.png", "./images/a.png", "not/there/yet.png", "..."])(
    "%s is inside",
    async (path) => {
      expect(await inside(path)).toBe(join(root, "pages", path));
    },
  );

  test.each([
    "../secret.txt",
    "images/../../secret.txt",
    "..",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "\\\\host\\share",
    "a\0b",
    "../pages-of-others/x",
  ])("%j is refused", async (path) => {
    await expect(inside(path)).rejects.toThrow(InputError);
  });

  test("a link that stays inside is followed, one that leaves is refused", async () => {
    const pages = join(root, "pages");
    await symlink("images", join(pages, "good"));
    await symlink("..", join(pages, "up"));
    await symlink("../nothing-yet.txt", join(pages, "dangling"));
    expect(await inside("good/a.png")).toBe(join(pages, "images", "a.png"));
    await expect(inside("up/secret.txt")).rejects.toThrow(InputError);
    await expect(inside("up/not-there.txt")).rejects.toThrow(InputError);
    await expect(inside("dangling")).rejects.toThrow(InputError);
    await expect(inside("dangling/x")).rejects.toThrow(InputError);
  });

  test("a root behind a link is fine", async () => {
    await symlink(join(root, "pages"), join(root, "link"));
    expect(await resolveInside(join(root, "link"), "images/a.png")).toBe(join(root, "pages/images/a.png"));
  });
});
