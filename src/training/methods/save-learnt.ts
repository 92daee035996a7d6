import { type Model, saveAdapter, saveModel } from "../../engine/index.ts";
import { writeModelAsking } from "../../providers/model-asking.ts";
import { writeFolder } from "../../store/index.ts";
import type { TrainConfig } from "../config.ts";

/** The model as a Hugging Face folder that says how it was asked, an adapter merged in, and the adapter alone where one trained. */
export async function saveLearnt(
  model: Model,
  { dialect, maxPixels, zoomMaxPixels, maxTurns, maxTokens }: TrainConfig,
  folders: { readonly model: string; readonly adapter: string },
): Promise<void> {
  // One swap: a model that stands alone for a moment would, if the run is killed then, be asked in other ways ever after.
  await writeFolder(
    folders.model,
    async (fresh) => {
      await saveModel(model, fresh, { replace: true });
      await writeModelAsking(fresh, { dialect, maxPixels, zoomMaxPixels, maxTurns, maxTokens });
    },
    { replace: true },
  );
  if (model.adapter === undefined) return;
  await writeFolder(folders.adapter, (fresh) => saveAdapter(model, fresh), { replace: true });
}
