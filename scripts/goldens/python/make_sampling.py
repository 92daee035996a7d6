"""Make test/golden/engine/sampling.json again: logits after the warpers of transformers, in the order of `generate`.

Usage: python scripts/goldens/python/make_sampling.py   (needs torch and transformers; written with torch 2.13, transformers 5.17)
"""

import itertools
import json
from pathlib import Path

import torch
from transformers import GenerationConfig, PretrainedConfig
from transformers.generation.utils import GenerationMixin

OUT = Path(__file__).parents[3] / "test/golden/engine/sampling.json"
VOCABULARY = 40
SETTINGS = [
    {"temperature": 0.7},
    {"temperature": 1.0, "top_k": 5},
    {"temperature": 1.3, "top_p": 0.8},
    {"temperature": 1.0, "min_p": 0.1},
    {"temperature": 0.5, "top_k": 12, "top_p": 0.9, "min_p": 0.05},
    {"temperature": 1.0, "repetition_penalty": 1.3},
    {"temperature": 0.9, "top_k": 20, "top_p": 0.95, "min_p": 0.02, "repetition_penalty": 1.7},
    {"temperature": 2.0, "top_p": 0.01},
]


class Chooser(GenerationMixin):
    """`generate`'s own choice and order of processors, without a model."""

    config = PretrainedConfig(is_encoder_decoder=False)


def processors(setting):
    config = GenerationConfig(do_sample=True, **{"top_k": 0, "top_p": 1.0, **setting})
    config._eos_token_tensor = None
    return Chooser()._get_logits_processor(config, input_ids_seq_length=9, device="cpu")


def numbers(row):
    return [None if x == float("-inf") else float(x) for x in row]


def rows():
    generator = torch.Generator().manual_seed(11)
    spread = (0.5, 3.0, 12.0)
    for setting, scale in itertools.product(SETTINGS, spread):
        logits = torch.randn((1, VOCABULARY), generator=generator) * scale
        history = torch.randint(VOCABULARY, (1, 9), generator=generator)
        scores = processors(setting)(history, logits.clone())
        yield {
            "setting": setting,
            "history": history[0].tolist(),
            "logits": numbers(logits[0]),
            "warped": numbers(scores[0]),
            "log_probs": numbers(torch.log_softmax(scores[0].double(), -1)),
        }


OUT.parent.mkdir(parents=True, exist_ok=True)
OUT.write_text(json.dumps(list(rows())) + "\n")
print(OUT, OUT.stat().st_size, "bytes")
