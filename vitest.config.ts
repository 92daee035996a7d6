import { defineConfig } from "vitest/config";

/** Where to leave the results as JSON besides printing them; `.ci/run` counts them. */
const results = process.env["BENDAY_TEST_RESULTS"];
const slow = ["**/*.slow.test.ts"];
/** Native kernels that use every core: two files at once would slow each other several times over. */
const compute = ["src/engine/**/*.test.ts", "src/training/**/*.test.ts"];
const shared = {
  include: ["src/**/*.test.ts", "test/**/*.test.ts"],
  exclude: ["node_modules/**", "dist/**"],
};

export default defineConfig({
  resolve: { conditions: ["benday:source"] },
  ssr: { resolve: { conditions: ["benday:source"] } },
  test: {
    pool: "forks",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A wait, not a speed that is asked for: the default second is over before a busy machine has drawn.
    expect: { poll: { timeout: 30_000 } },
    reporters: results === undefined ? ["default"] : ["default", ["json", { outputFile: results }]],
    projects: [
      {
        extends: true,
        test: { ...shared, name: "fast", exclude: [...shared.exclude, ...slow, ...compute] },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "compute",
          include: compute,
          exclude: [...shared.exclude, ...slow],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "slow",
          include: slow,
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
