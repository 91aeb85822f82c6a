import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, ElementContext, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { painted } from "./harness.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Of all rules, these are about colours. */
const ofColours = ["color-contrast", "link-in-text-block"];

/**
 * Hides rows of tables that are like two above them, or shows them again: of a thousand steps,
 * axe-core looks at two.
 */
const showAlike = (shown: boolean) => {
  for (const body of document.querySelectorAll("tbody")) {
    const seen = new Map<string, number>();
    for (const row of body.rows) {
      const count = (seen.get(row.className) ?? 0) + 1;
      seen.set(row.className, count);
      if (count > 2) row.style.display = shown ? "" : "none";
    }
  }
};

export interface Look {
  /** What is looked at, as axe-core takes it; all of the page where not given. */
  within?: ElementContext;
  /** Whether colours are looked at, in both schemes; default true. They are the same at every width. */
  colours?: boolean;
}

/** What axe-core has against the page as it is. */
export async function violations(
  page: Page,
  { within, colours = true }: Look = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const noColours = Object.fromEntries(ofColours.map((rule) => [rule, { enabled: false }]));
  const inLight = colours ? {} : { rules: noColours };
  return [
    ...(await found(page, "light", inLight, within)),
    ...(colours ? await found(page, "dark", { runOnly: ofColours }, within) : []),
  ];
}

async function found(
  page: Page,
  colorScheme: "light" | "dark",
  rules: RunOptions,
  within?: ElementContext,
): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await painted(page);
  // to name each node that is in order would take longer than to look at it
  const options = JSON.stringify({ resultTypes: ["violations"], ...rules });
  await page.evaluate(showAlike, false);
  const context = JSON.stringify(within ?? { exclude: [] });
  const { violations } = await page.evaluate<Pick<AxeResults, "violations">>(
    `axe.run(${context}, ${options}).then(({ violations }) => ({ violations }))`,
  );
  await page.evaluate(showAlike, true);
  return violations.map(({ id, nodes }) => {
    const where = nodes.slice(0, 3).map(({ target, any, all }) => {
      const why = [...any, ...all].map(({ message }) => message).join("; ");
      return `${target.join(" ")} (${why})`;
    });
    return `${colorScheme} ${id}, ${nodes.length}×: ${where.join(", ")}`;
  });
}
