/** Anthropic's models through its Messages API, which has no `seed`. */
import { hostedProvider } from "./ai-sdk.ts";
import { imageWire } from "./image-wire.ts";
import { redactor, requireKey } from "./keys.ts";
import { hostedTraits } from "./known-models.ts";
import { checkBaseUrl, type ProviderKind } from "./provider-kind.ts";

export const anthropic: ProviderKind = {
  id: "anthropic",
  form: "MODEL",
  open: async (name, options) => {
    const { createAnthropic } = await import("@ai-sdk/anthropic");
    const apiKey = requireKey(["ANTHROPIC_API_KEY"], options);
    const baseURL = checkBaseUrl(options.baseUrl ?? "https://api.anthropic.com/v1");
    const wire = imageWire();
    return hostedProvider({
      id: "anthropic",
      model: createAnthropic({ apiKey, baseURL, fetch: wire.fetch })(name),
      wire,
      traits: hostedTraits(name, options.traits),
      redact: redactor(apiKey),
      now: options.now,
    });
  },
};
