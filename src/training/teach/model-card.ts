/** The taught model's card: `README.md` of its Hugging Face folder. */
import { CURRICULUM_FILE } from "../model-files.ts";
import type { TaskGate } from "./gate.ts";
import { gateText } from "./gate-text.ts";
import { lessons } from "./lessons/index.ts";
import type { TeachSettings } from "./teach-settings.ts";

export interface CardFacts {
  /** Of the model: that of its folder. */
  readonly name: string;
  readonly settings: TeachSettings;
  readonly gates: readonly TaskGate[];
  /** Pages that the gate was measured on. */
  readonly heldOut: number;
  /** Of the model. */
  readonly parameters: number;
}

export function modelCard(facts: CardFacts): string {
  return [header(facts), aboutData(facts), aboutRecipe(facts.settings), aboutGate(facts), LIMITS].join(
    "\n\n",
  );
}

const header = ({ name, settings: { from } }: CardFacts): string =>
  `---
license: mit
pipeline_tag: image-text-to-text
tags: [comics, qwen2.5-vl, benday]
---

# benday-${name}

A Qwen2.5-VL of under two million parameters, ${from === undefined ? "trained from nothing" : `\`${from.name}\` taught on,`} on drawn comic pages. It sees pages so small that details
are gone, and can ask for crops of the full page: a base for learning by rewards where to zoom.`;

function aboutData({ settings, parameters }: CardFacts): string {
  const { data, tasks, seed } = settings;
  return `## Data

${data.pages} pages of ${data.width} x ${data.height} px drawn by \`benday draw\` (seed \`taught/${seed}\`), and what the benchmark asks
about them: ${tasks.join(", ")}. No other picture or text was seen. ${(parameters / 1e6).toFixed(2)} million parameters, in half
precision.`;
}

function aboutRecipe({ curriculum, boxes, seed, harness, data, tasks, from }: TeachSettings): string {
  const { stages, maxPixels, zoomMaxPixels, dialect } = curriculum;
  const shares = (stage: (typeof stages)[number]): string =>
    lessons
      .flatMap(({ id }) => (stage.lessons[id] === undefined ? [] : [`${id} ${stage.lessons[id]}`]))
      .join(", ");
  const rows = stages.map((stage) => {
    const { id, steps, batch, rate, schedule, warmup, tint } = stage;
    const speed = `${rate}, ${schedule}, warm-up ${warmup}`;
    const asked = (stage.tasks ?? tasks).join(", ");
    return `| ${[id, asked, steps, batch, speed, `${tint.from} to ${tint.to}`, shares(stage)].join(" | ")} |`;
  });
  const given = lessons.filter(({ id }) => stages.some((stage) => (stage.lessons[id] ?? 0) > 0));
  const flags = `--seed ${seed} --boxes ${boxes} --pages ${data.pages} --page-size ${data.width}x${data.height}`;
  const begun = from === undefined ? "" : `--from ${from.name} `;
  return `## Recipe

    benday teach ${begun}${flags} --tasks ${tasks.join(" ")} --curriculum ${CURRICULUM_FILE}

with benday ${harness}, by the curriculum in this folder (\`${CURRICULUM_FILE}\`), which the table tells. Pages are seen at up to ${maxPixels} square px, crops at up to ${zoomMaxPixels}, in the
dialect \`${dialect}\`: \`asking.json\` says so, and benday asks it in the same way unless told otherwise. ${BOXES_TEXT[boxes]}

| stage | tasks | steps | conversations a step | rate | tint | lessons: share of questions |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

${given.map(({ id, summary }) => `- \`${id}\`: ${summary}`).join("\n")}`;
}

const BOXES_TEXT: Readonly<Record<TeachSettings["boxes"], string>> = {
  jittered: "The boxes of taught calls are off by a jitter, but for aimed ones.",
  random:
    "The boxes of taught calls are random, and lessons that tell targets were left out: it never saw a target's box.",
  exact: "The boxes of taught calls are the targets' own.",
};

const aboutGate = ({ gates, heldOut }: CardFacts): string =>
  `## Gate

Measured on ${heldOut} held-out pages of 1400 x 2000 px, drawn with the defaults of \`benday draw\`. Intervals are at 95 %, Wilson's for
shares and a bootstrap over pages for IoU. Chance of open answers is what the most frequent answer of each form earns.

${gateText(gates)}`;

const LIMITS = `## Limits

It knows pages that benday draws, and a few fixed ways of asking. On other comics, questions or pictures nothing is to be
expected of it. A task that misses the gate is not one on which a gain by zooming may be claimed.`;
