/** The commands: name, one line for the list, and how to load the file. */
import type { CliCommand } from "../command.ts";

interface CommandEntry {
  readonly summary: string;
  /** May run a model in this process: it begins with `keepMemory`. */
  readonly computes?: true;
  readonly load: () => Promise<CliCommand>;
}

export const commands: Readonly<Record<string, CommandEntry>> = {
  draw: { summary: "draw comic pages with exact truth", load: async () => (await import("./draw.ts")).draw },
  import: {
    summary: "read annotated pages of another data set",
    load: async () => (await import("./import.ts")).importCommand,
  },
  build: {
    summary: "build the seven-task benchmark from pages",
    load: async () => (await import("./build.ts")).build,
  },
  stats: {
    summary: "count what is in a benchmark and look for shortcuts",
    load: async () => (await import("./stats.ts")).stats,
  },
  show: {
    summary: "make one HTML page to leaf through the questions",
    load: async () => (await import("./show.ts")).show,
  },
  eval: {
    summary: "measure a model on a benchmark",
    computes: true,
    load: async () => (await import("./eval.ts")).evalCommand,
  },
  score: {
    summary: "score a run again, without asking its model",
    load: async () => (await import("./score.ts")).score,
  },
  compare: {
    summary: "say whether two runs differ",
    load: async () => (await import("./compare.ts")).compare,
  },
  report: {
    summary: "put runs into one HTML report",
    load: async () => (await import("./report.ts")).report,
  },
  recipe: {
    summary: "run an experiment from a file and report on it",
    computes: true,
    load: async () => (await import("./recipe.ts")).recipe,
  },
  tiny: {
    summary: "make a small untrained vision-language model",
    load: async () => (await import("./tiny.ts")).tiny,
  },
  teach: {
    summary: "teach a small model from drawn pages what rewards build on",
    computes: true,
    load: async () => (await import("./teach.ts")).teachCommand,
  },
  train: {
    summary: "train a model on texts or by rewards",
    computes: true,
    load: async () => (await import("./train.ts")).trainCommand,
  },
  demo: {
    summary: "draw comics, train a small model where to look, report",
    computes: true,
    load: async () => (await import("./demo.ts")).demo,
  },
};
