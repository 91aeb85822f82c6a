// npm start: builds what has changed and serves the site on this machine, until Ctrl-C.
import { engineStep } from "./engine.mjs";
import { toolsStep } from "./ensure.mjs";
import { packagesStep } from "./packages.mjs";
import { assertPortIsFree, parsePort } from "./port.mjs";
import { program } from "./program.mjs";
import { serveSite } from "./serve.mjs";
import { siteStep } from "./site.mjs";
import { runSteps } from "./steps.mjs";

await program(
  async (onStop) => {
    const port = parsePort(process.env.PORT, 8080);
    await assertPortIsFree(port);
    await runSteps([
      toolsStep("start"),
      packagesStep,
      engineStep(),
      siteStep({ onlyIfChanged: true }),
    ]);
    const site = await serveSite(port);
    onStop(site.close);
    console.log(`\nFall Line is at ${site.address}  (Ctrl-C stops it)`);
  },
  { stopsWith: 0 },
);
