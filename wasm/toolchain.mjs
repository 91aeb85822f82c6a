// What the wasm build needs to know about this machine: where Eigen is, and how emcc runs here.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Directories under which compilers and package managers keep include/. */
export const prefixes = [
  ...(process.env.CMAKE_PREFIX_PATH?.split(/[:;]/).filter(Boolean) ?? []),
  ...(process.env.HOMEBREW_PREFIX ? [process.env.HOMEBREW_PREFIX] : []),
  "/usr",
  "/usr/local",
  "/opt/homebrew",
  "/home/linuxbrew/.linuxbrew",
];

/** Where Eigen's headers are looked for; EIGEN3_INCLUDE_DIR, where set, is the only place. */
export const eigenPlaces = process.env.EIGEN3_INCLUDE_DIR
  ? [process.env.EIGEN3_INCLUDE_DIR]
  : prefixes.map((prefix) => join(prefix, "include/eigen3"));

/**
 * The CMake toolchain of Emscripten hides the host's include paths, so the build passes Eigen's.
 *
 * @returns {{ directory: string, version: string } | null} the first Eigen found
 */
export function findEigen() {
  for (const directory of eigenPlaces) {
    if (!existsSync(join(directory, "Eigen/Core"))) continue;
    return { directory, version: eigenVersion(directory) };
  }
  return null;
}

/** Eigen 3.4 keeps its version among its macros, Eigen 5 in a file of its own. */
const versionFiles = ["Eigen/Version", "Eigen/src/Core/util/Macros.h"];

/** @param {string} directory */
function eigenVersion(directory) {
  for (const file of versionFiles.map((name) => join(directory, name)).filter(existsSync)) {
    const text = readFileSync(file, "utf8");
    const [world, major, minor] = ["WORLD", "MAJOR", "MINOR"].map(
      (part) => new RegExp(`#define EIGEN_${part}_VERSION (\\d+)`).exec(text)?.[1],
    );
    if (world && major) return [world, major, minor ?? "0"].join(".");
  }
  return "0.0";
}

const debianNodeModules = "/usr/share/nodejs";

/** @returns {NodeJS.ProcessEnv} the environment in which emcc runs */
export function emscriptenEnvironment() {
  const env = { ...process.env };
  // em++ starts Python for each of 300 files; where python3 is a script that looks for it, as with
  // pyenv, that would take a third of the time of a small file
  env.EMSDK_PYTHON ??= findPython();
  // Debian's emcc finds acorn only through Debian's own node; any other needs to be told.
  if (existsSync(debianNodeModules)) {
    env.NODE_PATH = [env.NODE_PATH, debianNodeModules].filter(Boolean).join(delimiter);
  }
  return env;
}

/** @returns {string | undefined} the file behind `python3` */
function findPython() {
  const asked = spawnSync("python3", ["-c", "import sys; print(sys.executable)"], {
    encoding: "utf8",
  });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}
