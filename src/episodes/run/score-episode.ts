/** What an episode is worth, from its record and its question alone. */
import { matchBoxes } from "../../geometry/index.ts";
import { type Grade, ruleGrader } from "../../grading/index.ts";
import type { Episode, Question, Score } from "../../records/index.ts";
import { taskOf } from "../../tasks/index.ts";
import type { Decision } from "./judge-answers.ts";

/** What the task's rule says of the answer; undefined where there is none. */
export function gradeByRule(question: Question, { answer }: Episode): Grade | undefined {
  return answer === undefined ? undefined : ruleGraderOf(question).grade(question, answer);
}

/**
 * Score an episode by its task's rule grader, or by what judges decided in its place. An episode without an answer is `invalid`, one whose provider failed an
 * `error`; zoom calls are matched one to one with the question's targets.
 */
export function scoreEpisode(question: Question, episode: Episode, decision?: Decision): Score {
  const failed = decision?.grade === "failed";
  const decided = decision?.grade === "failed" ? undefined : decision?.grade;
  const grade = decision === undefined ? gradeByRule(question, episode) : decided;
  const { mode, counterfactual } = episode;
  return {
    kind: "score",
    version: 1,
    episode: episode.id,
    question: question.id,
    sample: episode.sample,
    mode,
    ...(counterfactual === undefined ? {} : { counterfactual }),
    task: question.task,
    form: question.form,
    page: question.page.id,
    split: question.split,
    gold: question.gold,
    ...(grade?.read === undefined ? {} : { extracted: grade.read }),
    outcome: failed ? "error" : outcomeOf(episode, grade),
    value: grade?.score ?? 0,
    grader: decision?.grader ?? ruleGraderOf(question).id,
    calls: scoreCalls(question, episode),
  };
}

const ruleGraderOf = ({ task }: Question) => ruleGrader(taskOf(task).grader);

function outcomeOf({ outcome }: Episode, grade: Grade | undefined): Score["outcome"] {
  if (outcome.kind === "error") return "error";
  if (grade === undefined || grade.status === "invalid") return "invalid";
  return grade.status === "correct" ? "correct" : "wrong";
}

function scoreCalls({ targets }: Question, { turns }: Episode): Score["calls"] {
  const boxes = turns.flatMap(({ calls }) =>
    calls.flatMap(({ box, error }) => (box === undefined || error !== undefined ? [] : [box])),
  );
  const matches = new Map(matchBoxes(boxes, targets.zoom).map((match) => [match.predicted, match]));
  return boxes.map((_, place) => {
    const match = matches.get(place);
    return match === undefined ? { iou: 0 } : { iou: match.iou, target: match.target };
  });
}
