import { basename, extname } from "node:path";
import { engineStep } from "./engine.mjs";
import { inRoot } from "./root.mjs";
import { runSteps } from "./steps.mjs";
import { Stop } from "./stop.mjs";

/** @typedef {import("vite").ViteDevServer} ViteDevServer */

/** Editors save in several writes, and often several files at once. */
const settleMilliseconds = 100;

/**
 * Rebuilds the engine whenever its sources change, and reloads the page; what the compiler has to
 * say is shown in the terminal and over the page.
 *
 * @param {ViteDevServer} server
 */
export function rebuildOnChange(server) {
  /** @type {Stop | null} */
  let failure = null;
  let building = false;
  let changed = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  const rebuild = async () => {
    if (building) return;
    building = true;
    while (changed) {
      changed = false;
      failure = await tryToBuild();
    }
    building = false;
    if (failure) return showOver(server, failure);
    server.moduleGraph.invalidateAll();
    server.ws.send({ type: "full-reload" });
  };

  server.watcher.add([inRoot("core"), inRoot("wasm"), inRoot("CMakeLists.txt")]);
  server.watcher.on("all", (_event, file) => {
    if (!isEngineSource(file)) return;
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(rebuild, settleMilliseconds);
  });
  // A page opened or reloaded meanwhile hears of it too.
  server.ws.on("connection", () => failure && showOver(server, failure));
}

/** @param {string} file */
const isEngineSource = (file) =>
  [".cpp", ".hpp", ".h"].includes(extname(file)) || basename(file) === "CMakeLists.txt";

/** @returns {Promise<Stop | null>} why it failed */
async function tryToBuild() {
  try {
    await runSteps([engineStep()]);
    return null;
  } catch (error) {
    const failure = error instanceof Stop ? error : new Stop(String(error));
    console.error(`\n${failure.output.trimEnd()}\n\n${failure.message}`);
    return failure;
  }
}

/**
 * @param {ViteDevServer} server
 * @param {Stop} failure
 */
function showOver(server, failure) {
  server.ws.send({
    type: "error",
    err: { message: "The engine could not be built.", stack: "", frame: failure.output },
  });
}
