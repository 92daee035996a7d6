/** A Qwen2.5-VL model in memory: its configuration and its parameters, ready to run and to train. */
import { InputError } from "../../../errors.ts";
import { formatShape } from "../../onnx/index.ts";
import { createParameters, type ParameterStore, parametersOf } from "../../optim/parameters.ts";
import { type Checkpoint, readWeight } from "../../weights/checkpoint.ts";
import type { Tensor } from "../../weights/tensor.ts";
import type { Qwen25VlConfig } from "./config.ts";
import { hubName } from "./parameter-names.ts";
import { qwen25VlParameters } from "./parameters.ts";

/**
 * Read the weights of a model folder, opened with {@link moduleName}, into flat buffers; `trains` says which parameters the optimiser may change. One
 * tensor is held beside the buffers at a time.
 *
 * @throws InputError where a tensor is missing or has another shape than config.json says
 */
export async function loadParameters(
  config: Qwen25VlConfig,
  checkpoint: Checkpoint,
  trains: (name: string) => boolean = () => true,
): Promise<ParameterStore> {
  const store = createParameters(qwen25VlParameters(config), trains);
  for (const { name, shape, data } of parametersOf(store)) {
    const tensor = await readWeight(checkpoint, name);
    if (formatShape(tensor.shape) !== formatShape(shape))
      throw new InputError({
        file: checkpoint.folder,
        at: name,
        expected: `${formatShape(shape)}, as config.json says`,
        found: formatShape(tensor.shape),
        hint: "the weights and config.json do not belong together",
      });
    data.set(tensor.data);
  }
  return store;
}

/** The parameters as tensors of a model folder, under the hub's names. */
export const savedTensors = (store: ParameterStore): ReadonlyMap<string, Tensor> =>
  new Map(parametersOf(store).map(({ name, shape, data }) => [hubName(name), { shape, data }]));
