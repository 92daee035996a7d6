import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { KEEP_FREED_MEMORY } from "../engine/onnx/freed-memory.ts";

const module = fileURLToPath(new URL("./kept-memory.ts", import.meta.url));
const [name = ""] = Object.keys(KEEP_FREED_MEMORY);

/** What a process that asks for the command sees of itself behind `keepMemory`. */
function processOf(command: string, env: Readonly<Record<string, string>> = {}): unknown {
  const script = `
    import { keepMemory } from ${JSON.stringify(module)};
    keepMemory([${JSON.stringify(command)}]);
    console.log(JSON.stringify({ kept: process.env.${name}, argv: process.argv.slice(1) }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script, "word"], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

describe.skipIf(process.platform !== "linux" || process.execve === undefined)("a process", () => {
  test("that computes starts again once, with the same arguments and the variables", () => {
    expect(processOf("train")).toEqual({ kept: KEEP_FREED_MEMORY.MALLOC_MMAP_MAX_, argv: ["word"] });
  });
  test("that only draws, or was told otherwise, stays as it is", () => {
    expect(processOf("draw")).toEqual({ argv: ["word"] });
    expect(processOf("train", { [name]: "7" })).toEqual({ kept: "7", argv: ["word"] });
  });
});
