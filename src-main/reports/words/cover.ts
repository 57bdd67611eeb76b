/** The words of the cover. */
import { commonWords } from './common.ts';
import type { Dictionary } from './speech.ts';

export interface CoverWords {
	bookmark: string;
	notPredictions: string;
	held: string;
	begun: string;
	inRoom: string;
	voted: string;
	read: string;
	votedIn: (voted: number, rounds: number) => string;
	logoAlt: (organisation: string) => string;
	land: (from: number, to: number, lanes: number) => string;
	landCards: (cards: number) => string;
	/** Where the section on the horizon is shown. */
	landListed: string;
}

const { en, fr, de, es } = commonWords;

export const coverWords: Dictionary<CoverWords> = {
	en: {
		bookmark: 'Cover', notPredictions: 'Stories to test decisions against. They are not predictions.',
		held: 'Held', begun: 'Begun', inRoom: 'In the room', voted: 'Voted', read: 'Read',
		votedIn: (voted, rounds) => `${voted}, ${en.speech.counted(rounds, en.nouns.round)}`,
		logoAlt: (organisation) => (organisation ? `Logo of ${organisation}` : 'Logo'),
		land: (from, to, lanes) => `The ten years from ${from} to ${to} in ${en.speech.counted(lanes, en.nouns.lane)}, one band for each.`,
		landCards: (cards) => (cards === 0 ? 'No card stands on them yet.' : cards === 1 ? 'One card stands at its date.' : `${cards} cards stand at their dates.`),
		landListed: 'The section on the horizon lists them.',
	},
	fr: {
		bookmark: 'Couverture', notPredictions: 'Des récits pour mettre des décisions à l’épreuve. Ce ne sont pas des prévisions.',
		held: 'Tenu le', begun: 'Commencé le', inRoom: 'Dans la salle', voted: 'Votants', read: 'Lu',
		votedIn: (voted, rounds) => `${voted}, ${fr.speech.counted(rounds, fr.nouns.round)}`,
		logoAlt: (organisation) => (organisation ? `Logo de ${organisation}` : 'Logo'),
		land: (from, to, lanes) => `Les dix années de ${from} à ${to} en ${fr.speech.counted(lanes, fr.nouns.lane)}, une bande pour chacun.`,
		landCards: (cards) => (cards === 0 ? 'Aucune carte n’y figure encore.' : cards === 1 ? 'Une carte se trouve à sa date.' : `${cards} cartes se trouvent à leur date.`),
		landListed: 'La section sur l’horizon en donne la liste.',
	},
	de: {
		bookmark: 'Titelseite', notPredictions: 'Geschichten, an denen sich Entscheidungen prüfen lassen. Sie sind keine Prognosen.',
		held: 'Durchgeführt', begun: 'Begonnen', inRoom: 'Im Raum', voted: 'Abgestimmt', read: 'Gelesen',
		votedIn: (voted, rounds) => `${voted}, ${de.speech.counted(rounds, de.nouns.round)}`,
		logoAlt: (organisation) => (organisation ? `Logo: ${organisation}` : 'Logo'),
		land: (from, to, lanes) => `Die zehn Jahre von ${from} bis ${to} in ${lanes === 1 ? 'einer Bahn' : de.speech.counted(lanes, de.nouns.lane)}, für jede ein Band.`,
		landCards: (cards) => (cards === 0 ? 'Noch steht keine Karte darauf.' : cards === 1 ? 'Eine Karte steht an ihrem Datum.' : `${cards} Karten stehen an ihrem Datum.`),
		landListed: 'Der Abschnitt zum Horizont führt sie auf.',
	},
	es: {
		bookmark: 'Portada', notPredictions: 'Relatos para poner a prueba las decisiones. No son predicciones.',
		held: 'Celebrado', begun: 'Iniciado', inRoom: 'En la sala', voted: 'Votaron', read: 'Leído',
		votedIn: (voted, rounds) => `${voted}, ${es.speech.counted(rounds, es.nouns.round)}`,
		logoAlt: (organisation) => (organisation ? `Logotipo de ${organisation}` : 'Logotipo'),
		land: (from, to, lanes) => `Los diez años de ${from} a ${to} en ${es.speech.counted(lanes, es.nouns.lane)}, una franja para cada uno.`,
		landCards: (cards) => (cards === 0 ? 'Todavía no hay ninguna tarjeta.' : cards === 1 ? 'Una tarjeta está en su fecha.' : `${cards} tarjetas están en su fecha.`),
		landListed: 'La sección sobre el horizonte las enumera.',
	},
};
