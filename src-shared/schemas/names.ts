/** The names that records use, by themselves: what only shows or compares them need not bring the schemas along. */

export const kinds = ['signal', 'concern', 'behavior', 'technology', 'issue'] as const;
export const overlays = ['horizons', 'cone'] as const;
export const laneSets = ['own', 'steep', 'kinds'] as const;

/** Today's system in decline, the transition, the emerging system (Curry & Hodgson 2008). */
export const horizons = [1, 2, 3] as const;

/**
 * What is asked of each card. The first three are answered from 1 to 5; timing by a calendar year with its quarters as a
 * fraction (2028.25), or `later`; dots by how many of one's dots the card gets; approval by 1 for yes and 0 for no, where
 * "I can't say" means unsure. Dots and approval are asked by themselves.
 */
export const criteria = ['relevancy', 'impact', 'uncertainty', 'timing', 'dots', 'approval'] as const;

/** What the worlds of a workshop differ by; `free` where each stands for itself. */
export const logics = ['free', 'axes', 'horizons', 'cone'] as const;
/** Of a plan in a world; `adapts` is "works if it is changed". */
export const verdicts = ['works', 'adapts', 'fails'] as const;

/** What is made of the worlds: tables of a workshop whose records are in worlds.ts. */
export const worldTables = ['drivers', 'judgements', 'consequences', 'actions', 'options', 'signposts'] as const;
/** All tables whose records carry a `workshopId`. */
export const ownTables = ['workshopSources', 'workshopCards', 'rounds', 'ballots', 'scenarios', 'clusters', 'influences', 'notes', ...worldTables] as const;
