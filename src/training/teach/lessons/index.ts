import type { Lesson } from "../lesson.ts";
import { caption } from "./caption.ts";
import { locate } from "./locate.ts";
import { locateAsked } from "./locate-asked.ts";
import { pageAnswer } from "./page-answer.ts";
import { panelAnswer } from "./panel-answer.ts";
import { panelNear } from "./panel-near.ts";
import { zoomAimed } from "./zoom-aimed.ts";
import { zoomJittered } from "./zoom-jittered.ts";
import { zoomNear } from "./zoom-near.ts";

export const lessons = [
  locate,
  locateAsked,
  caption,
  panelNear,
  panelAnswer,
  pageAnswer,
  zoomJittered,
  zoomAimed,
  zoomNear,
] as const satisfies readonly Lesson[];
export type LessonId = (typeof lessons)[number]["id"];
