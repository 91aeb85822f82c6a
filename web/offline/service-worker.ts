import { KeptFiles } from "./kept-files.js";
import { hasDigestInPath, type OfflineFile, withoutIndex } from "./offline-files.js";
import type { WorkerScope } from "./service-worker-types.js";

// written in by the build
declare const offlineVersion: string;
declare const offlineFiles: readonly OfflineFile[];

const files: readonly OfflineFile[] = offlineFiles;
const worker = self as unknown as WorkerScope;
const root = new URL("./", worker.location.href).href;
const kept = new KeptFiles(root, offlineVersion, files);
const paths = new Set(files.map(([path]) => path));

/** The path of a file of this site, or of an earlier version of it. */
function pathOf(address: string): string | undefined {
  const { href } = new URL(address);
  if (!href.startsWith(root)) return undefined;
  const path = withoutIndex(decodeURI(href.slice(root.length).replace(/[?#].*$/s, "")));
  return paths.has(path) || paths.has(`${path}/`) || hasDigestInPath(path) ? path : undefined;
}

async function answer(request: Request, path: string): Promise<Response> {
  if (paths.has(`${path}/`)) {
    const { search } = new URL(request.url);
    return Response.redirect(`${root}${path}/${search}`, 302);
  }
  return (await kept.find(root + path)) ?? fetch(request);
}

worker.addEventListener("install", (event) => {
  const all = kept.complete().catch(async (error) => {
    await kept.drop();
    throw error; // the browser tries again on another visit
  });
  event.waitUntil(all);
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(kept.dropOld().then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = request.method === "GET" ? pathOf(request.url) : undefined;
  if (path !== undefined) event.respondWith(answer(request, path));
});

worker.addEventListener("message", (event) => {
  if (event.data === "take-over") event.waitUntil(worker.skipWaiting());
  // what the browser, or the reader, has thrown away comes again
  if (event.data === "complete") event.waitUntil(kept.complete().catch(() => {}));
});
