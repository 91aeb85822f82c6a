import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { run } from "./child.mjs";
import { aptOptions, debianPackages, instructions } from "./instructions.mjs";
import { findCommand } from "./probes.mjs";
import { program } from "./program.mjs";
import { commands, requirements } from "./requirements.mjs";
import { runSteps } from "./steps.mjs";
import { Stop } from "./stop.mjs";

/** @typedef {import("./requirements.mjs").Command} Command */
/** @typedef {import("./instructions.mjs").Missing} Missing */

/**
 * @param {Command} command
 * @returns {import("./steps.mjs").Step}
 */
export const toolsStep = (command) => ({
  title: "Checking the tools",
  run: (progress) => ensureTools(command, progress),
});

/**
 * Sees to it that every tool `command` needs is there, installing what it may.
 *
 * @param {Command} command
 * @param {import("./steps.mjs").Progress} progress
 * @returns {Promise<string>} what it did
 */
async function ensureTools(command, progress) {
  const missing = await missingFor(command);
  if (missing.length === 0) return "all there";

  if (missing.some(({ requirement }) => !requirement.debian)) {
    throw missingTools(missing, command, "not all of them can be installed for you");
  }
  const apt = aptGet();
  if ("why" in apt) throw missingTools(missing, command, apt.why);
  const packages = debianPackages(missing);

  progress.release();
  console.log(`Installing with apt-get: ${packages.join(" ")}`);
  // One source out of reach must not stop the installation: whether it can be done, install says.
  await apt.run("update").catch(() => {});
  const failed = await apt.run("install", ...aptOptions, ...packages).then(
    () => false,
    () => true,
  );

  const still = await missingFor(command);
  if (still.length > 0) {
    const why = failed ? "apt-get failed, see above" : "what apt-get brings is not enough";
    throw missingTools(still, command, why);
  }
  return `installed ${packages.join(", ")}`;
}

/**
 * @param {Command} command
 * @returns {Promise<Missing[]>}
 */
async function missingFor(command) {
  const needed = requirements.filter(({ neededBy }) => neededBy.includes(command));
  const probed = await Promise.all(
    needed.map(async (requirement) => ({ requirement, ...(await requirement.probe()) })),
  );
  return probed.filter(({ ok }) => !ok);
}

/**
 * @param {Missing[]} missing
 * @param {Command} command
 * @param {string} why
 */
function missingTools(missing, command, why) {
  const again = ["start", "test"].includes(command) ? `npm ${command}` : `npm run ${command}`;
  return new Stop(instructions(missing, { command: again, why }));
}

/**
 * apt-get with the rights to install, or why it can't.
 *
 * @param {boolean} [isRoot]
 * @returns {{ run: (...args: string[]) => Promise<string> } | { why: string }}
 */
export function aptGet(isRoot = process.getuid?.() === 0) {
  if (!findCommand("apt-get")) return { why: "there is no apt-get here to install them with" };
  if (!isRoot && !hasSudo()) {
    return { why: "installing them needs root, or sudo without a password" };
  }
  const words = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"];
  // Killed in the middle of an installation, apt-get leaves a broken system behind.
  const options = { show: true, stopsByItself: true };
  return {
    run: (...args) =>
      isRoot
        ? run("env", [...words, ...args], options)
        : run("sudo", ["-n", "env", ...words, ...args], options),
  };
}

function hasSudo() {
  return findCommand("sudo") !== null && spawnSync("sudo", ["-n", "true"]).status === 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await program(async () => {
    const command = commands.find((name) => name === process.argv[2]);
    if (!command) {
      throw new Stop(`command is "${process.argv[2]}": it must be one of ${commands.join(", ")}.`);
    }
    await runSteps([toolsStep(command)]);
  });
}
