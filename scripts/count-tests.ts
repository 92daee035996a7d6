/** `node scripts/count-tests.ts RESULT.json ...`: the sum of Vitest's JSON results as one plain closing line. */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const Results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of process.argv.slice(2).filter((name) => existsSync(name))) {
  const results = Results.parse(JSON.parse(readFileSync(file, "utf8")));
  const broken = results.testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  );
  passed += results.numPassedTests;
  failed += results.numFailedTests + broken.length;
  skipped += results.numPendingTests;
}
console.info(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
