/** Over the shoulder of one who listens: large, seen from behind, cut by the frame; the other one faces us. */
import type { Random } from "../../random.ts";
import { LOOK_ALIKES } from "../figure/cast.ts";
import { measureFigure } from "../figure/figure.ts";
import type { ActorScript, PanelScript } from "../story/script.ts";
import type { Action } from "../vocabulary.ts";
import { type Player, placePlayer } from "./player.ts";

/** How often a talk of two is seen over a shoulder, where it can be. */
const SHOULDER_SHARE = 0.5;

const HAVE_DOUBLES = new Set(LOOK_ALIKES.flat());

/** The line-up with one of two turned away in the foreground; undefined where nobody may be, or chance says no. */
export function overShoulder(
  players: readonly Player[],
  { shot, lines }: PanelScript,
  random: Random,
): readonly Player[] | undefined {
  const talk = players.length === 2 && shot !== "long" && lines.length > 0;
  if (!talk || !random.chance(SHOULDER_SHARE)) return undefined;
  const first = lines[0]?.by;
  const listener = players.find(({ actor }) => actor.identity !== first && mayTurn(actor));
  if (listener === undefined) return undefined;
  return players.map((player) =>
    player === listener ? turnedBack(player) : { ...player, actor: { ...player.actor, plane: "middle" } },
  );
}

/** What a back does not show can be left. */
const LISTENING: readonly Action[] = ["standing", "walking", "pointing", "waving", "sitting"];

const mayTurn = ({ action, holds, identity }: ActorScript): boolean =>
  LISTENING.includes(action) && holds === undefined && !HAVE_DOUBLES.has(identity);

/** Whoever listens stands, whatever else was meant. */
function turnedBack(player: Player): Player {
  const actor: ActorScript = { ...player.actor, action: "standing", plane: "near", heads: undefined };
  const { spec } = placePlayer({ ...player, actor, turn: "back" }, [0, 0], 1);
  return { ...player, actor, turn: "back", shape: measureFigure(spec) };
}
