// Builds the engines: build/wasm/fall_line.mjs and .wasm, which has everything, and those that pages
// load.
//
//   node wasm/build.mjs
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { assertLoadable } from "./loadable.mjs";
import { emscriptenEnvironment, findEigen } from "./toolchain.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const directory = join(root, "build/wasm");

/**
 * @typedef {(command: string, args: string[], options: { env: NodeJS.ProcessEnv }) =>
 *   Promise<unknown>} Run
 */

export const engineTargets = [
  "fall_line",
  "fall_line_descent",
  "fall_line_methods",
  "fall_line_regression",
  "fall_line_curvature",
  "fall_line_learning",
  "fall_line_everything",
];

/**
 * Configures and builds; what is up to date is left alone.
 *
 * @param {object} [options]
 * @param {string[]} [options.targets] CMake targets
 * @param {Record<string, string>} [options.defines] CMake variables; once given they stay set
 * @param {Run} [options.run] how commands are run; by default their output is shown
 * @throws {Error} if Eigen is missing, a command fails, or an engine does not load
 */
export async function buildEngine({ targets = engineTargets, defines = {}, run = runShown } = {}) {
  const eigen = findEigen();
  if (!eigen) throw new Error("Eigen's headers are not found: set EIGEN3_INCLUDE_DIR to them.");
  const env = emscriptenEnvironment();
  discardOtherCompilersWork(env);

  const variables = {
    CMAKE_BUILD_TYPE: "Release",
    EIGEN3_INCLUDE_DIR: eigen.directory,
    ...defines,
  };
  const settings = Object.entries(variables).map(([name, value]) => `-D${name}=${value}`);
  await run("emcmake", ["cmake", "-S", root, "-B", directory, "-G", "Ninja", ...settings], { env });
  await run("cmake", ["--build", directory, "--target", ...targets], { env });
  await assertLoadable(
    directory,
    targets.filter((name) => engineTargets.includes(name)),
  );
}

/**
 * Objects of two Emscripten versions don't link, and CMake keeps the compiler it first saw.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function discardOtherCompilersWork(env) {
  const stamp = join(directory, "compiler.txt");
  const compiler = [
    execFileSync("em-config", ["EMSCRIPTEN_ROOT"], { env, encoding: "utf8" }),
    execFileSync("emcc", ["--version"], { env, encoding: "utf8" }),
  ].join("");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === compiler) return;
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  writeFileSync(stamp, compiler);
}

/** @type {Run} */
function runShown(command, args, { env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(undefined);
      else reject(new Error(`${command} ended with code ${code}.`));
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await buildEngine();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
