import type { PageEngineName } from "../engine/types.js";
import { EngineClient, type EngineWorker } from "./client.js";

// written out: the bundler looks for these very expressions
const workers: Record<PageEngineName, () => Worker> = {
  descent: () =>
    new Worker(new URL("./descent-worker.ts", import.meta.url), {
      type: "module",
      name: "fall-line-engine",
    }),
  methods: () =>
    new Worker(new URL("./methods-worker.ts", import.meta.url), {
      type: "module",
      name: "fall-line-engine",
    }),
  curvature: () =>
    new Worker(new URL("./curvature-worker.ts", import.meta.url), {
      type: "module",
      name: "fall-line-engine",
    }),
  regression: () =>
    new Worker(new URL("./regression-worker.ts", import.meta.url), {
      type: "module",
      name: "fall-line-engine",
    }),
  learning: () =>
    new Worker(new URL("./learning-worker.ts", import.meta.url), {
      type: "module",
      name: "fall-line-engine",
    }),
  everything: () =>
    new Worker(new URL("./everything-worker.ts", import.meta.url), {
      type: "module",
      name: "fall-line-engine",
    }),
};

/** A page's engine, in a module worker of its own. */
export function startEngine(name: PageEngineName): EngineClient {
  return new EngineClient(() => workers[name]() as unknown as EngineWorker);
}
