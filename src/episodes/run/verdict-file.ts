/**
 * The verdicts of judge models on a run's answers, `verdicts.jsonl`: a line a judge and answer, written as each comes,
 * so that scoring again asks nothing twice. `judges.json` names the judges by which the run was scored last.
 */
import { existsSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Judge, type JudgeRequest, readVerdict, verdictKey } from "../../grading/index.ts";
import { canonicalJson, checkInput, parseJson } from "../../json.ts";
import { readJsonl, resumeJsonl } from "../../store/index.ts";

export const VERDICTS_FILE = "verdicts.jsonl";
export const JUDGES_FILE = "judges.json";

const KeptVerdictSchema = z.strictObject({
  kind: z.literal("verdict"),
  version: z.literal(1),
  /** Of judge, rubric, question, gold and answer ({@link verdictKey}). */
  key: z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hex digits"),
  judge: z.string().min(1),
  /** `none`: the judge replied, but with no verdict. */
  verdict: z.enum(["correct", "incorrect", "none"]),
});
type Verdict = z.infer<typeof KeptVerdictSchema>["verdict"];

export interface VerdictKeeper {
  /** The same judge, asked only what the file does not hold. */
  keep(judge: Judge): Judge;
  /** Verdicts that judges were asked for so far. */
  asked(): number;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

export async function openVerdicts(folder: string): Promise<VerdictKeeper> {
  const { writer } = await resumeJsonl(join(folder, VERDICTS_FILE));
  const known = await readVerdicts(folder);
  const underWay = new Map<string, Promise<Verdict>>();
  let asked = 0;
  const askFor = async ({ id, ask }: Judge, key: string, request: JudgeRequest): Promise<Verdict> => {
    asked += 1;
    const verdict = readVerdict(await ask(request)) ?? "none";
    await writer.append({ kind: "verdict", version: 1, key, judge: id, verdict });
    await writer.flush();
    known.set(key, verdict);
    return verdict;
  };
  const verdictOf = async (judge: Judge, request: JudgeRequest): Promise<Verdict> => {
    const key = verdictKey(judge.id, request);
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const pending = underWay.get(key) ?? askFor(judge, key, request);
    underWay.set(key, pending);
    return pending.finally(() => underWay.delete(key));
  };
  return {
    keep: (judge) => ({ id: judge.id, ask: async (request) => replyOf(await verdictOf(judge, request)) }),
    asked: () => asked,
    close: async () => {
      await Promise.allSettled(underWay.values());
      await writer.close();
    },
  };
}

/** A kept verdict as a judge would give it. */
export const replyOf = (verdict: Verdict): string => (verdict === "none" ? "" : JSON.stringify({ verdict }));

/** Kept verdicts by key; none where no judge was asked. */
export async function readVerdicts(folder: string): Promise<Map<string, Verdict>> {
  const file = join(folder, VERDICTS_FILE);
  const verdicts = new Map<string, Verdict>();
  if (!existsSync(file)) return verdicts;
  for await (const { key, verdict } of readJsonl(file, KeptVerdictSchema)) verdicts.set(key, verdict);
  return verdicts;
}

const JudgesSchema = z.strictObject({
  kind: z.literal("judges"),
  version: z.literal(1),
  judges: z.array(z.string().min(1)).readonly(),
});

/** Names of the judges by which the run was scored last; empty for the rules alone. */
export async function readJudges(folder: string): Promise<readonly string[]> {
  const file = join(folder, JUDGES_FILE);
  if (!existsSync(file)) return [];
  return checkInput(JudgesSchema, parseJson(await readFile(file, "utf8"), file), file).judges;
}

export async function writeJudges(folder: string, judges: readonly string[]): Promise<void> {
  const file = join(folder, JUDGES_FILE);
  if (judges.length === 0) return rm(file, { force: true });
  await writeFile(`${file}.partial`, `${canonicalJson({ kind: "judges", version: 1, judges })}\n`);
  await rename(`${file}.partial`, file);
}
