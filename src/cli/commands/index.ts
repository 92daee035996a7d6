/** The commands: name, one line for the list, and how to load the file. */
import type { CliCommand } from "../command.ts";

interface CommandEntry {
  readonly summary: string;
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
  tiny: {
    summary: "make a small untrained vision-language model",
    load: async () => (await import("./tiny.ts")).tiny,
  },
  demo: {
    summary: "draw pages, build the benchmark, open it as a page",
    load: async () => (await import("./demo.ts")).demo,
  },
};
