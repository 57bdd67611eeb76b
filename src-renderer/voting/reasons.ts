/** The reasons that people gave for a card, under the rules by which any of them may be shown. */
export { fewestReasons, reasonCount } from '../../src-shared/domain/reasons.ts';
export { reasonsFor, sidesOf, type Reasons, type Side } from '../../src-shared/domain/reasonSides.ts';
