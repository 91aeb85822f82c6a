import type { FigureRequest } from "./figure-address.js";

/** What this page's address asks for. */
export function askedFigure(search: string): FigureRequest & { theme: string | undefined } {
  const asked = new URLSearchParams(search);
  return {
    page: asked.get("lesson") ?? "",
    figure: asked.get("figure") ?? "",
    question: asked.get("question") ?? undefined,
    theme: asked.get("theme") ?? undefined,
  };
}
