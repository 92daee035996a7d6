/** The zoom tool by name, and how it is described to a model. */
import { type Box, type Frame, frameExtent, type Size } from "../geometry/index.ts";
import type { ToolText } from "./dialect.ts";

export const ZOOM_TOOL = "image_zoom_in_tool";

/** Names under which models call it, the first being right. */
export const ZOOM_TOOL_ALIASES: readonly string[] = [ZOOM_TOOL, "image_zoom_in", "zoom_in", "zoom", "crop"];

const DESCRIPTION =
  "Zoom in on a specific region of an image by cropping it based on a bounding box (bbox) and an optional object label.";
const BOX_TEXT =
  "The bounding box of the region to zoom in, as [x1, y1, x2, y2], where (x1, y1) is the top-left corner and (x2, y2) is the bottom-right corner.";
const LABEL_TEXT = "The name or label of the object in the specified bounding box (optional).";

/**
 * The tool as verl's `verl/tools/image_zoom_in_tool.py` describes it (commit 94e16be). DeepEyes' prompt says
 * `required: ["bbox"]` of the property `bbox_2d`: a slip, kept where its prompt is reproduced.
 */
export function zoomTool(required: "bbox_2d" | "bbox", boxNote = ""): ToolText {
  return {
    name: ZOOM_TOOL,
    description: DESCRIPTION,
    parameters: {
      type: "object",
      properties: {
        bbox_2d: {
          type: "array",
          items: { type: "number" },
          minItems: 4,
          maxItems: 4,
          description: boxNote === "" ? BOX_TEXT : `${BOX_TEXT} ${boxNote}`,
        },
        label: { type: "string", description: LABEL_TEXT },
      },
      required: [required],
    },
  };
}

/** The tool in OpenAI's form, as one line of JSON. */
export function toolLine({ name, description, parameters }: ToolText): string {
  return JSON.stringify({ type: "function", function: { name, description, parameters } });
}

/** In which numbers boxes are to be written. */
export function frameText(frame: Frame, page: Size): string {
  const { width, height } = frameExtent(frame, page);
  return frame.kind === "page" || frame.kind === "model"
    ? `Coordinates are pixels of the page picture, which is ${width} wide and ${height} high.`
    : `Coordinates run from 0 to ${width} over the page picture, x from its left and y from its top edge.`;
}

/** The call as the JSON that the prompts ask for. */
export function callJson({ box, label }: { readonly box: Box; readonly label?: string | undefined }): string {
  return JSON.stringify({ name: ZOOM_TOOL, arguments: callArguments({ box, label }) });
}

export function callArguments({ box, label }: { readonly box: Box; readonly label?: string | undefined }) {
  return { bbox_2d: [...box], ...(label === undefined ? {} : { label }) };
}
