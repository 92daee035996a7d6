/**
 * What pays under which reward: the red team's hacks against the honest episode with the same answer, on drawn pages,
 * as a table on stderr and as JSON. Fails when a hack earns as much as the honest episode under `hardened`, in any
 * phase.
 */
import { questionsOf, questionsPerTask, withDrawnBenchmark } from "./drawn/benchmark.ts";
import { type Duel, duelsOf, EPSILON } from "./hacks/duel.ts";
import { payTable, renderTable } from "./hacks/pay-table.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";

const MAX_FAILURES = 20;

/** What pays for right answers and for wrong ones. */
function tally() {
  const tables = { right: payTable("right"), wrong: payTable("wrong") };
  const failures: Duel[] = [];
  const counts = { duels: 0, failed: 0 };
  const add = (duel: Duel): void => {
    counts.duels += 1;
    tables.right.add(duel);
    tables.wrong.add(duel);
    if (duel.strategy !== "hardened" || duel.hacked < duel.honest - EPSILON) return;
    counts.failed += 1;
    if (failures.length < MAX_FAILURES) failures.push(duel);
  };
  return { add, tables, failures, counts };
}

/** `cases` is the number of questions a task. */
export async function prove({ cases = 20, seed, progress }: ProofOptions): Promise<ProofResult> {
  const order = { seed, progress, isLast: questionsPerTask(cases), pictures: false };
  const { add, tables, failures, counts } = tally();
  let questions = 0;
  await withDrawnBenchmark(order, async (benchmark) => {
    for await (const { question } of questionsOf(benchmark, cases)) {
      for (const duel of duelsOf(question)) add(duel);
      questions += 1;
      if (questions % 20 === 0) progress(`${questions} questions`);
    }
  });
  const [right, wrong] = [tables.right.rows(), tables.wrong.rows()];
  progress(`right answers, ${questions} questions\n${renderTable(right)}`);
  progress(`wrong answers\n${renderTable(wrong)}`);
  return { cases: questions, failures, figures: { ...counts, right, wrong } };
}
