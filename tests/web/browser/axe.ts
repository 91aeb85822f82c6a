import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, ElementContext } from "axe-core";
import type { Page } from "playwright-core";
import { painted } from "./harness.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe-core has against the page as it is, in both colour schemes.
 *
 * @param within what is looked at, as axe-core takes it; all of the page where not given
 */
export async function violations(page: Page, within?: ElementContext): Promise<string[]> {
  await page.evaluate(axe);
  const context = within ? JSON.stringify(within) : "document";
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await painted(page);
    // of all rules, these two are about colours
    const rules = colorScheme === "dark" ? ["color-contrast", "link-in-text-block"] : undefined;
    // to name each node that is in order would take longer than to look at it
    const options = JSON.stringify({
      resultTypes: ["violations"],
      ...(rules && { runOnly: rules }),
    });
    const { violations } = await page.evaluate<Pick<AxeResults, "violations">>(
      `axe.run(${context}, ${options}).then(({ violations }) => ({ violations }))`,
    );
    for (const { id, nodes } of violations) {
      const where = nodes.slice(0, 3).map(({ target, any, all }) => {
        const why = [...any, ...all].map(({ message }) => message).join("; ");
        return `${target.join(" ")} (${why})`;
      });
      found.push(`${colorScheme} ${id}, ${nodes.length}×: ${where.join(", ")}`);
    }
  }
  return found;
}
