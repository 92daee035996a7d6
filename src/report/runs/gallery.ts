/** Which episodes the gallery shows, and their pictures. */
import {
  type Episode,
  type EpisodeImage,
  type Question,
  type Score,
  TASK_IDS,
  type TaskId,
} from "../../records/index.ts";
import type { EmbeddedPicture, PictureSource, System } from "./report-input.ts";
import type { PreparedReport } from "./run-report.ts";
import { type Change, countChanges, telltaleQuestions, type ZoomChanges } from "./zoom-changes.ts";

export interface GalleryEpisode {
  readonly system: string;
  readonly episode: Episode;
  readonly score: Score;
  /** By hash. */
  readonly pictures: ReadonlyMap<string, EmbeddedPicture>;
}

export interface GalleryCase {
  readonly question: Question;
  readonly page: EmbeddedPicture;
  readonly episodes: readonly GalleryEpisode[];
}

/** Models that zoomed, beside each other on one question. */
export interface ComparedCase {
  readonly question: Question;
  readonly page: EmbeddedPicture;
  /** One a model, in the order of the runs; without an episode where the model was not asked, or failed. */
  readonly panes: readonly ComparisonPane[];
  /** From the first model to the last; absent where one of them has no answer. */
  readonly change?: { readonly kind: Change; readonly ofTask: Readonly<Record<Change, number>> } | undefined;
  /** What was answered under other conditions, without zooming. */
  readonly others: readonly { readonly system: string; readonly score: Score }[];
}

export interface ComparisonPane {
  readonly name: string;
  readonly model: string;
  readonly shown?: GalleryEpisode | undefined;
}

export interface GalleryOptions {
  /** Questions a task. */
  readonly perTask: number;
  /** px, of the embedded pages */
  readonly pageWidth: number;
}

/** Episodes a question; more cannot be compared at a glance. */
const SHOWN_EPISODES = 3;

/**
 * Questions worth looking at, task by task. Where two or more models zoomed: first one that the last of them gets right and
 * the first got wrong, one the other way round, and one that stayed wrong, with the models side by side. Then one
 * that most get wrong, then those on which the systems differ most. Where one model zoomed or none: with the episodes that
 * used the tool before the others and before counterfactual ones.
 */
export async function* galleryCases(
  { systems, changes, report: { hard } }: PreparedReport,
  questions: ReadonlyMap<string, Question>,
  pictures: PictureSource,
  { perTask, pageWidth }: GalleryOptions,
): AsyncGenerator<GalleryCase | ComparedCase, void, undefined> {
  const candidates = candidatesOf(systems);
  for (const task of TASK_IDS) {
    const ids = new Set([
      ...(changes === undefined ? [] : telltaleQuestions(changes, task)),
      ...hard
        .filter((found) => found.task === task)
        .slice(0, 1)
        .map(({ question }) => question),
      ...mostVaried(candidates, task),
    ]);
    for (const id of [...ids].slice(0, perTask)) {
      const question = questions.get(id);
      if (question === undefined) continue;
      const asked = candidates.filter(({ score }) => score.question === id);
      const page = await pictures.page(question, pageWidth);
      yield changes === undefined
        ? {
            question,
            page,
            episodes: await galleryEpisodes(question, asked.slice(0, SHOWN_EPISODES), pictures),
          }
        : await comparedCase({ question, page, asked, pictures }, changes);
    }
  }
}

function mostVaried(candidates: readonly Candidate[], task: TaskId): string[] {
  const ofTask = candidates.filter(({ score }) => score.task === task);
  return ofTask.toSorted((a, b) => b.interest - a.interest).map(({ score }) => score.question);
}

interface Asked {
  readonly question: Question;
  readonly page: EmbeddedPicture;
  readonly asked: readonly Candidate[];
  readonly pictures: PictureSource;
}

async function comparedCase(
  { question, page, asked, pictures }: Asked,
  changes: ZoomChanges,
): Promise<ComparedCase> {
  const { zoomers } = changes;
  const isZoomer = ({ system }: Candidate) => zoomers.some((zoomer) => zoomer.system === system);
  const episodes = await galleryEpisodes(question, asked.filter(isZoomer), pictures);
  const panes = zoomers.map(({ name, system }) => ({
    name,
    model: system.label,
    shown: episodes.find((shown) => shown.system === system.name),
  }));
  const kind = changes.changes.get(question.id)?.change;
  const change = kind === undefined ? undefined : { kind, ofTask: countChanges(changes, question.task) };
  const others = asked
    .filter((candidate) => !isZoomer(candidate))
    .map(({ system, score }) => ({ system: system.name, score }));
  return { question, page, panes, change, others };
}

interface Candidate {
  readonly system: System;
  readonly score: Score;
  readonly episode: Episode;
  readonly interest: number;
}

/** First samples of all systems: those whose zooms were tampered with last, of the others episodes with zooms first. */
function candidatesOf(systems: readonly System[]): Candidate[] {
  const found = systems.flatMap((system) =>
    system.scores.flatMap((score) => {
      const episode = system.source.episodes.get(score.episode);
      return episode === undefined || score.sample > 0 || score.outcome === "error"
        ? []
        : [{ system, score, episode }];
    }),
  );
  const byQuestion = Map.groupBy(found, ({ score }) => score.question);
  return found
    .map((candidate) => ({
      ...candidate,
      interest: interestOf(byQuestion.get(candidate.score.question) ?? []),
    }))
    .toSorted((a, b) => isTampered(a) - isTampered(b) || b.score.calls.length - a.score.calls.length);
}

const isTampered = ({ score: { counterfactual } }: Candidate): 0 | 1 =>
  counterfactual === undefined ? 0 : 1;

/** 1 where half are right, 0 where all agree, and a little for every zoom. */
function interestOf(group: readonly { readonly score: Score }[]): number {
  const right = group.filter(({ score }) => score.outcome === "correct").length / Math.max(1, group.length);
  const zooms = Math.min(4, Math.max(0, ...group.map(({ score }) => score.calls.length)));
  return 4 * right * (1 - right) + zooms / 8;
}

const galleryEpisodes = (
  question: Question,
  candidates: readonly Candidate[],
  source: PictureSource,
): Promise<GalleryEpisode[]> =>
  Promise.all(
    candidates.map(async ({ system, score, episode }) => ({
      system: system.name,
      episode,
      score,
      pictures: await shownPictures(question, episode, source),
    })),
  );

/** What the model got to see beside the page, which is shown once a question, large. */
export async function shownPictures(
  question: Question,
  episode: Episode,
  source: PictureSource,
): Promise<GalleryEpisode["pictures"]> {
  const pictures = new Map<string, EmbeddedPicture>();
  for (const image of episode.turns.flatMap(({ images }) => images).filter(isShown)) {
    const picture = pictures.has(image.hash) ? undefined : await source.sent(question, episode, image);
    if (picture !== undefined) pictures.set(image.hash, picture);
  }
  return pictures;
}

const isShown = ({ content }: EpisodeImage): boolean => content !== "page";
