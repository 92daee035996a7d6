/** Memory for processes that compute: glibc is told how to keep it before they begin. */
import { KEEP_FREED_MEMORY } from "../engine/onnx/freed-memory.ts";

/**
 * Starts this process again in its place (same id, same streams) with the variables that `keepsFreedMemory` looks for.
 * Returns where they are set, on other systems, and where this Node cannot do it.
 */
export function keepMemory(): void {
  const isSet = Object.keys(KEEP_FREED_MEMORY).some((name) => process.env[name] !== undefined);
  if (isSet || process.platform !== "linux") return;
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve?.(process.execPath, again, { ...process.env, ...KEEP_FREED_MEMORY });
}
