import { load } from "cheerio";
import { vi } from "vitest";
import type { QuizFile } from "../../../web/quiz/types.js";
import { readPage } from "./harness.js";

vi.mock("../../../web/engine/page-engine.js", async () => {
  const { engine } = await import("./own-engine.js");
  const calls: Record<string, (request: never) => unknown> = {
    draw: ({ seed, count }: { seed: string; count: number }) => engine.draw(seed, count),
    measure: (request) => engine.measure(request),
  };
  return { engine: { call: async (call: string, request: never) => calls[call]?.(request) } };
});

/** Opens a question as the page does, with the engine of this process. */
export const { openQuestion: openOwn } = await import("../../../web/quiz/draw-question.js");

/** The questions that were built into a page. */
export function quizOf(path: string): QuizFile {
  const text = load(readPage(path))('fl-quiz script[type="application/json"]').text();
  return JSON.parse(text) as QuizFile;
}
