// npm run package: the built site as archives for hosts, with checksums; twice the same bytes.
import { engineStep } from "./engine.mjs";
import { toolsStep } from "./ensure.mjs";
import { packagesStep } from "./packages.mjs";
import { program } from "./program.mjs";
import { archiveStep, sameSiteStep } from "./release.mjs";
import { siteStep } from "./site.mjs";
import { runSteps } from "./steps.mjs";

await program(async () => {
  await runSteps([
    toolsStep("build"),
    packagesStep,
    engineStep(),
    siteStep(),
    sameSiteStep,
    archiveStep,
  ]);
  console.log("\nThe archives are in build/package/, with SHA256SUMS.");
});
