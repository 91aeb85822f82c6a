/** What comes with each script that a page fetches for what stands on it. */
const parts: Record<string, string> = {
  runs: "figures",
  curve: "figures",
  model: "figures",
  scores: "figures",
  "table-scene": "figures",
  tables: "figures",
  "fl-circle": "figures",
  "fl-damping-pad": "figures",
  "fl-gradient-samples": "figures",
  "fl-penalties": "figures",
  "fl-matrix": "figures",
  "fl-plane": "figures",
  "fl-step-cost": "figures",
  "fl-taylor": "figures",
  "fl-race": "figures",
  "fl-starts": "figures",
  "fl-schedule": "figures",
  "fl-seed-band": "figures",
  questions: "questions and derivations",
  code: "program code",
  review: "the review",
  "your-data": "your data",
};

/** The parts of a page that these scripts bring, in words. */
export function partsOf(scripts: string[]): string {
  const named = Object.entries(parts).filter(([script]) => scripts.includes(script));
  return [...new Set(named.map(([, part]) => part))].join(", ");
}
