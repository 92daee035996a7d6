export { type BaselineScore, baselines } from "./baselines.ts";
export { type BuildOptions, buildBenchmark } from "./build.ts";
export type { BuildReport, LackingTask } from "./build-report.ts";
export type { LeakCertificate } from "./certificate.ts";
export { SPLIT_UNITS, type SplitUnit } from "./groups.ts";
export { questionFile, readQuestions } from "./question-files.ts";
export type { Sizing } from "./quotas.ts";
export { checkShares, PAPER_SHARES, type SplitShares } from "./split.ts";
export { type AnswerPrior, type BenchmarkStats, benchmarkStats, type TaskRow } from "./stats.ts";
