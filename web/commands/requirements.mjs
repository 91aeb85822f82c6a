import { join } from "node:path";
import { eigenPlaces, findEigen, prefixes } from "../../wasm/toolchain.mjs";
import { findCommand, probeCommand, probePaths, succeeds } from "./probes.mjs";
import { isAtLeast } from "./versions.mjs";

/** @typedef {import("./probes.mjs").Finding} Finding */
/** @typedef {"start" | "build" | "dev" | "test" | "bench" | "peers" | "audit"} Command */

/**
 * @typedef {object} Requirement
 * @property {string} name
 * @property {readonly Command[]} neededBy
 * @property {() => Finding | Promise<Finding>} probe
 * @property {string} [debian] the package that brings it
 * @property {string} [brew] what to give `brew install`
 * @property {{ title: string, commands: string[] }} [byHand] a way without a package
 */

/** @type {readonly Command[]} */
export const commands = ["start", "build", "dev", "test", "bench", "peers", "audit"];
/** @type {readonly Command[]} */
const native = ["test", "bench", "peers"];

/** @type {readonly Requirement[]} */
export const requirements = [
  {
    name: "Node.js 20.19 or newer",
    neededBy: commands,
    probe: () => probeNode(process.versions.node),
    brew: "node",
    byHand: { title: "Node.js, on any system", commands: ["see https://nodejs.org/"] },
  },
  {
    name: "CMake",
    neededBy: commands,
    probe: () => probeCommand(["cmake"], "3.25"),
    debian: "cmake",
    brew: "cmake",
  },
  {
    name: "Ninja",
    neededBy: commands,
    probe: () => probeCommand(["ninja"], "1.10"),
    debian: "ninja-build",
    brew: "ninja",
  },
  {
    name: "Emscripten",
    neededBy: commands,
    probe: () => probeCommand(["emcc"], "3.1.6"),
    debian: "emscripten",
    brew: "emscripten",
    byHand: {
      title: "Emscripten from its own SDK (emsdk), on any system",
      commands: [
        "git clone https://github.com/emscripten-core/emsdk.git",
        "cd emsdk",
        "./emsdk install latest",
        "./emsdk activate latest",
        "source ./emsdk_env.sh",
        "cd -",
      ],
    },
  },
  {
    name: "Eigen",
    neededBy: commands,
    probe: probeEigen,
    debian: "libeigen3-dev",
    brew: "eigen",
  },
  {
    name: "a C++20 compiler",
    neededBy: native,
    probe: () => probeCommand(compilers(), (text) => (/clang/i.test(text) ? "14.0" : "12.0")),
    debian: "g++",
    brew: "gcc",
  },
  {
    name: "GoogleTest",
    neededBy: native,
    probe: () => probeHeader("gtest/gtest.h"),
    debian: "libgtest-dev",
    brew: "googletest",
  },
  {
    name: "GoogleTest's sources, for its wasm build",
    neededBy: ["test"],
    probe: () => probePaths([join(googleTestSource, "CMakeLists.txt")]),
    debian: "libgtest-dev",
    byHand: {
      title: "GoogleTest's sources where no package brings them",
      commands: [
        'git clone https://github.com/google/googletest.git "$HOME/googletest"',
        'export GTEST_SOURCE_DIR="$HOME/googletest"',
      ],
    },
  },
  {
    name: "clang, for the sanitizers and fuzzers",
    neededBy: ["test"],
    probe: () => (canFuzz ? probeCommand(clangs(), "14.0") : noFuzzing),
    debian: "clang",
  },
  {
    name: "libFuzzer and the sanitizers of clang",
    neededBy: ["test"],
    probe: () => (canFuzz ? probeLibFuzzer() : noFuzzing),
    debian: "libclang-rt-dev",
  },
  {
    name: "Google Benchmark",
    neededBy: native,
    probe: () => probeHeader("benchmark/benchmark.h"),
    debian: "libbenchmark-dev",
    brew: "google-benchmark",
  },
  {
    name: "Ceres",
    neededBy: ["peers"],
    probe: () => probeHeader("ceres/ceres.h"),
    debian: "libceres-dev",
    brew: "ceres-solver",
  },
  {
    name: "libLBFGS",
    neededBy: ["peers"],
    probe: () => probeHeader("lbfgs.h"),
    debian: "liblbfgs-dev",
    brew: "liblbfgs",
  },
  {
    name: "dlib",
    neededBy: ["peers"],
    probe: () => probeHeader("dlib/matrix.h"),
    debian: "libdlib-dev",
    brew: "dlib",
  },
  {
    name: "libtorch",
    neededBy: ["peers"],
    probe: () => probeHeader("torch/csrc/api/include/torch/torch.h"),
    debian: "libtorch-dev",
    brew: "pytorch",
  },
  {
    name: "nginx, which the site is tried on",
    neededBy: ["test"],
    probe: () => {
      const file = findNginx();
      return { ok: file !== null, saw: file ?? `${nginxes.join(", ")}: not found` };
    },
    debian: "nginx-light",
    brew: "nginx",
  },
  {
    name: "Chromium, which starts three times as fast without its windows",
    neededBy: ["test"],
    probe: () => {
      const file = findTestBrowser();
      const sought = [...headlessShells, ...browsers].join(", ");
      return { ok: file !== null, saw: file ?? `${sought}: not found` };
    },
    debian: "chromium-headless-shell",
    brew: "--cask google-chrome",
  },
  {
    name: "Chromium",
    neededBy: ["bench", "audit"],
    probe: () => {
      const file = findChromium();
      return { ok: file !== null, saw: file ?? `${browsers.join(", ")}: not found` };
    },
    debian: "chromium",
    brew: "--cask google-chrome",
  },
];

/**
 * Vite runs on Node 20.19 and up, except 21 and the first releases of 22.
 *
 * @param {string} version
 * @returns {Finding}
 */
export function probeNode(version) {
  const ok =
    isAtLeast(version, "22.12") || (isAtLeast(version, "20.19") && !isAtLeast(version, "21.0"));
  return { ok, saw: `node is ${version}${ok ? "" : ", 20.19 or 22.12 or newer is needed"}` };
}

/** CMake takes CXX where it is set, and c++ first otherwise. */
const compilers = () => (process.env.CXX ? [process.env.CXX] : ["c++", "g++", "clang++"]);

/** Apple's clang comes without libFuzzer. */
export const canFuzz = process.platform !== "darwin";
/** @type {Finding} */
const noFuzzing = { ok: true, saw: "not needed here" };

const clangs = () => [
  ...(/clang/.test(process.env.CXX ?? "") ? [process.env.CXX ?? ""] : []),
  "clang++",
];

/** @returns {string | null} the compiler of the sanitized tree */
export const findClang = () => clangs().find((name) => findCommand(name) !== null) ?? null;

/** Whether clang links a fuzzer with its sanitizers: only a try tells. */
async function probeLibFuzzer() {
  const clang = findClang();
  if (!clang) return { ok: false, saw: "no clang++ to link it" };
  const source = 'extern "C" int LLVMFuzzerTestOneInput(const char*, unsigned long) { return 0; }';
  const args = ["-x", "c++", "-fsanitize=fuzzer,address,undefined", "-o", "/dev/null", "-"];
  const ok = await succeeds(clang, args, source);
  return {
    ok,
    saw: `${clang} ${ok ? "links" : "cannot link"} -fsanitize=fuzzer,address,undefined`,
  };
}

/** @returns {Finding} */
function probeEigen() {
  const eigen = findEigen();
  if (!eigen) return { ok: false, saw: `no Eigen/Core in ${eigenPlaces.join(", ")}` };
  const ok = isAtLeast(eigen.version, "3.4");
  const wanted = ok ? "" : ", 3.4 or newer is needed";
  return { ok, saw: `${eigen.directory} is ${eigen.version}${wanted}` };
}

/** @param {string} header */
const probeHeader = (header) =>
  probePaths(prefixes.map((prefix) => join(prefix, "include", header)));

/** GoogleTest's source directory, to build it for wasm. */
export const googleTestSource = process.env.GTEST_SOURCE_DIR || "/usr/src/googletest";

// Debian has it where only root looks
const nginxes = ["nginx", "/usr/sbin/nginx"];

/** @returns {string | null} the web server that the tests start on this machine alone */
export function findNginx() {
  return firstOf(nginxes);
}

const browsers = [
  ...(process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : []),
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** @returns {string | null} the browser that is measured and audited; CHROMIUM_PATH chooses it */
export function findChromium() {
  return firstOf(browsers);
}

/** The same browser without its windows. */
const headlessShells = ["chromium-headless-shell"];

/** @returns {string | null} the browser that tests drive; CHROMIUM_PATH chooses it */
export function findTestBrowser() {
  return process.env.CHROMIUM_PATH ? findChromium() : firstOf([...headlessShells, ...browsers]);
}

/** @param {readonly string[]} names */
const firstOf = (names) =>
  names.map((name) => findCommand(name)).find((file) => file !== null) ?? null;
