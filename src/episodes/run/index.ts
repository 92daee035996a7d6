export { benchmarkHash } from "./benchmark-hash.ts";
export { type JudgedAnswers, type Judging, judgeOf } from "./judge-answers.ts";
export { type Job, openJobs, planJobs } from "./plan-jobs.ts";
export type { RunProgress, TaskProgress } from "./progress.ts";
export { CACHE_BYTES, cacheKey, type ReplyCache, type ReplyCacheOptions, replyCache } from "./reply-cache.ts";
export { type EvalOptions, type EvalSummary, runEval } from "./run-eval.ts";
export {
  EPISODES_FILE,
  type OpenRun,
  type OpenRunOptions,
  openRun,
  RUN_FILE,
  readEpisodes,
  readRun,
  readScores,
  replaceScores,
  SCORES_FILE,
} from "./run-folder.ts";
export { type RunEnd, type RunJobsOptions, runJobs } from "./run-jobs.ts";
export { LOCK_FILE, lockRun } from "./run-lock.ts";
export { scoreEpisode } from "./score-episode.ts";
export { type ScoredRun, scoreRun } from "./score-run.ts";
export { JUDGES_FILE, VERDICTS_FILE } from "./verdict-file.ts";
