import { z } from "zod";
import { PANEL_RANGE } from "../atelier/index.ts";

const PANELS_MESSAGE = `a range of panels such as 6-9, within ${PANEL_RANGE.least}-${PANEL_RANGE.most}`;

/** "6-9" or "8" as the least and most panels of a drawn page. */
export const panelsFlag = z
  .string()
  .regex(/^\d{1,2}(-\d{1,2})?$/, PANELS_MESSAGE)
  .transform((text) => {
    const [least = 0, most = least] = text.split("-").map(Number);
    return { least, most };
  })
  .refine(
    ({ least, most }) => PANEL_RANGE.least <= least && least <= most && most <= PANEL_RANGE.most,
    PANELS_MESSAGE,
  );
