/**
 * The sample workshop: the frame into which the four sample documents are read, and where a facilitator might have put
 * the first of their cards. What is left in the library is for the person trying it.
 */
import type { Kind } from '../schemas/document.ts';

export interface SamplePlacement {
	kind: Kind;
	/** The card's name, or the beginning of a made one. */
	name: string;
	at: number;
	lane: string;
}

export const sampleFrame = {
	title: 'Who shapes AI in Europe',
	question: 'Who will shape AI in Europe by 2036, and on whose terms?',
	baseYear: 2026,
	lanes: ['Policy & law', 'Markets & capital', 'Technology', 'Society & ethics', 'Environment'],
} as const;

export const samplePlacements: readonly SamplePlacement[] = [
	{ kind: 'concern', name: 'Data Privacy and Security', at: 2, lane: 'Policy & law' },
	{ kind: 'concern', name: 'Regulatory Challenges', at: 0.25, lane: 'Policy & law' },
	{ kind: 'issue', name: 'AI Regulation and Governance', at: 3.5, lane: 'Policy & law' },
	{ kind: 'behavior', name: 'Transparency in AI Regulation', at: 6.5, lane: 'Policy & law' },
	{ kind: 'behavior', name: 'Monetization through API Access', at: 0.5, lane: 'Markets & capital' },
	{ kind: 'concern', name: 'Market Dominance and Competition', at: 6, lane: 'Markets & capital' },
	{ kind: 'issue', name: 'Investment Trends in AI Startups', at: 1.75, lane: 'Markets & capital' },
	{ kind: 'technology', name: 'AI systems designed to create content', at: 0.25, lane: 'Technology' },
	{ kind: 'technology', name: 'Large AI models that serve as a base', at: 1.25, lane: 'Technology' },
	{ kind: 'behavior', name: 'Innovative Model Architecture', at: 5.75, lane: 'Technology' },
	{ kind: 'behavior', name: 'Open Source Model Availability', at: 0.5, lane: 'Society & ethics' },
	{ kind: 'concern', name: 'Ethical Use of AI Models', at: 4.25, lane: 'Society & ethics' },
	{ kind: 'issue', name: 'Decentralized AI Development', at: 7, lane: 'Society & ethics' },
];
