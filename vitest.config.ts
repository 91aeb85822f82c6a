import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const browserTests = "tests/web/browser/**/*.test.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "engine and parts",
          include: ["tests/**/*.test.ts"],
          exclude: [browserTests],
        },
      },
      {
        // As many browsers as processors: more, and each waits for the frames of the others.
        test: {
          name: "in the browser",
          include: [browserTests],
          maxWorkers: availableParallelism(),
          // what a file of tests changes is its own site, not a module
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
