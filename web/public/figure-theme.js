// Runs before the first paint: a figure by itself is as light or dark as its address asks for.
const theme = new URLSearchParams(location.search).get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
