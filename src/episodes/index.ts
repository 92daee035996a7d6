export { beginEpisode, type EpisodeOptions, openEpisode } from "./begin.ts";
export { givenReply } from "./given-reply.ts";
export { callsTogether, callsTold } from "./located.ts";
export { type CompleteAll, runLockStep, stepAll } from "./lock-step.ts";
export { fitSize, type PictureSpec, pictureKey, type SizeLimits } from "./picture.ts";
export {
  type Encoding,
  openPictures,
  type Picture,
  type Pictures,
  type PicturesOptions,
  type Rasters,
} from "./pictures.ts";
export { askedInstead, askFor, type Place, placesOf, targetAsks, targetPlaces } from "./places.ts";
export { recordOf, type Times } from "./record.ts";
export { replayEpisode } from "./replay.ts";
export { type Prepared, prepare } from "./request.ts";
export * from "./run/index.ts";
export { type RunEpisodeOptions, runEpisode } from "./run-episode.ts";
export type { EpisodePlan, EpisodeState, Turn } from "./state.ts";
export { fail, step } from "./step.ts";
export { askedRegion, MAX_ZOOM_ASPECT, MIN_ZOOM_SIDE, shownRegion } from "./zoom.ts";
