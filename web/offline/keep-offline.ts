import { notices } from "../state/notices.js";
import { siteRoot } from "../state/site-place.js";
import { offlineWords } from "../words/offline.js";
import type { OfflineMessage } from "./service-worker-types.js";

const address = new URL("service-worker.js", siteRoot).href;

const ask = (worker: ServiceWorker | null, message: OfflineMessage) => worker?.postMessage(message);

/** Puts the new version in place of the one that answers now, and shows it. */
function takeOver(registration: ServiceWorkerRegistration): void {
  const { waiting } = registration;
  // another tab may have done so already
  if (!waiting) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  ask(waiting, "take-over");
}

/** Tells the reader, once it is all here, that there is a newer version than the one they read. */
function offerNew(registration: ServiceWorkerRegistration): void {
  const offer = () => {
    if (!registration.active || !registration.waiting) return;
    notices.offer(offlineWords.newVersion, {
      name: offlineWords.reload,
      act: () => takeOver(registration),
    });
  };
  const { installing } = registration;
  installing?.addEventListener("statechange", offer);
  offer();
}

/** Whether the host says that the site is not there any more, or another one is. */
async function isGone(): Promise<boolean> {
  const response = await fetch(address, { cache: "no-store" });
  const type = response.headers.get("content-type") ?? "";
  return [404, 410].includes(response.status) || (response.ok && !/javascript/.test(type));
}

/** What is kept of a site that is gone would hide whatever is at its address now. */
async function forget(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.unregister();
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`fall-line ${siteRoot} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
}

/**
 * Keeps the whole course in the browser, for reading without a network. A newer version is fetched
 * beside it and waits until the reader takes it, or no page of the course is open.
 */
export async function keepOffline(): Promise<void> {
  const known = await navigator.serviceWorker.getRegistration(siteRoot);
  const registration = await navigator.serviceWorker.register(address, {
    scope: siteRoot,
    updateViaCache: "none",
  });
  offerNew(registration);
  registration.addEventListener("updatefound", () => offerNew(registration));
  if (!known?.active) return;
  ask(known.active, "complete");
  try {
    await registration.update();
  } catch {
    if (await isGone()) await forget(registration);
  }
}
