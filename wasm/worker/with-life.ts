import type { EngineWorker } from "./client.js";
import type { ToWorker } from "./protocol.js";

/**
 * A worker whose end is heard of. A browser short of memory ends workers without a word; but a
 * port they hold then closes, and browsers that know the event `close` of ports tell.
 */
export function withLife(worker: Worker): EngineWorker {
  const { port1, port2 } = new MessageChannel();
  const watched = worker as unknown as EngineWorker;
  port1.addEventListener("close", () => watched.onerror?.({ message: "its worker was ended" }));
  port1.start();
  worker.postMessage({ kind: "life" } satisfies ToWorker, [port2]);
  return watched;
}
