import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { run } from "./child.mjs";
import { inRoot } from "./root.mjs";

// Inside node_modules, so that deleting that directory, or npm ci itself, deletes the stamp too.
const stampFile = inRoot("node_modules", ".fall-line-stamp");

/** @type {import("./steps.mjs").Step} */
export const packagesStep = { title: "Checking the npm packages", run: ensurePackages };

/**
 * Installs the npm packages of package-lock.json unless they are there already.
 *
 * @param {import("./steps.mjs").Progress} progress
 * @returns {Promise<string>} what it did
 */
async function ensurePackages(progress) {
  const lock = readFileSync(inRoot("package-lock.json"), "utf8");
  const wanted = packagesStamp(lock, process.platform, process.arch);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return "all there";

  progress.release();
  // Build and test tools are development dependencies, which NODE_ENV=production would leave out.
  await run("npm", ["ci", "--include=dev"], { show: true });
  writeFileSync(stampFile, wanted);
  return "installed";
}

/**
 * What the installed packages depend on: the lock file, and the system their binaries are for.
 *
 * @param {string} lock the text of package-lock.json
 * @param {string} platform
 * @param {string} arch
 * @returns {string}
 */
export function packagesStamp(lock, platform, arch) {
  return `${createHash("sha256").update(lock).digest("hex")} ${platform} ${arch}\n`;
}
