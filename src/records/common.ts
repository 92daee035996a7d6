/** The pieces that several records share. */
import { z } from "zod";

const coordinate = z.number("expected a finite number of pixels");

/** `[x1, y1, x2, y2]` in page pixels, x2 and y2 exclusive, with area. */
export const BoxSchema = z
  .tuple([coordinate, coordinate, coordinate, coordinate], "expected a box [x1, y1, x2, y2]")
  .refine(
    ([x1, y1, x2, y2]) => x2 > x1 && y2 > y1,
    "expected a box [x1, y1, x2, y2] with x1 < x2 and y1 < y2",
  )
  .readonly();

/** At least three corners in page pixels; closed implicitly. */
export const PolygonSchema = z
  .array(z.tuple([coordinate, coordinate]).readonly())
  .min(3, "expected a polygon of at least 3 points")
  .readonly();

/** An identifier: not empty, no white space or control characters, at most 200 characters. */
export const IdSchema = z
  .string("expected an id (text)")
  .regex(/^[^\s\p{Cc}]{1,200}$/u, "expected an id of 1-200 characters without spaces");

/** Text that says something. */
export const LabelSchema = z.string("expected a text").trim().min(1, "expected a text that is not empty");
