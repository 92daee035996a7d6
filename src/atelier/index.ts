export { type DrawnPage, type DrawPagesOptions, drawPages } from "./draw-pages.ts";
export { PANEL_RANGE, type PanelRange } from "./layout/rows.ts";
export {
  DEFAULT_PAGE_SIZE,
  drawPage,
  isPageSize,
  PAGE_SIZES,
  type PageDrawing,
  type PageOrder,
} from "./page.ts";
export { DEFAULT_PRINT, PRINT_EFFECTS, type PrintOptions } from "./print/print-options.ts";
export { PRINT_STYLES, type PrintStyle } from "./print/separation.ts";
export { formatPageScript, type PageScript } from "./story/page-script.ts";
export { LANGUAGES, type Language } from "./story/text.ts";
export { TIE_KINDS, type Tie, type TieKind } from "./story/ties.ts";
export { SMALLEST_CAST } from "./story/write-story.ts";
export {
  ACTIONS,
  type Action,
  EMOTIONS,
  type Emotion,
  IDENTITIES,
  type Identity,
  LIGHTS,
  type Light,
  PROPS,
  type Prop,
  SETTINGS,
  type Setting,
  WEATHERS,
  type Weather,
} from "./vocabulary.ts";
