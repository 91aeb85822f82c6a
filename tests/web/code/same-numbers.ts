import { expect } from "vitest";
import type { CoreRun } from "./core-runs.js";
import type { Iterates } from "./python.js";

/** Checks that a program came to where the core did, to 12 digits, as far as the core went. */
export function expectSameNumbers({ theta, title }: CoreRun, found: Iterates): void {
  const last = theta.length - 1;
  const size = Math.max(...theta.flat().map(Math.abs));
  expect(Object.keys(found).length, title).toBeGreaterThan(0);
  for (const [step, values] of Object.entries(found)) {
    const expected = theta[Number(step)];
    if (expected === undefined) {
      // the core stops before a step that is not a number
      if (Number(step) === last + 1) expect(values, `${title}, step ${step}`).toContain(null);
      continue;
    }
    for (const [i, value] of values.entries()) {
      const off = Math.abs((value ?? Number.NaN) - expected[i]!);
      expect(
        off / Math.max(Math.abs(expected[i]!), 1e-3 * size),
        `${title}, step ${step}`,
      ).toBeLessThanOrEqual(1e-12);
    }
  }
}
