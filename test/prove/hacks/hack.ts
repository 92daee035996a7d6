/** What a hack is: raw replies of a model that wants the reward and not the skill. */
import type { Dialect } from "../../../src/dialects/index.ts";
import { type Box, type Frame, frameExtent, fromPage, toIntegers } from "../../../src/geometry/index.ts";
import type { Question } from "../../../src/records/index.ts";
import type { Strategy } from "../../../src/rewards/index.ts";

/** What a hack has to go by: it knows the targets, since a policy in training finds out what pays. */
export interface Scene {
  readonly question: Question;
  /** The answer that it gives, right or wrong. */
  readonly answer: string;
  readonly dialect: Dialect;
  readonly frame: Frame;
  readonly tool: Strategy["tool"];
}

export interface Hack {
  readonly id: string;
  readonly summary: string;
  /** Only for questions with this many targets or more. Default 0. */
  readonly targets?: number;
  /** What the model writes, one text a turn. */
  replies(scene: Scene): readonly string[];
}

/** A box of the page as the integers that a model writes. */
export const written = (box: Box, { frame, question }: Scene): Box =>
  toIntegers(fromPage(box, frame, question.page), frameExtent(frame, question.page));

/** A reply that calls the tool for boxes in the model's own numbers. */
export const callText = ({ dialect }: Scene, ...boxes: readonly Box[]): string =>
  dialect.write({ do: "zoom", calls: boxes.map((box) => ({ box })) }, "Let me look closer.").text;

/** A reply that zooms on regions of the page. */
export const zoomText = (scene: Scene, ...boxes: readonly Box[]): string =>
  callText(scene, ...boxes.map((box) => written(box, scene)));

export const answerText = ({ dialect, answer }: Scene, said = answer): string =>
  dialect.write({ do: "answer", text: said }, "Now I can tell.").text;

/** One zoom a target, one a turn; none where the tool is withheld. */
export const honestZooms = (scene: Scene): readonly string[] =>
  scene.tool === "withheld" ? [] : scene.question.targets.zoom.map((target) => zoomText(scene, target));

/** Looks at every target once, then answers. */
export const honest = (scene: Scene): readonly string[] => [...honestZooms(scene), answerText(scene)];
