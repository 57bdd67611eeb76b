/** The words of what is handed out beside the report: cards, scenario sheets, the question sheet and the poster. */
import type { Kind } from '../../../src-shared/schemas/document.ts';
import type { Dictionary } from './speech.ts';

export interface HandoutWords {
	cards: {
		cut: string;
		backs: string;
		none: string;
		from: string;
		to: string;
		notes: string;
		byHand: string;
		qr(text: string): string;
	};
	sheets: { none: string; discuss: string; notes: string };
	questions: {
		title: string;
		span(from: number, to: number, lanes: string): string;
		how: string;
		kinds: Record<Kind, string>;
	};
	poster: {
		none: string;
		badge: string;
		whisker: string;
		today: string;
		alt(from: number, to: number, lanes: string, cards: string): string;
		sheets(count: number): string;
		glue: string;
		row: string;
		column: string;
		tile(name: string, of: number): string;
		map: string;
	};
}

export const handoutWords: Dictionary<HandoutWords> = {
	en: {
		cards: {
			cut: 'Cut from mark to mark.', backs: 'Backs: flip on the long edge', none: 'There are no cards yet. Import documents, use some of their cards, and print this again.',
			from: 'From', to: 'To', notes: 'Notes', byHand: 'Made in the workshop', qr: (text) => `QR code that says ${text}`,
		},
		sheets: { none: 'There are no scenarios yet. Write one, and print this again.', discuss: 'Talk about it', notes: 'Notes' },
		questions: {
			title: 'What do you see coming?', span: (from, to, lanes) => `From ${from} to ${to}, in ${lanes}.`,
			how: 'One thought to a line, with the year in which it may matter. No names are asked.',
			kinds: {
				signal: 'What small thing have you seen that may grow?', concern: 'What worries you, and whom would it hurt?', behavior: 'What do people begin to do, or stop doing?',
				technology: 'What becomes possible, or cheap, that was not?', issue: 'What will people disagree about, and who has to decide it?',
			},
		},
		poster: {
			none: 'Nothing stands on the canvas yet. Place cards on it, and print this again.',
			badge: 'Median for relevancy: filled is agreed, open is contested', whisker: 'Middle half of the room’s dates, with their median', today: 'The day of the workshop',
			alt: (from, to, lanes, cards) => `The canvas from ${from} to ${to}. Lanes from the top: ${lanes}. Cards by date: ${cards}.`,
			sheets: (count) => `A poster in ${count} sheets`, glue: 'Print at 100%, not “fit to page”. Lay the sheets out as the map shows. Cut each along the dashed line at its left and top, and glue it over the sheet before it: the crosses lie on each other.',
			row: 'row', column: 'column', tile: (name, of) => `Sheet ${name} of ${of}`, map: 'Map of the sheets: letters are rows from the top, numbers columns from the left.',
		},
	},
	fr: {
		cards: {
			cut: 'Couper de repère en repère.', backs: 'Versos\u202F: bord long', none: 'Il n’y a pas encore de cartes. Importez des documents, utilisez de leurs cartes et imprimez à nouveau.',
			from: 'De', to: 'Vers', notes: 'Notes', byHand: 'Faite pendant l’atelier', qr: (text) => `Code QR qui dit ${text}`,
		},
		sheets: { none: 'Il n’y a pas encore de scénario. Écrivez-en un et imprimez à nouveau.', discuss: 'À discuter', notes: 'Notes' },
		questions: {
			title: 'Que voyez-vous venir\u202F?', span: (from, to, lanes) => `De ${from} à ${to}\u202F: ${lanes}.`,
			how: 'Une idée par ligne, avec l’année où elle pourrait compter. Aucun nom n’est demandé.',
			kinds: {
				signal: 'Quelle petite chose avez-vous vue qui pourrait grandir\u202F?', concern: 'Qu’est-ce qui vous inquiète, et qui en souffrirait\u202F?', behavior: 'Que commence-t-on à faire, ou cesse-t-on de faire\u202F?',
				technology: 'Qu’est-ce qui devient possible, ou bon marché, et ne l’était pas\u202F?', issue: 'Sur quoi serons-nous en désaccord, et qui devra trancher\u202F?',
			},
		},
		poster: {
			none: 'Rien n’est encore sur la frise. Placez-y des cartes et imprimez à nouveau.',
			badge: 'Médiane de pertinence\u202F: plein, accord\u202F; vide, controversé', whisker: 'Moitié centrale des dates de la salle, avec leur médiane', today: 'Le jour de l’atelier',
			alt: (from, to, lanes, cards) => `La frise de ${from} à ${to}. Couloirs de haut en bas\u202F: ${lanes}. Cartes par date\u202F: ${cards}.`,
			sheets: (count) => `Une affiche en ${count} feuilles`, glue: 'Imprimez à 100\u202F%, sans «\u202Fajuster à la page\u202F». Disposez les feuilles selon le plan. Coupez chacune le long du trait tireté, à gauche et en haut, et collez-la sur la feuille précédente\u202F: les croix se superposent.',
			row: 'ligne', column: 'colonne', tile: (name, of) => `Feuille ${name} sur ${of}`, map: 'Plan des feuilles\u202F: les lettres sont les lignes à partir du haut, les chiffres les colonnes à partir de la gauche.',
		},
	},
	de: {
		cards: {
			cut: 'Von Marke zu Marke schneiden.', backs: 'Rückseiten: lange Kante', none: 'Es gibt noch keine Karten. Importieren Sie Dokumente, verwenden Sie Karten daraus und drucken Sie erneut.',
			from: 'Von', to: 'Zu', notes: 'Notizen', byHand: 'Im Workshop entstanden', qr: (text) => `QR-Code mit dem Text ${text}`,
		},
		sheets: { none: 'Es gibt noch keine Szenarien. Schreiben Sie eines und drucken Sie erneut.', discuss: 'Zum Gespräch', notes: 'Notizen' },
		questions: {
			title: 'Was sehen Sie kommen?', span: (from, to, lanes) => `Von ${from} bis ${to}: ${lanes}.`,
			how: 'Ein Gedanke je Zeile, mit dem Jahr, in dem er zählen könnte. Nach Namen wird nicht gefragt.',
			kinds: {
				signal: 'Welche Kleinigkeit haben Sie gesehen, die wachsen könnte?', concern: 'Was macht Ihnen Sorge, und wem würde es schaden?', behavior: 'Was beginnen Menschen zu tun, oder womit hören sie auf?',
				technology: 'Was wird möglich oder billig, das es nicht war?', issue: 'Worüber wird man streiten, und wer muss entscheiden?',
			},
		},
		poster: {
			none: 'Auf der Zeitleiste steht noch nichts. Platzieren Sie Karten und drucken Sie erneut.',
			badge: 'Median der Relevanz: gefüllt heißt einig, offen umstritten', whisker: 'Mittlere Hälfte der Daten des Raums, mit ihrem Median', today: 'Der Tag des Workshops',
			alt: (from, to, lanes, cards) => `Die Zeitleiste von ${from} bis ${to}. Bahnen von oben: ${lanes}. Karten nach Datum: ${cards}.`,
			sheets: (count) => `Ein Plakat aus ${count} Blättern`, glue: 'Mit 100 % drucken, nicht „an Seite anpassen“. Die Blätter wie im Plan auslegen. Jedes links und oben an der gestrichelten Linie abschneiden und über das vorige kleben: Die Kreuze liegen aufeinander.',
			row: 'Zeile', column: 'Spalte', tile: (name, of) => `Blatt ${name} von ${of}`, map: 'Plan der Blätter: Buchstaben sind Zeilen von oben, Zahlen Spalten von links.',
		},
	},
	es: {
		cards: {
			cut: 'Cortar de marca a marca.', backs: 'Reversos: borde largo', none: 'Todavía no hay tarjetas. Importe documentos, use algunas de sus tarjetas y vuelva a imprimir.',
			from: 'De', to: 'A', notes: 'Notas', byHand: 'Hecha en el taller', qr: (text) => `Código QR que dice ${text}`,
		},
		sheets: { none: 'Todavía no hay escenarios. Escriba uno y vuelva a imprimir.', discuss: 'Para conversar', notes: 'Notas' },
		questions: {
			title: '¿Qué ve venir?', span: (from, to, lanes) => `De ${from} a ${to}: ${lanes}.`,
			how: 'Una idea por línea, con el año en que puede importar. No se piden nombres.',
			kinds: {
				signal: '¿Qué cosa pequeña ha visto que puede crecer?', concern: '¿Qué le preocupa, y a quién dañaría?', behavior: '¿Qué empieza a hacer la gente, o qué deja de hacer?',
				technology: '¿Qué se vuelve posible, o barato, que no lo era?', issue: '¿En qué no habrá acuerdo, y quién tiene que decidirlo?',
			},
		},
		poster: {
			none: 'Todavía no hay nada en la línea de tiempo. Ponga tarjetas y vuelva a imprimir.',
			badge: 'Mediana de relevancia: lleno es acuerdo, abierto es discutida', whisker: 'Mitad central de las fechas de la sala, con su mediana', today: 'El día del taller',
			alt: (from, to, lanes, cards) => `La línea de tiempo de ${from} a ${to}. Carriles desde arriba: ${lanes}. Tarjetas por fecha: ${cards}.`,
			sheets: (count) => `Un cartel en ${count} hojas`, glue: 'Imprima al 100 %, sin «ajustar a la página». Coloque las hojas como muestra el plano. Corte cada una por la línea discontinua, a la izquierda y arriba, y péguela sobre la anterior: las cruces coinciden.',
			row: 'fila', column: 'columna', tile: (name, of) => `Hoja ${name} de ${of}`, map: 'Plano de las hojas: las letras son filas desde arriba, los números columnas desde la izquierda.',
		},
	},
};
