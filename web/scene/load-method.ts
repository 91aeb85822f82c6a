import type { PageMethod } from "../engine/page-catalog.js";
import { engine } from "../engine/page-engine.js";
import { notices } from "../state/notices.js";
import { planeWords as words } from "../words/plane.js";

/** The method of that name, if the page's engine has it as it is. */
export function methodAtHand(methods: readonly PageMethod[], name: string): PageMethod | undefined {
  const method = methods.find((one) => one.name === name);
  return method && engine.has(method.part) ? method : undefined;
}

/** Sees to it that the engine has the method of that name; a failure is told to the reader. */
export async function loadMethod(methods: readonly PageMethod[], name: string): Promise<void> {
  const method = methods.find((one) => one.name === name);
  if (!method || engine.has(method.part)) return;
  try {
    await engine.widen();
  } catch (error) {
    notices.add(words.notLoaded(method.title, error));
  }
}
