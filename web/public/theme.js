// Runs before the first paint, so that a chosen colour scheme does not flash.
try {
  const name = localStorage.getItem("fall-line:theme");
  if (name === "light" || name === "dark") document.documentElement.dataset.theme = name;
} catch {}
// Nor does a letter that will be swapped: symbols are hidden until the chosen notation is there.
try {
  const asked = new URLSearchParams(location.search).get("notation") ?? "";
  const known = /^(own|l[0-4])$/.test(asked);
  const chosen = known ? asked : (localStorage.getItem("fall-line:notation") ?? "own");
  if (chosen !== "own") document.documentElement.dataset.letters = "coming";
} catch {}
