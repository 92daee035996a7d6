/**
 * First values of parameters. Each parameter draws from a stream of its own, named by it: another parameter more, or
 * another order, changes no value of the others.
 */
import { type Random, seeded } from "../../random.ts";
import { type ArraySpec, arraysOf, type FlatArrays, type NamedArray } from "./layout.ts";

/** Fills one array. */
export type Initialiser = (array: NamedArray, random: Random) => void;

/** Fills all arrays, each by the initialiser that `choose` names for it. */
export function initialise(
  arrays: FlatArrays,
  seed: string | number,
  choose: (spec: ArraySpec) => Initialiser,
): void {
  const random = seeded(seed);
  for (const array of arraysOf(arrays)) choose(array)(array, random.fork(array.name));
}

export function fill(value: number): Initialiser {
  return ({ data }) => void data.fill(value);
}

export const zeros = fill(0);
export const ones = fill(1);

/** Mean 0. */
export function normal(deviation: number): Initialiser {
  return ({ data }, random) => {
    for (let i = 0; i < data.length; i++) data[i] = deviation * gaussian(random);
  };
}

/** Mean 0; what lies further out than `cut` deviations is drawn again. */
export function truncatedNormal(deviation: number, cut = 2): Initialiser {
  if (!(cut > 0)) throw new RangeError(`truncatedNormal: expected a positive cut, got ${cut}`);
  return ({ data }, random) => {
    for (let i = 0; i < data.length; i++) {
      let value = gaussian(random);
      while (Math.abs(value) > cut) value = gaussian(random);
      data[i] = deviation * value;
    }
  };
}

/**
 * `torch.nn.init.kaiming_uniform_(a=sqrt(5))`, the default of linear layers: uniform within 1 / sqrt(fan in), where
 * the fan in is the product of all sizes but the first.
 */
export const kaimingUniform: Initialiser = ({ data, shape }, random) => {
  const fanIn = shape.slice(1).reduce((product, size) => product * size, 1);
  const bound = 1 / Math.sqrt(fanIn);
  for (let i = 0; i < data.length; i++) data[i] = random.range(-bound, bound);
};

/** As `_init_weights` of most transformers: matrices normal with 0.02, biases 0, the gains of norms 1. */
export function transformerInitialiser({ name, shape }: ArraySpec): Initialiser {
  if (shape.length > 1) return normal(0.02);
  return name.endsWith("bias") ? zeros : ones;
}

/** One standard normal number (Box & Muller 1958); 1 - next() is never 0. */
function gaussian(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}
