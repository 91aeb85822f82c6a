/** Classes of which there is a drawing. */
export const pictured = ["cat", "car", "frog"] as const;

export function hasPicture(name: string): name is (typeof pictured)[number] {
  return (pictured as readonly string[]).includes(name);
}
