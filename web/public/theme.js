// Runs before the first paint, so that a chosen colour scheme does not flash.
try {
  const name = localStorage.getItem("fall-line:theme");
  if (name === "light" || name === "dark") document.documentElement.dataset.theme = name;
} catch {}
