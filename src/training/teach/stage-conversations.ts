/** The conversations of a stage, in the order in which they are learnt. */
import { InputError } from "../../errors.ts";
import { type Random, seeded } from "../../random.ts";
import { type Page, type Question, TASK_IDS } from "../../records/index.ts";
import type { ConversationRecord } from "../methods/conversation-file.ts";
import { groupedPasses, type Passes } from "../run/draw-prompts.ts";
import type { Curriculum, Stage } from "./curriculum.ts";
import { type Asking, type Lesson, type LessonContext, mayTeach, type TaughtBoxes } from "./lesson.ts";
import { lessons } from "./lessons/index.ts";

export interface StageSource {
  readonly questions: readonly Question[];
  /** The truth, by page id. */
  readonly pages: ReadonlyMap<string, LessonContext["page"]>;
  readonly reader: LessonContext["reader"];
  readonly boxes: TaughtBoxes;
  readonly seed: string;
  readonly harness: string;
}

/** Tints are drawn at 0.4 to 1 times the stage's, so that none is ever all there is to see. */
const WEAKEST_TINT = 0.4;

/**
 * As many as the stage's steps take. Tasks come in turn, the questions of each again and again in new orders, some pages at a time; the lessons
 * of a question stand together, so that what they show alike is computed once.
 *
 * @throws InputError where no lesson of the stage fits any question
 */
export function* stageConversations(
  stage: Stage,
  curriculum: Curriculum,
  source: StageSource,
): Generator<ConversationRecord, void, undefined> {
  const wanted = stage.steps * stage.batch;
  const random = seeded(`${source.seed}/teach/${stage.id}`);
  const { tasks } = stage;
  const asked = source.questions.filter(({ task }) => tasks === undefined || tasks.includes(task));
  const next = questionsInTurn(asked, `${source.seed}/teach/${stage.id}/questions`);
  const asking = askingOf(curriculum, source.harness);
  let made = 0;
  let unfit = 0;
  for (let turn = 0; made < wanted; turn++) {
    if (unfit > 4 * source.questions.length) throw nothingFits(stage);
    const question = next(turn);
    const context = contextFor(question, asking, source, random.fork(turn), tintAt(stage, made / wanted));
    const conversations = lessonsFor(stage, source.boxes, context.random)
      .flatMap((lesson) => lesson.make(question, context))
      .slice(0, wanted - made);
    for (const [at, record] of conversations.entries()) yield { ...record, id: `${turn}/${at}/${record.id}` };
    made += conversations.length;
    unfit = conversations.length > 0 ? 0 : unfit + 1;
  }
}

/** How the episodes of a curriculum are asked. */
export const askingOf = (
  { maxPixels, zoomMaxPixels, maxTurns, dialect }: Curriculum,
  harness: string,
): Asking => ({ maxPixels, zoomMaxPixels, maxTurns, dialect, harness });

const tintAt = ({ tint: { from, to } }: Stage, progress: number): number => from + (to - from) * progress;

function contextFor(
  question: Question,
  asking: Asking,
  { pages, reader, boxes }: StageSource,
  random: Random,
  tint: number,
): LessonContext {
  const page = pages.get(question.page.id);
  if (page === undefined)
    throw new InputError({
      at: question.page.id,
      expected: "the annotations of every page that is asked about",
      found: "none",
    });
  const shown = Math.round(100 * tint * random.fork("tint").range(WEAKEST_TINT, 1)) / 100;
  return { reader, asking, page, random, boxes, tint: shown };
}

/** The lessons that are given this time. */
function lessonsFor(stage: Stage, boxes: TaughtBoxes, random: Random): readonly Lesson[] {
  return lessons.filter((lesson) => {
    const given = random.fork(lesson.id).chance(stage.lessons[lesson.id] ?? 0);
    return given && mayTeach(lesson, boxes);
  });
}

/** Of each task: mixed enough, and few enough that decoded pages of 700 x 1000 px are kept until they come again. */
const PAGES_TOGETHER = 60;

/** Tasks in turn, each in endless passes over its questions, some pages at a time. */
function questionsInTurn(questions: readonly Question[], seed: string): (turn: number) => Question {
  const none: ReadonlySet<Question> = new Set();
  const groups = Map.groupBy(questions, ({ task }) => task);
  const lists = TASK_IDS.flatMap((task): Passes<Question>[] => {
    const group = groups.get(task);
    if (group === undefined) return [];
    return [groupedPasses(group, ({ page }) => page.id, `${seed}/${task}`, PAGES_TOGETHER)];
  });
  return (turn) => {
    const question = lists[turn % lists.length]?.(Math.floor(turn / lists.length), none);
    if (question !== undefined) return question;
    throw new InputError({ expected: "questions to teach from", found: "none" });
  };
}

const nothingFits = ({ id, lessons: shares }: Stage): InputError =>
  new InputError({
    at: `stage ${id}`,
    expected: "questions that its lessons fit",
    found: `none for ${Object.keys(shares).join(", ")}`,
  });

/** Pages by their id, for a {@link StageSource}. */
export const pagesById = (pages: readonly Page[]): ReadonlyMap<string, Page> =>
  new Map(pages.map((page) => [page.id, page]));
