import { createServer } from "node:http";
import { inRoot } from "./root.mjs";
import { Stop } from "./stop.mjs";

/**
 * Serves dist/ on this machine only.
 *
 * @param {number} port
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 * @throws {Stop} if it can't listen there
 */
export async function serveSite(port) {
  const { preview } = await import("vite");
  const server = await preview({
    configFile: inRoot("web/site/vite.config.ts"),
    logLevel: "warn",
    preview: { host: "127.0.0.1", port, strictPort: true, open: false },
  }).catch((error) => {
    throw new Stop(`The site cannot be served on port ${port}: ${error.message}`);
  });

  // A browser may take localhost for ::1. Without IPv6 here it will not.
  const onIPv6 = createServer(server.middlewares);
  onIPv6.on("error", () => {});
  onIPv6.listen({ port, host: "::1" });

  return {
    address: `http://localhost:${port}/`,
    close: async () => {
      onIPv6.closeAllConnections();
      onIPv6.close();
      await server.close();
    },
  };
}
