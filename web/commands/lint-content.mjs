// npm run lint:content: checks the content of every lesson, after building what it needs.
import { contentStep } from "./content.mjs";
import { engineStep } from "./engine.mjs";
import { toolsStep } from "./ensure.mjs";
import { packagesStep } from "./packages.mjs";
import { program } from "./program.mjs";
import { siteStep } from "./site.mjs";
import { runSteps } from "./steps.mjs";

await program(async () => {
  await runSteps([
    toolsStep("build"),
    packagesStep,
    engineStep(),
    contentStep({ siteStep: siteStep({ onlyIfChanged: true }) }),
  ]);
});
