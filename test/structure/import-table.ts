/**
 * Which folder of `src/` may import which others. Every folder may import itself and the loose files, which import
 * nothing but each other. The table has an order: a folder imports only folders above it, so it holds no cycle.
 */

export const LOOSE_FILES: readonly string[] = ["errors.ts", "json.ts", "pool.ts", "random.ts"];

const EPISODES = ["geometry", "records", "dialects", "tasks", "grading", "providers", "store", "pixels"];
const AUTHORING = [...EPISODES, "episodes", "comics", "benchmark"];
const TRAINING = [...EPISODES, "episodes", "engine", "benchmark", "rewards", "statistics"];
const CROPPER = [...TRAINING, "training"];

const BELOW_SERVER: Readonly<Record<string, readonly string[]>> = {
  statistics: [],
  geometry: [],
  store: [],
  records: ["geometry"],
  pixels: ["geometry"],
  dialects: ["geometry", "records"],
  engine: ["geometry", "pixels", "store"],
  comics: ["geometry", "records"],
  atelier: ["geometry", "records", "comics", "pixels"],
  formats: ["geometry", "records", "comics", "store", "pixels"],
  grading: ["geometry", "records"],
  tasks: ["geometry", "records", "comics", "grading"],
  providers: ["geometry", "records", "store", "pixels", "engine", "dialects"],
  benchmark: [
    "geometry",
    "records",
    "comics",
    "formats",
    "tasks",
    "grading",
    "store",
    "pixels",
    "statistics",
  ],
  episodes: EPISODES,
  rewards: ["geometry", "records", "dialects", "tasks", "grading"],
  authoring: AUTHORING,
  training: TRAINING,
  cropper: CROPPER,
  cluster: ["geometry", "records", "dialects", "tasks", "grading", "rewards", "benchmark", "store"],
  report: ["geometry", "records", "comics", "dialects", "tasks", "grading", "statistics", "store", "pixels"],
};

const SERVER = Object.keys(BELOW_SERVER).filter(
  (folder) => !["training", "cropper", "cluster"].includes(folder),
);

export const IMPORT_TABLE: Readonly<Record<string, readonly string[]>> = {
  ...BELOW_SERVER,
  server: SERVER,
  cli: [...Object.keys(BELOW_SERVER), "server"],
};
