/** Which episodes the gallery shows, and their pictures. */
import type { Episode, EpisodeImage, Question, Score } from "../../records/index.ts";
import { TASK_IDS } from "../../records/index.ts";
import type { HardQuestion } from "./hard-questions.ts";
import type { EmbeddedPicture, PictureSource, System } from "./report-input.ts";

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

export interface GalleryOptions {
  /** Questions a task. */
  readonly perTask: number;
  /** px, of the embedded pages */
  readonly pageWidth: number;
}

/** Episodes a question; more cannot be compared at a glance. */
const SHOWN_EPISODES = 3;

/**
 * Questions worth looking at, task by task: first one that most get wrong, then those on which the systems differ most,
 * with the episodes that used the tool before the others and before counterfactual ones.
 */
export async function* galleryCases(
  systems: readonly System[],
  questions: ReadonlyMap<string, Question>,
  hard: readonly HardQuestion[],
  pictures: PictureSource,
  { perTask, pageWidth }: GalleryOptions,
): AsyncGenerator<GalleryCase, void, undefined> {
  const candidates = candidatesOf(systems);
  for (const task of TASK_IDS) {
    const hardest = hard.filter((found) => found.task === task).slice(0, 1);
    const varied = candidates
      .filter(({ score }) => score.task === task)
      .toSorted((a, b) => b.interest - a.interest);
    const ids = new Set([
      ...hardest.map(({ question }) => question),
      ...varied.map(({ score }) => score.question),
    ]);
    for (const id of [...ids].slice(0, perTask)) {
      const question = questions.get(id);
      if (question === undefined) continue;
      const shown = candidates.filter(({ score }) => score.question === id).slice(0, SHOWN_EPISODES);
      const page = await pictures.page(question, pageWidth);
      const episodes = await Promise.all(
        shown.map((candidate) => galleryEpisode(question, candidate, pictures)),
      );
      yield { question, page, episodes };
    }
  }
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

async function galleryEpisode(
  question: Question,
  { system, score, episode }: Candidate,
  source: PictureSource,
): Promise<GalleryEpisode> {
  return { system: system.name, episode, score, pictures: await shownPictures(question, episode, source) };
}

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
