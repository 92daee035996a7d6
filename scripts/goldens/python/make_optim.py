"""Make test/golden/engine/optim.json again: optimisers of torch and schedules of transformers on a toy model.

Usage: python scripts/goldens/python/make_optim.py   (needs torch and transformers; written with torch 2.13, transformers 5.17)
Gradients are given, not computed: any optimiser that follows the same rule must reach the same parameters.
"""

import json
from pathlib import Path

import torch
from transformers import (
    get_constant_schedule_with_warmup,
    get_cosine_schedule_with_warmup,
    get_linear_schedule_with_warmup,
)

SHAPES = {"layer.weight": (6, 5), "layer.bias": (6,), "norm.weight": (5,), "head.weight": (3, 6)}
STEPS = 8
OUT = Path(__file__).parents[3] / "test/golden/engine/optim.json"


def numbers(tensor):
    return [float(x) for x in tensor.detach().reshape(-1)]


def run(name, make, max_norm=None, schedule=None, decays=lambda shape: True, decay=0.0):
    generator = torch.Generator().manual_seed(7)
    draw = lambda shape, scale: torch.randn(shape, generator=generator) * scale
    parameters = {key: torch.nn.Parameter(draw(shape, 0.5)) for key, shape in SHAPES.items()}
    before = {key: numbers(value) for key, value in parameters.items()}
    groups = [
        {"params": [p for p in parameters.values() if decays(p.shape)], "weight_decay": decay},
        {"params": [p for p in parameters.values() if not decays(p.shape)], "weight_decay": 0.0},
    ]
    optimiser = make([group for group in groups if group["params"]])
    scheduler = schedule(optimiser) if schedule else None
    steps = []
    for step in range(STEPS):
        for value in parameters.values():
            value.grad = draw(value.shape, 10.0 ** (step % 4 - 2))
        gradients = {key: numbers(value.grad) for key, value in parameters.items()}
        norm = torch.nn.utils.clip_grad_norm_(parameters.values(), max_norm or float("inf"))
        optimiser.step()
        if scheduler:
            scheduler.step()
        steps.append({
            "gradients": gradients,
            "norm": float(norm),
            "after": {key: numbers(value) for key, value in parameters.items()},
        })
    return {"name": name, "before": before, "steps": steps}


def optimisers():
    adamw, sgd = torch.optim.AdamW, torch.optim.SGD
    matrices = lambda shape: len(shape) > 1
    return [
        run("adamw", lambda g: adamw(g, lr=1e-2), decay=0.01),
        run("adamw, clipped, masked, warmed up",
            lambda g: adamw(g, lr=3e-2, betas=(0.8, 0.95), eps=1e-6), max_norm=1.0, decays=matrices, decay=0.1,
            schedule=lambda o: get_cosine_schedule_with_warmup(o, 2, STEPS)),
        run("sgd", lambda g: sgd(g, lr=1e-2)),
        run("sgd, momentum, decay", lambda g: sgd(g, lr=1e-2, momentum=0.9), decay=0.05),
        run("sgd, nesterov, clipped", lambda g: sgd(g, lr=1e-2, momentum=0.9, nesterov=True), max_norm=0.5),
    ]


def rates(make):
    optimiser = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.3)
    scheduler = make(optimiser)
    seen = []
    for _ in range(25):
        seen.append(scheduler.get_last_lr()[0])
        optimiser.step()
        scheduler.step()
    return seen


def schedules():
    return {
        "constant": rates(lambda o: get_constant_schedule_with_warmup(o, 4)),
        "linear": rates(lambda o: get_linear_schedule_with_warmup(o, 4, 20)),
        "linear without warm-up": rates(lambda o: get_linear_schedule_with_warmup(o, 0, 20)),
        "cosine": rates(lambda o: get_cosine_schedule_with_warmup(o, 4, 20)),
        "cosine, 2 cycles": rates(lambda o: get_cosine_schedule_with_warmup(o, 4, 20, num_cycles=2)),
    }


OUT.parent.mkdir(parents=True, exist_ok=True)
OUT.write_text(json.dumps({"shapes": SHAPES, "optimisers": optimisers(), "schedules": schedules()}) + "\n")
print(OUT, OUT.stat().st_size, "bytes")
