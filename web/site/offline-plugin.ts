import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";
import { type OfflineFile, withoutIndex } from "../offline/offline-files.js";

const scriptName = "service-worker.js";

const versionPlace = "the-version";

/** Files that nobody needs without a network. */
const notKept = [scriptName, "licences.md"];

/** Every file of the site with its digest, in an order that does not depend on the file system. */
function offlineFiles(folder: string): OfflineFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => !notKept.includes(name) && statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => {
      const digest = createHash("sha256").update(readFileSync(join(folder, name)));
      return [withoutIndex(name), `sha256-${digest.digest("base64")}`];
    });
}

/** Writes the service worker, which knows every file of the site by its digest. */
export function offline(root: string): Plugin {
  return {
    name: "offline",
    apply: "build",
    writeBundle: {
      order: "post",
      async handler({ dir }) {
        if (dir === undefined) throw new Error("offline: the site is to be written into a folder");
        const built = (await build({
          configFile: false,
          root,
          publicDir: false,
          logLevel: "warn",
          define: {
            offlineVersion: JSON.stringify(versionPlace),
            offlineFiles: JSON.stringify(offlineFiles(dir)),
          },
          build: {
            write: false,
            target: "es2022",
            rolldownOptions: {
              input: resolve(root, "web/offline/service-worker.ts"),
              output: { format: "iife" },
            },
          },
        })) as Rolldown.RolldownOutput;
        const [script] = built.output;
        // of another script too: while a new one is being put in place, the old one still answers
        const version = createHash("sha256").update(script.code).digest("hex").slice(0, 12);
        writeFileSync(join(dir, scriptName), script.code.replace(versionPlace, version));
      },
    },
  };
}
