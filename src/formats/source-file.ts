/** Files that a user or a data set names: size limits, UTF-8, and paths that stay inside their folder. */
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, InputError, type Place, reasonOf } from "../errors.ts";
import { resolveInside } from "../store/index.ts";

const MEBIBYTE = 1024 * 1024;

function unreadable(file: string, expected: string, cause: unknown): InputError {
  return new InputError({ file, expected, found: reasonOf(cause) }, { cause });
}

/** Size in bytes of a regular file of at most `maxBytes`; `InputError` for anything else. */
export async function checkedFileSize(file: string, maxBytes: number): Promise<number> {
  const info = await stat(file).catch((cause: unknown) => {
    throw unreadable(file, "a readable file", cause);
  });
  if (!info.isFile()) throw new InputError({ file, expected: "a regular file", found: "something else" });
  if (info.size > maxBytes) {
    const limit = `at most ${Math.floor(maxBytes / MEBIBYTE)} MiB`;
    throw new InputError({ file, expected: limit, found: `${Math.ceil(info.size / MEBIBYTE)} MiB` });
  }
  return info.size;
}

/** Bytes as text; `InputError` where they are not UTF-8. A byte order mark is dropped. */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError({ file, expected: "UTF-8 text", found: "bytes that are not UTF-8" }, { cause });
  }
}

/** A whole file of at most `maxBytes`; no more than that is read even where the file grows meanwhile. */
export async function readBytes(file: string, maxBytes: number): Promise<Uint8Array> {
  const size = await checkedFileSize(file, maxBytes);
  const handle = await open(file).catch((cause: unknown) => {
    throw unreadable(file, "a readable file", cause);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

export const readText = async (file: string, maxBytes: number): Promise<string> =>
  decodeUtf8(await readBytes(file, maxBytes), file);

/**
 * The file that `name` (from a data set) stands for below `folder` (from the user), links resolved. Names that leave the
 * folder, by themselves or through a link, and everything but regular files are refused.
 */
export async function fileInside(folder: string, name: string, place: Place): Promise<string> {
  const refuse = (found: string, cause: unknown) =>
    new InputError({ ...place, expected: `a file below ${folder}`, found }, { cause });
  await stat(folder).catch((cause: unknown) => {
    throw unreadable(folder, "a folder", cause);
  });
  const file = await resolveInside(folder, name).catch((cause: unknown) => {
    throw refuse(describe(name), cause);
  });
  const info = await stat(file).catch((cause: unknown) => {
    throw refuse(`${reasonOf(cause)}: ${describe(name)}`, cause);
  });
  if (!info.isFile()) throw refuse(`not a regular file: ${describe(name)}`, undefined);
  return file;
}

/** The file itself, or all files of a folder that end in `extension`, by name. */
export async function fileOrFolder(path: string, extension: string): Promise<string[]> {
  const info = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, `a file or a folder of ${extension} files`, cause);
  });
  if (!info.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => name.endsWith(extension)).sort();
  if (names.length === 0)
    throw new InputError({ file: path, expected: `${extension} files`, found: "none in this folder" });
  return names.map((name) => join(path, name));
}

/** The items as they come; a source that has none is an `InputError`. */
export async function* atLeastOne<T>(
  items: AsyncIterable<T>,
  source: { readonly file: string; readonly expected: string },
): AsyncGenerator<T, void, undefined> {
  let count = 0;
  for await (const item of items) {
    count++;
    yield item;
  }
  if (count === 0) throw new InputError({ ...source, found: "none" });
}
