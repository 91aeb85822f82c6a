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
        // One browser at a time: two of them, and each would wait for the other's frames.
        test: {
          name: "in the browser",
          include: [browserTests],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
