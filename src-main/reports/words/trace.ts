/** The words of the trace: what the room said of a card, where it was read, and where the report uses it. */
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import { nouns } from './nouns.ts';
import { speech, type Dictionary } from './speech.ts';

export interface TraceWords {
	entryOf(card: string): string;
	pageOf(world: string): string;
	criteria: Readonly<Record<ScaleCriterion, string>>;
	rating(median: string, iqr: string, consensus: string, n: number): string;
	timing(median: string, from: string, to: string, n: number): string;
	later(endYear: number): string;
	votes: string;
	source: string;
	line(line: number): string;
	clipped: string;
	handmade: string;
	/** With the number of scenarios before their names. */
	usedIn(n: number): string;
}

export const traceWords: Dictionary<TraceWords> = {
	en: {
		entryOf: (card) => `To the entry of ${card}`, pageOf: (world) => `To the page of ${world}`,
		criteria: { relevancy: 'relevancy', impact: 'impact', uncertainty: 'uncertainty' },
		rating: (median, iqr, consensus, n) => `median ${median}, IQR ${iqr}, consensus ${consensus}, ${speech.en.figured(n, nouns.en.vote)}`,
		timing: (median, from, to, n) => `when: ${median} (middle half ${from} to ${to}), ${speech.en.figured(n, nouns.en.vote)}`,
		later: (year) => `after ${year} or never`,
		votes: 'The room', source: 'Source', line: (line) => `line ${line}`, clipped: 'clipped', handmade: 'made by hand in the workshop',
		usedIn: (n) => `Used in ${speech.en.counted(n, nouns.en.scenario)}`,
	},
	fr: {
		entryOf: (card) => `Vers l’entrée de ${card}`, pageOf: (world) => `Vers la page de ${world}`,
		criteria: { relevancy: 'pertinence', impact: 'impact', uncertainty: 'incertitude' },
		rating: (median, iqr, consensus, n) => `médiane ${median}, écart interquartile ${iqr}, consensus ${consensus}, ${speech.fr.figured(n, nouns.fr.vote)}`,
		timing: (median, from, to, n) => `quand\u202F: ${median} (moitié centrale de ${from} à ${to}), ${speech.fr.figured(n, nouns.fr.vote)}`,
		later: (year) => `après ${year} ou jamais`,
		votes: 'La salle', source: 'Source', line: (line) => `ligne ${line}`, clipped: 'extrait', handmade: 'créée à la main pendant l’atelier',
		usedIn: (n) => `Utilisée dans ${speech.fr.counted(n, nouns.fr.scenario)}`,
	},
	de: {
		entryOf: (card) => `Zum Eintrag von ${card}`, pageOf: (world) => `Zur Seite von ${world}`,
		criteria: { relevancy: 'Relevanz', impact: 'Wirkung', uncertainty: 'Unsicherheit' },
		rating: (median, iqr, consensus, n) => `Median ${median}, Quartilsabstand ${iqr}, Konsens ${consensus}, ${speech.de.figured(n, nouns.de.vote)}`,
		timing: (median, from, to, n) => `wann: ${median} (mittlere Hälfte ${from} bis ${to}), ${speech.de.figured(n, nouns.de.vote)}`,
		later: (year) => `nach ${year} oder nie`,
		votes: 'Der Raum', source: 'Quelle', line: (line) => `Zeile ${line}`, clipped: 'ausgeschnitten', handmade: 'im Workshop von Hand erstellt',
		usedIn: (n) => `Verwendet in ${n === 1 ? 'einem Szenario' : `${speech.de.inWords(n)} Szenarien`}`,
	},
	es: {
		entryOf: (card) => `A la entrada de ${card}`, pageOf: (world) => `A la página de ${world}`,
		criteria: { relevancy: 'relevancia', impact: 'impacto', uncertainty: 'incertidumbre' },
		rating: (median, iqr, consensus, n) => `mediana ${median}, rango intercuartílico ${iqr}, consenso ${consensus}, ${speech.es.figured(n, nouns.es.vote)}`,
		timing: (median, from, to, n) => `cuándo: ${median} (mitad central de ${from} a ${to}), ${speech.es.figured(n, nouns.es.vote)}`,
		later: (year) => `después de ${year} o nunca`,
		votes: 'La sala', source: 'Fuente', line: (line) => `línea ${line}`, clipped: 'recortada', handmade: 'hecha a mano en el taller',
		usedIn: (n) => `Usada en ${speech.es.counted(n, nouns.es.scenario)}`,
	},
};
