import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Open a file in the desktop's browser; on a machine without one nothing happens. */
export function openFile(file: string): void {
  const [command, ...words] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...words, pathToFileURL(file).href], { detached: true, stdio: "ignore" });
  child.on("error", () => {});
  child.unref();
}
