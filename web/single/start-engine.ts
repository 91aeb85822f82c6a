import { EngineClient, type EngineWorker } from "../../wasm/worker/client.js";
import { engineScriptId } from "./engine-script-id.js";

/**
 * In place of `wasm/worker/start-engine.ts`, in a lesson that is one file: the file holds one
 * engine, which has all that the lesson can ask for, and starts it from its own text. A page from
 * the disk may start no module worker, but a classic one from a blob.
 */
export function startEngine(): EngineClient {
  const script = document.getElementById(engineScriptId)?.textContent ?? "";
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  return new EngineClient(
    () => new Worker(address, { name: "fall-line-engine" }) as unknown as EngineWorker,
  );
}
