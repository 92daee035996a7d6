/**
 * What is known of models by their names: the frame in which they point at places, and the limits of their pictures.
 * A model that is not here speaks in thousandths, which hold whatever a server does to the picture's size.
 */
import type { Traits } from "./provider.ts";

type KnownTraits = Pick<Traits, "frame" | "family"> & Partial<Traits>;

interface KnownModel {
  readonly name: RegExp;
  readonly traits: KnownTraits;
}

/** The first that fits. Limits of the Qwen models: `preprocessor_config.json` of their folders on Hugging Face. */
const KNOWN_MODELS: readonly KnownModel[] = [
  {
    name: /qwen-?2\.5-?(vl|omni)|deepeyes|mini-?o3/i,
    traits: { family: "qwen", frame: "model", factor: 28, minPixels: 3136, maxPixels: 12_845_056 },
  },
  {
    name: /qwen-?2-?vl/i,
    traits: { family: "qwen", frame: "thousandths", factor: 28, minPixels: 3136, maxPixels: 12_845_056 },
  },
  {
    name: /qwen-?3(\.\d+)?(-|$)/i,
    traits: { family: "qwen", frame: "thousandths", factor: 32, minPixels: 65_536, maxPixels: 16_777_216 },
  },
  { name: /qwen|qvq/i, traits: { family: "qwen", frame: "thousandths" } },
  /**
   * Pixels of the picture as sent, as long as the server need not shrink it: at most 1.15 megapixels and a long side of
   * 1568 px (https://docs.claude.com/en/docs/build-with-claude/vision).
   */
  { name: /claude/i, traits: { family: "claude", frame: "model", factor: 1, maxPixels: 1_150_000 } },
  /** https://ai.google.dev/gemini-api/docs/image-understanding; larger ones than 3072 x 3072 px are shrunk. */
  { name: /gemini/i, traits: { family: "gemini", frame: "thousandths", maxPixels: 9_437_184 } },
  { name: /gemma|paligemma/i, traits: { family: "gemma", frame: "thousandths" } },
  { name: /(^|\/)(chat)?gpt|(^|\/)o\d/i, traits: { family: "gpt", frame: "thousandths" } },
  { name: /internvl/i, traits: { family: "internvl", frame: "thousandths" } },
  { name: /llava/i, traits: { family: "llava", frame: "thousandths" } },
  { name: /llama/i, traits: { family: "llama", frame: "thousandths" } },
  { name: /pixtral|mistral/i, traits: { family: "mistral", frame: "thousandths" } },
  { name: /smolvlm/i, traits: { family: "smolvlm", frame: "thousandths" } },
  { name: /glm/i, traits: { family: "glm", frame: "thousandths" } },
];

/** Frame, limits and family of a model; one nobody knows is a family of its own. */
export function knownTraits(model: string): KnownTraits {
  const known = KNOWN_MODELS.find(({ name }) => name.test(model));
  return known?.traits ?? { family: model.toLowerCase(), frame: "thousandths" };
}

/** Traits of a model behind an HTTP interface: native tools, no log-probs (none of the clients asks for them). */
export function hostedTraits(model: string, own: Partial<Traits> = {}): Traits {
  return { nativeTools: true, logProbs: false, ...knownTraits(model), ...own };
}
