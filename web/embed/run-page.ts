const root = document.documentElement;

/** What the page says of itself, where a part of it could not be drawn. */
function failure(): string | undefined {
  if (root.dataset.error !== undefined) return root.dataset.error;
  if (!document.querySelector("[data-failed]")) return undefined;
  const notice = document.querySelector("fl-notice p");
  const text = [...(notice?.childNodes ?? [])].filter((node) => node instanceof Text);
  return text.map(({ data }) => data.trim()).join(" ");
}

/**
 * Runs the scripts of another page in this one, which holds that page's data and elements by now.
 * Resolves when they are drawn, with what went wrong, if anything did.
 */
export function runPage(scripts: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    new MutationObserver((_, observer) => {
      if (root.dataset.ready === undefined && root.dataset.error === undefined) return;
      observer.disconnect();
      resolve(failure());
    }).observe(root, { attributeFilter: ["data-ready", "data-error"] });
    for (const address of scripts) {
      const script = document.createElement("script");
      script.type = "module";
      script.src = address;
      script.async = false; // one after the other, as they stand
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    }
  });
}
