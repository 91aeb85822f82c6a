import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { engineTargets } from "../../wasm/build.mjs";
import { run } from "./child.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { inRoot, root } from "./root.mjs";

const stampFile = inRoot("build", "site-stamp.json");

/** Whatever NODE_ENV is here, as in tests: a build for it would be another one. */
export const buildEnvironment = () => ({ ...process.env, NODE_ENV: "production" });

/** In the repository's root, what the site isn't made from. */
const notSources = [".git", "build", "dist", "dist-single", "node_modules", "tests"];

/**
 * @param {{ onlyIfChanged?: boolean }} [options]
 * @returns {import("./steps.mjs").Step}
 */
export const siteStep = ({ onlyIfChanged = false } = {}) => ({
  title: "Building the site",
  run: () => buildSite(onlyIfChanged),
});

/**
 * Builds dist/ from the pages, the elements and the engine.
 *
 * @param {boolean} onlyIfChanged leave dist/ alone if neither it nor its sources have changed
 * @returns {Promise<string>} what it did
 */
async function buildSite(onlyIfChanged) {
  const sources = sourcesStamp();
  if (onlyIfChanged && readStamp() === stamp(sources)) return "unchanged";
  const vite = inRoot("node_modules/vite/bin/vite.js");
  const config = inRoot("web/site/vite.config.ts");
  await run(process.execPath, [vite, "build", "-c", config], { env: buildEnvironment() });
  mkdirSync(inRoot("build"), { recursive: true });
  writeFileSync(stampFile, stamp(sources));
  return "";
}

/** @returns {string[]} the pages of dist/ by their paths, the home page as "" */
export function sitePages() {
  const files = readdirSync(inRoot("dist"), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => basename(file) === "index.html")
    .map((file) => file.slice(0, -"index.html".length).replaceAll("\\", "/"))
    .sort();
}

function sourcesStamp() {
  const names = readdirSync(root).filter((name) => !notSources.includes(name));
  const engine = engineTargets.flatMap((name) =>
    [".mjs", ".wasm"].map((ending) => inRoot("build/wasm", name + ending)),
  );
  return fingerprint([...names.map((name) => inRoot(name)), ...engine]);
}

/** @param {string} sources */
const stamp = (sources) => JSON.stringify({ sources, site: fingerprint([inRoot("dist")]) });

function readStamp() {
  try {
    return readFileSync(stampFile, "utf8");
  } catch {
    return null;
  }
}
