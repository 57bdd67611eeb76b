/** Which function draws which section of the report. A section begins with `sectionHeading`, and draws nothing where the workshop has nothing for it. */
import type { SectionName } from '../../src-shared/schemas/report.ts';
import type { Paper } from './paper.ts';
import { actions } from './sections/actions.ts';
import { axes } from './sections/axes.ts';
import { cards } from './sections/cards.ts';
import { comparison } from './sections/comparison.ts';
import { contested } from './sections/contested.ts';
import { crossImpact } from './sections/crossImpact.ts';
import { glossary } from './sections/glossary.ts';
import { horizon } from './sections/horizon.ts';
import { method } from './sections/method.ts';
import { ranked } from './sections/ranked.ts';
import { scenarios } from './sections/scenarios.ts';
import { signposts } from './sections/signposts.ts';
import { sources } from './sections/sources.ts';
import { summary } from './sections/summary.ts';
import { uncertainties } from './sections/uncertainties.ts';
import { wheels } from './sections/wheels.ts';
import { windTunnel } from './sections/windTunnel.ts';
import type { View } from './view.ts';

export type DrawSection = (paper: Paper, view: View) => void;

export const drawings: Partial<Record<SectionName, DrawSection>> = {
	summary,
	method,
	canvas: horizon,
	ranked,
	contested,
	uncertainties,
	axes,
	scenarios,
	comparison,
	crossImpact,
	wheels,
	windTunnel,
	signposts,
	actions,
	cards,
	sources,
	glossary,
};
