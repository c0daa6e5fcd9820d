/** The tag colours, 1 to 8, in the order they are given out. */
export const colours = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The colour that the fewest of some clients have; of several the first. */
export function freeColour(clients: readonly { readonly colour: number }[]): number {
  const uses = (colour: number): number => clients.filter((client) => client.colour === colour).length;
  return colours.reduce((best: number, colour) => (uses(colour) < uses(best) ? colour : best), 1);
}
