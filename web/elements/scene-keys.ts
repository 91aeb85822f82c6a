import type { Scene } from "../scene/scene.js";

const typing = "input:not([type=range]), textarea, select, [contenteditable]";
const pressable = "button, a, summary, input, select, label";

/** Space plays and pauses, `[` and `]` step; not while typing, nor where space has a meaning. */
export function handleSceneKey(event: KeyboardEvent, scene: Scene): void {
  if (!scene.allows("transport")) return;
  const target = event.target as Element;
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest(typing)) return;
  if (event.key === " " && !target.closest(pressable)) {
    if (scene.playing) scene.pause();
    else scene.play();
  } else if (event.key === "[" || event.key === "]") {
    scene.pause();
    scene.select(scene.step + (event.key === "]" ? 1 : -1));
  } else return;
  event.preventDefault();
}
