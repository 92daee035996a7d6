/** What an episode has to know about a model folder. */
import type { Model } from "../engine/index.ts";
import { knownTraits } from "./known-models.ts";
import type { Traits } from "./provider.ts";

export function localTraits({ architecture, template }: Pick<Model, "architecture" | "template">): Traits {
  const { factor, minPixels, maxPixels } = architecture.pictures.limits;
  return {
    // All families of the engine speak of px of the picture that they see (`SizedPicture.size`).
    frame: "model",
    factor,
    minPixels,
    maxPixels,
    nativeTools: offersTools(template),
    logProbs: false,
    family: knownTraits(String(architecture.json["model_type"])).family,
  };
}

/** Whether the template tells the model of tools; many of vision-language models do not. */
function offersTools(template: Model["template"]): boolean {
  const name = "probe_of_tools";
  const tool = {
    type: "function",
    function: { name, description: "", parameters: { type: "object", properties: {} } },
  };
  return template.render({ messages: [{ role: "user", content: "?" }], tools: [tool] }).includes(name);
}
