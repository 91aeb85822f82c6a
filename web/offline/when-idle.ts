import { isOneFile, showsOneFigure } from "../state/site-place.js";

/** Resolves when the page has all it needs, and the browser nothing better to do. */
async function idle(): Promise<void> {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  await new Promise<void>((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 1000); // Safari
  });
}

/** Whether the reader has asked the browser to transfer little. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/**
 * Has the course kept for reading without a network, once this page is at rest: a first visit
 * transfers what its page needs, and only then the rest. Does nothing where a page is a figure in
 * another site, or a file by itself, or where the browser does not offer it, as without HTTPS.
 */
export async function keepOfflineWhenIdle(): Promise<void> {
  const own = !isOneFile && !showsOneFigure && window.parent === window;
  if (!import.meta.env.PROD || !own || !("serviceWorker" in navigator) || savesData()) return;
  await idle();
  try {
    const { keepOffline } = await import("./keep-offline.js");
    await keepOffline();
  } catch {
    // the network is away, or the browser refuses: the page does without
  }
}
