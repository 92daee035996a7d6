/** Memory for commands that compute: glibc is told how to keep it before the process begins. */
import { KEEP_FREED_MEMORY } from "../engine/onnx/freed-memory.ts";
import { commands } from "./commands/index.ts";

/**
 * Starts this process again in its place (same id, same streams) with the variables that `keepsFreedMemory` looks for.
 * Returns where there is nothing to gain, where it was done, or where this Node cannot do it.
 */
export function keepMemory([command = ""]: readonly string[]): void {
  const isAsked = Object.keys(KEEP_FREED_MEMORY).some((name) => process.env[name] !== undefined);
  if (commands[command]?.computes !== true || isAsked || process.platform !== "linux") return;
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve?.(process.execPath, again, { ...process.env, ...KEEP_FREED_MEMORY });
}
