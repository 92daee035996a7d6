"""The same model and step in PyTorch, for `npm run bench -- engine`: answers one JSON line for each on stdin.

{"load": folder} -> {}: a model folder with batch.json and pixels.f32 (patches x features, float32).
{"do": "train" | "forward"} -> {"ms": ..., "loss": ...}: one step on that batch.
{"do": "generate", "rollouts": n, "tokens": t} -> {"ms": ..., "tokens": t}: t sampled tokens for each of n
rows that continue the first sequence (num_return_sequences).
{"do": "product", "size": n} -> {"ms": ...}: a product of two n x n matrices.

transformers' Qwen2_5_VLForConditionalGeneration as it is: eager (not compiled), its default attention (sdpa), float32.
"""
import json
import os
import sys
import time

import numpy
import torch
import transformers


def tensors(folder):
    """The batch as the model takes it."""
    with open(os.path.join(folder, "batch.json"), encoding="utf-8") as file:
        batch = json.load(file)
    pixels = numpy.fromfile(os.path.join(folder, "pixels.f32"), dtype="<f4").reshape(-1, batch["features"])
    ids = torch.tensor(batch["input_ids"])
    return {
        "input_ids": ids,
        "attention_mask": torch.ones_like(ids),
        "mm_token_type_ids": (ids == batch["image_token"]).int(),
        "pixel_values": torch.from_numpy(pixels),
        "image_grid_thw": torch.tensor(batch["grids"]),
        "labels": torch.tensor(batch["labels"]),
    }, batch["rate"]


class Loaded:
    def __init__(self, folder):
        self.inputs, rate = tensors(folder)
        self.square = None
        self.model = transformers.Qwen2_5_VLForConditionalGeneration.from_pretrained(folder, dtype=torch.float32)
        self.optimiser = torch.optim.AdamW(self.model.parameters(), lr=rate, weight_decay=0.01, fused=True)

    def train(self, _):
        self.model.train()
        loss = self.model(**self.inputs, use_cache=False).loss
        loss.backward()
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        return {"loss": loss.item()}

    @torch.no_grad()
    def forward(self, _):
        return {"loss": self.model(**self.inputs, use_cache=False).loss.item()}

    @torch.no_grad()
    def product(self, request):
        size = request["size"]
        if self.square is None or self.square.shape[0] != size:
            self.square = torch.full((size, size), 0.5)
        torch.mm(self.square, self.square)
        return {}

    @torch.no_grad()
    def generate(self, request):
        self.model.eval()
        grid = self.inputs["image_grid_thw"][:1]
        patches = int(grid.prod())
        prompt = {name: self.inputs[name][:1] for name in ("input_ids", "attention_mask", "mm_token_type_ids")}
        output = self.model.generate(
            **prompt, pixel_values=self.inputs["pixel_values"][:patches], image_grid_thw=grid, do_sample=True,
            num_return_sequences=request["rollouts"], min_new_tokens=request["tokens"],
            max_new_tokens=request["tokens"], temperature=1.0, top_k=0, top_p=1.0)
        return {"tokens": output.shape[1] - prompt["input_ids"].shape[1]}


def main():
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    transformers.logging.set_verbosity_error()
    print(json.dumps({"torch": torch.__version__, "transformers": transformers.__version__}), flush=True)
    loaded = None
    for line in sys.stdin:
        request = json.loads(line)
        if "load" in request:
            loaded = Loaded(request["load"])
            answer = {}
        else:
            start = time.perf_counter()
            answer = getattr(loaded, request["do"])(request)
            answer["ms"] = 1000 * (time.perf_counter() - start)
        print(json.dumps(answer), flush=True)


main()
