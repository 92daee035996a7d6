/** The thread of a local model. */
import { serveCompute } from "../engine/index.ts";
import { localContract } from "./local-contract.ts";
import { type LocalModel, openLocalModel } from "./local-model.ts";

let model: LocalModel | undefined;

serveCompute(localContract, {
  open: async ({ folder }) => {
    model = await openLocalModel(folder);
    return { traits: model.traits };
  },
  advance: ({ wanted, forget }, { signal }) => {
    if (model === undefined) throw new Error("advance: expected an open folder, got none");
    return model.advance(wanted, forget, signal);
  },
});
