/** What makes two benchmarks the same: their questions and the pictures that these show. */
import { createHash } from "node:crypto";
import { canonicalJson } from "../../json.ts";
import type { Question } from "../../records/index.ts";

/**
 * SHA-256 over all questions in the order given. A picture's file name is the hash of its bytes, so pictures are
 * covered by name.
 */
export async function benchmarkHash(
  questions: Iterable<Question> | AsyncIterable<Question>,
): Promise<string> {
  const hash = createHash("sha256");
  for await (const question of questions) hash.update(`${canonicalJson(question)}\n`);
  return hash.digest("hex");
}
