import { type Model, saveAdapter, saveModel } from "../../engine/index.ts";
import { writeFolder } from "../../store/index.ts";

/** The model as a Hugging Face folder, an adapter merged in, and the adapter alone where one trained. */
export async function saveLearnt(
  model: Model,
  folders: { readonly model: string; readonly adapter: string },
): Promise<void> {
  await saveModel(model, folders.model, { replace: true });
  if (model.adapter === undefined) return;
  await writeFolder(folders.adapter, (fresh) => saveAdapter(model, fresh), { replace: true });
}
