/** The story of a page as a record, and as a text to read. */
import { CAST } from "../figure/cast.ts";
import type { Identity, Prop } from "../vocabulary.ts";
import type { Role } from "./beat.ts";
import type { ActorScript, PanelScript } from "./script.ts";
import type { Language } from "./text.ts";
import type { Tie } from "./ties.ts";

/** A finished story. */
export interface Story {
  readonly title: string;
  /** Name of the plot. */
  readonly plot: string;
  /** Who plays which part; X is the first of those met on the way. */
  readonly roles: Readonly<Record<Role, Identity>>;
  /** The thing that the plot is about. */
  readonly item: Prop;
  /** In reading order. */
  readonly panels: readonly PanelScript[];
  /** Which panels are tied to earlier ones, and by what. */
  readonly ties: readonly Tie[];
}

export interface PageScript extends Story {
  readonly kind: "page-script";
  readonly version: 1;
  /** The page's id. */
  readonly id: string;
  readonly language: Language;
}

export const pageScript = (id: string, language: Language, story: Story): PageScript => ({
  kind: "page-script",
  version: 1,
  id,
  language,
  ...story,
});

/** One block a panel: where, who does what, what is told and said, and what ties it to the panel before. */
export function formatPageScript({ id, title, plot, panels, ties }: PageScript): string {
  const blocks = panels.map((panel, index) => {
    const by = ties.filter((tie) => tie.panel === index + 1).map((tie) => tie.by);
    return formatPanel(panel, index + 1, by);
  });
  return [`${id}: ${title} (${plot})`, ...blocks].join("\n\n");
}

function formatPanel(panel: PanelScript, order: number, ties: readonly string[]): string {
  const { setting, light, weather = "clear", shot, narration, sound, thing, lines } = panel;
  const sky = weather === "clear" ? "" : `, ${weather}`;
  return [
    `${order}. ${setting}, ${light}${sky}, ${shot} shot${ties.length > 0 ? ` [${ties.join(", ")}]` : ""}`,
    `   ${panel.actors.map(formatActor).join("; ")}`,
    ...(thing === undefined ? [] : [`   on the ground: ${thing}`]),
    ...(narration === undefined ? [] : [`   (${narration})`]),
    ...lines.map(
      ({ by, kind, text }) => `   ${CAST[by].name}${kind === "speech" ? "" : ` (${kind})`}: ${text}`,
    ),
    ...(sound === undefined ? [] : [`   * ${sound} *`]),
  ].join("\n");
}

function formatActor({ identity, action, emotion, holds, conditions = [] }: ActorScript): string {
  const thing = holds === undefined ? [] : [`with ${holds}`];
  return [`${CAST[identity].name} ${action}`, emotion, ...conditions, ...thing].join(", ");
}
