import type { Picture } from "./takeable.js";

/** A picture of one SVG element in the page. */
export function svgPicture(
  svg: SVGSVGElement | null,
  about: Pick<Picture, "legend" | "title" | "description">,
): Picture | undefined {
  if (!svg) return undefined;
  const { width, height } = svg.viewBox.baseVal;
  return { ...about, width, height, layers: [svg] };
}
