/** `node memory.ts WORKLOAD forward|all|lora`: peak memory of a process that does nothing else, printed in MB. */
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
// Linux counts kilobytes.
console.log((process.resourceUsage().maxRSS / 1024).toFixed(0));
