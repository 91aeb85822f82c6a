export const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; object-src 'none'; base-uri 'none'";

/** Writes the policy into a page, before anything it governs. */
export function contentSecurityPolicy(html: string): string {
  return html.replace(
    /(<meta charset="utf-8">)/,
    `$1<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}
