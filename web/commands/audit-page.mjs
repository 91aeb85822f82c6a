import { Stop } from "./stop.mjs";

/** @typedef {"performance" | "accessibility" | "best-practices" | "seo"} Category */
/** @typedef {"mobile" | "desktop"} Preset */

/**
 * @typedef {object} FailedAudit
 * @property {string} id
 * @property {string} title
 * @property {number} score 0 … 100
 * @property {boolean} counts whether it weighs in its category's score
 * @property {string} detail what was measured, or where: empty where Lighthouse names nothing
 */

/**
 * @typedef {object} PageAudit
 * @property {string} page its path from the site's root; empty for the home page
 * @property {Preset} preset
 * @property {Record<Category, number>} scores 0 … 100
 * @property {FailedAudit[]} failed
 */

/** @type {readonly Category[]} */
export const categories = ["performance", "accessibility", "best-practices", "seo"];
/** @type {readonly Preset[]} */
export const presets = ["mobile", "desktop"];

/** Performance differs from run to run: the median of this many counts. */
const runs = 3;

/**
 * Has Lighthouse look at a page.
 *
 * @param {{ address: string, page: string, preset: Preset, port: number }} what
 * @returns {Promise<PageAudit>}
 */
export async function auditPage({ address, page, preset, port }) {
  const { default: lighthouse, desktopConfig } = await import("lighthouse");
  const results = [];
  for (let i = 0; i < runs; i += 1) {
    const flags = { port, logLevel: /** @type {const} */ ("silent") };
    const config = preset === "desktop" ? desktopConfig : undefined;
    const result = (await lighthouse(`${address}${page}`, flags, config))?.lhr;
    if (!result) throw new Stop(`Lighthouse gave no result for /${page}.`);
    if (result.runtimeError) throw new Stop(`/${page}: ${result.runtimeError.message}`);
    results.push(result);
  }
  results.sort((a, b) => score(a, "performance") - score(b, "performance"));
  const median = results[Math.floor(runs / 2)];
  if (!median) throw new Stop("There was no run.");
  return { page, preset, scores: scoresOf(median), failed: failedAudits(median) };
}

/** @typedef {import("lighthouse").Result} Result */

/**
 * @param {Result} result
 * @param {Category} category
 */
const score = (result, category) => Math.round((result.categories[category]?.score ?? 0) * 100);

/** @param {Result} result */
function scoresOf(result) {
  const pairs = categories.map((category) => [category, score(result, category)]);
  return /** @type {Record<Category, number>} */ (Object.fromEntries(pairs));
}

/**
 * @param {Result} result
 * @returns {FailedAudit[]}
 */
function failedAudits(result) {
  const refs = categories.flatMap((category) => result.categories[category]?.auditRefs ?? []);
  return refs.flatMap(({ id, weight }) => {
    const audit = result.audits[id];
    if (!audit || audit.score === null || audit.score >= 1) return [];
    const detail = audit.displayValue ?? places(audit);
    return [
      { id, title: audit.title, score: Math.round(audit.score * 100), counts: weight > 0, detail },
    ];
  });
}

/**
 * Where an audit failed: the first few elements or addresses it lists.
 *
 * @param {Result["audits"][string]} audit
 */
function places({ details }) {
  const items = /** @type {Record<string, any>[]} */ (
    details && "items" in details && Array.isArray(details.items) ? details.items : []
  );
  const named = items.map((item) => item.node?.selector ?? item.source?.url ?? item.url ?? "");
  return named.filter(Boolean).slice(0, 4).join(", ");
}
