import { createServer } from "node:net";
import { Stop } from "./stop.mjs";

const allowed = "a whole number from 1 to 65535";

/**
 * @param {string | undefined} text the value of PORT
 * @param {number} otherwise the port where PORT is not set
 * @returns {number}
 * @throws {Stop} if it isn't a port
 */
export function parsePort(text, otherwise) {
  if (text === undefined || text === "") return otherwise;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65535) return port;
  throw new Stop(`PORT is "${text}": it must be ${allowed}, as in PORT=8081.`);
}

/**
 * Tells at once, not after the build, that a port can't be had.
 *
 * @param {number} port
 * @throws {Stop}
 */
export async function assertPortIsFree(port) {
  for (const host of ["127.0.0.1", "::1"]) {
    const code = await listenAndClose(port, host);
    if (code === "EADDRINUSE") {
      throw new Stop(
        `PORT is ${port}: another program listens there. Stop it, or set PORT to ${allowed} ` +
          "that is free, as in PORT=8081.",
      );
    }
    if (code === "EACCES") {
      throw new Stop(`PORT is ${port}: this user may not listen there. Set it to 1024 or more.`);
    }
  }
}

/** @returns {Promise<number>} a port that nobody listens on */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} the error's code; undefined where all went well
 */
function listenAndClose(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
