/** Google's models through the Gemini API (generateContent). */
import { hostedProvider } from "./ai-sdk.ts";
import { imageWire } from "./image-wire.ts";
import { redactor, requireKey } from "./keys.ts";
import { hostedTraits } from "./known-models.ts";
import { checkBaseUrl, type ProviderKind } from "./provider-kind.ts";

export const google: ProviderKind = {
  id: "google",
  form: "MODEL",
  open: async (name, options) => {
    const { createGoogle } = await import("@ai-sdk/google");
    const apiKey = requireKey(["GOOGLE_GENERATIVE_AI_API_KEY", "GEMINI_API_KEY"], options);
    const baseURL = checkBaseUrl(options.baseUrl ?? "https://generativelanguage.googleapis.com/v1beta");
    const wire = imageWire();
    return hostedProvider({
      id: "google",
      model: createGoogle({ apiKey, baseURL, fetch: wire.fetch })(name),
      wire,
      traits: hostedTraits(name, options.traits),
      redact: redactor(apiKey),
      keepsState: true, // thought signatures
      now: options.now,
    });
  },
};
