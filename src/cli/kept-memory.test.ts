import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { KEEP_FREED_MEMORY } from "../engine/onnx/freed-memory.ts";

const module = fileURLToPath(new URL("./kept-memory.ts", import.meta.url));
const [name = ""] = Object.keys(KEEP_FREED_MEMORY);

const UNTOLD = Object.fromEntries(Object.keys(KEEP_FREED_MEMORY).map((each) => [each, undefined]));

/** What a process sees of itself behind `keepMemory`. */
function processWith(env: Readonly<Record<string, string>>): unknown {
  const script = `
    import { keepMemory } from ${JSON.stringify(module)};
    keepMemory();
    console.log(JSON.stringify({ kept: process.env.${name}, argv: process.argv.slice(1) }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script, "word"], {
    encoding: "utf8",
    env: { ...process.env, ...UNTOLD, ...env },
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

describe.skipIf(process.platform !== "linux" || process.execve === undefined)("a process", () => {
  test("starts again once, with the same arguments and the variables", () => {
    expect(processWith({})).toEqual({ kept: KEEP_FREED_MEMORY.MALLOC_MMAP_MAX_, argv: ["word"] });
  });
  test("that was told otherwise stays as it is", () => {
    expect(processWith({ [name]: "7" })).toEqual({ kept: "7", argv: ["word"] });
  });
});
