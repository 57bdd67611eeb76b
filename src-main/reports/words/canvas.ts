/** The words of the canvas and of the table that says the same. */
import { commonWords } from './common.ts';
import { capitalised, type Dictionary } from './speech.ts';

export interface Explained {
	/** Whether some cards stand where the room's median put them. */
	byRoom: boolean;
	/** Names are on the picture. */
	titled: boolean;
	badges: boolean;
	whiskers: boolean;
	clusters: boolean;
	influences: boolean;
	/** The sign of the first note, where there are notes. */
	notes: string | null;
	/** Cards that the canvas hides. */
	hidden: number;
	/** The world whose way back stands above the years. */
	wayBack: string | null;
}

export interface CanvasWords {
	title: string;
	explained: (what: Explained) => string;
	pictureAlt: (from: number, to: number, lanes: string, page: { number: number; of: number } | null) => string;
	asTable: string;
	roomDate: string;
	roomDateSpoken: string;
	clusters: string;
	noCardsYet: string;
	influences: string;
	whatItDoes: string;
	to: string;
	strength: string;
	reinforces: string;
	inhibits: string;
	neither: string;
	notes: string;
	continued: string;
	laneEmpty: string;
	wayBack: string;
	wayBackAlt: (world: string, steps: readonly string[]) => string;
	stepUnnamed: string;
	stepDone: (step: string) => string;
	moreSteps: (count: number) => string;
}

const { en, fr, de, es } = commonWords;
const sentences = (...parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join(' ');

export const canvasWords: Dictionary<CanvasWords> = {
	en: {
		title: 'The horizon',
		explained: ({ byRoom, titled, badges, whiskers, clusters, influences, notes, hidden, wayBack }) => {
			const beside = [...(clusters ? ['frames are clusters'] : []), ...(influences ? ['arrows are influences, dashed where they inhibit'] : []), ...(notes ? [`${notes} and so on are notes`] : [])];
			return sentences(
				`Every card stands at the date where the facilitator${byRoom ? ', or the room’s median year,' : ''} put it: the middle of its coloured tab is the date.`,
				badges && 'A box at a card’s end is the room’s median for relevancy: filled is agreed, open is contested.',
				whiskers && 'The line under a card is the middle half of the room’s dates, its dot their median.',
				wayBack !== null && `The flags above the years are steps on the way back from ${en.speech.quoted(wayBack)} to today, each at its date.`,
				beside.length > 0 && `${capitalised(en.speech.listed(beside))}, told in words after the table.`,
				!titled && 'There are too many cards for their names here; the table after the picture has them.',
				hidden > 0 && `${capitalised(en.speech.counted(hidden, en.nouns.card))} that the canvas hides ${hidden === 1 ? 'is' : 'are'} in the table only.`,
			);
		},
		pictureAlt: (from, to, lanes, page) => `The canvas from ${from} to ${to}${page ? `, page ${page.number} of ${page.of}` : ''}. Lanes from the top: ${lanes}. The table that follows lists every card with its date.`,
		asTable: 'The horizon as a table', roomDate: 'Room’s date', roomDateSpoken: 'Median of the room’s dates',
		clusters: 'Clusters', noCardsYet: 'no cards yet', influences: 'Influences between cards', whatItDoes: 'What it does', to: 'to', strength: 'Strength',
		reinforces: 'reinforces', inhibits: 'inhibits', neither: 'neither', notes: 'Notes on the canvas', continued: 'continued', laneEmpty: 'No cards. What is the room not seeing?',
		wayBack: 'Way back', wayBackAlt: (world, steps) => `Above the years the way back from ${world}: ${steps.join('; ')}.`, stepUnnamed: 'Not named yet', stepDone: (step) => `${step}, done`, moreSteps: (count) => `${count} more`,
	},
	fr: {
		title: 'L’horizon',
		explained: ({ byRoom, titled, badges, whiskers, clusters, influences, notes, hidden, wayBack }) => {
			const beside = [...(clusters ? ['les cadres sont des groupes'] : []), ...(influences ? ['les flèches sont des influences, en tirets quand elles freinent'] : []), ...(notes ? [`${notes} et les suivants sont des notes`] : [])];
			return sentences(
				`Chaque carte se trouve à la date où l’a mise l’animateur${byRoom ? ', ou l’année médiane de la salle' : ''}\u202F: le milieu de son onglet coloré est la date.`,
				badges && 'La case au bout d’une carte est la médiane de la salle pour la pertinence\u202F: pleine pour l’accord, vide pour le désaccord.',
				whiskers && 'Le trait sous une carte est la moitié centrale des dates de la salle, son point leur médiane.',
				wayBack !== null && `Les fanions au-dessus des années sont les étapes du chemin à rebours depuis ${fr.speech.quoted(wayBack)} jusqu’à aujourd’hui, chacune à sa date.`,
				beside.length > 0 && `${capitalised(fr.speech.listed(beside))}, redits en toutes lettres après le tableau.`,
				!titled && 'Il y a trop de cartes pour écrire leurs noms ici\u202F; le tableau qui suit les donne.',
				hidden > 0 && (hidden === 1 ? 'Une carte masquée sur la frise ne figure que dans le tableau.' : `${capitalised(fr.speech.inWords(hidden))} cartes masquées sur la frise ne figurent que dans le tableau.`),
			);
		},
		pictureAlt: (from, to, lanes, page) => `La frise de ${from} à ${to}${page ? `, page ${page.number} sur ${page.of}` : ''}. Couloirs de haut en bas\u202F: ${lanes}. Le tableau qui suit donne chaque carte avec sa date.`,
		asTable: 'L’horizon en tableau', roomDate: 'Date de la salle', roomDateSpoken: 'Médiane des dates de la salle',
		clusters: 'Groupes', noCardsYet: 'encore aucune carte', influences: 'Influences entre cartes', whatItDoes: 'Effet', to: 'sur', strength: 'Force',
		reinforces: 'renforce', inhibits: 'freine', neither: 'ni l’un ni l’autre', notes: 'Notes sur la frise', continued: 'suite', laneEmpty: 'Aucune carte. Qu’est-ce que la salle ne voit pas\u202F?',
		wayBack: 'À rebours', wayBackAlt: (world, steps) => `Au-dessus des années, le chemin à rebours depuis ${world}\u202F: ${steps.join('\u202F; ')}.`, stepUnnamed: 'Pas encore nommée', stepDone: (step) => `${step}, fait`, moreSteps: (count) => `${count} de plus`,
	},
	de: {
		title: 'Der Horizont',
		explained: ({ byRoom, titled, badges, whiskers, clusters, influences, notes, hidden, wayBack }) => {
			const beside = [...(clusters ? ['Rahmen sind Gruppen'] : []), ...(influences ? ['Pfeile sind Einflüsse, gestrichelt, wo sie hemmen'] : []), ...(notes ? [`${notes} und so weiter sind Notizen`] : [])];
			return sentences(
				`Jede Karte steht an dem Datum, an das die Moderation${byRoom ? ' oder das Medianjahr des Raums' : ''} sie gesetzt hat: Die Mitte ihres farbigen Reiters ist das Datum.`,
				badges && 'Das Kästchen am Ende einer Karte ist der Median des Raums für die Relevanz: gefüllt heißt einig, offen heißt umstritten.',
				whiskers && 'Die Linie unter einer Karte ist die mittlere Hälfte der Daten, die der Raum nannte, ihr Punkt deren Median.',
				wayBack !== null && `Die Fähnchen über den Jahren sind Schritte auf dem Rückweg von ${de.speech.quoted(wayBack)} zu heute, jeder an seinem Datum.`,
				beside.length > 0 && `${capitalised(de.speech.listed(beside))}; nach der Tabelle stehen sie in Worten.`,
				!titled && 'Für die Namen sind es hier zu viele Karten; die Tabelle nach dem Bild nennt sie.',
				hidden > 0 && (hidden === 1 ? 'Eine Karte, die auf der Zeitleiste ausgeblendet ist, steht nur in der Tabelle.' : `${capitalised(de.speech.inWords(hidden))} Karten, die auf der Zeitleiste ausgeblendet sind, stehen nur in der Tabelle.`),
			);
		},
		pictureAlt: (from, to, lanes, page) => `Die Zeitleiste von ${from} bis ${to}${page ? `, Seite ${page.number} von ${page.of}` : ''}. Bahnen von oben: ${lanes}. Die folgende Tabelle führt jede Karte mit ihrem Datum auf.`,
		asTable: 'Der Horizont als Tabelle', roomDate: 'Datum des Raums', roomDateSpoken: 'Median der Daten des Raums',
		clusters: 'Gruppen', noCardsYet: 'noch keine Karten', influences: 'Einflüsse zwischen Karten', whatItDoes: 'Wirkung', to: 'auf', strength: 'Stärke',
		reinforces: 'verstärkt', inhibits: 'hemmt', neither: 'weder noch', notes: 'Notizen auf der Zeitleiste', continued: 'Fortsetzung', laneEmpty: 'Keine Karten. Was sieht der Raum nicht?',
		wayBack: 'Rückweg', wayBackAlt: (world, steps) => `Über den Jahren der Rückweg von ${world}: ${steps.join('; ')}.`, stepUnnamed: 'Noch ohne Namen', stepDone: (step) => `${step}, erledigt`, moreSteps: (count) => `${count} weitere`,
	},
	es: {
		title: 'El horizonte',
		explained: ({ byRoom, titled, badges, whiskers, clusters, influences, notes, hidden, wayBack }) => {
			const beside = [...(clusters ? ['los marcos son grupos'] : []), ...(influences ? ['las flechas son influencias, de trazo discontinuo cuando frenan'] : []), ...(notes ? [`${notes} y siguientes son notas`] : [])];
			return sentences(
				`Cada tarjeta está en la fecha donde la puso quien facilita${byRoom ? ', o el año mediano de la sala' : ''}: el centro de su pestaña de color es la fecha.`,
				badges && 'La casilla al final de una tarjeta es la mediana de la sala para la relevancia: llena es acuerdo, vacía es desacuerdo.',
				whiskers && 'La línea bajo una tarjeta es la mitad central de las fechas de la sala; su punto, la mediana.',
				wayBack !== null && `Los banderines sobre los años son pasos del camino de vuelta desde ${es.speech.quoted(wayBack)} hasta hoy, cada uno en su fecha.`,
				beside.length > 0 && `${capitalised(es.speech.listed(beside))}; tras la tabla se dicen con palabras.`,
				!titled && 'Hay demasiadas tarjetas para escribir aquí sus nombres; los da la tabla que sigue a la imagen.',
				hidden > 0 && (hidden === 1 ? 'Una tarjeta oculta en la línea del tiempo figura solo en la tabla.' : `${capitalised(es.speech.inWords(hidden))} tarjetas ocultas en la línea del tiempo figuran solo en la tabla.`),
			);
		},
		pictureAlt: (from, to, lanes, page) => `La línea del tiempo de ${from} a ${to}${page ? `, página ${page.number} de ${page.of}` : ''}. Carriles desde arriba: ${lanes}. La tabla que sigue enumera cada tarjeta con su fecha.`,
		asTable: 'El horizonte como tabla', roomDate: 'Fecha de la sala', roomDateSpoken: 'Mediana de las fechas de la sala',
		clusters: 'Grupos', noCardsYet: 'todavía ninguna tarjeta', influences: 'Influencias entre tarjetas', whatItDoes: 'Qué hace', to: 'a', strength: 'Fuerza',
		reinforces: 'refuerza', inhibits: 'frena', neither: 'ni lo uno ni lo otro', notes: 'Notas en la línea del tiempo', continued: 'continuación', laneEmpty: 'Ninguna tarjeta. ¿Qué no está viendo la sala?',
		wayBack: 'De vuelta', wayBackAlt: (world, steps) => `Sobre los años, el camino de vuelta desde ${world}: ${steps.join('; ')}.`, stepUnnamed: 'Aún sin nombre', stepDone: (step) => `${step}, hecho`, moreSteps: (count) => `${count} más`,
	},
};
