/**
 * The weights of a model in two flat buffers, those that train and those that do not. The views feed sessions without
 * a copy, so what the optimiser writes is what the next run reads.
 */
import {
  type ArraySpec,
  arrayOf,
  arraysOf,
  type FlatArrays,
  layoutOf,
  type NamedArray,
  zeroArrays,
} from "./layout.ts";

export interface ParameterStore {
  readonly trainable: FlatArrays;
  readonly frozen: FlatArrays;
}

/** Zeroed parameters; `trains` says which of them the optimiser may change. */
export function createParameters(
  specs: readonly ArraySpec[],
  trains: (name: string) => boolean,
): ParameterStore {
  layoutOf(specs); // Refuses a name that is on both sides.
  return {
    trainable: zeroArrays(layoutOf(specs.filter(({ name }) => trains(name)))),
    frozen: zeroArrays(layoutOf(specs.filter(({ name }) => !trains(name)))),
  };
}

/** A view of one parameter, wherever it lies; throws `RangeError` on an unknown name. */
export function parameterOf({ trainable, frozen }: ParameterStore, name: string): NamedArray {
  return arrayOf(frozen.layout.byName.has(name) ? frozen : trainable, name);
}

/** Views of all parameters: the trainable ones, then the frozen ones. */
export function parametersOf({ trainable, frozen }: ParameterStore): NamedArray[] {
  return [...arraysOf(trainable), ...arraysOf(frozen)];
}

/** The parameters as inputs of a session, by name: views, so that they are fed without a copy. */
export function feedsOf(store: ParameterStore): Record<string, Float32Array> {
  return Object.fromEntries(parametersOf(store).map(({ name, data }) => [name, data]));
}

/** A zeroed buffer for the gradients of what trains; its views are where a session writes them. */
export function gradientsFor({ trainable }: ParameterStore): FlatArrays {
  return zeroArrays(trainable.layout);
}
