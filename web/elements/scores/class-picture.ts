import { html, svg, type TemplateResult } from "lit";

/** Drawn on a 48 × 48 sheet, in the colours of the theme. */
const drawings: Record<string, TemplateResult> = {
  cat: svg`<path class="shade" d="M9 7l8 8h14l8-8v20a15 13 0 0 1-30 0z"></path>
    <path d="M9 7l8 8h14l8-8v20a15 13 0 0 1-30 0z"></path>
    <circle class="dot" cx="18" cy="24" r="2"></circle><circle class="dot" cx="30" cy="24" r="2"></circle>
    <path d="M22 30h4l-2 2.5zM24 32.5v2m0 0q-3 3-6 1m6-1q3 3 6 1M3 27l9 2M3 34l9-1M45 27l-9 2M45 34l-9-1"></path>`,
  car: svg`<path class="shade" d="M4 32v-7l7-2 6-9h15l8 9 4 2v7z"></path>
    <path d="M4 32v-7l7-2 6-9h15l8 9 4 2v7h-4M33 32H17M9 32H4M18 17h6v6H14zM27 17h4l5 6h-9z"></path>
    <circle class="paper" cx="13" cy="33" r="5"></circle><circle class="paper" cx="36" cy="33" r="5"></circle>
    <circle class="dot" cx="13" cy="33" r="1.5"></circle><circle class="dot" cx="36" cy="33" r="1.5"></circle>`,
  frog: svg`<path class="shade" d="M4 27a20 15 0 0 0 40 0 20 12 0 0 0-40 0z"></path>
    <path d="M4 27a20 15 0 0 0 40 0 20 12 0 0 0-7-9M11 18a20 12 0 0 0-7 9M18 17q6-2 12 0M10 29q14 11 28 0"></path>
    <circle class="paper" cx="14" cy="14" r="6"></circle><circle class="paper" cx="34" cy="14" r="6"></circle>
    <circle class="dot" cx="14" cy="14" r="2.2"></circle><circle class="dot" cx="34" cy="14" r="2.2"></circle>
    <path d="M22 24h.01M26 24h.01"></path>`,
};

/** Whether there is a drawing of what a class is. */
export function hasPicture(name: string): boolean {
  return name in drawings;
}

/** A small drawing of what a class is, or its first letter where there is none. */
export function classPicture(name: string): TemplateResult {
  const drawing =
    drawings[name] ??
    svg`<rect class="shade" x="6" y="6" width="36" height="36" rx="6"></rect>
      <text x="24" y="31" text-anchor="middle">${name.slice(0, 1).toUpperCase()}</text>`;
  return html`<svg class="class-picture" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">${drawing}</svg>`;
}
