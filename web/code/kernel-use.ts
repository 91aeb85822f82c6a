import type { Method } from "../../wasm/engine/types.js";
import type { Kernel } from "./kernel.js";
import { settingMark } from "./setting-mark.js";

/** A few lines of C++ that take a step with the settings in force. */
export function kernelUse({ className, text }: Kernel, method: Method): string {
  const [, fields = ""] = /struct Hyperparameters \{([\s\S]*?)\}/.exec(text) ?? [];
  const settings = [...fields.matchAll(/^\s*([\w:]+) (\w+);/gm)].flatMap(
    ([, type = "", name = ""]) => {
      if (method.parameters.some((one) => one.name === name))
        return `.${name} = ${settingMark(name)},`;
      if (!method.options.some((one) => one.name === name)) return [];
      const isOwn = new RegExp(`^  enum class ${type}\\b`, "m").test(text);
      return `.${name} = ${isOwn ? `${className}::` : ""}${type}::${settingMark(name)},`;
    },
  );
  const isSizedBy = /Hyperparameters&(?: values)?, const Objective&/.test(text) ? "objective" : "n";
  const asks = /step\(double\*[^)]*Objective& objective/.test(text);
  return [
    `${className} method({${settings.length > 0 ? "" : `}, ${isSizedBy});`}`,
    ...settings.map((line) => `    ${line}`),
    ...(settings.length > 0 ? [`}, ${isSizedBy});`] : []),
    `method.step(theta, ${asks ? "n, objective" : "gradient, n"}, NoTape{});`,
    "",
  ].join("\n");
}
