/** Every way to reach a model. A new one is a file beside this one and a line here. */
import { describe, InputError } from "../errors.ts";
import { anthropic } from "./anthropic.ts";
import { google } from "./google.ts";
import { local } from "./local.ts";
import { openai } from "./openai.ts";
import { openaiCompatible } from "./openai-compatible.ts";
import type { Provider } from "./provider.ts";
import type { OpenOptions, ProviderKind } from "./provider-kind.ts";
import { recorded } from "./recorded.ts";
import { scripted } from "./scripted.ts";

export const providerKinds: readonly ProviderKind[] = [
  openai,
  anthropic,
  google,
  openaiCompatible,
  local,
  scripted,
  recorded,
];

/**
 * The model that a specification names: `openai:gpt-5`, `anthropic:claude-opus-4-5`, `google:gemini-3-pro`,
 * `openai-compatible:MODEL@http://localhost:8000/v1`, `local:FOLDER`, `scripted:oracle`, `recorded:FOLDER`. Keys are read from the
 * environment: `OPENAI_API_KEY`, `ANTHROPIC_API_KEY`, `GOOGLE_GENERATIVE_AI_API_KEY` (or `GEMINI_API_KEY`), and, where
 * the server wants one, `OPENAI_COMPATIBLE_API_KEY`. Retries, limits and budgets are wrapped around what comes back.
 *
 * Throws `InputError` for an unknown kind, a missing model or key.
 */
export async function openProvider(specification: string, options: OpenOptions = {}): Promise<Provider> {
  const [, id, name] = /^([a-z-]+):(.+)$/s.exec(specification) ?? [];
  const kind = providerKinds.find((candidate) => candidate.id === id);
  if (kind !== undefined && name !== undefined) return kind.open(name, options);
  const forms = providerKinds.map((known) => `${known.id}:${known.form}`);
  throw new InputError({ expected: `a model as ${forms.join(", ")}`, found: describe(specification) });
}

export { type Clock, machineClock } from "./clock.ts";
export { knownTraits } from "./known-models.ts";
export { readModelAsking, writeModelAsking } from "./model-asking.ts";
export * from "./prices.ts";
export * from "./provider.ts";
export type { OpenOptions, ProviderKind } from "./provider-kind.ts";
export { recordedReply } from "./recorded.ts";
export { scriptedProvider } from "./scripted.ts";
export * from "./scripted-source.ts";
export * from "./with-budget.ts";
export * from "./with-concurrency.ts";
export * from "./with-retries.ts";
export * from "./with-timeout.ts";
