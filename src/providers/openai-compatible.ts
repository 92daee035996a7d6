/** Any server that speaks OpenAI's Chat Completions: vLLM, SGLang, Ollama, llama.cpp, and many hosts. */
import { describe, InputError } from "../errors.ts";
import { hostedProvider } from "./ai-sdk.ts";
import { imageWire } from "./image-wire.ts";
import { findKey, redactor } from "./keys.ts";
import { hostedTraits } from "./known-models.ts";
import { checkBaseUrl, type ProviderKind } from "./provider-kind.ts";

export const openaiCompatible: ProviderKind = {
  id: "openai-compatible",
  form: "MODEL@URL",
  open: async (name, options) => {
    const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
    const { model, baseUrl } = splitAddress(name, options.baseUrl);
    const apiKey = findKey(["OPENAI_COMPATIBLE_API_KEY"], options);
    const wire = imageWire();
    const provider = createOpenAICompatible({
      name: "openaiCompatible",
      baseURL: checkBaseUrl(baseUrl),
      supportsStructuredOutputs: true,
      fetch: wire.fetch,
      ...(apiKey !== undefined && { apiKey }),
    });
    return hostedProvider({
      id: "openai-compatible",
      model: provider.chatModel(model),
      wire,
      traits: hostedTraits(model, options.traits),
      redact: redactor(apiKey),
      now: options.now,
    });
  },
};

/** `MODEL@URL` in its two parts; model names may hold an `@` themselves. */
function splitAddress(name: string, baseUrl: string | undefined): { model: string; baseUrl: string } {
  const [, model, url] = /^(.+?)@(https?:\/\/.*)$/s.exec(name) ?? [];
  if (model !== undefined && url !== undefined) return { model, baseUrl: url };
  if (baseUrl !== undefined) return { model: name, baseUrl };
  throw new InputError({
    expected: "MODEL@URL, as in openai-compatible:Qwen/Qwen2.5-VL-7B-Instruct@http://localhost:8000/v1",
    found: describe(name),
  });
}
