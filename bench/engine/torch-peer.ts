/** PyTorch in a process of its own, where a Python with torch and transformers is installed. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { writeQwen25VlConfig } from "../../src/engine/families/qwen2.5-vl/config.ts";
import { repeatFrames } from "../../src/engine/families/qwen2.5-vl/image-processor.ts";
import { hubName } from "../../src/engine/families/qwen2.5-vl/parameter-names.ts";
import { patchFeatures } from "../../src/engine/families/qwen2.5-vl/vision.ts";
import { KEEP_FREED_MEMORY } from "../../src/engine/onnx/freed-memory.ts";
import { parametersOf } from "../../src/engine/optim/parameters.ts";
import { writeModelFolder } from "../../src/engine/weights/model-folder.ts";
import { RATE } from "./training.ts";
import { randomBatch, randomParameters, type Workload } from "./workload.ts";

const Answer = z.object({
  ms: z.number().optional(),
  loss: z.number().optional(),
  torch: z.string().optional(),
  transformers: z.string().optional(),
});
export type PeerAnswer = z.infer<typeof Answer>;

export interface TorchPeer {
  readonly versions: string;
  /** Loads the workload's model, with the weights that ours has, and its batch. */
  readonly load: (workload: Workload) => Promise<void>;
  /** Does one thing; see `torch_peer.py`. */
  readonly ask: (request: Readonly<Record<string, string | number>>) => Promise<PeerAnswer>;
  readonly close: () => Promise<void>;
}

/** The environment less what this process was told about memory: the peer manages its own as it always does. */
const ownMemory = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !Object.hasOwn(KEEP_FREED_MEMORY, name)));

/** Starts the peer; undefined where this Python lacks torch or transformers, or is none. */
export async function startTorchPeer(python: string, threads: number): Promise<TorchPeer | undefined> {
  const child = spawn(python, [join(import.meta.dirname, "torch_peer.py")], {
    stdio: ["pipe", "pipe", "ignore"],
    env: {
      ...ownMemory(),
      OMP_NUM_THREADS: `${threads}`,
      HF_HUB_OFFLINE: "1",
      TOKENIZERS_PARALLELISM: "false",
    },
  });
  const ended = new Promise<undefined>((resolve) => {
    child.once("error", () => resolve(undefined));
    child.once("exit", () => resolve(undefined));
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<PeerAnswer | undefined> => {
    const line = await Promise.race([lines.next(), ended]);
    return line === undefined || line.done === true ? undefined : Answer.parse(JSON.parse(line.value));
  };
  const hello = await read();
  if (hello === undefined) return undefined;
  return peerOf(child, read, ended, `torch ${hello.torch}, transformers ${hello.transformers}`);
}

function peerOf(
  child: ChildProcess,
  read: () => Promise<PeerAnswer | undefined>,
  ended: Promise<undefined>,
  versions: string,
): TorchPeer {
  const ask = async (request: object): Promise<PeerAnswer> => {
    child.stdin?.write(`${JSON.stringify(request)}\n`);
    const answer = await read();
    if (answer === undefined) throw new Error(`torch peer: ended at ${JSON.stringify(request)}`);
    return answer;
  };
  return {
    versions,
    ask,
    load: async (workload) => {
      const folder = await mkdtemp(join(tmpdir(), "bench-engine-"));
      try {
        await writePeerFolder(join(folder, "model"), workload);
        await ask({ load: join(folder, "model") });
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    close: async () => {
      child.stdin?.end();
      await ended;
    },
  };
}

/** The model and the batch that our own steps use. */
async function writePeerFolder(folder: string, workload: Workload): Promise<void> {
  const { config } = workload;
  const { batch, labels } = randomBatch(workload, "batch");
  await writeModelFolder(folder, {
    config: writeQwen25VlConfig(config),
    tokenizer: new Map(),
    weights: new Map(
      parametersOf(randomParameters(config)).map(({ name, ...tensor }) => [hubName(name), tensor]),
    ),
  });
  const wanted = batch.sequences.map(({ tokens }) => Array.from(tokens, () => -100));
  for (const [at, { sequence, token }] of batch.predicted.entries()) {
    const row = wanted[sequence];
    if (row !== undefined) row[token + 1] = labels[at] ?? -100;
  }
  const images = batch.sequences.flatMap((sequence) => sequence.images);
  const { temporalPatchSize } = config.vision;
  const json = {
    input_ids: batch.sequences.map(({ tokens }) => Array.from(tokens)),
    labels: wanted,
    grids: images.map(({ grid }) => [grid.time, grid.height, grid.width]),
    features: patchFeatures(config.vision) * temporalPatchSize,
    image_token: config.tokens.image,
    rate: RATE,
  };
  await writeFile(join(folder, "batch.json"), JSON.stringify(json));
  const repeated = images.map(({ pixels }) => bytesOf(repeatFrames(pixels, config.vision)));
  await writeFile(join(folder, "pixels.f32"), Buffer.concat(repeated));
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
