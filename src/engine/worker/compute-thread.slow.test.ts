import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("a thread that is closed while onnxruntime computes ends without taking the process with it", async () => {
  const program = fileURLToPath(new URL("./fixtures/close-in-a-run.ts", import.meta.url));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program], { timeout: 120_000 });
  expect({ lines: stdout.trim().split("\n"), stderr }).toEqual({
    lines: ["the loop ticked", "multiply: compute thread SCRIPT was closed", "closed"],
    stderr: "",
  });
});
