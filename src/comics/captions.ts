/** A page described from its annotations: who is in each panel, what they do and say, what stands about. */
import { type Box, fromPage, toIntegers } from "../geometry/index.ts";
import type { Balloon, Character, Page, PageCaptions, PageObject, Text } from "../records/index.ts";
import { type PageView, type PanelView, viewPage } from "./page-view.ts";

/** The page in words, panel by panel in reading order; only what is annotated is said. Needs a page that passes `checkPage`. */
export function captionsOf(page: Page): PageCaptions {
  const view = viewPage(page);
  const panels = view.panels.map((panel) => ({ box: panel.panel.box, text: panelText(panel, view) }));
  return { kind: "captions", version: 1, page: page.id, by: "annotations", panels };
}

function panelText(panel: PanelView, view: PageView): string {
  const sentences = [
    ...panel.characters.map((character) => characterText(character, view.page)),
    ...panel.objects.map((object) => objectText(object, view.page)),
    ...panel.texts.filter((text) => !isInBalloon(text, panel)).map(letteringText),
    ...panel.balloons.map(balloonText),
  ].filter((sentence) => sentence !== "");
  return sentences.length === 0 ? "Nothing is described." : sentences.join(" ");
}

function place(box: Box, { image }: Page): string {
  const thousand = { width: 1000, height: 1000 };
  return `at [${toIntegers(fromPage(box, { kind: "thousandths" }, image), thousand).join(", ")}]`;
}

function characterText({ name, looks, action, emotion, interdepth, box }: Character, page: Page): string {
  const who = [name, looks].filter((part) => part !== undefined).join(", ");
  const details = [
    ...(action === undefined ? [] : [action]),
    ...(emotion === undefined ? [] : [emotion]),
    // 0 is nearest to the viewer.
    ...(interdepth === undefined ? [] : [`depth ${interdepth}, where 0 is nearest`]),
  ];
  const rest = details.length === 0 ? "" : `: ${details.join("; ")}`;
  return `${who === "" ? "A character" : who} ${place(box, page)}${rest}.`;
}

const objectText = ({ label, box }: PageObject, page: Page): string =>
  label === undefined ? "" : `A thing: ${label}, ${place(box, page)}.`;

/** Some data sets list the words of a balloon once more as lettering. */
const isInBalloon = ({ text }: Text, { balloons }: PanelView): boolean =>
  balloons.some((balloon) => balloon.text === text);

const letteringText = ({ kind, text }: Text): string =>
  text === undefined ? "" : `A ${kind ?? "text"} reads "${text}".`;

function balloonText({ kind, text, speakerName }: Balloon): string {
  if (text === undefined) return "";
  if (kind === "caption" || kind === "sound") return `A ${kind} reads "${text}".`;
  return `${speakerName ?? "Somebody"} ${VERBS[kind ?? "speech"]} "${text}".`;
}

const VERBS = { speech: "says", shout: "shouts", whisper: "whispers", thought: "thinks" } as const;
