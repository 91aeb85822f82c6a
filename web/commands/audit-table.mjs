import { categories } from "./audit-page.mjs";

/** @typedef {import("./audit-page.mjs").PageAudit} PageAudit */

/**
 * The scores as a table, with what is below full score under each row.
 *
 * @param {readonly PageAudit[]} audits
 * @returns {string}
 */
export function auditTable(audits) {
  const first = Math.max(...audits.map((audit) => rowName(audit).length));
  const head = ["".padEnd(first), ...categories].join("  ");
  return [head, ...audits.flatMap((audit) => [row(audit, first), ...failures(audit)])].join("\n");
}

/** @param {PageAudit} audit */
const rowName = ({ page, preset }) => `/${page}  ${preset}`;

/**
 * @param {PageAudit} audit
 * @param {number} width
 */
function row(audit, width) {
  const scores = categories.map((category) =>
    String(audit.scores[category]).padStart(category.length),
  );
  return [rowName(audit).padEnd(width), ...scores].join("  ");
}

/** @param {PageAudit} audit */
function failures({ failed }) {
  return failed.map(({ id, title, score, counts, detail }) => {
    const words = [`${title} (${id})`, detail, counts ? "" : "not scored"];
    return `    ${String(score).padStart(3)}  ${words.filter(Boolean).join("; ")}`;
  });
}
