// npm run dev: serves the sources, and reloads the page when they change, C++ included.
import { engineStep } from "./engine.mjs";
import { rebuildOnChange } from "./engine-watch.mjs";
import { toolsStep } from "./ensure.mjs";
import { packagesStep } from "./packages.mjs";
import { assertPortIsFree, parsePort } from "./port.mjs";
import { program } from "./program.mjs";
import { inRoot } from "./root.mjs";
import { runSteps } from "./steps.mjs";

await program(
  async (onStop) => {
    // Not the port of npm start: what a browser keeps for an address would mix.
    const port = parsePort(process.env.PORT, 5173);
    await assertPortIsFree(port);
    await runSteps([toolsStep("dev"), packagesStep, engineStep()]);
    const { createServer } = await import("vite");
    const server = await createServer({
      configFile: inRoot("web/site/vite.config.ts"),
      server: {
        host: "localhost",
        port,
        strictPort: true,
        open: false,
        // Half-written while the linker runs: the page is reloaded once, when it is done.
        watch: { ignored: [inRoot("build/**")] },
      },
    });
    onStop(() => server.close());
    await server.listen();
    rebuildOnChange(server);
    console.log(`\nFall Line is at http://localhost:${port}/  (Ctrl-C stops it)`);
  },
  { stopsWith: 0 },
);
