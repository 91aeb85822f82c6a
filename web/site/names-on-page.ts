import type { CheerioAPI } from "cheerio";
import { defaultData } from "../scene/penalty-declaration.js";
import { parseModels } from "../scene/plane-models.js";
import { parseNamed, parseRuns } from "../scene/run-text.js";

/** What a race asks the core. */
const raceAnalyses = ["race", "standings", "learning_rate_search"];

/** What of the catalog a page's elements mention. */
export interface NamesOnPage {
  methods: Set<string>;
  derivations: Set<string>;
  problems: Set<string>;
  losses: Set<string>;
  analyses: Set<string>;
  /** Analyses whose lines are shown, in derivations and slips. */
  derived: Set<string>;
  datasets: Set<string>;
  schedules: Set<string>;
  /** Methods of runs whose learning rate a schedule changes. */
  scheduled: Set<string>;
  /** Whether runs draw minibatches. */
  batches: boolean;
}

/** What the plane of learning rate against β asks the core. */
const analysesOfDamping = [
  "best_momentum",
  "damping",
  "damping_plane",
  "eigen_modes",
  "measured_rate",
];

/** Names in the attributes of the page's elements. */
export function namesOnPage($: CheerioAPI): NamesOnPage {
  const names: NamesOnPage = {
    methods: new Set(),
    derivations: new Set(),
    problems: new Set(),
    losses: new Set(),
    analyses: new Set(),
    derived: new Set(),
    datasets: new Set(),
    schedules: new Set(),
    scheduled: new Set(),
    batches: false,
  };
  for (const element of $("body *").toArray()) {
    // code brings along what it speaks of, and needs no engine
    if (!element.name.startsWith("fl-") || element.name === "fl-code") continue;
    const { method, methods: several, runs, derivation, problem } = element.attribs;
    const { loss, losses, analysis, analyses, data, models, schedule, schedules, entrants } =
      element.attribs;
    for (const name of (several ?? "").split(/\s+/)) names.methods.add(name);
    for (const run of parseRuns(runs ?? "")) {
      names.methods.add(run.method);
      names.batches ||= run.batch !== undefined;
      if (!run.schedule && !schedule) continue;
      names.scheduled.add(run.method);
      if (run.schedule) names.schedules.add(run.schedule.name);
    }
    if (schedule) {
      names.schedules.add(parseNamed(schedule).name);
      for (const name of [method ?? "", ...(several ?? "").split(/\s+/)]) names.scheduled.add(name);
    }
    if (element.name === "fl-race") {
      for (const run of parseRuns(entrants ?? "")) names.methods.add(run.method);
      for (const name of raceAnalyses) names.analyses.add(name);
    }
    for (const { model, method: trainer } of parseModels(models ?? "")) {
      names.problems.add(model);
      names.methods.add(trainer);
    }
    if (element.name === "fl-penalties") {
      names.problems.add("linear_regression");
      for (const name of ["regularization_path", "penalty_level"]) names.analyses.add(name);
      names.datasets.add(parseNamed(data ?? defaultData).name);
    }
    if (element.attribs.model !== undefined) {
      for (const name of ["quadratic_field", "newton_target"]) names.analyses.add(name);
    }
    if (element.name === "fl-step-cost") {
      for (const name of ["step_work", "power_law"]) names.analyses.add(name);
    }
    if (element.name === "fl-damping-pad") {
      for (const name of analysesOfDamping) names.analyses.add(name);
    }
    if (element.name === "fl-gradient-samples") {
      for (const name of ["minibatch_gradients", "gradient_spread"]) names.analyses.add(name);
    }
    if (element.name === "fl-seed-band") names.analyses.add("seed_band");
    for (const one of parseRuns(schedules ?? "")) names.schedules.add(one.method);
    if (method) names.methods.add(method);
    if (derivation) names.derivations.add(derivation);
    if (problem) names.problems.add(problem);
    if (loss) names.losses.add(loss);
    for (const run of parseRuns(losses ?? "")) names.losses.add(run.method);
    const asked = [analysis ?? "", ...parseRuns(analyses ?? "").map((run) => run.method)];
    for (const name of asked.filter(Boolean)) {
      names.analyses.add(name);
      if (element.name === "fl-derivation" || element.name === "fl-slip") names.derived.add(name);
    }
    if (data) names.datasets.add(parseNamed(data).name);
  }
  return names;
}

/** Every name that stands under `key` anywhere in the page's data blocks, e.g. its questions. */
export function namesInData($: CheerioAPI, key: string): Set<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, entry] of Object.entries(value)) {
      const named = typeof entry === "object" && entry !== null ? entry.name : entry;
      if (name === key && typeof named === "string") names.add(named);
      visit(entry);
    }
  };
  for (const block of $('script[type="application/json"]').toArray()) {
    visit(JSON.parse($(block).text()));
  }
  return names;
}
