// npm run build: the site in dist/, ready for any static server.
import { engineStep } from "./engine.mjs";
import { toolsStep } from "./ensure.mjs";
import { packagesStep } from "./packages.mjs";
import { program } from "./program.mjs";
import { siteStep } from "./site.mjs";
import { runSteps } from "./steps.mjs";

await program(async () => {
  await runSteps([toolsStep("build"), packagesStep, engineStep(), siteStep()]);
  console.log("\nThe site is in dist/.");
});
