/** Pictures under their own hash, and paths from data that cannot leave their folder. */
import { createHash, randomUUID } from "node:crypto";
import { lstat, mkdir, realpath, rename, stat, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve, sep, win32 } from "node:path";
import { describe, InputError } from "../errors.ts";

export const IMAGE_EXTENSIONS = ["png", "jpg", "webp"] as const;
export type ImageExtension = (typeof IMAGE_EXTENSIONS)[number];

/**
 * Store encoded picture bytes under their SHA-256. Equal bytes are stored once; several writers may store the same
 * picture at the same time.
 *
 * @returns the path below `folder`: `images/<sha256>.<extension>`
 */
export async function putImage(
  folder: string,
  bytes: Uint8Array,
  extension: ImageExtension,
): Promise<string> {
  const hash = createHash("sha256").update(bytes).digest("hex");
  const name = `images/${hash}.${extension}`;
  const file = join(folder, name);
  const size = await stat(file).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === bytes.byteLength) return name;
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, bytes, { flag: "wx" });
  await rename(unfinished, file);
  return name;
}

/**
 * The absolute path of `relative` below `root`, links resolved. Files that do not exist yet are fine; a path that
 * leaves `root` by `..`, by being absolute or through a link is an `InputError`.
 */
export async function resolveInside(root: string, relative: string): Promise<string> {
  const absolute = isAbsolute(relative) || win32.isAbsolute(relative);
  if (absolute || relative.includes("\0")) throw outside(root, relative);
  const realRoot = await realpath(root);
  const path = await realPath(resolve(realRoot, relative));
  if (path === undefined || !isBelow(realRoot, path)) throw outside(root, relative);
  return path;
}

/** Links resolved as far as the path exists; undefined for a link to nothing, which could come to lead anywhere. */
async function realPath(path: string): Promise<string | undefined> {
  const exists = await lstat(path).then(
    () => true,
    () => false,
  );
  if (exists) return realpath(path).catch(() => undefined);
  const parent = dirname(path);
  if (parent === path) return path;
  const realParent = await realPath(parent);
  return realParent === undefined ? undefined : join(realParent, path.slice(parent.length));
}

function isBelow(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function outside(root: string, relative: string): InputError {
  return new InputError({ file: relative, expected: `a path inside ${root}`, found: describe(relative) });
}
