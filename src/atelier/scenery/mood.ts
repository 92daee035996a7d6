/**
 * The colours of a scene: hour, weather and place pull all flat colours one way, so that a page changes its key from
 * scene to scene. Settings name their colours as they would be on a dull day.
 */
import type { Light, Setting, Weather } from "../vocabulary.ts";

/** Factors of red, green and blue. */
export type Filter = readonly [red: number, green: number, blue: number];

export interface Mood {
  /** Factor of the distance from grey. */
  readonly saturation: number;
  /** Factor of the distance from {@link MIDDLE}: how far dark and bright lie apart. */
  readonly contrast: number;
  /** Every channel is multiplied by it. */
  readonly filter: Filter;
  /** The same for whoever stands in this light. */
  readonly onFigures: Filter;
}

/** Luminance around which contrast grows. */
const MIDDLE = 205;

/** Colours whose channels lie so far apart get no stronger. */
const GAUDY = 120;

const PLAIN: Filter = [1, 1, 1];

/** What the weather does to a day outside. */
const OUTSIDE: Readonly<Record<Weather, Mood>> = {
  clear: { saturation: 1.75, contrast: 1.25, filter: [1, 0.99, 0.94], onFigures: PLAIN },
  wind: { saturation: 1.7, contrast: 1.25, filter: [0.97, 0.99, 0.97], onFigures: PLAIN },
  rain: { saturation: 1.55, contrast: 1.2, filter: [0.78, 0.88, 0.98], onFigures: [0.84, 0.91, 1] },
  snow: { saturation: 1.5, contrast: 1.2, filter: [0.92, 0.98, 1.02], onFigures: [0.95, 0.98, 1] },
  fog: { saturation: 1.35, contrast: 1.2, filter: [0.88, 0.95, 0.93], onFigures: [0.92, 0.97, 0.97] },
};

/** A low sun tints by itself: less saturation is wanted. */
const DUSK: Pick<Mood, "saturation" | "filter" | "onFigures"> = {
  saturation: 1.3,
  filter: [1.02, 0.95, 0.88],
  onFigures: [1, 0.92, 0.82],
};
const NIGHT: Mood = {
  saturation: 1.35,
  contrast: 1,
  filter: [0.86, 0.94, 1.06],
  onFigures: [0.7, 0.77, 0.96],
};
/** A room with its lamps on. */
const LAMPLIGHT: Mood = {
  saturation: 1.75,
  contrast: 1,
  filter: [1.14, 1.02, 0.84],
  onFigures: [0.96, 0.9, 0.8],
};

/** Filters of single scenes: a room has its own paint, an afternoon its own sun. */
const PAINTS: readonly Filter[] = [
  [1, 0.97, 0.86],
  [0.92, 1, 0.94],
  [0.88, 0.96, 1.04],
  [1.03, 0.91, 0.9],
  [1.02, 0.97, 0.82],
  [0.96, 0.92, 1.02],
];
const SUNS: readonly Filter[] = [PLAIN, PLAIN, [1.02, 0.98, 0.88], [0.95, 1, 1.02]];

/** Places under leaves and rock have a colour of their own. */
const PLACES: Partial<Readonly<Record<Setting, Filter>>> = {
  forest: [0.92, 1.02, 0.84],
  cave: [0.9, 0.94, 1.06],
  garden: [0.95, 1, 0.88],
  desert: [1.03, 0.96, 0.82],
};

export interface Scene {
  readonly setting: Setting;
  readonly light: Light;
  readonly weather: Weather;
  readonly indoors: boolean;
  /** 0-1, the same for all panels of the scene. */
  readonly chance: number;
}

export function moodOf({ setting, light, weather, indoors, chance }: Scene): Mood {
  if (light === "night") return indoors ? byLamp(setting) : NIGHT;
  const day = OUTSIDE[indoors ? "clear" : weather];
  const pool = indoors ? PAINTS : SUNS;
  const own = PLACES[setting] ?? pool[Math.floor(chance * pool.length)] ?? PLAIN;
  const mood = { ...day, filter: through(day.filter, own) };
  if (light === "day") return mood;
  return {
    ...mood,
    saturation: DUSK.saturation,
    filter: through(mood.filter, DUSK.filter),
    onFigures: through(mood.onFigures, DUSK.onFigures),
  };
}

const byLamp = (setting: Setting): Mood => ({
  ...LAMPLIGHT,
  filter: through(LAMPLIGHT.filter, PLACES[setting] ?? PLAIN),
});

const through = (a: Filter, b: Filter): Filter => [a[0] * b[0], a[1] * b[1], a[2] * b[2]];

/** A mood with less light, by a factor. */
export const darker = (mood: Mood, factor: number): Mood => ({
  ...mood,
  filter: through(mood.filter, [factor, factor, factor * 1.08]),
});

const PRIMARIES = [0, 1, 2] as const;

/** An opaque colour (`#rrggbb`) in a mood; anything else stays. */
export function inMood(colour: string, { saturation, contrast, filter }: Mood): string {
  if (colour.length !== 7) return colour;
  const value = Number.parseInt(colour.slice(1), 16);
  const rgb = [value >> 16, (value >> 8) & 255, value & 255] as const;
  const grey = 0.3 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2];
  const strength = Math.max(0, 1 - (Math.max(...rgb) - Math.min(...rgb)) / GAUDY);
  const stretch = 1 + (saturation - 1) * strength;
  // Dark colours are lines and lamps at night: they stay where they are.
  const level = grey < MIDDLE / 2 ? grey : MIDDLE + (grey - MIDDLE) * contrast;
  const channels = PRIMARIES.map((i) => {
    const graded = (level + (rgb[i] - grey) * stretch) * filter[i];
    return Math.round(Math.max(0, Math.min(255, graded)));
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
