/**
 * Where the fields of a page record stand in a COCO annotation's `attributes`: AI4VA's names for depth, the names of the
 * annotated Pepper&Carrot pages for what AI4VA does not publish, the record's own name otherwise.
 *
 * The table is total over the records: a new field does not compile until it has a place here, so that what is written
 * is always read back.
 */
import type { Balloon, Character, Face, PageObject, Panel, Text } from "../../records/index.ts";
import type { Role } from "./roles.ts";

interface Records {
  readonly panel: Panel;
  readonly character: Character;
  readonly face: Face;
  readonly balloon: Balloon;
  readonly text: Text;
  readonly object: PageObject;
}
/** Fields that COCO itself holds: `id`, `bbox`, `segmentation`. */
type CocoField = "id" | "box" | "polygon";
type Table = { readonly [R in Role]: { readonly [F in Exclude<keyof Records[R], CocoField>]-?: string } };

const DEPTH = { interdepth: "Interdepth", intradepth: "Intradepth" } as const;

export const ATTRIBUTES = {
  panel: {
    order: "reading_order",
    borderless: "borderless",
    setting: "setting",
    time: "time",
    caption: "caption",
  },
  character: {
    ...DEPTH,
    panel: "panel_id",
    name: "name",
    looks: "looks",
    action: "action",
    actionAlso: "action_also",
    emotion: "emotion",
    visible: "visible",
  },
  face: { panel: "panel_id", character: "character_id" },
  balloon: {
    panel: "panel_id",
    order: "order",
    kind: "kind",
    text: "text",
    speaker: "speaker",
    speakerName: "speaker_name",
  },
  text: { panel: "panel_id", balloon: "balloon_id", kind: "kind", text: "text" },
  object: { ...DEPTH, panel: "panel_id", label: "label", holder: "holder_id" },
} as const satisfies Table;

/** The id of the region in the page record, where it is not the annotation's id. */
export const ID_ATTRIBUTE = "record_id";
/** The exact box, where `bbox` cannot hold it: x + (x2 - x) is not always x2 in floating point. */
export const BOX_ATTRIBUTE = "box";
