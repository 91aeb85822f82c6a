import { controlAccess } from "../state/control-access.js";
import { defineFetched, ofRuns } from "./fetched.js";
import type { ElementName } from "./kinds.js";

/** Elements whose code is too much for pages, or readers, that do not get to see them. */
const later = {
  "fl-circle": async () => (await import("./circle/circle.js")).elements,
  "fl-damping-pad": async () => (await import("./damping/damping-pad.js")).elements,
  "fl-gradient-samples": async () => (await import("./samples/samples.js")).elements,
  "fl-penalties": async () => (await import("./penalties/penalties.js")).elements,
  "fl-taylor": async () => (await import("./curvature/of-curvature.js")).elements,
  "fl-step-cost": async () => (await import("./curvature/of-curvature.js")).elements,
  "fl-matrix": async () => (await import("./curvature/of-curvature.js")).elements,
  "fl-schedule": async () => (await import("./schedule/schedule.js")).elements,
  "fl-seed-band": async () => (await import("./band/band.js")).elements,
  "fl-plane": async () => (await import("./plane/plane.js")).elements,
  "fl-race": async () => (await import("./race/race.js")).elements,
  "fl-starts": async () => (await import("./race/starts.js")).elements,
} satisfies Partial<Record<ElementName, () => Promise<object>>>;

type NamesIn<Elements> = Elements extends unknown ? keyof Elements : never;

/** They, and those that their code brings with it. */
export type LaterName = NamesIn<Awaited<ReturnType<(typeof later)[keyof typeof later]>>>;

export const laterNames = Object.keys(later) as (keyof typeof later)[];

/** A little before they come into view. */
const ahead = "400px";

/** With the code of its charts. */
async function fetchElements(name: keyof typeof later) {
  const [elements, charts] = await Promise.all([later[name](), ofRuns()]);
  return { ...charts, ...elements };
}

function defineNow(name: keyof typeof later): Promise<void> {
  return defineFetched(name, name, () => fetchElements(name));
}

/** Resolves when all of them on the page are drawn, wherever they stand. */
export async function defineAllLater(): Promise<void> {
  await Promise.all(
    laterNames
      .filter((name) => document.querySelector(`${name}, [data-later="${name}"]`))
      .map((name) => defineNow(name)),
  );
  const drawn = [...document.querySelectorAll(laterNames.join(","))];
  await Promise.all(drawn.map((one) => ("settled" in one ? one.settled : undefined)));
}

/**
 * Fetches the code of an element once one of those that wait for it comes into view. Resolves when
 * the first look has been taken, and the code has come where it was in view.
 */
export function defineOnceSeen(name: keyof typeof later, waiting: Element[]): Promise<void> {
  if (waiting.length === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        // the rules of a prepared page may be about what is further down
        const wanted = controlAccess.prepared || entries.some((one) => one.isIntersecting);
        if (!wanted) resolve();
        else {
          observer.disconnect();
          void defineNow(name).then(resolve);
        }
      },
      { rootMargin: `${ahead} 0px` },
    );
    for (const element of waiting) observer.observe(element);
  });
}

/**
 * Loads the code of such elements when the first of a kind comes into view. The promise is kept
 * once those that are in view at first have it; of the others it knows nothing.
 */
export async function defineLater(): Promise<void> {
  await Promise.all(
    laterNames.map((name) => defineOnceSeen(name, [...document.querySelectorAll(name)])),
  );
}
