/**
 * Places where panels play. A new one is one file and one line here. A panel calls, in this order: `drawSetting`,
 * `drawCrowd` where people are about, then draws its figures, then `drawForeground` now and then, and `drawWeather`.
 */

import type { Box } from "../../geometry/index.ts";
import { seeded } from "../../random.ts";
import type { Stage } from "../ink/stage.ts";
import type { Light, Setting, Weather } from "../vocabulary.ts";
import { INDOOR_SETTINGS } from "../vocabulary.ts";
import { beach } from "./beach.ts";
import { bridge } from "./bridge.ts";
import { castle } from "./castle.ts";
import { cave } from "./cave.ts";
import { classroom } from "./classroom.ts";
import { drawPeople } from "./crowd.ts";
import { desert } from "./desert.ts";
import type { Easel, View } from "./easel.ts";
import { createEasel } from "./easel.ts";
import { field } from "./field.ts";
import { drawCover } from "./foreground.ts";
import { forest } from "./forest.ts";
import { garden } from "./garden.ts";
import { harbour } from "./harbour.ts";
import { kitchen } from "./kitchen.ts";
import { library } from "./library.ts";
import { livingRoom } from "./living-room.ts";
import { market } from "./market.ts";
import { darker, type Mood, moodOf } from "./mood.ts";
import { mountains } from "./mountains.ts";
import type { SettingArt } from "./setting.ts";
import { ship } from "./ship.ts";
import { station } from "./station.ts";
import { town } from "./town.ts";
import { village } from "./village.ts";
import { dropWeather, layWeather } from "./weather.ts";
import { workshop } from "./workshop.ts";

export type { View } from "./easel.ts";
export { drawFlatGround, type FlatGroundSpec } from "./flat-ground.ts";
export type { Filter } from "./mood.ts";

const SETTINGS_ART: Readonly<Record<Setting, SettingArt>> = {
  kitchen,
  village,
  forest,
  field,
  harbour,
  library,
  beach,
  market,
  classroom,
  station,
  mountains,
  cave,
  castle,
  ship,
  workshop,
  "living room": livingRoom,
  garden,
  bridge,
  town,
  desert,
};

export interface SettingSpec {
  readonly setting: Setting;
  readonly light: Light;
  /** Clear when absent. Indoors it is seen through windows. */
  readonly weather?: Weather | undefined;
  /** The same seed brings the same place back. */
  readonly seed: string;
  readonly view: View;
}

export interface ForegroundSpec extends SettingSpec {
  /** What must stay in sight, panel px: faces. */
  readonly clear?: readonly Box[] | undefined;
}

/** Fills the whole stage with a place; draw it before the figures. It belongs to nobody. */
export function drawSetting(stage: Stage, spec: SettingSpec): void {
  const easel = setUp(stage, spec);
  SETTINGS_ART[spec.setting].draw(easel);
  if (!easel.indoors) layWeather(easel);
}

/** Anonymous people far behind the figures; nothing where no crowd gathers. They belong to nobody. */
export function drawCrowd(stage: Stage, spec: SettingSpec): void {
  const { crowd } = SETTINGS_ART[spec.setting];
  if (crowd !== undefined) drawPeople(setUp(stage, spec), crowd);
}

/** What stands before the light is darker than what stands in it, often nearly black. */
const FOREGROUND_SHADES = [0.36, 0.5, 0.78] as const;

/**
 * One thing before the figures, at the lower edge or in a lower corner, that hides what it covers. The seed says which.
 *
 * @returns whether there was room for it
 */
export function drawForeground(stage: Stage, spec: ForegroundSpec): boolean {
  const view = { groundY: stage.size.height, scale: stage.size.height / 100 };
  const lit = setUp(stage, { ...spec, view });
  const shade = lit.random.fork("shade").pick(FOREGROUND_SHADES);
  const easel = { ...lit, mood: darker(lit.mood, shade) };
  const covers = easel.random.fork("cover").shuffle(SETTINGS_ART[spec.setting].covers);
  return covers.some((cover) => drawCover(easel, cover, spec.clear ?? []));
}

/** Drops, flakes, leaves or mist before the figures, as marks that hide nobody; nothing indoors. */
export function drawWeather(stage: Stage, spec: SettingSpec): void {
  const easel = setUp(stage, spec);
  if (!easel.indoors) dropWeather(easel);
}

/** The colours of a place, which figures in it take on. */
export function sceneMood({ setting, light, weather = "clear", seed }: Omit<SettingSpec, "view">): Mood {
  const chance = seeded(`mood:${setting}:${seed}`).next();
  return moodOf({ setting, light, weather, indoors: INDOOR_SETTINGS.includes(setting), chance });
}

function setUp(stage: Stage, spec: SettingSpec): Easel {
  const { setting, light, weather = "clear", seed, view } = spec;
  const indoors = INDOOR_SETTINGS.includes(setting);
  const mood = sceneMood(spec);
  return createEasel(stage, { view, light, weather, indoors, mood, seed: `${setting}:${seed}` });
}
