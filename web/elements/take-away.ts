/** Puts `text` on the clipboard; where that is not allowed, selects `shown` and returns false. */
export async function copyText(text: string, shown: Element): Promise<boolean> {
  try {
    // absent where the page is not served securely
    if (!navigator.clipboard) throw new Error("no clipboard");
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return false;
  }
}

/** Has the browser keep `text` as a file called `name`. */
export function downloadText(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // the download has begun only after this turn
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
