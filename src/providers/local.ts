/**
 * A model in a Hugging Face folder, run by the engine on this machine. It computes in a thread of its own; requests that
 * are under way together are drawn together, so it is fast where many are.
 *
 * Draws hang on the seed, the request's subject and the conversation: a request gets the same reply beside any others.
 */
import { type ComputeThread, openComputeThread } from "../engine/worker/index.ts";
import { siblingModule } from "../pool.ts";
import { splitCalls } from "./local-chat.ts";
import { localContract, type Wanted } from "./local-contract.ts";
import { type Answer, createLocalQueue } from "./local-queue.ts";
import { readModelAsking } from "./model-asking.ts";
import { type Provider, ProviderError, type Request, type Traits } from "./provider.ts";
import type { OpenOptions, ProviderKind } from "./provider-kind.ts";

/** How long closing waits for a run of the engine to end: ended inside one, the thread would take the process along. */
const LONGEST_RUN_MS = 600_000;

export const local: ProviderKind = {
  id: "local",
  form: "FOLDER",
  open: async (folder, options) => {
    const asking = await readModelAsking(folder);
    const script = siblingModule(import.meta, "./local-worker");
    const thread = openComputeThread(script, localContract, { graceMs: LONGEST_RUN_MS });
    try {
      const { traits } = await thread.call("open", { folder });
      return localProvider(folder, { ...traits, asking }, thread, options);
    } catch (cause) {
      await thread.close();
      throw cause;
    }
  },
};

function localProvider(
  folder: string,
  known: Traits,
  thread: ComputeThread<typeof localContract>,
  { traits = {}, seed = "0", now = () => performance.now() }: OpenOptions,
): Provider {
  const queue = createLocalQueue((input, signal) => thread.call("advance", input, { signal }));
  return {
    id: "local",
    model: folder,
    traits: { ...known, ...traits },
    complete: async (request, { signal } = {}) => {
      const start = now();
      const answer = await queue.ask(wantedOf(request, seed), signal);
      return { ...replyOf(answer, request), latencyMs: now() - start, model: folder };
    },
    close: () => thread.close(),
  };
}

function wantedOf(request: Request, seed: string | number): Omit<Wanted, "id"> {
  const { messages, tools, sampling, subject, responseSchema } = request;
  if (responseSchema !== undefined)
    throw new ProviderError({
      kind: "invalid-request",
      message: "a local model's reply cannot be held to a schema",
    });
  const { questionId = "", episodeId = "", sample = 0 } = subject ?? {};
  const draws = JSON.stringify([sampling.seed ?? seed, questionId, episodeId, sample]);
  return { messages, tools, sampling, draws };
}

/** Calls are read only where tools were offered; in other dialects the text is the dialect's. */
function replyOf({ text, finish, usage }: Answer, { tools, messages }: Request) {
  const turn = messages.filter(({ role }) => role === "assistant").length + 1;
  const spoken = tools.length === 0 ? { text, calls: [] } : splitCalls(text, turn);
  const hasCalls = spoken.calls.length > 0 && finish === "stop";
  return { ...spoken, finish: hasCalls ? ("tool-calls" as const) : finish, usage };
}
