/** The tests' strict model server in a process of its own, so that its work does not count as a client's. */
import { chatCompletions } from "../../test/servers/chat-completions.ts";
import { startModelServer } from "../../test/servers/model-server.ts";
import { LATENCY } from "./workload.ts";

const server = await startModelServer({
  protocol: chatCompletions,
  answer: () => ({ text: "<answer>A</answer>" }),
  // Two sides ask the same questions, and this server does not have to tell them apart.
  identify: () => "any",
  latencyMs: LATENCY,
});
process.on("message", () =>
  process.send?.({
    cpuMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000,
    rejections: server.rejections.length,
  }),
);
process.send?.(server.baseUrl);
process.on("disconnect", () => process.exit());
