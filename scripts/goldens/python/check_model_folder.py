"""Compare the engine with transformers on a model folder: token ids, pixels, logits.

    python scripts/goldens/python/check_model_folder.py MODEL [--adapter ADAPTER] [--cases N] [--seed S]

Random pictures of random sizes and random words, in one or two turns; prints the largest difference of each case and
exits with 1 where one is above 1e-4 (pixels: 1e-6) or where tokens differ. By hand, before a release.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from common import setup_torch

torch = setup_torch()

import numpy as np
from PIL import Image
from safetensors.torch import load_file
from transformers import AutoTokenizer, Qwen2_5_VLForConditionalGeneration
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

PROGRAM = Path(__file__).resolve().parent.parent / "model-logits.ts"
WORDS = ["What", "happens", "here", "the", "page", "shows", "42", "figures", "A", "B", "zoom", "[10, 20, 33, 47]"]


def make_case(folder, random, pictures):
    """Write PNGs and chat.json; give the messages."""
    names = []
    for index in range(pictures):
        width, height = (int(side) for side in random.integers(20, 500, 2))
        noise = random.integers(0, 256, (height // 9 + 1, width // 9 + 1, 3), dtype=np.uint8)
        name = f"{index}.png"
        Image.fromarray(noise).resize((width, height)).save(folder / name)
        names.append(name)

    def text(count):
        return " ".join(random.choice(WORDS, count))

    question = [{"type": "image"} for _ in names] + [{"type": "text", "text": text(12)}]
    messages = [{"role": "user", "content": question}, {"role": "assistant", "content": text(5)}]
    if random.random() < 0.5:
        messages += [{"role": "user", "content": text(4)}, {"role": "assistant", "content": text(3)}]
    (folder / "chat.json").write_text(json.dumps({"images": names, "messages": messages}))
    return names, messages


def reference(model, tokenizer, processor, folder, names, messages):
    text = tokenizer.apply_chat_template(messages, tokenize=False)
    inputs = {}
    if names:
        inputs = processor([Image.open(folder / name) for name in names], return_tensors="pt")
        for grid in inputs["image_grid_thw"]:
            count = int(grid.prod()) // processor.merge_size**2
            text = text.replace("<|image_pad|>", "<|placeholder|>" * count, 1)
        text = text.replace("<|placeholder|>", "<|image_pad|>")
    ids = torch.tensor([tokenizer(text)["input_ids"]])
    types = (ids == model.config.image_token_id).int()
    with torch.no_grad():
        logits = model(input_ids=ids, mm_token_type_ids=types, **inputs).logits[0]
    return ids[0], inputs.get("pixel_values"), logits


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("--adapter")
    parser.add_argument("--cases", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    model = Qwen2_5_VLForConditionalGeneration.from_pretrained(
        args.model, dtype=torch.float32, attn_implementation="eager"
    ).eval()
    if args.adapter:
        from peft import PeftModel

        model = PeftModel.from_pretrained(model, args.adapter).eval()
    tokenizer = AutoTokenizer.from_pretrained(args.model)
    processor = Qwen2VLImageProcessorPil.from_pretrained(args.model)
    random = np.random.default_rng(args.seed)
    failed = False
    for case in range(args.cases):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            names, messages = make_case(folder, random, pictures=case % 3)
            extra = [args.adapter] if args.adapter else []
            subprocess.run(["node", str(PROGRAM), args.model, name, *extra], check=True)
            got = load_file(folder / "engine.safetensors")
            ids, pixels, logits = reference(model, tokenizer, processor, folder, names, messages)
            same = got["input_ids"].int().tolist() == ids.tolist()
            pixel_gap = 0.0 if pixels is None else float((pixels.flatten() - got["pixel_values"]).abs().max())
            gap = float((logits - got["logits"]).abs().max()) if same else float("nan")
            top = bool((logits.argmax(-1) == got["logits"].argmax(-1)).all()) if same else False
        failed |= not (same and gap < 1e-4 and pixel_gap < 1e-6)
        print(
            f"case {case}: {len(names)} pictures, {len(ids)} tokens {'equal' if same else 'DIFFERENT'}, "
            f"pixels {pixel_gap:.1e}, logits {gap:.1e} (largest {float(logits.abs().max()):.1f}), argmax {'equal' if top else 'DIFFERENT'}"
        )
    sys.exit(1 if failed else 0)


main()
