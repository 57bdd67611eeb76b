/** A made-up report of signals, in the shape that the peers’ benchmark has too: a title, five fields and a small chart of votes each. */

export interface MadeSignal {
	title: string;
	fields: { name: string; text: string }[];
	votes: { label: string; count: number }[];
}

export interface MadeReport {
	title: string;
	subtitle: string;
	author: string;
	date: string;
	signals: MadeSignal[];
}

const words = 'care town river engine quiet market nurse harbour archive roof lesson sensor grid tram choir vote seed forest rent repair border budget clinic school winter'.split(' ');
const verbs = 'moves shares replaces follows pays keeps opens slows feeds measures'.split(' ');
const places = ['Łódź', 'Zürich', 'Győr', 'Malmö', 'Žilina', 'Nîmes'];

/** Sentences made by counting on, so that every run has the same ones. @param characters about so many. */
function prose(seed: number, characters: number): string {
	let text = '';
	for (let n = seed * 7; text.length < characters; n += 13) {
		const sentence = `the ${words[n % 25]} ${verbs[n % 10]} every ${words[(n * 3 + 5) % 25]} where the ${words[(n * 5 + 2) % 25]} of the ${words[(n * 11 + 7) % 25]} ${verbs[(n * 7 + 3) % 10]} it`;
		text += `${text && ' '}${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
	}
	return text;
}

export function madeReport(signals: number): MadeReport {
	return {
		title: 'A report of signals', subtitle: `${signals} signals`, author: 'Benchmark', date: '2026-01-01',
		signals: Array.from({ length: signals }, (_, n) => ({
			title: `${words[n % 25]} and ${words[(n * 7 + 3) % 25]} in ${places[n % places.length]}, ${n + 1}`,
			fields: ['Description', 'Change', 'In ten years', 'Driving force', 'Concern'].map((name, field) => ({ name, text: prose(n * 5 + field, 260 + ((n * 31 + field * 17) % 110)) })),
			votes: [1, 2, 3, 4, 5].map((value) => ({ label: `Relevancy ${value}`, count: (n * value * 7) % 24 })),
		})),
	};
}
