import { partsOf } from "../../wasm/engine/page-engines.js";
import type { PageEngineName, Part } from "../../wasm/engine/types.js";
import type { EngineClient } from "../../wasm/worker/client.js";
import type { CallName, Calls } from "../../wasm/worker/protocol.js";

/**
 * A page's engine, the smallest that has what the page mentions at first. `widen` has the one with
 * everything take over, when a reader asks for more than that.
 */
export class WideningEngine {
  readonly #start: (name: PageEngineName) => EngineClient;
  readonly #first: EngineClient;
  readonly #parts: readonly Part[];
  #wide: EngineClient | undefined;
  #widening: Promise<void> | undefined;

  constructor(first: PageEngineName, start: (name: PageEngineName) => EngineClient) {
    this.#parts = partsOf[first];
    this.#start = start;
    this.#first = start(first);
  }

  /** Resolves when the page's first engine answers; rejects with `load_failed` when it cannot. */
  get ready(): Promise<void> {
    return this.#first.ready;
  }

  /** Whether it answers questions about that part of the catalog. */
  has(part: Part): boolean {
    return this.#parts.includes(part) || this.#wide !== undefined;
  }

  /** Loads the engine that has everything; from then on it answers. A failure can be tried again. */
  widen(): Promise<void> {
    this.#widening ??= this.#load();
    return this.#widening;
  }

  /** Asks the engine. On a `channel`, an earlier unanswered call is rejected as `superseded`. */
  call<C extends CallName>(
    call: C,
    request: Calls[C]["request"],
    channel?: string,
  ): Promise<Calls[C]["answer"]> {
    if (!this.#wide) return this.#first.call(call, request, channel);
    if (channel !== undefined) this.#first.supersede(channel);
    return this.#wide.call(call, request, channel);
  }

  async #load(): Promise<void> {
    const wide = this.#start("everything");
    try {
      await wide.ready;
      this.#wide = wide;
    } catch (error) {
      this.#widening = undefined;
      throw error;
    }
  }
}
