import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { checksums, differences, filesOf, tarGz, zip } from "./archive.mjs";
import { run } from "./child.mjs";
import { inRoot } from "./root.mjs";
import { buildEnvironment } from "./site.mjs";
import { Stop } from "./stop.mjs";

/** @typedef {import("./archive.mjs").Entry} Entry */

const allowed = "a whole number, the seconds since 1970";

/**
 * The date of a release, and so of every file in it. Servers tell two versions of a file of the
 * same length apart by it: it must be another one for other contents.
 *
 * @param {string | undefined} text the value of SOURCE_DATE_EPOCH
 * @returns {Promise<Date>} where that is not set, when the last commit was made
 * @throws {Stop} if there is neither
 */
export async function releaseDate(text) {
  const commit = () =>
    run("git", ["log", "-1", "--format=%ct"]).catch(() => {
      throw new Stop(`There is no git to tell the date: set SOURCE_DATE_EPOCH to ${allowed}.`);
    });
  const seconds = (text || (await commit())).trim();
  if (/^\d{1,11}$/.test(seconds)) return new Date(Number(seconds) * 1000);
  throw new Stop(`SOURCE_DATE_EPOCH is "${seconds}": it must be ${allowed}.`);
}

/**
 * What is released: the site, and what a host needs to know of it.
 *
 * @param {string} folder the name of the folder in which all of it is
 * @returns {Entry[]}
 */
function released(folder) {
  /** @param {string} name @param {string} text */
  const entry = (name, text) => ({ name: `${folder}/${name}`, bytes: Buffer.from(text) });
  const read = (/** @type {string} */ file) => readFileSync(inRoot(file), "utf8");
  return [
    entry("HOSTING.md", hosting(read("README.md"))),
    entry("LICENSE", read("LICENSE")),
    entry("nginx.conf", read("web/hosting/nginx.conf")),
    ...filesOf(inRoot("dist"), `${folder}/site/`),
  ];
}

/**
 * @param {string} readme
 * @returns {string} its section about hosting, as a page of its own
 */
export function hosting(readme) {
  const section = /^## Host it yourself\n.*?(?=^## )/ms.exec(readme)?.[0];
  if (!section) throw new Error("README.md: there is no section “Host it yourself”");
  const here = "In this archive, `dist/` is the folder `site/`.";
  return section
    .replace("## Host it yourself", `# Hosting Fall Line\n\n${here}`)
    .replace("web/hosting/nginx.conf", "nginx.conf")
    .trimEnd()
    .concat("\n");
}

/** @type {import("./steps.mjs").Step} */
export const sameSiteStep = {
  title: "Building the site again, to compare",
  run: async () => {
    const again = inRoot("build/again");
    const vite = inRoot("node_modules/vite/bin/vite.js");
    const config = ["-c", inRoot("web/site/vite.config.ts"), "--outDir", again];
    await run(process.execPath, [vite, "build", ...config], { env: buildEnvironment() });
    const different = differences(filesOf(inRoot("dist")), filesOf(again));
    rmSync(again, { recursive: true, force: true });
    if (different.length === 0) return "the same";
    throw new Stop(`Two builds of the same sources differ in ${different.join(", ")}.`);
  },
};

/** @type {import("./steps.mjs").Step} */
export const archiveStep = {
  title: "Packing",
  run: async () => {
    const { version } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
    const name = `fall-line-${version}`;
    const date = await releaseDate(process.env.SOURCE_DATE_EPOCH);
    const entries = released(name);
    const files = [
      { name: `${name}.tar.gz`, bytes: await tarGz(entries, date) },
      { name: `${name}.zip`, bytes: await zip(entries, date) },
    ];
    const folder = inRoot("build/package");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const { name: file, bytes } of files) writeFileSync(`${folder}/${file}`, bytes);
    writeFileSync(`${folder}/SHA256SUMS`, checksums(files));
    return files
      .map((file) => `${file.name} ${(file.bytes.length / 1e6).toFixed(1)} MB`)
      .join(", ");
  },
};
