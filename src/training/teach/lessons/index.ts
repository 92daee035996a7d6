import type { Lesson } from "../lesson.ts";
import { caption } from "./caption.ts";
import { compare } from "./compare.ts";
import { locate } from "./locate.ts";
import { name } from "./name.ts";
import { nameNear } from "./name-near.ts";
import { pageAnswer } from "./page-answer.ts";
import { panelAnswer } from "./panel-answer.ts";
import { zoomJittered } from "./zoom-jittered.ts";
import { zoomNear } from "./zoom-near.ts";

export const lessons = [
  locate,
  caption,
  nameNear,
  name,
  compare,
  panelAnswer,
  pageAnswer,
  zoomJittered,
  zoomNear,
] as const satisfies readonly Lesson[];
export type LessonId = (typeof lessons)[number]["id"];
