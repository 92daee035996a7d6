import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

const BIN = new URL("../../bin/benday.js", import.meta.url).pathname;

/** Runs `benday` with a reader of `stdout` that has gone; gives the exit code and what stands on stderr. */
async function withoutReader(...words: readonly string[]) {
  const child = spawn(process.execPath, [BIN, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let error = "";
  child.stderr.on("data", (chunk) => (error += chunk));
  const [code] = await once(child, "close");
  return { code, error };
}

it("ends quietly when nobody reads its output any more", async () => {
  expect(await withoutReader("--help")).toEqual({ code: 0, error: "" });
});

it("still says what is wrong with its input", async () => {
  const { code, error } = await withoutReader("draw", "--pages", "none", "--out", "x");
  expect(code).toBe(2);
  expect(error).toContain("--pages");
});
