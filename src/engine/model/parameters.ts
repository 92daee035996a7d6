/** Weights of a folder into the flat buffers that run and train. */
import { InputError } from "../../errors.ts";
import type { ArraySpec } from "../optim/layout.ts";
import { createParameters, type ParameterStore, parametersOf } from "../optim/parameters.ts";
import { type Checkpoint, checkShapes, readWeight } from "../weights/checkpoint.ts";

/**
 * Read the parameters of a model, in the engine's names; `trains` says which of them the optimiser may change. `more`
 * (adapters) stay zero. One tensor is held beside the buffers at a time.
 *
 * @throws InputError where a tensor is missing, has another shape than config.json says, or holds no fractions; nothing
 *   large has been allocated then
 */
export async function loadParameters(
  parameters: readonly ArraySpec[],
  checkpoint: Checkpoint,
  trains: (name: string) => boolean = () => true,
  more: readonly ArraySpec[] = [],
): Promise<ParameterStore> {
  checkShapes(checkpoint, new Map(parameters.map(({ name, shape }) => [name, shape])));
  for (const { name } of parameters) checkDtype(checkpoint, name);
  const store = createParameters([...parameters, ...more], trains);
  const stored = new Set(parameters.map(({ name }) => name));
  for (const { name, data } of parametersOf(store))
    if (stored.has(name)) data.set((await readWeight(checkpoint, name)).data);
  return store;
}

const FRACTIONS: ReadonlySet<string> = new Set(["F64", "F32", "F16", "BF16"]);

function checkDtype({ tensors }: Checkpoint, name: string): void {
  const stored = tensors.get(name);
  const dtype = stored?.file.tensors.get(stored.name)?.dtype ?? "none";
  if (!FRACTIONS.has(dtype))
    throw new InputError({
      file: stored?.file.file,
      at: stored?.name ?? name,
      expected: `weights in ${[...FRACTIONS].join(", ")}`,
      found: dtype,
      hint: "the folder is quantised: take the unquantised one",
    });
}
