/** The words of the paper ballot, and of the slips with codes to join. */
import { speech, type Dictionary } from './speech.ts';

export interface BallotWords {
	/** Above a ballot whose round has no title. */
	ballot: string;
	noCards: string;
	noName: string;
	group: string;
	dotsInAll(dots: number): string;
	oneCross: string;
	crossInEachRow: string;
	/** Relevancy: 1 is "not relevant", 5 is "decisive". */
	scale(criterion: string, low: string, high: string): string;
	years(timing: string, from: number, to: number): string;
	reason: string;
	why: string;
	cannotSay: string;
	approval: readonly [yes: string, no: string, unsure: string];
	when(timing: string): string;
	circles: string;
	number: string;
}

export interface SlipWords {
	/** Above the first page of slips. */
	heading: string;
	how: string;
	once: string;
	qr(address: string): string;
}

const s = speech;

export const ballotWords: Dictionary<BallotWords> = {
	en: {
		ballot: 'Ballot', noCards: 'There are no cards to vote on yet. Place cards on the canvas, or choose some for a round, and print this again.',
		noName: 'Write no name. Keep all pages of your ballot together.', group: 'Your group, if you want to say',
		dotsInAll: (dots) => `You have ${dots === 1 ? 'one dot' : `${s.en.inWords(dots)} dots`} in all. Give them to the cards that matter most, one or several to a card.`,
		oneCross: 'Make one cross for each card: do we want to go on with it?', crossInEachRow: 'Make one cross in each row. “I can’t say” is an answer too; a row left empty is none.',
		scale: (criterion, low, high) => `${criterion}: 1 is ${s.en.quoted(low)}, 5 is ${s.en.quoted(high)}.`,
		years: (timing, from, to) => `${timing}: the year in which it will matter, ${from} to ${to}, or after it.`,
		reason: 'A reason helps the room. It is shown without saying whose it is.', why: 'Why?', cannotSay: 'I can’t say', approval: ['Yes', 'No', 'Unsure'],
		when: (timing) => `${timing}: when will it matter?`, circles: 'Fill one circle for each dot:', number: 'Dots you give it, as a number:',
	},
	fr: {
		ballot: 'Bulletin', noCards: 'Il n’y a pas encore de cartes à voter. Placez des cartes sur la frise, ou choisissez-en pour un tour, puis imprimez à nouveau.',
		noName: 'N’écrivez pas de nom. Gardez ensemble toutes les pages de votre bulletin.', group: 'Votre groupe, si vous voulez le dire',
		dotsInAll: (dots) => `Vous avez ${dots === 1 ? 'une gommette' : `${s.fr.inWords(dots)} gommettes`} en tout. Donnez-les aux cartes qui comptent le plus, une ou plusieurs par carte.`,
		oneCross: 'Faites une croix par carte\u202F: voulons-nous continuer avec elle\u202F?', crossInEachRow: 'Faites une croix dans chaque ligne. «\u202FJe ne sais pas\u202F» est aussi une réponse\u202F; une ligne vide n’en est pas une.',
		scale: (criterion, low, high) => `${criterion}\u202F: 1 veut dire ${s.fr.quoted(low)}, 5 veut dire ${s.fr.quoted(high)}.`,
		years: (timing, from, to) => `${timing}\u202F: l’année où cela comptera, de ${from} à ${to}, ou après.`,
		reason: 'Une raison aide la salle. Elle est montrée sans dire de qui elle vient.', why: 'Pourquoi\u202F?', cannotSay: 'Je ne sais pas', approval: ['Oui', 'Non', 'Incertain'],
		when: (timing) => `${timing}\u202F: quand cela comptera-t-il\u202F?`, circles: 'Remplissez un rond par gommette\u202F:', number: 'Gommettes données, en chiffres\u202F:',
	},
	de: {
		ballot: 'Stimmzettel', noCards: 'Es gibt noch keine Karten, über die abgestimmt wird. Platzieren Sie Karten auf der Zeitleiste oder wählen Sie welche für eine Runde, und drucken Sie erneut.',
		noName: 'Schreiben Sie keinen Namen. Lassen Sie alle Seiten Ihres Stimmzettels zusammen.', group: 'Ihre Gruppe, wenn Sie sie nennen wollen',
		dotsInAll: (dots) => `Sie haben insgesamt ${dots === 1 ? 'einen Punkt' : `${s.de.inWords(dots)} Punkte`}. Geben Sie sie den wichtigsten Karten, einer Karte einen oder mehrere.`,
		oneCross: 'Machen Sie ein Kreuz je Karte: Wollen wir damit weitermachen?', crossInEachRow: 'Machen Sie in jeder Zeile ein Kreuz. „Weiß ich nicht“ ist auch eine Antwort; eine leere Zeile ist keine.',
		scale: (criterion, low, high) => `${criterion}: 1 heißt ${s.de.quoted(low)}, 5 heißt ${s.de.quoted(high)}.`,
		years: (timing, from, to) => `${timing}: das Jahr, in dem es zählen wird, ${from} bis ${to}, oder danach.`,
		reason: 'Eine Begründung hilft dem Raum. Sie wird gezeigt, ohne zu sagen, von wem sie ist.', why: 'Warum?', cannotSay: 'Weiß ich nicht', approval: ['Ja', 'Nein', 'Unsicher'],
		when: (timing) => `${timing}: Wann wird es zählen?`, circles: 'Füllen Sie je Punkt einen Kreis:', number: 'Ihre Punkte dafür, als Zahl:',
	},
	es: {
		ballot: 'Papeleta', noCards: 'Todavía no hay tarjetas que votar. Ponga tarjetas en la línea de tiempo, o elija algunas para una ronda, y vuelva a imprimir.',
		noName: 'No escriba ningún nombre. Mantenga juntas todas las páginas de su papeleta.', group: 'Su grupo, si quiere decirlo',
		dotsInAll: (dots) => `Tiene ${dots === 1 ? 'un punto' : `${s.es.inWords(dots)} puntos`} en total. Repártalos entre las tarjetas que más importan, uno o varios por tarjeta.`,
		oneCross: 'Haga una cruz por tarjeta: ¿queremos seguir con ella?', crossInEachRow: 'Haga una cruz en cada fila. «No lo sé» también es una respuesta; una fila vacía no lo es.',
		scale: (criterion, low, high) => `${criterion}: 1 es ${s.es.quoted(low)}, 5 es ${s.es.quoted(high)}.`,
		years: (timing, from, to) => `${timing}: el año en que importará, de ${from} a ${to}, o después.`,
		reason: 'Una razón ayuda a la sala. Se muestra sin decir de quién es.', why: '¿Por qué?', cannotSay: 'No lo sé', approval: ['Sí', 'No', 'No sé'],
		when: (timing) => `${timing}: ¿cuándo importará?`, circles: 'Rellene un círculo por punto:', number: 'Puntos que le da, en cifras:',
	},
};

export const slipWords: Dictionary<SlipWords> = {
	en: { heading: 'Codes, each for one person. Cut along the lines.', how: 'Point your phone’s camera at it, or type the address and the code.', once: 'works once', qr: (address) => `QR code that opens ${address}` },
	fr: { heading: 'Des codes, chacun pour une personne. Découpez le long des lignes.', how: 'Visez-le avec l’appareil photo du téléphone, ou tapez l’adresse et le code.', once: 'sert une fois', qr: (address) => `Code QR qui ouvre ${address}` },
	de: { heading: 'Codes, jeder für eine Person. Entlang der Linien schneiden.', how: 'Richten Sie die Kamera Ihres Telefons darauf, oder tippen Sie Adresse und Code.', once: 'gilt einmal', qr: (address) => `QR-Code, der ${address} öffnet` },
	es: { heading: 'Códigos, cada uno para una persona. Corte por las líneas.', how: 'Apunte con la cámara del teléfono, o escriba la dirección y el código.', once: 'vale una vez', qr: (address) => `Código QR que abre ${address}` },
};
