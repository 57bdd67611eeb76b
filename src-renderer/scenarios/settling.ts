/** How long entries of a list take to their new places: none where the system asks for no motion. */
export const settling = (): { duration: number } => ({ duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200 });
