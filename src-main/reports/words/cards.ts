/** The words of the list of cards and of the sources. */
import type { Shape } from '../../../src-shared/schemas/document.ts';
import { commonWords } from './common.ts';
import { capitalised, type Dictionary } from './speech.ts';

export interface CardWords {
	title: string;
	introduced: (cards: number, apart: number) => string;
	/** With the space that follows. */
	labels: { change: string; outlook: string; drivingForce: string };
	nameIsMade: string;
}

export interface SourceWords {
	title: string;
	read: (documents: number) => string;
	document: string;
	shapes: Record<Shape, string>;
	fromPage: (page: string) => string;
	titleIsMade: string;
	noCards: string;
	itsCards: (n: number) => string;
	line: (line: number) => string;
	clipped: string;
	byHand: string;
}

const { en, fr, de, es } = commonWords;

export const cardWords: Dictionary<CardWords> = {
	en: {
		title: 'The cards',
		introduced: (cards, apart) => `What the documents and the room say of ${cards === 1 ? 'the card' : `the ${en.speech.counted(cards, en.nouns.card)}`}, by kind.${apart === 0 ? '' : ` ${capitalised(en.speech.counted(apart, en.nouns.card))} ${apart === 1 ? 'is' : 'are'} neither on the canvas nor voted on.`}`,
		labels: { change: 'Change: ', outlook: 'In ten years: ', drivingForce: 'Driving force: ' },
		nameIsMade: 'Its document gives it no name; this one is made from its description.',
	},
	fr: {
		title: 'Les cartes',
		introduced: (cards, apart) => `Ce que les documents et la salle disent ${cards === 1 ? 'de la carte' : `des ${fr.speech.counted(cards, fr.nouns.card)}`}, par type.${apart === 0 ? '' : ` ${capitalised(fr.speech.counted(apart, fr.nouns.card))} ${apart === 1 ? 'n’est ni sur la frise ni soumise' : 'ne sont ni sur la frise ni soumises'} au vote.`}`,
		labels: { change: 'Changement\u202F: ', outlook: 'Dans dix ans\u202F: ', drivingForce: 'Force motrice\u202F: ' },
		nameIsMade: 'Son document ne lui donne pas de nom\u202F; celui-ci est tiré de sa description.',
	},
	de: {
		title: 'Die Karten',
		introduced: (cards, apart) => `Was die Dokumente und der Raum über ${cards === 1 ? 'die Karte' : `die ${de.speech.counted(cards, de.nouns.card)}`} sagen, nach Art.${apart === 0 ? '' : ` ${capitalised(de.speech.counted(apart, de.nouns.card))} ${apart === 1 ? 'steht' : 'stehen'} weder auf der Zeitleiste noch ${apart === 1 ? 'wurde' : 'wurden'} darüber abgestimmt.`}`,
		labels: { change: 'Wandel: ', outlook: 'In zehn Jahren: ', drivingForce: 'Treiber: ' },
		nameIsMade: 'Das Dokument gibt der Karte keinen Namen; dieser ist aus ihrer Beschreibung gebildet.',
	},
	es: {
		title: 'Las tarjetas',
		introduced: (cards, apart) => `Lo que los documentos y la sala dicen ${cards === 1 ? 'de la tarjeta' : `de las ${es.speech.counted(cards, es.nouns.card)}`}, por tipo.${apart === 0 ? '' : ` ${capitalised(es.speech.counted(apart, es.nouns.card))} no ${apart === 1 ? 'está' : 'están'} en la línea del tiempo ni se ${apart === 1 ? 'ha' : 'han'} votado.`}`,
		labels: { change: 'Cambio: ', outlook: 'Dentro de diez años: ', drivingForce: 'Fuerza motriz: ' },
		nameIsMade: 'Su documento no le da nombre; este se ha hecho a partir de su descripción.',
	},
};

export const sourceWords: Dictionary<SourceWords> = {
	en: {
		title: 'Sources',
		read: (documents) => (documents === 0 ? 'The workshop reads no documents.' : `The workshop reads ${en.speech.counted(documents, en.nouns.document)}. A line is counted in the document’s text.`),
		document: 'The document',
		shapes: { 'signal page': 'signal page', 'news item': 'news item', newsletter: 'newsletter', article: 'article', spreadsheet: 'spreadsheet' },
		fromPage: (page) => `from page ${page}`, titleIsMade: 'The title is made from its first words.', noCards: 'No card of it is used.',
		itsCards: (n) => (n === 1 ? 'Its card: ' : `Its ${en.speech.counted(n, en.nouns.card)}: `), line: (line) => `line\u00A0${line}`, clipped: 'clipped', byHand: 'Made by hand',
	},
	fr: {
		title: 'Sources',
		read: (documents) => (documents === 0 ? 'L’atelier ne lit aucun document.' : `L’atelier lit ${fr.speech.counted(documents, fr.nouns.document)}. Une ligne se compte dans le texte du document.`),
		document: 'Le document',
		shapes: { 'signal page': 'page de signaux', 'news item': 'dépêche', newsletter: 'lettre d’information', article: 'article', spreadsheet: 'feuille de calcul' },
		fromPage: (page) => `de la page ${page}`, titleIsMade: 'Le titre est tiré de ses premiers mots.', noCards: 'Aucune de ses cartes n’est utilisée.',
		itsCards: (n) => (n === 1 ? 'Sa carte\u202F: ' : `Ses ${fr.speech.counted(n, fr.nouns.card)}\u202F: `), line: (line) => `ligne\u00A0${line}`, clipped: 'extrait', byHand: 'Faites à la main',
	},
	de: {
		title: 'Quellen',
		read: (documents) => (documents === 0 ? 'Der Workshop liest keine Dokumente.' : `Der Workshop liest ${documents === 1 ? 'ein Dokument' : de.speech.counted(documents, de.nouns.document)}. Eine Zeile wird im Text des Dokuments gezählt.`),
		document: 'Das Dokument',
		shapes: { 'signal page': 'Signalseite', 'news item': 'Nachricht', newsletter: 'Rundbrief', article: 'Artikel', spreadsheet: 'Tabelle' },
		fromPage: (page) => `von Seite ${page}`, titleIsMade: 'Der Titel ist aus den ersten Wörtern gebildet.', noCards: 'Keine seiner Karten wird genutzt.',
		itsCards: (n) => (n === 1 ? 'Seine Karte: ' : `Seine ${de.speech.counted(n, de.nouns.card)}: `), line: (line) => `Zeile\u00A0${line}`, clipped: 'Ausschnitt', byHand: 'Von Hand gemacht',
	},
	es: {
		title: 'Fuentes',
		read: (documents) => (documents === 0 ? 'El taller no lee ningún documento.' : `El taller lee ${es.speech.counted(documents, es.nouns.document)}. Una línea se cuenta en el texto del documento.`),
		document: 'El documento',
		shapes: { 'signal page': 'página de señales', 'news item': 'noticia', newsletter: 'boletín', article: 'artículo', spreadsheet: 'hoja de cálculo' },
		fromPage: (page) => `de la página ${page}`, titleIsMade: 'El título se ha hecho con sus primeras palabras.', noCards: 'No se usa ninguna de sus tarjetas.',
		itsCards: (n) => (n === 1 ? 'Su tarjeta: ' : `Sus ${es.speech.counted(n, es.nouns.card)}: `), line: (line) => `línea\u00A0${line}`, clipped: 'recorte', byHand: 'Hechas a mano',
	},
};
