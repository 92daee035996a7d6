/** `node memory.ts WORKLOAD forward|all|lora`: peak memory of a process that does nothing else, printed in MB. */
import { existsSync, readFileSync } from "node:fs";
import { forwardPass, trainStep } from "./training.ts";
import { WORKLOADS } from "./workload.ts";

const [, , name, kind] = process.argv;
const workload = Object.entries(WORKLOADS).find(([key]) => key === name)?.[1];
if (workload === undefined)
  throw new RangeError(`memory: expected one of ${Object.keys(WORKLOADS)}, got ${name}`);
const measured =
  kind === "forward"
    ? await forwardPass(workload)
    : await trainStep(workload, kind === "lora" ? "lora" : "all");
for (let run = 0; run < 3; run++) await measured.run();
await measured.release();
console.log(peakMegabytes().toFixed(0));

/** Linux hands the peak of the process that started this one on in `maxRSS`, but not in `VmHWM`. Both count kilobytes there. */
function peakMegabytes(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const [, kilobytes = process.resourceUsage().maxRSS] = /^VmHWM:\s*(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes) / 1024;
}
