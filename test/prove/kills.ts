/** A run killed with SIGKILL at `cases` random moments ends as one that was left alone, and asks nothing twice. */
import { seeded } from "../../src/random.ts";
import { drawnWorkplace } from "../eval/eval-runs.ts";
import { killAgainAndAgain } from "../eval/kills.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";

export async function prove({ cases = 50, seed, progress }: ProofOptions): Promise<ProofResult> {
  const place = await drawnWorkplace(12);
  try {
    const report = await killAgainAndAgain({ place, kills: cases, random: seeded(seed), progress });
    const failures = [
      ...report.seenAgain.map((question) => `seen again: ${question}`),
      ...(report.known === report.episodes
        ? []
        : [`the server knows ${report.known} questions of ${report.episodes}`]),
      ...(report.sameScores ? [] : ["other scores than the run that was left alone"]),
    ];
    return { cases: report.kills, failures, figures: { episodes: report.episodes, torn: report.torn } };
  } finally {
    await place.remove();
  }
}
