/** A file of the site: its path from the site's root, and its digest as `integrity` has it. */
export type OfflineFile = readonly [path: string, integrity: string];

/** Whether a path holds a digest of its file, so that another content has another path. */
export const hasDigestInPath = (path: string): boolean => /^(assets|code)\//.test(path);

/** The path of a page whose file is `index.html`; other paths as they are. */
export const withoutIndex = (path: string): string => path.replace(/(^|\/)index\.html$/, "$1");
