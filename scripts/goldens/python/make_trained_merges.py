"""Merges that the `tokenizers` library learns from the golden chats, for the tokenizer trainer's test.

Usage: python make_trained_merges.py <test/golden/engine/tokenizer>, after copy-engine.ts.
"""
import json
import re
import sys
from pathlib import Path

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

SIZE = 900
CONTROL = [f"<|{name}|>" for name in ("endoftext", "im_start", "im_end", "vision_start", "vision_end", "vision_pad", "image_pad", "video_pad")]
PATTERN = (
    r"'[sStTmMdD]|'[rR][eE]|'[vV][eE]|'[lL][lL]|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)

folder = Path(sys.argv[1])
chats = json.loads((folder / "chats.json").read_text(encoding="utf-8"))["chats"]
texts = [chat[template]["text"] for chat in chats for template in ("qwen2_5_vl", "hermes_tools")]
parts = [part for text in texts for part in re.split("|".join(map(re.escape, CONTROL)), text)]
tokenizer = Tokenizer(models.BPE())
tokenizer.normalizer = normalizers.NFC()
tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
    [pre_tokenizers.Split(Regex(PATTERN), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]
)
trainer = trainers.BpeTrainer(
    vocab_size=SIZE - len(CONTROL), min_frequency=2, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
)
tokenizer.train_from_iterator(parts, trainer)
merges = json.loads(tokenizer.to_str())["model"]["merges"]
result = {"size": SIZE, "pattern": PATTERN, "merges": merges}
(folder / "trained_merges.json").write_text(json.dumps(result, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
