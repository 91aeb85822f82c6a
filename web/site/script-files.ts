/** What figures of several kinds have in common, and so stands in the script of every page. */
const common = [
  "elements/controls",
  "elements/figure-text",
  "elements/following-element",
  "elements/own-width",
  "elements/row-table",
  "elements/scene-keys",
  "plots/line-chart",
  "plots/mark",
  "plots/plane",
  "plots/series-style",
  "scene/declared-schedule",
  "scene/recomputation",
  "scene/scene-address",
  "scene/scene-declaration",
  "scene/settings-address",
  "take/save-file",
  "take/svg-picture",
];

/** Modules of `web/`, by their paths without the ending. */
function modules(...paths: string[]): RegExp {
  return new RegExp(`/web/(${paths.join("|")})\\.ts$`);
}

const ofPage = modules("page", ...common);
const ofEvery = /^\0?rolldown[/]runtime|[/]node_modules[/](@lit|lit|lit-html)[/]/;

const files: { name: string; test: RegExp | ((id: string) => boolean) }[] = [
  // style sheets are no part of a script
  ...["page", "of-places", "of-learning", "of-methods", "race", "print"].map((name) => ({
    name: `style-${name}`,
    test: new RegExp(`/web/styles/${name}\\.css$`),
  })),
  { name: "page", test: (id) => ofPage.test(id) || ofEvery.test(id) },
  { name: "fetch-page", test: modules("embed/fetch-page") },
  { name: "runs", test: modules("elements/of-runs", "scene/scene") },
  { name: "home", test: modules("elements/of-home") },
  { name: "curve", test: modules("elements/descent-curve") },
  { name: "model", test: modules("elements/model-lines", "plots/level-path") },
  { name: "questions", test: modules("elements/of-questions") },
  { name: "curve-chart", test: modules("plots/curve-chart") },
  {
    name: "scores",
    test: modules("elements/scores/of-scores", "scene/loss-subject", "scene/score-scene"),
  },
  // a derivation about an analysis needs no more of tables than this
  {
    name: "table-scene",
    test: modules("scene/table-scene", "elements/table-pair", "elements/slip-matrix"),
  },
  { name: "tables", test: modules("elements/of-tables", "elements/slip-tables") },
  { name: "race", test: modules("elements/race/race", "scene/race-scene") },
  { name: "record", test: modules("progress/read-record") },
  { name: "code", test: modules("elements/code") },
  { name: "review", test: modules("elements/review") },
  { name: "your-data", test: modules("elements/your-data") },
];

/**
 * Which modules become one file, with all they import that no file before it has. Without this
 * there would be a file for every combination of pages that share something.
 */
export const scriptFiles = {
  groups: files.map((file, i) => ({ ...file, priority: files.length - i })),
};
