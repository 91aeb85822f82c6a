import { findEigen } from "../../wasm/toolchain.mjs";
import { run } from "./child.mjs";
import { ninjaDetail } from "./engine.mjs";

/**
 * @param {object} tree
 * @param {string} tree.title
 * @param {string} tree.directory
 * @param {Record<string, string>} tree.variables CMake's
 * @param {string[]} [tree.targets] all where not given
 * @returns {import("./steps.mjs").Step}
 */
export const nativeStep = ({ title, directory, variables, targets = ["all"] }) => ({
  title,
  run: async (progress) => {
    const eigen = findEigen();
    const all = { ...variables, ...(eigen && { EIGEN3_INCLUDE_DIR: eigen.directory }) };
    const settings = Object.entries(all).map(([name, value]) => `-D${name}=${value}`);
    await run("cmake", ["-S", ".", "-B", directory, "-G", "Ninja", ...settings]);
    await run("cmake", ["--build", directory, "--target", ...targets], {
      onLine: ninjaDetail(progress),
    });
  },
});
