import type { PenaltyScene } from "../../scene/penalty-scene.js";
import type { NumberTable } from "../../take/takeable.js";

/** The path of every penalty, and where on it the reader is, for them to take along. */
export function penaltyNumbers(scene: PenaltyScene): NumberTable {
  const rows = [...scene.answers].flatMap(([penalty, answer]) => {
    const { weights, loss, price, total, path } = answer;
    const { columns } = path;
    const at = (name: string, i: number) => columns[name]?.[i] ?? "";
    const ofPath = Array.from({ length: path.rows }, (_, i) => [
      penalty,
      at("strength", i),
      at("weights", 2 * i),
      at("weights", 2 * i + 1),
      at("training_error", i),
      at("penalty", i),
      at("objective", i),
      0,
    ]);
    return [...ofPath, [penalty, scene.strength, ...weights, loss, price, total, 1]];
  });
  return {
    columns: ["penalty", "strength", "w_1", "w_2", "data_loss", "price", "total", "selected"],
    rows,
  };
}
