/** One step of an episode: the model's reply in, the next turns or the end out. Pure: no clock, no pixels, no model. */
import type { FaultyCall, ReadCall, ReadReply, ZoomCall } from "../dialects/index.ts";
import { type Box, fullBox } from "../geometry/index.ts";
import { questionText } from "../grading/index.ts";
import type { ProviderError, Reply } from "../providers/index.ts";
import { seeded } from "../random.ts";
import { type CallPolicy, type EpisodeCall, type EpisodeOutcome, offersZoom } from "../records/index.ts";
import { type PictureSpec, pictureOf } from "./picture.ts";
import { dialectNamed, type EpisodeState, occasionOf, picturesIn, repliesIn, type Turn } from "./state.ts";
import { askedRegion, counterfactualRegion, shownRegion, type ZoomFault } from "./zoom.ts";

/** Most calls of one reply that are run under the policy `all`. */
const MAX_CALLS_PER_REPLY = 8;

/** The state after a reply; it has an `outcome` when the episode has ended. `RangeError` for one that had before. */
export function step(state: EpisodeState, reply: Reply): EpisodeState {
  checkLive(state);
  const read = dialectNamed(state.plan.dialect).read(reply);
  const answer = answerOf(reply, read);
  const left = state.plan.settings.maxTurns - repliesIn(state) - 1;
  const runnable = answer === undefined && offersZoom(state.plan.mode);
  const calls = resolveCalls(state, read.calls, runnable, left);
  const spoken: Turn = { role: "assistant", reply, calls, notes: read.notes };
  const turns = [...state.turns, spoken];
  if (answer !== undefined) return { ...state, turns, outcome: { kind: "answered" }, answer };
  if (!runnable || calls.length === 0 || reply.finish === "refusal")
    return { ...state, turns, outcome: endWithoutAnswer(reply) };
  if (left === 0) return { ...state, turns, outcome: { kind: "max-turns" } };
  return { ...state, turns: [...turns, ...responseTurns(state, read.calls, calls, left)] };
}

/** The state after a request that brought no reply: the episode ends. */
export function fail(
  state: EpisodeState,
  { kind, message }: Pick<ProviderError, "kind" | "message">,
): EpisodeState {
  checkLive(state);
  return { ...state, outcome: { kind: "error", error: kind, message } };
}

function checkLive({ outcome, plan }: EpisodeState): void {
  if (outcome !== undefined)
    throw new RangeError(`step ${plan.id}: expected a live episode, got one that ended`);
}

/** Prose that was cut off, or that declines, is no answer; what a tag opened is. */
function answerOf({ finish }: Reply, { answer, notes }: ReadReply): string | undefined {
  const isProse = notes.includes("untagged-answer");
  return isProse && (finish === "length" || finish === "refusal") ? undefined : answer;
}

function endWithoutAnswer({ finish }: Reply): EpisodeOutcome {
  if (finish === "refusal") return { kind: "refused" };
  return { kind: finish === "length" ? "length" : "no-answer" };
}

/** What becomes of each call: the page region that it asks for, or why it is not run. */
function resolveCalls(
  state: EpisodeState,
  calls: readonly ReadCall[],
  runnable: boolean,
  left: number,
): readonly EpisodeCall[] {
  const chosen = chosenCalls(calls, state.plan.settings.policy);
  return calls.map((call): EpisodeCall => {
    const { raw, name, id } = call;
    const head = { raw, name, ...(id === undefined ? {} : { id }) };
    if ("fault" in call) return { ...head, error: call.fault };
    const refusal = refusalOf(state, runnable, chosen.has(call), left);
    if (refusal !== undefined) return { ...head, error: refusal };
    const region = askedRegion(call.box, state.plan.frame, state.question.page);
    if ("kind" in region) return { ...head, error: region };
    return { ...head, ...(call.label === undefined ? {} : { label: call.label }), box: region };
  });
}

/** Why a readable call is not run, whatever its box; undefined where it is. */
function refusalOf(
  { plan }: EpisodeState,
  runnable: boolean,
  isChosen: boolean,
  left: number,
): ZoomFault | undefined {
  if (!offersZoom(plan.mode)) return { kind: "unknown-tool", message: "no tool is offered" };
  if (!runnable) return { kind: "passed-over", message: "the reply holds an answer" };
  if (!isChosen) return { kind: "passed-over", message: "another call of the same reply was run" };
  return left === 0 ? { kind: "no-turns-left", message: "no turn is left" } : undefined;
}

/** A faulty call is answered in any case, so it does not count as the first or last. */
function chosenCalls(calls: readonly ReadCall[], policy: CallPolicy): ReadonlySet<ReadCall> {
  const zooms = calls.filter((call) => "box" in call);
  if (policy === "first") return new Set(zooms.slice(0, 1));
  if (policy === "last") return new Set(zooms.slice(-1));
  return new Set(zooms.slice(0, MAX_CALLS_PER_REPLY));
}

/** The turns that answer calls: texts for native ones, then a user turn with the crops. */
function responseTurns(
  state: EpisodeState,
  read: readonly ReadCall[],
  calls: readonly EpisodeCall[],
  left: number,
): readonly Turn[] {
  const dialect = dialectNamed(state.plan.dialect);
  const toolTurns = calls.flatMap((call): Turn[] => {
    if (call.id === undefined) return [];
    const text = call.error === undefined ? "The region follows as a picture." : faultLine(call);
    return [{ role: "tool", callId: call.id, name: call.name, text }];
  });
  // Faults of native calls have been told; those of written ones have only the user turn.
  const faults = calls.flatMap((call) =>
    call.error === undefined || call.id !== undefined ? [] : [faultLine(call)],
  );
  const asked = read.flatMap((call, index) => (calls[index]?.box === undefined ? [] : [askedLine(call)]));
  const pictures = zoomPictures(state, calls);
  if (pictures.length === 0) {
    const text = dialect.faultText(faults, left);
    return text === "" ? toolTurns : [...toolTurns, { role: "user", parts: [text] }];
  }
  const { before, after } = dialect.framing({
    ...{ asked: [...asked, ...faults], left },
    ...{ question: questionText(state.question), occasion: occasionOf(state.question, state.plan) },
  });
  const parts = [before, ...pictures, after].filter((part) => part !== "");
  return [...toolTurns, { role: "user", parts }];
}

const faultLine = ({ error }: EpisodeCall): string => `Error: ${error?.message ?? "the call was not run"}.`;

/** In verl's words; the box as the model wrote it. */
function askedLine(call: ZoomCall | FaultyCall): string {
  if (!("box" in call)) return "";
  const label = call.label === undefined ? "" : ` with label ${call.label.replace(/\s+/g, " ")}`;
  return `Zoomed in on the image to the region [${call.box.join(", ")}]${label}.`;
}

/** The pictures that answer the calls, each call's region replaced where the episode is counterfactual. */
function zoomPictures(state: EpisodeState, calls: readonly EpisodeCall[]): readonly PictureSpec[] {
  const { question, plan } = state;
  const { counterfactual, settings } = plan;
  const limits = { ...settings, maxPixels: settings.zoomMaxPixels };
  const shown = state.turns
    .flatMap(picturesIn)
    .flatMap(({ content, box }) => (content === "zoom" ? [box] : []));
  return calls.flatMap(({ box }): PictureSpec[] => {
    if (box === undefined) return [];
    const region = shownRegion(box, question.page);
    const random = seeded(`${settings.seed}/${plan.id}/${shown.length}`);
    const history = { page: question.page, targets: question.targets, shown: [...shown] };
    const replaced: Box = counterfactualRegion(region, counterfactual, history, random);
    shown.push(replaced);
    if (counterfactual === "whole") return [{ content: "zoom", box: fullBox(question.page), ...plan.seen }];
    return [pictureOf(counterfactual === "blank" ? "blank" : "zoom", replaced, limits)];
  });
}
