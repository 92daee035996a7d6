import { defineConfig } from "vitest/config";

const slow = ["**/*.slow.test.ts"];
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
    projects: [
      { extends: true, test: { ...shared, name: "fast", exclude: [...shared.exclude, ...slow] } },
      {
        extends: true,
        test: { ...shared, name: "slow", include: slow, fileParallelism: false, testTimeout: 600_000 },
      },
    ],
  },
});
