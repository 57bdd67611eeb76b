/** The words of the section on what the room does not agree on. */
import type { Stand } from '../../../src-shared/domain/reasonSides.ts';
import type { ScaleCriterion } from '../../../src-shared/domain/tally.ts';
import { nouns } from './nouns.ts';
import { speech, type Dictionary } from './speech.ts';

export interface ContestedWords {
	title: string;
	intro: string;
	shuffled: string;
	criteria: Readonly<Record<ScaleCriterion, string>>;
	facts(figures: { median: string; q1: string; q3: string; iqr: string; consensus: string; n: number; cannotSay: number }): string;
	split(low: number, high: number): string;
	wide(from: number, to: number): string;
	stands: Readonly<Record<'low' | 'middle' | 'high' | 'unsure' | 'without', string>>;
	none: string;
	tooFew(fewest: number): string;
	more(cards: readonly string[]): string;
	moreReasons(n: number): string;
	histogram(votes: readonly string[]): string;
}

export const standKey = (stand: Stand): keyof ContestedWords['stands'] => (stand === 'low' || stand === 'middle' || stand === 'high' || stand === 'unsure' ? stand : 'without');

export const contestedWords: Dictionary<ContestedWords> = {
	en: {
		title: 'Where opinions differ',
		intro: 'Cards on which the middle half of the votes lies more than one point apart (IQR above 1), the widest apart first. Disagreement is worth more talk than an average.',
		shuffled: 'Reasons are printed as they were written, without names and shuffled.',
		criteria: { relevancy: 'How relevant', impact: 'How far-reaching', uncertainty: 'How uncertain' },
		facts: ({ median, q1, q3, iqr, consensus, n, cannotSay }) => `Median ${median}, middle half ${q1} to ${q3} (IQR ${iqr}), consensus ${consensus}. ${speech.en.figured(n, nouns.en.vote)}${cannotSay > 0 ? `; ${cannotSay} could not say` : ''}.`,
		split: (low, high) => `The votes split the room: ${low} for 1 or 2, ${high} for 4 or 5.`, wide: (from, to) => `The votes run from ${from} to ${to}.`,
		stands: { low: 'Why low (1 or 2)', middle: 'Why in the middle (3)', high: 'Why high (4 or 5)', unsure: 'Why they can’t say', without: 'Without an answer' },
		none: 'Nobody wrote down a reason.', tooFew: (fewest) => `Fewer than ${speech.en.inWords(fewest)} people gave reasons in this round, so none is printed: each could be traced to its writer.`,
		more: (cards) => `Also contested, in the ranked list: ${speech.en.listed(cards)}.`, moreReasons: (n) => `${n} more, kept in the workshop’s file.`,
		histogram: (votes) => `Votes from 1 to 5: ${votes.join(', ')}.`,
	},
	fr: {
		title: 'Là où les avis divergent',
		intro: 'Cartes pour lesquelles la moitié centrale des votes s’étend sur plus d’un point (écart interquartile supérieur à 1), les plus dispersées d’abord. Un désaccord mérite plus qu’une moyenne.',
		shuffled: 'Les raisons sont imprimées telles qu’écrites, sans noms et mélangées.',
		criteria: { relevancy: 'Pertinence', impact: 'Portée', uncertainty: 'Incertitude' },
		facts: ({ median, q1, q3, iqr, consensus, n, cannotSay }) => `Médiane ${median}, moitié centrale de ${q1} à ${q3} (écart interquartile ${iqr}), consensus ${consensus}. ${speech.fr.figured(n, nouns.fr.vote)}${cannotSay > 0 ? `\u202F; ${cannotSay} sans avis` : ''}.`,
		split: (low, high) => `Les votes partagent la salle\u202F: ${low} pour 1 ou 2, ${high} pour 4 ou 5.`, wide: (from, to) => `Les votes vont de ${from} à ${to}.`,
		stands: { low: 'Pourquoi bas (1 ou 2)', middle: 'Pourquoi au milieu (3)', high: 'Pourquoi haut (4 ou 5)', unsure: 'Pourquoi sans avis', without: 'Sans réponse' },
		none: 'Personne n’a écrit de raison.', tooFew: (fewest) => `Moins de ${speech.fr.inWords(fewest)} personnes ont donné des raisons dans ce tour\u202F; aucune n’est donc imprimée, car on pourrait en reconnaître l’auteur.`,
		more: (cards) => `Controversées aussi, dans la liste classée\u202F: ${speech.fr.listed(cards)}.`, moreReasons: (n) => `${n} de plus dans le fichier de l’atelier.`,
		histogram: (votes) => `Votes de 1 à 5\u202F: ${votes.join(', ')}.`,
	},
	de: {
		title: 'Wo die Meinungen auseinandergehen',
		intro: 'Karten, bei denen die mittlere Hälfte der Stimmen mehr als einen Punkt auseinanderliegt (Quartilsabstand über 1), die am weitesten gestreuten zuerst. Uneinigkeit ist ein Gespräch wert, ein Mittelwert verdeckt sie.',
		shuffled: 'Begründungen stehen hier, wie sie geschrieben wurden, ohne Namen und gemischt.',
		criteria: { relevancy: 'Relevanz', impact: 'Wirkung', uncertainty: 'Ungewissheit' },
		facts: ({ median, q1, q3, iqr, consensus, n, cannotSay }) => `Median ${median}, mittlere Hälfte ${q1} bis ${q3} (Quartilsabstand ${iqr}), Konsens ${consensus}. ${speech.de.figured(n, nouns.de.vote)}${cannotSay > 0 ? `; ${cannotSay} ohne Urteil` : ''}.`,
		split: (low, high) => `Die Stimmen teilen den Raum: ${low} für 1 oder 2, ${high} für 4 oder 5.`, wide: (from, to) => `Die Stimmen reichen von ${from} bis ${to}.`,
		stands: { low: 'Warum niedrig (1 oder 2)', middle: 'Warum in der Mitte (3)', high: 'Warum hoch (4 oder 5)', unsure: 'Warum ohne Urteil', without: 'Ohne Antwort' },
		none: 'Niemand hat eine Begründung geschrieben.', tooFew: (fewest) => `Weniger als ${speech.de.inWords(fewest)} Personen haben in dieser Runde etwas begründet. Darum steht hier keine Begründung: Jede ließe sich zuordnen.`,
		more: (cards) => `Ebenfalls umstritten, in der Rangliste: ${speech.de.listed(cards)}.`, moreReasons: (n) => `${n} weitere stehen in der Datei des Workshops.`,
		histogram: (votes) => `Stimmen von 1 bis 5: ${votes.join(', ')}.`,
	},
	es: {
		title: 'Donde las opiniones difieren',
		intro: 'Tarjetas en las que la mitad central de los votos abarca más de un punto (rango intercuartílico mayor que 1), primero las más dispersas. Un desacuerdo merece más conversación que una media.',
		shuffled: 'Los motivos se imprimen como se escribieron, sin nombres y mezclados.',
		criteria: { relevancy: 'Relevancia', impact: 'Alcance', uncertainty: 'Incertidumbre' },
		facts: ({ median, q1, q3, iqr, consensus, n, cannotSay }) => `Mediana ${median}, mitad central de ${q1} a ${q3} (rango intercuartílico ${iqr}), consenso ${consensus}. ${speech.es.figured(n, nouns.es.vote)}${cannotSay > 0 ? `; ${cannotSay} sin opinión` : ''}.`,
		split: (low, high) => `Los votos dividen la sala: ${low} para 1 o 2, ${high} para 4 o 5.`, wide: (from, to) => `Los votos van de ${from} a ${to}.`,
		stands: { low: 'Por qué bajo (1 o 2)', middle: 'Por qué en medio (3)', high: 'Por qué alto (4 o 5)', unsure: 'Por qué no lo saben', without: 'Sin respuesta' },
		none: 'Nadie escribió un motivo.', tooFew: (fewest) => `Menos de ${speech.es.inWords(fewest)} personas dieron motivos en esta ronda; por eso no se imprime ninguno: se podría reconocer a quien lo escribió.`,
		more: (cards) => `También discutidas, en la lista ordenada: ${speech.es.listed(cards)}.`, moreReasons: (n) => `${n} más en el archivo del taller.`,
		histogram: (votes) => `Votos de 1 a 5: ${votes.join(', ')}.`,
	},
};
