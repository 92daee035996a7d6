/** `training.json` of a checkpoint: what the other files hold, and whether that fits a run. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { InputError, reasonOf } from "../../errors.ts";
import { checkInput, type Json, parseJson } from "../../json.ts";
import { type ArraySpec, type FlatArrays, layoutDifference } from "./layout.ts";
import type { OptimiserState } from "./optimiser.ts";
import type { TrainingBuffers, TrainingProgress } from "./training-state.ts";

const word = z.int();
const json: z.ZodType<Json> = z.json();

const ManifestSchema = z.object({
  kind: z.literal("benday-training"),
  version: z.literal(1),
  /** Updates done. */
  step: z.int().min(0),
  /** What trains, in the order of its buffer. */
  parameters: z.array(z.object({ name: z.string(), shape: z.array(z.int().min(1)).readonly() })),
  /** {@link fingerprint} of what does not train. */
  frozen: z.string(),
  transforms: z.array(z.object({ name: z.string(), buffers: z.array(z.string()) })),
  /** Weight of the gradients that wait for their update. */
  accumulated: z.number().min(0),
  random: z.record(
    z.string(),
    z.object({ key: z.string(), words: z.tuple([word, word, word, word]).readonly() }),
  ),
  notes: json,
  /** Of each other file. */
  sha256: z.record(z.string(), z.string()),
});

export type Manifest = z.output<typeof ManifestSchema>;

export function manifestOf(
  { parameters, optimiser, accumulator }: TrainingBuffers,
  { random, notes }: TrainingProgress,
  sha256: Readonly<Record<string, string>>,
): Manifest {
  return {
    kind: "benday-training",
    version: 1,
    step: optimiser.step,
    parameters: specsOf(parameters.trainable),
    frozen: fingerprint(parameters.frozen),
    transforms: chainOf(optimiser),
    accumulated: accumulator?.weight ?? 0,
    random,
    notes,
    sha256,
  };
}

function specsOf({ layout }: FlatArrays): ArraySpec[] {
  return layout.slots.map(({ name, shape }) => ({ name, shape }));
}

function chainOf({ transforms }: OptimiserState): Manifest["transforms"] {
  return transforms.map(({ name, buffers }) => ({ name, buffers: Object.keys(buffers) }));
}

/** Names, shapes and up to 65,536 elements, evenly spread: tells another base without reading gigabytes each time. */
function fingerprint(arrays: FlatArrays): string {
  const { data } = arrays;
  const stride = Math.ceil(data.length / 65_536);
  const sample = Float32Array.from(
    { length: Math.ceil(data.length / Math.max(1, stride)) },
    (_, i) => data[i * stride] ?? 0,
  );
  const hash = createHash("sha256").update(JSON.stringify(specsOf(arrays)));
  return hash.update(new Uint8Array(sample.buffer)).digest("hex");
}

/** Throws `InputError` where the file is missing, is no manifest, or is one of another version. */
export async function readManifest(file: string): Promise<Manifest> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new InputError({ file, expected: "a training checkpoint", found: reasonOf(cause) }, { cause });
  });
  return checkInput(ManifestSchema, parseJson(text, file), file);
}

/** Throws `InputError` where the manifest is not one of such a run. */
export function checkManifest(manifest: Manifest, file: string, buffers: TrainingBuffers): void {
  const { parameters, optimiser, accumulator } = buffers;
  const refuse = (at: string, expected: string, found: string): never => {
    throw new InputError({
      file,
      at,
      expected,
      found,
      hint: "resume with the settings that the run began with",
    });
  };
  const difference = layoutDifference(parameters.trainable.layout, { slots: manifest.parameters });
  if (difference !== undefined) refuse("parameters", difference.expected, difference.found);
  if (manifest.frozen !== fingerprint(parameters.frozen)) {
    refuse("frozen", "the base model of this run", "another base model");
  }
  const [expected, found] = [chainOf(optimiser), manifest.transforms].map(chainText);
  if (expected !== found) refuse("transforms", expected ?? "", found ?? "");
  if (manifest.accumulated > 0 && accumulator === undefined) {
    refuse("accumulated", "no gradients that wait", "some");
  }
}

function chainText(chain: Manifest["transforms"]): string {
  return chain.map(({ name, buffers }) => `${name}(${buffers})`).join(" -> ");
}
