export const offlineWords = {
  newVersion: "A new version is there. What you have set and answered stays.",
  reload: "Reload",
};
