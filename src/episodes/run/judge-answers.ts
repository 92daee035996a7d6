/**
 * Judges on the open answers of a run that the text rule does not mark right (paper App. D.1). The rule's "right"
 * stands: it asks for the accepted wording itself.
 *
 * A judge that replies without a verdict, and a tie, leave the answer `invalid`, which counts as not right: an answer
 * that confuses its judge must not leave the count. A judge that cannot be reached leaves an `error`, which does.
 */
import {
  type Ask,
  type Grade,
  gradeByPanel,
  type Judge,
  type PanelGrade,
  verdictKey,
} from "../../grading/index.ts";
import { type Provider, ProviderError } from "../../providers/index.ts";
import type { Episode, Question } from "../../records/index.ts";
import { openVerdicts, readJudges, readVerdicts, replyOf } from "./verdict-file.ts";

export interface Judging {
  readonly judges: readonly Judge[];
  /** Answers under way at once. */
  readonly concurrency: number;
}

/** What judges said of a run. */
export interface JudgedAnswers {
  /** One an answer that all judges replied to, in the order of the judges. */
  readonly verdicts: readonly PanelGrade["verdicts"][];
  /** Verdicts that models were asked for; the others were kept from earlier. */
  readonly asked: number;
  /** Why answers are without a verdict: one line each. */
  readonly failures: readonly string[];
}

/** The decision on one answer in place of the rule's; `failed`: no judge could be asked. */
export interface Decision {
  readonly grader: string;
  readonly grade: Grade | "failed";
}

/** A provider as a judge. */
export function judgeOf(provider: Provider): Judge {
  return { id: `${provider.id}:${provider.model}`, ask: askOf(provider) };
}

function askOf(provider: Provider): Ask {
  return async ({ system, prompt, sampling, responseSchema }) => {
    const { text } = await provider.complete({
      messages: [
        { role: "system", text: system },
        { role: "user", parts: [{ type: "text", text: prompt }] },
      ],
      tools: [],
      sampling,
      responseSchema,
    });
    return text;
  };
}

/** Whether judges have a say: an open answer that the rule, which gave `grade`, does not mark right. */
export function isForJudges({ gold }: Question, { answer = "" }: Episode, grade: Grade | undefined): boolean {
  return gold.type === "text" && answer.trim() !== "" && grade?.status !== "correct";
}

export interface JudgePanel {
  /** Undefined: the rule decides. */
  decide(question: Question, answer: string): Promise<Decision | undefined>;
  judged(): JudgedAnswers;
  close(): Promise<void>;
}

/** Judges that are asked; what they say is kept in the run's folder. */
export async function openPanel(folder: string, { judges }: Judging): Promise<JudgePanel> {
  const keeper = await openVerdicts(folder);
  const kept = judges.map((judge) => keeper.keep(judge));
  const grader = graderName(judges.map(({ id }) => id));
  const verdicts: PanelGrade["verdicts"][] = [];
  const failures: string[] = [];
  const decide = async (question: Question, answer: string): Promise<Decision> => {
    try {
      const panel = await gradeByPanel(question, answer, kept);
      verdicts.push(panel.verdicts);
      return { grader, grade: panel.grade };
    } catch (error) {
      // A key that is refused fails every answer alike.
      if (!(error instanceof ProviderError) || error.kind === "auth") throw error;
      failures.push(`${error.kind}: ${error.message}`);
      return { grader, grade: "failed" };
    }
  };
  return { decide, judged: () => ({ verdicts, asked: keeper.asked(), failures }), close: keeper.close };
}

/** The judges of the last scoring, by the verdicts that are kept; where one lacks, the rule decides. */
export async function keptPanel(folder: string): Promise<JudgePanel | undefined> {
  const names = await readJudges(folder);
  if (names.length === 0) return undefined;
  const known = await readVerdicts(folder);
  const decide = async (question: Question, answer: string): Promise<Decision | undefined> => {
    let missing = false;
    const judges = names.map((id) => ({
      id,
      ask: async (request: Parameters<Ask>[0]) => {
        const verdict = known.get(verdictKey(id, request));
        missing ||= verdict === undefined;
        return replyOf(verdict ?? "none");
      },
    }));
    const { grade } = await gradeByPanel(question, answer, judges);
    return missing ? undefined : { grader: graderName(names), grade };
  };
  return { decide, judged: () => ({ verdicts: [], asked: 0, failures: [] }), close: async () => {} };
}

const graderName = (judges: readonly string[]): string => `judge:${judges.join("+")}`;
