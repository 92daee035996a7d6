export { type DrawnPage, type DrawPagesOptions, drawPages } from "./draw-pages.ts";
export {
  DEFAULT_PAGE_SIZE,
  drawPage,
  isPageSize,
  PAGE_SIZES,
  type PageDrawing,
  type PageOrder,
} from "./page.ts";
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
} from "./vocabulary.ts";
