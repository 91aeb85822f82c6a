// npm run build: the site in dist/, ready for any static server.
import { enginePackageStep, engineStep } from "./engine.mjs";
import { toolsStep } from "./ensure.mjs";
import { packagesStep } from "./packages.mjs";
import { program } from "./program.mjs";
import { siteStep } from "./site.mjs";
import { runSteps } from "./steps.mjs";

await program(async () => {
  await runSteps([toolsStep("build"), packagesStep, engineStep(), enginePackageStep, siteStep()]);
  console.log("\nThe site is in dist/, the engine for other programs in build/engine/.");
});
