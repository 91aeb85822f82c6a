/**
 * What stands on a page by the script that it needs: the build has browsers fetch that early, and
 * the page itself goes by it. Scenes come with the figures that show them, so that an attribute
 * that declares one asks for them too.
 */
export const wantedBy = {
  runs: "fl-controls, fl-descent, fl-surface, fl-trace, fl-transport, [problem]:not([analysis], [analyses], fl-predict, fl-value)",
  // the build marks figures of problems in one dimension
  curve: "fl-descent[data-curve]",
  model: "fl-descent[model]",
  scores:
    "fl-loss-curve, fl-score-line, fl-scores, :is([loss], [losses]):not(fl-predict, fl-value)",
  "table-scene": ":is([analysis], [analyses]):not(fl-predict, fl-value)",
  tables: "fl-fit-chart, fl-table-chart, [analyses]:not([matrix])",
  questions: "fl-derivation, fl-predict, fl-quiz, fl-slip, fl-value",
  code: "fl-code",
  review: "fl-review",
  "your-data": "fl-your-data",
} as const;

export type ScriptName = keyof typeof wantedBy;

/** The scripts for a page on which `stands` tells whether there is what a selector asks for. */
export function wantedScripts(stands: (selector: string) => boolean): ScriptName[] {
  const all = Object.entries(wantedBy) as [ScriptName, string][];
  return all.filter(([, selector]) => stands(selector)).map(([name]) => name);
}
