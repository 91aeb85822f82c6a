// npm run bench:peers: the same work by this core and by other libraries, in the same run. Those
// libraries are installed for this alone; nothing of the project depends on them.
import { mkdirSync, writeFileSync } from "node:fs";
import { engineTargets } from "../../wasm/build.mjs";
import { run } from "./child.mjs";
import { engineStep } from "./engine.mjs";
import { toolsStep } from "./ensure.mjs";
import { nativeStep } from "./native.mjs";
import { packagesStep } from "./packages.mjs";
import { program } from "./program.mjs";
import { inRoot } from "./root.mjs";
import { runSteps } from "./steps.mjs";

const directory = "build/peers";
const tensorflow = ["@tensorflow/tfjs@4.22.0", "@tensorflow/tfjs-backend-wasm@4.22.0"];

/** @type {Record<string, unknown>} */
const results = {};

/**
 * @param {string} title
 * @param {string} command prints JSON as its last line
 * @param {string[]} [args]
 * @returns {import("./steps.mjs").Step}
 */
const comparison = (title, command, args = []) => ({
  title,
  run: async () => {
    const lines = (await run(command, args)).trim().split("\n");
    const from = lines.findIndex((line) => /^[[{]/.test(line));
    results[title] = JSON.parse(lines.slice(from).join("\n"));
    return "";
  },
});

/** @type {import("./steps.mjs").Step} */
const tensorflowStep = {
  title: "Installing TensorFlow.js beside the build",
  run: async () => {
    mkdirSync(inRoot(directory, "node"), { recursive: true });
    writeFileSync(inRoot(directory, "node/package.json"), '{ "private": true }\n');
    const where = ["--prefix", inRoot(directory, "node")];
    await run("npm", [
      "install",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      ...where,
      ...tensorflow,
    ]);
    return "";
  },
};

/**
 * @param {Record<string, unknown>} row
 * @returns {Record<string, unknown>} with the entries of nested objects as its own
 */
const flat = (row) =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      typeof value === "object" && value !== null
        ? Object.entries(value).map(([inner, one]) => [`${name}.${inner}`, one])
        : [[name, value]],
    ),
  );

await program(async () => {
  await runSteps([
    toolsStep("peers"),
    packagesStep,
    nativeStep({
      title: "Building the comparisons",
      directory,
      variables: { CMAKE_BUILD_TYPE: "Release", FALL_LINE_PEERS: "ON" },
      targets: ["lbfgs_peers", "nist_peers", "torch_peers"],
    }),
    engineStep({ targets: [...engineTargets, "wasm_bench"] }),
    tensorflowStep,
    comparison("Adam against libtorch", inRoot(directory, "torch_peers")),
    comparison("Least squares against Ceres, NIST’s problems", inRoot(directory, "nist_peers")),
    comparison("L-BFGS against liblbfgs, dlib and Ceres", inRoot(directory, "lbfgs_peers")),
    comparison("wasm against TensorFlow.js with its wasm backend", process.execPath, [
      inRoot("tests/bench/peers/tfjs_peers.mjs"),
      inRoot(directory, "node"),
    ]),
  ]);
  const file = inRoot("build/bench-peers.json");
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  for (const [title, result] of Object.entries(results)) {
    console.log(`\n${title}`);
    const { rows = [result] } = /** @type {{ rows?: unknown[] }} */ (result);
    console.table((Array.isArray(result) ? result : rows).map(flat));
  }
  console.log("\nAlso in build/bench-peers.json.");
});
