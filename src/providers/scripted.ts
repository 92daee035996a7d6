/**
 * Models without a model: they know the truth of each question and use as much of it as their name says. They measure
 * the harness itself: `random` has to land at chance, `oracle` at 100 %, and `noisy-oracle`, which reads a crop better
 * than a page, has to gain from zooming just what it is built to gain, and nothing from a zoom that shows another thing.
 */
import type { Dialect } from "../dialects/dialect.ts";
import { InputError } from "../errors.ts";
import { areaOf, asWritten, type Box, coverage, type Frame, type Size } from "../geometry/index.ts";
import { type Random, seeded } from "../random.ts";
import { offersZoom } from "../records/episode.ts";
import type { ImagePart, Provider, Reply, Request, Subject, Traits } from "./provider.ts";
import type { ProviderKind } from "./provider-kind.ts";
import { type Accuracy, NOISY_ACCURACY, type ScriptedSource, type Truth } from "./scripted-source.ts";

/** Zooms of one episode: the default of five turns leaves one for the answer. */
const MOST_ZOOMS = 4;
/** A picture shows a target if it holds this share of it, 0-1, and is no more than half of the page. */
const TARGET_SHARE = 0.5;
const CLOSE_SHARE = 0.5;

const SCRIPTS = ["random", "majority", "oracle", "noisy-oracle"] as const;
type Script = (typeof SCRIPTS)[number];

export const scripted: ProviderKind = {
  id: "scripted",
  form: SCRIPTS.join("|"),
  open: async (name, { scripted: source, traits }) => {
    const script = SCRIPTS.find((known) => known === name);
    if (script === undefined)
      throw new InputError({ expected: `a scripted model: ${SCRIPTS.join(", ")}`, found: name });
    if (source === undefined)
      throw new Error(`openProvider: expected options.scripted for scripted:${name}, got none`);
    return scriptedProvider(script, source, traits);
  },
};

export function scriptedProvider(
  script: Script,
  source: ScriptedSource,
  own: Partial<Traits> = {},
): Provider {
  const traits: Traits = {
    frame: "thousandths",
    nativeTools: true,
    logProbs: false,
    family: "scripted",
    ...own,
  };
  const model = script;
  return {
    id: "scripted",
    model,
    traits,
    complete: async (request) => {
      const { truth, subject } = lookUp(request, source);
      const zooms = script.endsWith("oracle") && offersZoom(subject.mode) ? truth.targets : [];
      const turn = request.messages.filter(({ role }) => role === "assistant").length;
      const target = zooms.slice(0, MOST_ZOOMS)[turn];
      // The same draw in every mode and turn: what differs between two modes is then what was shown.
      const draw = seeded(`${source.seed ?? 0}/${subject.questionId}/${subject.sample ?? 0}`);
      const written = source.dialect.write(
        target === undefined
          ? { do: "answer", text: answerOf(script, truth, request, source.accuracy ?? NOISY_ACCURACY, draw) }
          : { do: "zoom", calls: [{ box: inFrame(target, traits.frame, request, truth.page) }] },
      );
      return toReply(written, turn, model);
    },
  };
}

function lookUp({ subject, responseSchema }: Request, { truthOf }: ScriptedSource) {
  if (responseSchema !== undefined)
    throw new RangeError("scripted: expected a question, got a request for structured output");
  if (subject === undefined)
    throw new RangeError("scripted: expected a request with a subject, got one without");
  const truth = truthOf(subject.questionId);
  if (truth === undefined)
    throw new RangeError(`scripted: expected a question that truthOf knows, got ${subject.questionId}`);
  return { truth, subject } satisfies { truth: Truth; subject: Subject };
}

function toReply(written: ReturnType<Dialect["write"]>, turn: number, model: string): Reply {
  const calls = written.calls.map((call) => ({ ...call, id: `${call.id}-${turn + 1}` }));
  return {
    ...written,
    calls,
    finish: calls.length > 0 ? "tool-calls" : "stop",
    usage: { inputTokens: 0, outputTokens: 0 },
    latencyMs: 0,
    model,
  };
}

/** A box in page px as the integers that a model of the frame writes. */
function inFrame(box: Box, kind: Frame["kind"], request: Request, page: Size): Box {
  const frame: Frame = kind === "model" ? { kind, size: imagesOf(request)[0] ?? page } : { kind };
  return asWritten(box, frame, page);
}

function answerOf(script: Script, truth: Truth, request: Request, accuracy: Accuracy, draw: Random): string {
  const { gold, answers, majority } = truth;
  switch (script) {
    case "random":
      return draw.pick(answers);
    case "majority":
      return majority;
    case "oracle":
      return gold;
    case "noisy-oracle": {
      const wrong = answers.filter((answer) => answer !== gold);
      const right = draw.fork("right").chance(chanceOfRight(truth, request, accuracy));
      return right || wrong.length === 0 ? gold : draw.fork("wrong").pick(wrong);
    }
  }
}

/** Between the two accuracies, by the share of targets that were shown close; a guess where nothing was shown. */
function chanceOfRight({ targets, page, answers }: Truth, request: Request, accuracy: Accuracy): number {
  const images = imagesOf(request);
  if (images.length === 0 && request.subject?.mode !== "captions") return 1 / answers.length;
  const close = targets.filter((target) => images.some((image) => showsClose(image, target, page)));
  const share = targets.length === 0 ? 0 : close.length / targets.length;
  return accuracy.page + (accuracy.crop - accuracy.page) * share;
}

function showsClose({ shows }: ImagePart, target: Box, page: Size): boolean {
  if (shows === undefined || shows.content === "blank") return false;
  const near = areaOf(shows.box) <= CLOSE_SHARE * page.width * page.height;
  return near && coverage(target, shows.box) >= TARGET_SHARE;
}

const imagesOf = ({ messages }: Request): ImagePart[] =>
  messages
    .flatMap((message) => (message.role === "user" ? message.parts : []))
    .filter((part) => part.type === "image");
