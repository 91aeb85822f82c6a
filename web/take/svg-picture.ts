import type { LegendItem, Picture } from "./takeable.js";

/** The items of a figure’s list that have a swatch, by the name beside it. */
export function legendIn(figure: Element): LegendItem[] {
  return [...figure.querySelectorAll("li:has(> svg.swatch)")].map((item) => ({
    swatch: item.querySelector<SVGSVGElement>("svg.swatch"),
    label: item.querySelector("strong")?.textContent?.trim() ?? "",
  }));
}

/** A picture of one SVG element in the page. */
export function svgPicture(
  svg: SVGSVGElement | null,
  about: Pick<Picture, "legend" | "title" | "description">,
): Picture | undefined {
  if (!svg) return undefined;
  const { width, height } = svg.viewBox.baseVal;
  return { ...about, width, height, layers: [svg] };
}
