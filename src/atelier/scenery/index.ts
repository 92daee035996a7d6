/** Places where panels play. A new one is one file and one line here. */

import type { Stage } from "../ink/stage.ts";
import type { Light, Setting } from "../vocabulary.ts";
import type { View } from "./easel.ts";
import { createEasel } from "./easel.ts";
import { field } from "./field.ts";
import { forest } from "./forest.ts";
import { harbour } from "./harbour.ts";
import { kitchen } from "./kitchen.ts";
import { library } from "./library.ts";
import type { SettingArt } from "./setting.ts";
import { village } from "./village.ts";

export type { View } from "./easel.ts";

const SETTINGS_ART: Readonly<Record<Setting, SettingArt>> = {
  kitchen,
  village,
  forest,
  field,
  harbour,
  library,
};

export interface SettingSpec {
  readonly setting: Setting;
  readonly light: Light;
  /** The same seed brings the same place back. */
  readonly seed: string;
  readonly view: View;
}

/** Fills the whole stage with a place; draw it before the figures. It belongs to nobody. */
export function drawSetting(stage: Stage, { setting, light, seed, view }: SettingSpec): void {
  SETTINGS_ART[setting](createEasel(stage, view, light, `${setting}:${seed}`));
}
