/**
 * Dialog Reordering cannot be answered from the words alone: a logistic regression over words by place and over pairs of
 * words in consecutive lines, trained on the training split, picks the right order of the test split hardly better than
 * chance. Anything more is a habit of the story writer that stands in for reading the page.
 */
import { seeded } from "../../src/random.ts";
import type { Question } from "../../src/records/index.ts";
import { wilson } from "../../src/statistics/index.ts";
import { pageCount, questionsOf, withDrawnBenchmark } from "./drawn/benchmark.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";
import { inChosenOrder, listedTexts } from "./reader/scene.ts";

/** Test accuracy that words alone may reach; chance is 0.5. */
const LIMIT = 0.65;
const SHARES = { train: 0.7, validation: 0, test: 0.3 } as const;
const EPOCHS = 12;
const STEP = 0.1;
/** Weight decay a step. */
const DECAY = 1e-4;

type Features = ReadonlyMap<string, number>;

const wordsOf = (line: string): readonly string[] =>
  line.toLowerCase().match(/[\p{L}\p{N}']+|[?!…]|\.+/gu) ?? [];

/** Words by place: from the beginning, and whether they stand in the first or last line. */
function wordsByPlace(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, place) => {
    const edges = [...(place === 0 ? ["first"] : []), ...(place === lines.length - 1 ? ["last"] : [])];
    return wordsOf(line).flatMap((word) => [`${place}`, ...edges].map((edge) => `${edge} ${word}`));
  });
}

/** Pairs of words over each change of lines. */
function wordsOverTurns(lines: readonly string[]): readonly string[] {
  return lines.slice(1).flatMap((line, index) => {
    const before = wordsOf(lines[index] ?? "");
    return wordsOf(line).flatMap((after) => before.map((word) => `${word} > ${after}`));
  });
}

type Describe = (lines: readonly string[]) => readonly string[];

const FEATURE_SETS: Readonly<Record<string, Describe>> = {
  wordsByPlace,
  wordsByPlaceAndOverTurns: (lines) => [...wordsByPlace(lines), ...wordsOverTurns(lines)],
};

/** The lines of one question in the right and in the wrong order. */
interface Example {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

function exampleOf(question: Question): Example {
  const { choices, gold } = question;
  const place = gold.type === "choice" ? gold.index : 0;
  const order = (choice = "") => inChosenOrder(listedTexts(question), choice);
  return { right: order(choices[place]), wrong: order(choices[1 - place]) };
}

/** What speaks for the right order and against the wrong one. */
function advantageOf({ right, wrong }: Example, describe: Describe): Features {
  const counts = new Map<string, number>();
  for (const [lines, sign] of [[right, 1] as const, [wrong, -1] as const]) {
    for (const feature of describe(lines)) counts.set(feature, (counts.get(feature) ?? 0) + sign);
  }
  return new Map([...counts].filter(([, count]) => count !== 0));
}

type Weights = Map<string, number>;

const scoreOf = (features: Features, weights: Weights): number =>
  [...features].reduce((sum, [feature, count]) => sum + count * (weights.get(feature) ?? 0), 0);

/** Stochastic gradient descent on the logistic loss of preferring the right order. */
function train(examples: readonly Features[], seed: string): Weights {
  const weights: Weights = new Map();
  const random = seeded(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const features of random.shuffle(examples)) {
      const length = Math.sqrt([...features.values()].reduce((sum, count) => sum + count ** 2, 0));
      const push = STEP / Math.max(1, length) / (1 + Math.exp(scoreOf(features, weights)));
      for (const [feature, count] of features) {
        weights.set(feature, (weights.get(feature) ?? 0) * (1 - DECAY) + push * count);
      }
    }
  }
  return weights;
}

/** Examples whose right order scores higher. */
const rightOf = (examples: readonly Features[], weights: Weights): number =>
  examples.filter((features) => scoreOf(features, weights) > 0).length;

/** The features with most weight, for whoever wants to know what gives the answer away. */
const strongest = (weights: Weights): readonly string[] =>
  [...weights]
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, 8)
    .map(([feature, weight]) => `${feature} (${weight.toFixed(2)})`);

type Examples = Readonly<Record<"train" | "test", readonly Example[]>>;

/** Train and test with one set of features. */
function measure({ train: known, test }: Examples, describe: Describe, seed: string) {
  const weights = train(
    known.map((example) => advantageOf(example, describe)),
    seed,
  );
  const right = rightOf(
    test.map((example) => advantageOf(example, describe)),
    weights,
  );
  const n = test.length;
  return { accuracy: right / n, interval: wilson(right, n), telling: strongest(weights) };
}

/** Share of the neighbouring lines of the test split that the training split has word for word. */
function turnsKnown({ train: known, test }: Examples): number {
  const turnsOf = (examples: readonly Example[]) =>
    examples.flatMap(({ right }) => right.slice(1).map((line, index) => `${right[index]}\n${line}`));
  const seen = new Set(turnsOf(known));
  const turns = turnsOf(test);
  return turns.filter((turn) => seen.has(turn)).length / turns.length;
}

/** `cases` is the number of pages. */
export async function prove({ cases = 600, seed, progress }: ProofOptions): Promise<ProofResult> {
  const order = { seed, progress, isLast: pageCount(cases), pictures: false, shares: SHARES };
  const examples = { train: [] as Example[], test: [] as Example[] };
  await withDrawnBenchmark(order, async (benchmark) => {
    for await (const { question } of questionsOf(benchmark, Number.POSITIVE_INFINITY, [
      "dialog-reordering",
    ])) {
      if (question.split !== "validation") examples[question.split].push(exampleOf(question));
    }
  });
  const results = Object.entries(FEATURE_SETS).map(
    ([name, describe]) => [name, measure(examples, describe, seed)] as const,
  );
  return {
    cases: examples.test.length,
    failures: results.flatMap(([name, { accuracy }]) =>
      accuracy < LIMIT ? [] : [`${name} answers ${accuracy} of the test questions`],
    ),
    figures: {
      pages: cases,
      trainQuestions: examples.train.length,
      turnsKnownFromTraining: turnsKnown(examples),
      ...Object.fromEntries(results),
    },
  };
}
