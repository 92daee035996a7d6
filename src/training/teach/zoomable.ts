import type { Question } from "../../records/index.ts";
import type { Asking } from "./lesson.ts";

/** An episode can zoom to every target of the question and still answer. */
export const zoomable = ({ targets: { zoom } }: Question, { maxTurns }: Asking): boolean =>
  zoom.length > 0 && (maxTurns === undefined || zoom.length < maxTurns);
