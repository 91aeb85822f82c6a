// Each page without scripts, as it is loaded, with everything open, and while it is used; by nginx.
import { load } from "cheerio";
import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { headingFaults } from "../../../web/lint/rules/headings.js";
import { words } from "../../../web/words/en.js";
import { violations } from "./axe.js";
import { budgetOf, type FirstVisit, watchVisit } from "./first-visit.js";
import { complaintsOf, pagePaths, painted, useSite } from "./harness.js";
import { shiftsOf, watchShifts } from "./layout-shifts.js";
import { onNginx } from "./nginx.js";
import { otherNumbers } from "./numbers-in-text.js";
import { openEverything } from "./open-everything.js";
import { useEverything } from "./use-everything.js";
import { readableWithoutScript, readableWithScript } from "./without-script.js";

const site = useSite();
onNginx(site, "root");

const validator = new HtmlValidate({
  root: true,
  rules: { "no-dup-id": "error", "valid-id": "error", "no-missing-references": "error" },
});

function keepsBudget(path: string, { sizes, paths }: FirstVisit): void {
  console.log(`transferred for /${path} in kB, compressed:`, sizes);
  for (const [what, most] of Object.entries(budgetOf(path))) {
    expect.soft(sizes[what as keyof typeof sizes], what).toBeLessThanOrEqual(most);
  }
  const of = (ending: string) => paths.filter((one) => one.endsWith(ending));
  // a figure alone, of no lesson, computes nothing
  expect.soft(of(".wasm"), "engines").toHaveLength(path === "figure/" ? 0 : 1);
  expect.soft(of(".js").length, "page, worker and theme").toBeGreaterThanOrEqual(3);
  expect.soft(paths.length, "requests").toBeLessThanOrEqual(20);
}

// each aspect is looked at whatever the others say
test.each(pagePaths())("/%s at 1280 px, as loaded, opened and used", async (path) => {
  let complaints: string[] = [];
  let visit!: ReturnType<typeof watchVisit>;
  const page = await site.open(path, {
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
      visit = watchVisit(fresh, site.base);
      await watchShifts(fresh);
    },
  });
  await painted(page);
  expect.soft(await shiftsOf(page), "what jumps while it is drawn").toBeLessThan(0.05);
  keepsBudget(path, await visit());
  expect.soft(await violations(page), "axe-core, as loaded").toEqual([]);
  expect.soft(await otherNumbers(page), "numbers that are not the engine's").toEqual([]);
  const plain = await site.open(path, { javaScriptEnabled: false, ready: false });
  expect.soft(await readableWithoutScript(plain)).toEqual(await readableWithScript(page));

  await page.emulateMedia({ colorScheme: "light" });
  await openEverything(page);
  const opened = await page.content();
  // surfaces, which are slow without a graphics card, are looked at in tests of their own
  const hide = page.getByRole("button", { name: words.surface.hide });
  while ((await hide.count()) > 0) await hide.first().click();
  expect.soft(await violations(page), "axe-core, everything open").toEqual([]);
  // formulas are most of it, and have no ids
  const { results } = await validator.validateString(opened.replace(/<math.*?<\/math>/gs, ""));
  expect.soft(results.flatMap(({ messages }) => messages)).toEqual([]);
  expect.soft(headingFaults(load(opened))).toEqual([]);

  await useEverything(page);
  for (const theme of await page.locator("fl-theme button").all()) await theme.click();
  await page.setViewportSize({ width: 390, height: 800 });
  await painted(page);
  expect.soft(complaints, "console and policy").toEqual([]);
  expect.soft((await visit()).foreign, "requests to elsewhere").toEqual([]);
});
