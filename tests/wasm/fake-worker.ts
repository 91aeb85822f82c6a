// A worker without a thread: the real serve() and a real engine at the other end of a
// MessageChannel, so that a test can watch and disturb both.
import { setImmediate } from "node:timers/promises";
import type { Engine, Run } from "../../wasm/engine/engine.js";
import { EngineClient, type EngineWorker } from "../../wasm/worker/client.js";
import type { FromWorker, Line, ToWorker } from "../../wasm/worker/protocol.js";
import { serve } from "../../wasm/worker/serve.js";

/** Called before each method of the engine ("measure") or of one of its runs ("run.advance"). */
export type Watch = (method: string, args: unknown[], worker: FakeWorker) => void;

// (func (export "trap") unreachable)
const unreachable = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0,
  10, 5, 1, 3, 0, 0, 11,
]);

/** Throws what an engine throws that breaks off: a WebAssembly.RuntimeError. */
export function trap(): never {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(unreachable));
  (instance.exports.trap as () => void)();
  throw new Error("the trap did not trap");
}

function watched<T extends object>(
  target: T,
  prefix: string,
  watch: (method: string, args: unknown[]) => void,
): T {
  return new Proxy(target, {
    get: (owner, key) => {
      const member = Reflect.get(owner, key, owner) as unknown;
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => {
        watch(`${prefix}${String(key)}`, args);
        const value = member.apply(owner, args) as unknown;
        return key === "run" ? watched(value as Run, "run.", watch) : value;
      };
    },
  });
}

export class FakeWorker implements EngineWorker {
  onmessage: EngineWorker["onmessage"] = null;
  onerror: EngineWorker["onerror"] = null;
  terminated = false;
  readonly #near: MessagePort;
  readonly #far: MessagePort;

  constructor(engine: Engine, watch: Watch) {
    const { port1, port2 } = new MessageChannel();
    this.#near = port1;
    this.#far = port2;
    port1.onmessage = (event) => this.onmessage?.(event as { data: FromWorker });
    const seen = watched(engine, "", (method, args) => watch(method, args, this));
    serve(port2 as unknown as Line, seen);
  }

  postMessage(message: ToWorker): void {
    this.#near.postMessage(message);
  }

  terminate(): void {
    this.terminated = true;
    this.#near.close();
    this.#far.close();
  }
}

export interface Bench {
  client: EngineClient;
  /** Every worker that was started, in order. */
  workers: FakeWorker[];
  /** Every method that was called on any worker's engine. */
  calls: string[];
}

/** A client whose workers each take the next of `engines`. */
export function bench(engines: Engine[], watch: Watch = () => {}): Bench {
  const workers: FakeWorker[] = [];
  const calls: string[] = [];
  const client = new EngineClient(() => {
    const engine = engines[workers.length];
    if (!engine) throw new Error("no further engine was expected");
    const worker = new FakeWorker(engine, (method, args, self) => {
      calls.push(method);
      watch(method, args, self);
    });
    workers.push(worker);
    return worker;
  });
  return { client, workers, calls };
}

/** Until every message that is under way has been handled, whatever it set off included. */
export async function quiet(): Promise<void> {
  for (let i = 0; i < 20; ++i) await setImmediate();
}
