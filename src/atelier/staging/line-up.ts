/** In what order actors stand, and which way each one looks. */
import type { Random } from "../../random.ts";
import type { ActorScript, PanelScript } from "../story/script.ts";
import type { Identity } from "../vocabulary.ts";
import { createPlayer, type Player } from "./player.ts";

/**
 * From left to right: speakers in the order of their first words (or against it), the others among them. Who talks
 * faces whom they talk to; the others face the talk; who is on the way to somewhere faces that side.
 */
export function linePlayers(script: PanelScript, random: Random, mirrored: boolean): readonly Player[] {
  const speakers = [...new Set(script.lines.map(({ by }) => by))];
  const place = (identity: Identity): number => {
    const turn = speakers.indexOf(identity);
    return turn < 0 ? random.range(0, speakers.length + 1) : turn + 0.5;
  };
  const ordered = script.actors
    .map((actor) => ({ actor, at: place(actor.identity) }))
    .toSorted((a, b) => (mirrored ? b.at - a.at : a.at - b.at))
    .map(({ actor }) => actor);
  return ordered.map((actor, index) => {
    const { identity } = actor;
    const facing = facingOf(ordered, index, speakers, mirrored) ?? (random.chance(0.5) ? "right" : "left");
    const stream = random.fork(identity);
    return createPlayer(actor, facing, speakers.includes(identity), stream.next().toString(), stream);
  });
}

/** Undefined for somebody alone who stays. */
function facingOf(
  ordered: readonly ActorScript[],
  index: number,
  speakers: readonly Identity[],
  mirrored: boolean,
): "left" | "right" | undefined {
  const actor = ordered[index];
  const others = ordered.filter((other) => other !== actor);
  const partner =
    others.find(({ identity }) => speakers.includes(identity)) ??
    others.toSorted(byDistance(ordered, index))[0];
  const talks = speakers.length > 1 && speakers.some((identity) => identity === actor?.identity);
  const allGo = others.every(({ heads }) => heads !== undefined);
  if (actor?.heads !== undefined && (allGo || !talks)) {
    return (actor.heads === "right") === mirrored ? "left" : "right";
  }
  if (partner === undefined) return undefined;
  return ordered.indexOf(partner) > index ? "right" : "left";
}

const byDistance =
  (ordered: readonly ActorScript[], index: number) =>
  (a: ActorScript, b: ActorScript): number =>
    Math.abs(ordered.indexOf(a) - index) - Math.abs(ordered.indexOf(b) - index);
