/**
 * Make the goldens of policy optimisation again:
 *
 *     pip install -r scripts/goldens/python/requirements.txt
 *     python scripts/goldens/python/make_grpo.py --out <folder>
 *     node scripts/goldens/copy-grpo.ts <folder>
 *
 * Losses that are not implemented here (TRL's cispo, sapo, luspo, sequence-level ratios, two-sided clip) are left out,
 * and JSON loses its spaces.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const target = fileURLToPath(new URL("../../test/golden/grpo/", import.meta.url));

const CasesSchema = z.looseObject({
  cases: z.array(
    z.looseObject({
      trl: z.array(
        z.looseObject({
          loss_type: z.string(),
          importance_sampling_level: z.string(),
          delta: z.number().nullable(),
        }),
      ),
    }),
  ),
});
const KEPT = new Set(["grpo", "bnpo", "dr_grpo", "dapo"]);

function withoutUnread(file: unknown): unknown {
  const { cases, ...rest } = CasesSchema.parse(file);
  const kept = cases.map(({ trl, ...each }) => ({
    ...each,
    trl: trl.filter(
      ({ loss_type, importance_sampling_level, delta }) =>
        KEPT.has(loss_type) && importance_sampling_level === "token" && delta === null,
    ),
  }));
  return { ...rest, cases: kept };
}

const source = process.argv[2];
if (source === undefined) throw new Error("usage: node scripts/goldens/copy-grpo.ts <goldens folder>");
mkdirSync(target, { recursive: true });
for (const name of ["advantages.json", "cases.json", "kl.json", "logprobs.json"]) {
  const file: unknown = JSON.parse(readFileSync(join(source, "grpo", name), "utf8"));
  const kept = name === "cases.json" ? withoutUnread(file) : file;
  writeFileSync(join(target, name), `${JSON.stringify(kept)}\n`);
}
