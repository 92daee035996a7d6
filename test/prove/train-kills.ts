/** A training run killed with SIGKILL at `cases` random moments ends with the bits of one that was left alone. */
import { seeded } from "../../src/random.ts";
import { killTraining, trainPlace } from "../training/train-kills.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";

export async function prove({ cases = 50, seed, progress }: ProofOptions): Promise<ProofResult> {
  const place = await trainPlace();
  try {
    const report = await killTraining({ place, kills: cases, random: seeded(seed), progress });
    const { kills, runs, killsAfter, differences } = report;
    return { cases: kills, failures: differences, figures: { runs, killsAfterSteps: killsAfter } };
  } finally {
    await place.remove();
  }
}
