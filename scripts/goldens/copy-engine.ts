/**
 * Make the goldens of the engine's weights and of Qwen2.5-VL's inputs again:
 *
 *     pip install -r scripts/goldens/python/requirements.txt
 *     python scripts/goldens/python/make_tokenizer.py --out <folder>
 *     python scripts/goldens/python/make_qwen2_5_vl.py --out <folder>
 *     node scripts/goldens/copy-engine.ts <folder>
 *     python scripts/goldens/python/make_trained_merges.py test/golden/engine/tokenizer
 *
 * Random weights are random to a file system too, so only what tests read is kept: of logits the last 16 positions
 * (each depends on all before it), JSON without its spaces.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openSafetensors, readTensors } from "../../src/engine/weights/safetensors.ts";
import { writeSafetensors } from "../../src/engine/weights/safetensors-writer.ts";
import type { Tensor } from "../../src/engine/weights/tensor.ts";

const target = fileURLToPath(new URL("../../test/golden/engine/", import.meta.url));
const KEPT_POSITIONS = 16;
/** Of greedy decoding; its tokens are in the JSON. */
const UNREAD = /\.(logits_first8|top5_ids|top5_logits|entropy)$/;

const COPIED = [
  "qwen2_5_vl/tied/chat_template.jinja",
  "qwen2_5_vl/tied/config.json",
  "qwen2_5_vl/tied/generation_config.json",
  "qwen2_5_vl/tied/preprocessor_config.json",
  "qwen2_5_vl/tied/special_tokens_map.json",
  "qwen2_5_vl/tied/tokenizer_config.json",
  "qwen2_5_vl/tied/tokenizer.json",
  "qwen2_5_vl/tied/model.safetensors",
  "qwen2_5_vl/untied/config.json",
  "qwen2_5_vl/untied/model.safetensors",
  "qwen2_5_vl/lora_by_name/adapter_config.json",
  "qwen2_5_vl/lora_by_name/adapter_model.safetensors",
  "qwen2_5_vl/lora_language/adapter_config.json",
  "qwen2_5_vl/lora_language/adapter_model.safetensors",
  "qwen2_5_vl/images/img0_lines_150x93.png",
  "qwen2_5_vl/images/img1_dots_61x217.png",
  "qwen2_5_vl/images/img2_gradient_200x200_rgba.png",
  "qwen2_5_vl/images/img3_dots_20x13.png",
  "qwen2_5_vl/images/img4_lines_300x31_grey.png",
  "qwen2_5_vl/images/img5_gradient_405x263.png",
  "tokenizer/hermes_tools.jinja",
];
const COMPACTED = [
  "qwen2_5_vl/cases/preprocess.json",
  "qwen2_5_vl/cases/windows.json",
  "qwen2_5_vl/cases/forward_tied.json",
  "qwen2_5_vl/cases/forward_untied.json",
  "qwen2_5_vl/cases/greedy_tied.json",
  "qwen2_5_vl/cases/greedy_untied.json",
  "qwen2_5_vl/cases/train_tied.json",
  "tokenizer/strings.json",
  "tokenizer/chats.json",
  "tokenizer/tokenizer_legacy_merges.json",
];
const TRIMMED = [
  "qwen2_5_vl/cases/forward_tied.safetensors",
  "qwen2_5_vl/cases/forward_untied.safetensors",
  "qwen2_5_vl/cases/greedy_tied.safetensors",
  "qwen2_5_vl/cases/greedy_untied.safetensors",
  "qwen2_5_vl/cases/train_tied.safetensors",
  "qwen2_5_vl/cases/lora_by_name.safetensors",
  "qwen2_5_vl/cases/lora_language.safetensors",
];

function trimmed(name: string, { shape, data }: Tensor): Tensor {
  const [rows = 0, columns = 0] = shape;
  if (!name.endsWith(".logits") || rows <= KEPT_POSITIONS) return { shape, data };
  return { shape: [KEPT_POSITIONS, columns], data: data.slice(-KEPT_POSITIONS * columns) };
}

/** Integers become float32, which holds token ids exactly. */
async function trim(from: string, to: string): Promise<void> {
  const tensors = await readTensors(await openSafetensors(from));
  const read = [...tensors].filter(([name]) => !UNREAD.test(name));
  await writeSafetensors(to, new Map(read.map(([name, tensor]) => [name, trimmed(name, tensor)])));
}

function compact(from: string, to: string): void {
  writeFileSync(to, `${JSON.stringify(JSON.parse(readFileSync(from, "utf8")))}\n`);
}

const source = process.argv[2];
if (source === undefined) throw new Error("usage: node scripts/goldens/copy-engine.ts <goldens folder>");
for (const [files, make] of [
  [COPIED, copyFileSync],
  [COMPACTED, compact],
  [TRIMMED, trim],
] as const)
  for (const file of files) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    await make(join(source, file), join(target, file));
  }
