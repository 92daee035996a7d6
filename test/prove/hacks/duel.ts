/** Every hack against the honest episode with the same answer, under every strategy. */
import { findDialect } from "../../../src/dialects/index.ts";
import { choiceLetter, goldAnswer } from "../../../src/grading/index.ts";
import type { Question } from "../../../src/records/index.ts";
import { rewardOf, type Strategy, strategies } from "../../../src/rewards/index.ts";
import { assumedInputs } from "./assumed-reader.ts";
import { type Hack, honest, type Scene } from "./hack.ts";
import { hacks } from "./hacks.ts";
import { play, type Setting } from "./play.ts";

export interface Duel {
  readonly hack: string;
  readonly strategy: string;
  readonly question: string;
  readonly setting: Setting;
  readonly answer: "right" | "wrong";
  readonly phase: string;
  /** Rewards. */
  readonly hacked: number;
  readonly honest: number;
}

/** Rewards closer than this are equal. */
export const EPSILON = 1e-9;

/** An answer in the asked form that is not the gold. */
export function wrongAnswer({ gold }: Question): string {
  switch (gold.type) {
    case "choice":
      return choiceLetter(gold.index === 0 ? 1 : 0);
    case "number":
      return String(gold.value + 1);
    case "text":
      return "a violet rhinoceros";
  }
}

export const SETTINGS: readonly Omit<Setting, "tool">[] = [
  { frame: "model", dialect: "tagged" },
  { frame: "thousandths", dialect: "tagged" },
  { frame: "model", dialect: "deepeyes" },
  { frame: "model", dialect: "verl" },
];

const fits = ({ targets = 0 }: Hack, question: Question): boolean => question.targets.zoom.length >= targets;

/** All duels about a question, in each phase of each strategy. */
export function* duelsOf(
  question: Question,
  settings: readonly Omit<Setting, "tool">[] = SETTINGS,
  contested: readonly Strategy[] = strategies,
): Generator<Duel, void, undefined> {
  for (const each of settings) {
    for (const tool of ["offered", "withheld"] as const) {
      const chosen = contested.filter((strategy) => strategy.tool === tool);
      for (const answer of ["right", "wrong"] as const)
        yield* fought(question, { ...each, tool }, answer, chosen);
    }
  }
}

function* fought(
  question: Question,
  setting: Setting,
  answer: Duel["answer"],
  contested: readonly Strategy[],
): Generator<Duel, void, undefined> {
  if (contested.length === 0) return;
  const text = answer === "right" ? goldAnswer(question) : wrongAnswer(question);
  const run = (replies: (scene: Scene) => readonly string[]) =>
    play(question, setting, (frame) => replies(sceneOf(question, text, setting, frame)));
  const rival = run(honest);
  for (const hack of hacks.filter((each) => fits(each, question))) {
    const hacked = run(hack.replies);
    for (const strategy of contested) {
      for (const { name: phase, from } of strategy.phases) {
        const earned = (episode: typeof rival) =>
          rewardOf(episode, question, from, strategy, assumedInputs(episode, question)).total;
        const head = { hack: hack.id, strategy: strategy.id, question: question.id, setting, answer, phase };
        yield { ...head, hacked: earned(hacked), honest: earned(rival) };
      }
    }
  }
}

function sceneOf(question: Question, answer: string, setting: Setting, frame: Scene["frame"]): Scene {
  const dialect = findDialect(setting.dialect);
  if (dialect === undefined) throw new Error(`red team: expected a dialect, got ${setting.dialect}`);
  return { question, answer, dialect, frame, tool: setting.tool };
}
