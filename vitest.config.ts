import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take long, some of them short to read: begun last, each would be waited for alone. */
const longOnes =
  /(every-page-\w+|teacher-link|access|offline|nginx|single-file|keyboard-order|speed|for-teachers|memory|lint-site)\.test\.ts$/;

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const long = sorted.filter(({ moduleId }) => longOnes.test(moduleId));
    return [...long, ...sorted.filter((one) => !long.includes(one))];
  }
}

const browserTests = "tests/web/browser/**/*.test.ts";

export default defineConfig({
  test: {
    // one more than processors: a page waits now and then for a frame
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongOnesFirst },
    projects: [
      {
        test: {
          name: "engine and parts",
          include: ["tests/**/*.test.ts"],
          exclude: [browserTests],
        },
      },
      {
        test: {
          name: "in the browser",
          include: [browserTests],
          // what a file of tests changes is its own site, not a module
          isolate: false,
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
