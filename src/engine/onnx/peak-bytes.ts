/** How much memory a run holds for intermediate results: what onnxruntime keeps for as long as a session is open. */
import { sizeOf } from "./shape.ts";
import { type Application, elementType, type FloatType, type Tensor } from "./vocabulary.ts";

const ELEMENT_BYTES = { float32: 4, float64: 8, int32: 4, int64: 8, bool: 1 } as const;

/**
 * Most bytes of results that are alive at once where operations run in order and each result goes after its last use. An
 * estimate: onnxruntime also computes in place, fuses operations, and rounds its blocks up.
 *
 * @param wanted results that stay to the end
 */
export function peakBytes(
  applications: readonly Application[],
  wanted: readonly Tensor[],
  float: FloatType,
): number {
  const bytesOf = ({ shape, dtype }: Tensor): number =>
    ELEMENT_BYTES[elementType(dtype, float)] * sizeOf(shape);
  const lastUse = lastUses(applications, wanted);
  const ending = Map.groupBy(lastUse.keys(), (tensor) => lastUse.get(tensor));
  let alive = 0;
  let peak = 0;
  for (const [place, { outputs }] of applications.entries()) {
    const made: readonly Tensor[] = outputs;
    for (const tensor of made) if (lastUse.has(tensor)) alive += bytesOf(tensor);
    peak = Math.max(peak, alive);
    for (const tensor of ending.get(place) ?? []) alive -= bytesOf(tensor);
  }
  return peak;
}

/** The place of the application behind which a result is needed no more; of those wanted, behind all. */
function lastUses(
  applications: readonly Application[],
  wanted: readonly Tensor[],
): ReadonlyMap<Tensor, number> {
  const lastUse = new Map<Tensor, number>();
  for (const [place, { inputs }] of applications.entries())
    for (const tensor of inputs) if (tensor !== undefined) lastUse.set(tensor, place);
  for (const tensor of wanted) lastUse.set(tensor, applications.length);
  return lastUse;
}
