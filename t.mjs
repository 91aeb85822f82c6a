import { contentStep } from "./web/commands/content.mjs";
import { siteStep } from "./web/commands/site.mjs";
import { program } from "./web/commands/program.mjs";
import { runSteps } from "./web/commands/steps.mjs";
await program(async()=>{ await runSteps([contentStep({siteStep: siteStep()})]) });
