/** Training logs as curves: one chart a quantity, one line a run. */
import { EPISODE_MODES, TASK_IDS, type TrainEval, type TrainStep } from "../../records/index.ts";
import { taskTitle } from "../runs/wording.ts";

/** What a training run logged. */
export interface TrainingLog {
  /** As it is to be called. */
  readonly name: string;
  /** Runs of one row differ in their seed alone. Default: the name, a row by itself. */
  readonly row?: string | undefined;
  readonly steps: readonly TrainStep[];
  readonly evals: readonly TrainEval[];
}

/** Steps done, and a value. */
export type CurvePoint = readonly [step: number, value: number];

export interface Curve {
  readonly title: string;
  /** One a run, in their order; empty where a run has no such quantity. */
  readonly lines: readonly (readonly CurvePoint[])[];
}

export interface CurveGroup {
  readonly title: string;
  readonly note: string;
  readonly curves: readonly Curve[];
}

type Quantity = readonly [title: string, value: (step: TrainStep) => number | undefined];
type Policy = NonNullable<TrainStep["policy"]>;

const ofPolicy =
  (value: (policy: Policy) => number | undefined) =>
  ({ policy }: TrainStep): number | undefined =>
    policy === undefined ? undefined : value(policy);

const EPISODES: readonly Quantity[] = [
  ["Reward", ofPolicy(({ reward }) => reward.mean)],
  ["Right answers", ofPolicy(({ episodes }) => episodes.accuracy)],
  ["IoU of zooms", ofPolicy(({ episodes }) => episodes.iou)],
  ["IoU of first zooms", ofPolicy(({ episodes }) => episodes.iouByCall[0]?.iou)],
  ["IoU of second zooms", ofPolicy(({ episodes }) => episodes.iouByCall[1]?.iou)],
  ["Zooms an episode", ofPolicy(({ episodes }) => episodes.calls)],
  ["Asked form", ofPolicy(({ episodes }) => episodes.format)],
  ["Own tokens an episode", ({ tokens }) => tokens.mean],
];

const OPTIMISATION: readonly Quantity[] = [
  ["Loss", ({ loss }) => loss],
  ["KL to the reference", ofPolicy(({ kl }) => kl)],
  ["Entropy", ofPolicy(({ entropy }) => entropy)],
  ["Clipped tokens", ofPolicy(({ clipShare }) => clipShare)],
  ["Groups without variance", ofPolicy(({ zeroVariance }) => zeroVariance)],
  ["Gradient norm", ({ gradientNorm }) => gradientNorm],
  ["Learning rate", ({ rate }) => rate],
  ["Sampler to training graph, largest gap", ofPolicy(({ rolloutGap }) => rolloutGap.max)],
];

/** All curves that at least one run has. */
export function curvesOf(logs: readonly TrainingLog[]): readonly CurveGroup[] {
  const names = logs.flatMap(({ steps }) => steps.flatMap(({ policy }) => Object.keys(policy?.terms ?? {})));
  const terms = [...new Set(names)].map((name): Quantity => [name, ofPolicy((policy) => policy.terms[name])]);
  const tasks = TASK_IDS.map(
    (task): Quantity => [taskTitle(task), ofPolicy(({ episodes }) => episodes.tasks[task]?.accuracy)],
  );
  const groups = [
    {
      title: "Episodes",
      note: "Of the episodes that each step drew; IoU of zooms matched one to one with targets. Where there are many steps, means over 8 % of them, single ones behind; of runs that differ in their seed alone the mean, each of them thin behind it.",
      curves: curvesBy(EPISODES, logs),
    },
    {
      title: "Validation",
      note: "Greedy episodes on a fixed slice of the validation split.",
      curves: evalCurves(logs),
    },
    {
      title: "Reward terms",
      note: "Means before weights, those that a phase does not pay included.",
      curves: curvesBy(terms, logs),
    },
    { title: "Right answers by task", note: "In training, while sampling.", curves: curvesBy(tasks, logs) },
    { title: "Optimisation", note: "", curves: curvesBy(OPTIMISATION, logs) },
  ];
  return groups.filter(({ curves }) => curves.length > 0);
}

function curvesBy(quantities: readonly Quantity[], logs: readonly TrainingLog[]): readonly Curve[] {
  const curves = quantities.map(([title, value]) => ({
    title,
    lines: logs.map(({ steps }) =>
      steps.flatMap((step): CurvePoint[] => {
        const y = value(step);
        return y === undefined ? [] : [[step.step + 1, y]];
      }),
    ),
  }));
  return curves.filter(hasPoints);
}

function evalCurves(logs: readonly TrainingLog[]): readonly Curve[] {
  const curves = EPISODE_MODES.flatMap((mode) => {
    const lineOf = (value: (record: TrainEval) => number | undefined) =>
      logs.map(({ evals }) =>
        evals.flatMap((record): CurvePoint[] => {
          const y = record.mode === mode ? value(record) : undefined;
          return y === undefined ? [] : [[record.step, y]];
        }),
      );
    return [
      { title: `Right answers, ${mode}`, lines: lineOf(({ figures }) => figures.accuracy) },
      { title: `IoU, ${mode}`, lines: lineOf(({ figures }) => figures.iou) },
    ];
  });
  return curves.filter(hasPoints);
}

const hasPoints = ({ lines }: Curve): boolean => lines.some((line) => line.length > 0);
