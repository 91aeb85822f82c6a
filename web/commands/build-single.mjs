// npm run build:single -- adam: a lesson as one file that works by double-click, without a network.
import { engineStep } from "./engine.mjs";
import { toolsStep } from "./ensure.mjs";
import { packagesStep } from "./packages.mjs";
import { program } from "./program.mjs";
import { assertLessons, singleSteps, wantedFiles } from "./single.mjs";
import { runSteps } from "./steps.mjs";

await program(async () => {
  const wanted = wantedFiles(process.argv.slice(2));
  await runSteps([
    toolsStep("build"),
    packagesStep,
    { title: "Looking up the lesson", run: () => assertLessons(wanted) },
    engineStep(),
    ...singleSteps(wanted),
  ]);
  console.log("\nOpen it with a double-click, send it, or put it on any server.");
});
