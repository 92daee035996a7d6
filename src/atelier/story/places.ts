/** The settings in words, and by what can happen in them: plots and episodes name them by the group. */
import type { Setting } from "../vocabulary.ts";

/** In a sentence. */
export const SETTING_NOUNS: Readonly<Record<Setting, string>> = {
  kitchen: "the kitchen",
  village: "the village",
  forest: "the forest",
  field: "the field",
  harbour: "the harbour",
  library: "the library",
  beach: "the beach",
  market: "the market",
  classroom: "the classroom",
  station: "the station",
  mountains: "the mountains",
  cave: "the cave",
  castle: "the castle",
  ship: "the ship",
  workshop: "the workshop",
  "living room": "the living room",
  garden: "the garden",
  bridge: "the bridge",
  town: "the town",
  desert: "the desert",
};

/** Where somebody is who is there. */
export const SETTING_PREPOSITIONS: Readonly<Record<Setting, "in" | "on">> = {
  kitchen: "in",
  village: "in",
  forest: "in",
  field: "in",
  harbour: "in",
  library: "in",
  beach: "on",
  market: "in",
  classroom: "in",
  station: "in",
  mountains: "in",
  cave: "in",
  castle: "in",
  ship: "on",
  workshop: "in",
  "living room": "in",
  garden: "in",
  bridge: "on",
  town: "in",
  desert: "in",
};

/** As an answer to "Where?". */
export const SETTING_LABELS: Readonly<Record<Setting, string>> = {
  kitchen: "a kitchen",
  village: "a village",
  forest: "a forest",
  field: "a field",
  harbour: "a harbour",
  library: "a library",
  beach: "a beach",
  market: "a market",
  classroom: "a classroom",
  station: "a railway station",
  mountains: "snowy mountains",
  cave: "a cave",
  castle: "a castle hall",
  ship: "a ship",
  workshop: "a workshop",
  "living room": "a living room",
  garden: "a garden",
  bridge: "a bridge",
  town: "a town",
  desert: "a desert",
};

/** A place in French: "la forêt", "dans la forêt". */
export const FRENCH_PLACES: Readonly<Record<Setting, { readonly the: string; readonly in: string }>> = {
  kitchen: { the: "la cuisine", in: "dans la cuisine" },
  village: { the: "le village", in: "au village" },
  forest: { the: "la forêt", in: "dans la forêt" },
  field: { the: "le champ", in: "dans le champ" },
  harbour: { the: "le port", in: "au port" },
  library: { the: "la bibliothèque", in: "à la bibliothèque" },
  beach: { the: "la plage", in: "à la plage" },
  market: { the: "le marché", in: "au marché" },
  classroom: { the: "la classe", in: "dans la classe" },
  station: { the: "la gare", in: "à la gare" },
  mountains: { the: "la montagne", in: "à la montagne" },
  cave: { the: "la grotte", in: "dans la grotte" },
  castle: { the: "le château", in: "au château" },
  ship: { the: "le bateau", in: "sur le bateau" },
  workshop: { the: "l'atelier", in: "dans l'atelier" },
  "living room": { the: "le salon", in: "au salon" },
  garden: { the: "le jardin", in: "au jardin" },
  bridge: { the: "le pont", in: "sur le pont" },
  town: { the: "la ville", in: "en ville" },
  desert: { the: "le désert", in: "dans le désert" },
};

/** Where people live and work. */
export const INSIDE = [
  "kitchen",
  "library",
  "classroom",
  "workshop",
  "living room",
  "castle",
] as const satisfies readonly Setting[];

/** Among houses, in the open. */
export const TOWN = ["village", "town", "market", "station", "garden"] as const satisfies readonly Setting[];

/** By the water, or on it. */
export const WATER = ["harbour", "beach", "ship", "bridge"] as const satisfies readonly Setting[];

/** Far from houses, in the open. */
export const WILD = ["forest", "field", "mountains", "desert"] as const satisfies readonly Setting[];

/** Where it never snows. */
export const MILD_SETTINGS: readonly Setting[] = ["beach", "desert"];
