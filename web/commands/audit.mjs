// npm run audit: Lighthouse on every page, as a phone and as a desktop sees it. Fails below 95.
import { auditPage, categories, presets } from "./audit-page.mjs";
import { auditTable } from "./audit-table.mjs";
import { startBrowser } from "./browser.mjs";
import { engineStep } from "./engine.mjs";
import { toolsStep } from "./ensure.mjs";
import { packagesStep } from "./packages.mjs";
import { freePort } from "./port.mjs";
import { program } from "./program.mjs";
import { serveSite } from "./serve.mjs";
import { sitePages, siteStep } from "./site.mjs";
import { runSteps } from "./steps.mjs";
import { Stop } from "./stop.mjs";

/** What every page must reach in every category, of 100. */
const bar = 95;

await program(async (onStop) => {
  /** @type {import("./audit-page.mjs").PageAudit[]} */
  const audits = [];

  /** @type {import("./steps.mjs").Step} */
  const auditStep = {
    title: "Auditing",
    run: async (progress) => {
      const site = await serveSite(await freePort());
      onStop(site.close);
      const browser = await startBrowser();
      onStop(browser.close);
      for (const page of sitePages()) {
        for (const preset of presets) {
          progress.detail(`/${page} ${preset}`);
          audits.push(await auditPage({ address: site.address, page, preset, port: browser.port }));
        }
      }
      await browser.close();
      await site.close();
    },
  };

  await runSteps([
    toolsStep("audit"),
    packagesStep,
    engineStep(),
    siteStep({ onlyIfChanged: true }),
    auditStep,
  ]);
  console.log(`\n${auditTable(audits)}`);
  const low = audits.flatMap(({ page, preset, scores }) =>
    categories
      .filter((category) => scores[category] < bar)
      .map((category) => `/${page} ${preset} ${category} ${scores[category]}`),
  );
  if (low.length > 0) throw new Stop(`Below ${bar}: ${low.join(", ")}.`);
  console.log(`\nEvery score is ${bar} or more.`);
  process.exit();
});
