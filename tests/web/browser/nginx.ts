import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { freePort } from "../../../web/commands/port.mjs";
import { findNginx } from "../../../web/commands/requirements.mjs";
import { inRoot } from "../../../web/commands/root.mjs";
import { dist, type TestSite } from "./harness.js";

/** Where nginx has the site. */
export interface SiteOnNginx {
  /** At the root of a server, with the configuration of web/hosting/. */
  root: string;
  /** Below a path of a server, with that configuration. */
  below: string;
  /** As nginx serves a folder that nobody has configured. */
  bare: string;
  stop(): Promise<void>;
}

/** Of whom nothing is, where the tests run as root. */
const nobody = { uid: 65534, gid: 65534 };

/** Types that every server knows; nginx itself knows none. */
const types = `types { text/html html; text/css css; application/javascript js; image/svg+xml svg; }`;

/** Starts nginx on this machine alone, with a folder of its own and no rights of root. */
export async function startNginx(): Promise<SiteOnNginx> {
  const file = findNginx();
  if (!file) throw new Error("there is no nginx to test with");
  const folder = mkdtempSync(join(tmpdir(), "fall-line-nginx-"));
  const asRoot = process.getuid?.() === 0;
  chmodSync(folder, 0o755);
  cpSync(dist, join(folder, "site"), { recursive: true });
  cpSync(inRoot("web/hosting/nginx.conf"), join(folder, "fall-line.conf"));
  const temporary = join(folder, "temporary");
  mkdirSync(temporary);
  if (asRoot) chownSync(temporary, nobody.uid, nobody.gid);

  const [root, below, bare] = [await freePort(), await freePort(), await freePort()];
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${temporary}/${name};`,
  );
  writeFileSync(
    join(folder, "nginx.conf"),
    `pid ${temporary}/pid; daemon off; error_log stderr notice;
    events {}
    http {
      access_log off;
      ${places.join("\n")}
      server { listen 127.0.0.1:${root}; root ${folder}/site; include ${folder}/fall-line.conf; }
      server {
        listen 127.0.0.1:${below};
        location /sub/path/ { alias ${folder}/site/; include ${folder}/fall-line.conf; }
      }
      server { listen 127.0.0.1:${bare}; root ${folder}/site; ${types} }
    }`,
  );
  const server = spawn(file, ["-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
    ...(asRoot && nobody),
  });
  let said = "";
  const listens = new Promise<void>((resolve) => {
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (/start worker process/.test(said)) resolve();
    });
  });
  const ended = new Promise<void>((resolve) => server.on("close", () => resolve()));
  const stop = async () => {
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.race([
      listens,
      ended.then(() => {
        throw new Error(`nginx ended by itself: ${said}`);
      }),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  const at = (port: number, path = "/") => `http://127.0.0.1:${port}${path}`;
  return { root: at(root), below: at(below, "/sub/path/"), bare: at(bare), stop };
}

/** Has nginx serve `site` to every test of a file. */
export function onNginx(site: TestSite, place: "root" | "below" | "bare"): void {
  let nginx: SiteOnNginx | undefined;
  beforeAll(async () => {
    nginx = await startNginx();
    site.base = nginx[place];
  });
  afterAll(() => nginx?.stop());
}

/** Headers of an answer, and the size of what was sent. */
export async function ask(address: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: number }>(
    (resolve, reject) => {
      const asked = request(address, { headers: { "accept-encoding": "gzip", ...headers } });
      asked.on("error", reject).on("response", (response) => {
        let body = 0;
        response.on("data", (part: Buffer) => {
          body += part.length;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      asked.end();
    },
  );
}
