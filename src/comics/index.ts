export { assignToPanel } from "./assign-to-panel.ts";
export { orderBalloons } from "./balloon-order.ts";
export { captionsOf } from "./captions.ts";
export { type LayoutGroup, type LayoutNode, leavesOf } from "./layout.ts";
export {
  type PageItem,
  type PageView,
  type PanelView,
  type ViewOptions,
  viewPage,
} from "./page-view.ts";
export { type PositionPhrase, positionPhrases } from "./position-phrases.ts";
export { orderPanels, type ReadingOrder } from "./reading-order.ts";
export type { Region } from "./region.ts";
export { resolvePhrase } from "./resolve-phrase.ts";
export { checkPage, type PageFault, pageFaults, parsePage } from "./validate-page.ts";
