/** The opening of an episode: what is shown and asked in each mode, before the model says anything. */
import type { Dialect } from "../dialects/index.ts";
import { type Box, clampTo, type Frame, fullBox, type Size } from "../geometry/index.ts";
import type { Provider } from "../providers/index.ts";
import {
  type CallPolicy,
  type Counterfactual,
  type EpisodeMode,
  type EpisodeSettings,
  episodeId,
  offersZoom,
  type PageCaptions,
  type PromptPart,
  type Question,
} from "../records/index.ts";
import { captionPart, captionText } from "./caption-text.ts";
import { fitSize, type PictureSpec, pictureOf } from "./picture.ts";
import { dialectNamed, type EpisodePlan, type EpisodeState, occasionOf, type Turn } from "./state.ts";
import { shownRegion } from "./zoom.ts";

export interface EpisodeOptions {
  readonly mode: EpisodeMode;
  /** Only in mode `zoom`. */
  readonly counterfactual?: Counterfactual | undefined;
  /** Id of a dialect. Default: `native` where the provider has native tools, else `tagged`. */
  readonly dialect?: string | undefined;
  /** Default 0. */
  readonly sample?: number | undefined;
  /** Most replies, the answer included. Default 5 in mode `zoom`; the others end with the first reply. */
  readonly maxTurns?: number | undefined;
  /** Default: the dialect's. */
  readonly policy?: CallPolicy | undefined;
  /** Of random counterfactual regions. Default "0". */
  readonly seed?: string | undefined;
  /** Default `jpeg`, quality 90 without chroma subsampling. */
  readonly encoding?: EpisodeSettings["encoding"] | undefined;
  /** Largest area of the page as sent, square px; never above the provider's own limit. */
  readonly maxPixels?: number | undefined;
  /** Largest area of a zoomed region, square px; never above the provider's own limit. Default `maxPixels`. */
  readonly zoomMaxPixels?: number | undefined;
  /** Default: temperature 0, 2048 tokens a reply. */
  readonly sampling?: EpisodeSettings["sampling"] | undefined;
  /** The page in words; needed in mode `captions`. */
  readonly captions?: PageCaptions | undefined;
  /** Version of benday, for the record. */
  readonly harness: string;
}

const DEFAULT_MAX_TURNS = 5;
const DEFAULT_SAMPLING: EpisodeSettings["sampling"] = { temperature: 0, maxTokens: 2048 };

/** An episode before its first request. Throws `RangeError` for options that contradict each other. */
export function beginEpisode(
  provider: Pick<Provider, "id" | "model" | "traits">,
  question: Question,
  options: EpisodeOptions,
): EpisodeState {
  return openEpisode(question, planOf(provider, question, options), options.captions);
}

/** The opening turns of a plan. */
export function openEpisode(
  question: Question,
  plan: EpisodePlan,
  captions?: PageCaptions | undefined,
): EpisodeState {
  const dialect = dialectNamed(plan.dialect);
  const occasion = occasionOf(question, plan);
  const system = dialect.system(occasion);
  const parts = [
    ...introOf(question, plan),
    ...promptOf(question, plan, captions),
    dialect.instruction(occasion),
  ];
  const turns: Turn[] = [
    ...(system === undefined ? [] : [{ role: "system" as const, text: system }]),
    { role: "user", parts },
  ];
  return { question, plan, turns, hashes: {} };
}

function planOf(
  { id, model, traits }: Pick<Provider, "id" | "model" | "traits">,
  question: Question,
  options: EpisodeOptions,
): EpisodePlan {
  const { mode, counterfactual, sample = 0, harness } = options;
  if (counterfactual !== undefined && mode !== "zoom")
    throw new RangeError(`episode: expected mode zoom for a counterfactual, got ${mode}`);
  const dialect = dialectNamed(options.dialect ?? (traits.nativeTools ? "native" : "tagged"));
  if (dialect.calls === "native" && !traits.nativeTools && offersZoom(mode))
    throw new RangeError(
      `episode: ${id} has no native tool calls: expected another dialect than ${dialect.id}`,
    );
  const settings = settingsOf(traits, dialect, options);
  const seen = fitSize(question.page, settings);
  return {
    id: episodeId({ question: question.id, sample, mode, counterfactual }),
    sample,
    mode,
    ...(counterfactual === undefined ? {} : { counterfactual }),
    provider: id,
    model,
    dialect: dialect.id,
    frame: frameOf(traits.frame, seen),
    seen,
    settings,
    harness,
  };
}

const frameOf = (kind: Frame["kind"], seen: Size): Frame =>
  kind === "model" ? { kind, size: seen } : { kind };

function settingsOf(traits: Provider["traits"], dialect: Dialect, options: EpisodeOptions): EpisodeSettings {
  const { factor, minPixels } = traits;
  const maxPixels = smaller(traits.maxPixels, options.maxPixels);
  const zoomMaxPixels = smaller(traits.maxPixels, options.zoomMaxPixels ?? options.maxPixels);
  return {
    maxTurns: offersZoom(options.mode) ? (options.maxTurns ?? DEFAULT_MAX_TURNS) : 1,
    policy: options.policy ?? dialect.policy,
    seed: options.seed ?? "0",
    encoding: options.encoding ?? "jpeg",
    ...(factor === undefined ? {} : { factor }),
    ...(minPixels === undefined ? {} : { minPixels }),
    ...(maxPixels === undefined ? {} : { maxPixels }),
    ...(zoomMaxPixels === undefined ? {} : { zoomMaxPixels }),
    sampling: options.sampling ?? DEFAULT_SAMPLING,
  };
}

function smaller(a: number | undefined, b: number | undefined): number | undefined {
  const known = [a, b].filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** What has to be said so that the question makes sense without the page. */
function introOf(question: Question, { mode }: EpisodePlan): readonly string[] {
  if (mode === "blind")
    return ["The pictures for this question about a comic page are not shown. Answer as well as you can."];
  if (mode === "panel" && panelsToShow(question).length > 0)
    return ["Of a comic page, only the panels that the question is about are shown."];
  return [];
}

function promptOf(question: Question, plan: EpisodePlan, captions: PageCaptions | undefined) {
  return question.prompt.flatMap((part): readonly (string | PictureSpec)[] => {
    if (part.type === "text") return [part.text];
    if (plan.mode === "blind") return [];
    if (plan.mode === "captions") return [inWords(part, question, captions)];
    return part.type === "page" ? pageParts(question, plan) : [partPicture(part, question.page)];
  });
}

type CropPart = Extract<PromptPart, { type: "crop" }>;

function inWords(
  part: CropPart | { type: "page" },
  question: Question,
  captions: PageCaptions | undefined,
): string {
  if (captions === undefined)
    throw new RangeError(`episode ${question.id}: expected captions of the page in mode captions, got none`);
  return part.type === "page" ? captionText(captions, question) : captionPart(captions, part.box);
}

/** A prompt's own crop keeps the size that the prompt gives it. */
function partPicture({ box, width, height }: CropPart, page: Size): PictureSpec {
  return { content: "part", box: shownRegion(box, page), width, height };
}

function pageParts(question: Question, { mode, settings, seen }: EpisodePlan): readonly PictureSpec[] {
  const panels = mode === "panel" ? panelsToShow(question) : [];
  if (panels.length === 0) return [{ content: "page", box: fullBox(question.page), ...seen }];
  return panels.map((box) => pictureOf("panel", box, settings));
}

/**
 * The panels of the evidence, each once, as they are listed. None for questions that cover panels: what they ask is how
 * the covered ones fit among the others, so they keep the page.
 */
function panelsToShow({ targets, marks, page }: Question): readonly Box[] {
  if (marks.some(({ style }) => style === "cover")) return [];
  const regions = targets.panels.flatMap((box) => {
    const clamped = clampTo(box, page);
    return clamped === undefined ? [] : [shownRegion(clamped, page)];
  });
  const unique = new Map(regions.map((region) => [region.join(), region]));
  return [...unique.values()];
}
