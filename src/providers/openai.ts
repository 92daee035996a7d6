/** OpenAI's models through its Responses API, which is the AI SDK's choice. `seed` and `stop` have no field there. */
import { hostedProvider } from "./ai-sdk.ts";
import { imageWire } from "./image-wire.ts";
import { redactor, requireKey } from "./keys.ts";
import { hostedTraits } from "./known-models.ts";
import { checkBaseUrl, type ProviderKind } from "./provider-kind.ts";

export const openai: ProviderKind = {
  id: "openai",
  form: "MODEL",
  open: async (name, options) => {
    const { createOpenAI } = await import("@ai-sdk/openai");
    const apiKey = requireKey(["OPENAI_API_KEY"], options);
    const baseURL = checkBaseUrl(options.baseUrl ?? "https://api.openai.com/v1");
    const wire = imageWire();
    return hostedProvider({
      id: "openai",
      model: createOpenAI({ apiKey, baseURL, fetch: wire.fetch }).responses(name),
      wire,
      traits: hostedTraits(name, options.traits),
      redact: redactor(apiKey),
      // Nothing is to stay on the server: pages are often under licence.
      providerOptions: { openai: { store: false } },
      now: options.now,
    });
  },
};
