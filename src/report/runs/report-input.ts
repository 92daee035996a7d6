/** What a report is made from: runs as read from disk, and the questions that they answer. */
import type { Condition, Episode, EpisodeImage, Question, Run, Score } from "../../records/index.ts";

/** One run with one score an episode. */
export interface ReportRun {
  /** For people: the folder's name. */
  readonly name: string;
  readonly run: Run;
  /** By id of the episode. */
  readonly episodes: ReadonlyMap<string, Episode>;
  readonly scores: readonly Score[];
}

/** A model under one condition in one run: one row of a table. */
export interface System {
  /** Unique in the report: {@link System.label} and the condition. */
  readonly name: string;
  /** The model; with the name of the run where several runs are of one model. */
  readonly label: string;
  readonly model: string;
  /** Systems of one row and condition repeat each other with other seeds; the label where nothing is repeated. */
  readonly row: string;
  readonly condition: Condition;
  readonly source: ReportRun;
  /** Scores of this condition, in the run's order. */
  readonly scores: readonly Score[];
}

/** An encoded picture to embed. */
export interface EmbeddedPicture {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** px, as encoded */
  readonly width: number;
  readonly height: number;
}

export interface PictureSource {
  /** The page of a question with its marks, at most so many px wide. */
  page(question: Question, width: number): Promise<EmbeddedPicture>;
  /** A picture as the model got it; undefined where it cannot be made again. */
  sent(question: Question, episode: Episode, image: EpisodeImage): Promise<EmbeddedPicture | undefined>;
}
