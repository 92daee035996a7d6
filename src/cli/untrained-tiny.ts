/** A small model with first values, whose tokenizer has learnt the project's own prompts. */
import { ZOOM_TOOL } from "../dialects/index.ts";
import { createTinyModel, type Model } from "../engine/index.ts";
import type { LessonTexts } from "./lesson-texts.ts";
import { dialectPhrases, offeredTools } from "./prompt-phrases.ts";
import { gatherPromptTexts } from "./prompt-texts.ts";
import type { Terminal } from "./terminal.ts";

export interface TinyOrder {
  readonly seed: string;
  /** Pages drawn for the questions that the tokenizer learns from. */
  readonly pages: number;
  readonly workers?: number | undefined;
  /** Further texts to learn from. */
  readonly also?: LessonTexts | undefined;
  /** Largest area at which a picture is seen, square px. */
  readonly maxPixels?: number | undefined;
}

export interface UntrainedTiny {
  readonly model: Model;
  /** Questions that the tokenizer learnt from. */
  readonly questions: number;
}

const PAGE = { width: 700, height: 1000 };

/** The same order gives the same model. */
export async function untrainedTiny(
  { seed, pages: count, workers, also = { texts: [], phrases: [] }, maxPixels }: TinyOrder,
  terminal: Terminal,
): Promise<UntrainedTiny> {
  const progress = terminal.progress("drawing");
  const drawn = { count, seed: `tokenizer/${seed}`, size: PAGE, print: 0, workers };
  const { texts, answers, sentences } = await gatherPromptTexts(drawn, (done) =>
    progress.update(done, count),
  ).finally(progress.end);
  const model = createTinyModel({
    texts: [...texts, ...also.texts],
    tools: offeredTools(),
    phrases: [...dialectPhrases(), ...sentences, ...also.phrases],
    neverWhole: [...answers, ZOOM_TOOL, "bbox_2d", "tool_call"],
    seed,
    maxPixels,
  });
  return { model, questions: texts.length };
}
