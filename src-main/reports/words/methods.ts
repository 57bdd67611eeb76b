/** The words of cross-impact balance and of futures wheels. */
import { de, english, es, fr } from './nouns.ts';
import { speech, type Dictionary } from './speech.ts';

export interface CrossImpactWords {
	title: string;
	intro: string;
	drivers: string;
	driver: string;
	states: string;
	state(n: number): string;
	matrix: string;
	matrixIntro: string;
	/** @param drivers on which nothing was judged to act. @param rows of the others. */
	notJudged(drivers: number, rows: number): string;
	matrixCut(printed: number, judged: number): string;
	/** Of the column that names the rows. */
	cause: string;
	actsOn(driver: string): string;
	worlds: string;
	world: string;
	verdict: string;
	consistent: string;
	off(by: number): string;
	incomplete: string;
	unfit: string;
	/** "Rules: rather Firm (by 3)" */
	rather(driver: string, states: string, by: number): string;
	found(count: number, of: number): string;
	tooMany: string;
	score: string;
	same: string;
}

export interface WheelWords {
	title: string;
	titles: string;
	intro: string;
	about(what: string): string;
	orders: readonly [string, string, string];
	alt(about: string, counts: readonly string[]): string;
	tooLarge: string;
	asList: string;
	/** Where the picture has numbers in place of words. */
	asNumbered: string;
	unnamed: string;
}

const s = speech;

export const crossImpactWords: Dictionary<CrossImpactWords> = {
	en: {
		title: 'Cross-impact balance', intro: 'What the states of the drivers do to each other, as people judged it, and which worlds support themselves (Weimer-Jehle 2006).',
		drivers: 'Drivers and their states', driver: 'Driver', states: 'States', state: (n) => `State ${n}`,
		matrix: 'Judgements', matrixIntro: 'A row is a cause, a column what it acts on: +3 strongly promotes, −3 strongly restricts, 0 does nothing. An empty field was not judged; a dash is the driver itself.', cause: 'If this is so', actsOn: (driver) => `What acts on ${driver}`,
		notJudged: (drivers, rows) => `What nobody judged is left out: ${[...(drivers > 0 ? [`${s.en.figured(drivers, english('driver'))} on which nothing is judged to act`] : []), ...(rows > 0 ? [`${s.en.figured(rows, english('row'))} without any judgement`] : [])].join(', ')}.`,
		matrixCut: (printed, judged) => `The matrix is too large for paper: of ${s.en.figured(judged, english('judged row'))} the ${s.en.figure(printed)} whose judgements weigh most together are printed. The Excel workbook has all of them.`,
		worlds: 'Consistency of the worlds', world: 'World', verdict: 'Verdict', consistent: '● consistent', off: (by) => `○ off by ${by}`, incomplete: '– a driver has no state', unfit: 'What does not fit',
		rather: (driver, states, by) => `${driver} would rather be ${states} (by ${by})`,
		found: (count, of) => `Of ${s.en.figure(of)} ways to combine the states ${s.en.figure(count)} ${count === 1 ? 'is' : 'are'} consistent: each driver is in a state that the others promote most.`,
		tooMany: 'There are too many ways to combine the states to go through all of them for a report.', score: 'Score', same: 'World',
	},
	fr: {
		title: 'Balance des impacts croisés', intro: 'Ce que les états des moteurs se font les uns aux autres, selon l’avis des participants, et quels mondes se soutiennent eux-mêmes (Weimer-Jehle 2006).',
		drivers: 'Les moteurs et leurs états', driver: 'Moteur', states: 'États', state: (n) => `État ${n}`,
		matrix: 'Jugements', matrixIntro: 'Une ligne est une cause, une colonne ce sur quoi elle agit\u202F: +3 favorise fortement, −3 freine fortement, 0 ne fait rien. Un champ vide n’a pas été jugé\u202F; un tiret est le moteur lui-même.', cause: 'Si c’est le cas', actsOn: (driver) => `Ce qui agit sur ${driver}`,
		notJudged: (drivers, rows) => `Ce que personne n’a jugé est omis\u202F: ${[...(drivers > 0 ? [`${s.fr.figured(drivers, fr.masculine('moteur', 'moteurs'))} sans influence jugée`] : []), ...(rows > 0 ? [`${s.fr.figured(rows, fr.feminine('ligne', 'lignes'))} sans aucun jugement`] : [])].join(', ')}.`,
		matrixCut: (printed, judged) => `La matrice est trop grande pour le papier\u202F: sur ${s.fr.figured(judged, fr.feminine('ligne jugée', 'lignes jugées'))}, les ${s.fr.figure(printed)} dont les jugements pèsent le plus ensemble sont imprimées. Le classeur Excel les a toutes.`,
		worlds: 'Cohérence des mondes', world: 'Monde', verdict: 'Verdict', consistent: '● cohérent', off: (by) => `○ écart de ${by}`, incomplete: '– un moteur est sans état', unfit: 'Ce qui ne va pas ensemble',
		rather: (driver, states, by) => `${driver} serait plutôt ${states} (de ${by})`,
		found: (count, of) => `Sur ${s.fr.figure(of)} combinaisons d’états, ${s.fr.figure(count)} ${count === 1 ? 'est cohérente' : 'sont cohérentes'}\u202F: chaque moteur est dans un état que les autres favorisent le plus.`,
		tooMany: 'Les combinaisons d’états sont trop nombreuses pour être toutes parcourues dans un rapport.', score: 'Score', same: 'Monde',
	},
	de: {
		title: 'Cross-Impact-Bilanz', intro: 'Was die Zustände der Treiber einander antun, wie Menschen es beurteilt haben, und welche Welten sich selbst tragen (Weimer-Jehle 2006).',
		drivers: 'Treiber und ihre Zustände', driver: 'Treiber', states: 'Zustände', state: (n) => `Zustand ${n}`,
		matrix: 'Urteile', matrixIntro: 'Eine Zeile ist eine Ursache, eine Spalte das, worauf sie wirkt: +3 fördert stark, −3 hemmt stark, 0 bewirkt nichts. Ein leeres Feld wurde nicht beurteilt; ein Strich ist der Treiber selbst.', cause: 'Wenn dies so ist', actsOn: (driver) => `Was auf ${driver} wirkt`,
		notJudged: (drivers, rows) => `Was niemand beurteilt hat, fehlt hier: ${[...(drivers > 0 ? [`${s.de.figured(drivers, de.masculine('Treiber', 'Treiber'))} ohne beurteilten Einfluss`] : []), ...(rows > 0 ? [`${s.de.figured(rows, de.feminine('Zeile', 'Zeilen'))} ohne jedes Urteil`] : [])].join(', ')}.`,
		matrixCut: (printed, judged) => `Die Matrix ist zu groß für Papier: Von ${s.de.figured(judged, de.dative.feminine('beurteilten Zeile', 'beurteilten Zeilen'))} sind die ${s.de.figure(printed)} gedruckt, deren Urteile zusammen am schwersten wiegen. Die Excel-Arbeitsmappe hat alle.`,
		worlds: 'Stimmigkeit der Welten', world: 'Welt', verdict: 'Urteil', consistent: '● stimmig', off: (by) => `○ weicht um ${by} ab`, incomplete: '– ein Treiber hat keinen Zustand', unfit: 'Was nicht passt',
		rather: (driver, states, by) => `${driver} wäre eher ${states} (um ${by})`,
		found: (count, of) => `Von ${s.de.figure(of)} Kombinationen der Zustände ${count === 1 ? 'ist' : 'sind'} ${s.de.figure(count)} stimmig: Jeder Treiber ist in einem Zustand, den die anderen am meisten fördern.`,
		tooMany: 'Es gibt zu viele Kombinationen der Zustände, um für einen Bericht alle durchzugehen.', score: 'Summe', same: 'Welt',
	},
	es: {
		title: 'Balance de impactos cruzados', intro: 'Lo que los estados de los factores se hacen unos a otros, según las personas, y qué mundos se sostienen por sí mismos (Weimer-Jehle 2006).',
		drivers: 'Los factores y sus estados', driver: 'Factor', states: 'Estados', state: (n) => `Estado ${n}`,
		matrix: 'Juicios', matrixIntro: 'Una fila es una causa, una columna aquello sobre lo que actúa: +3 favorece mucho, −3 frena mucho, 0 no hace nada. Un campo vacío no se juzgó; un guion es el propio factor.', cause: 'Si esto es así', actsOn: (driver) => `Qué actúa sobre ${driver}`,
		notJudged: (drivers, rows) => `Lo que nadie juzgó se omite: ${[...(drivers > 0 ? [`${s.es.figured(drivers, es.masculine('factor', 'factores'))} sin influencia juzgada`] : []), ...(rows > 0 ? [`${s.es.figured(rows, es.feminine('fila', 'filas'))} sin ningún juicio`] : [])].join(', ')}.`,
		matrixCut: (printed, judged) => `La matriz es demasiado grande para el papel: de ${s.es.figured(judged, es.feminine('fila juzgada', 'filas juzgadas'))} se imprimen las ${s.es.figure(printed)} cuyos juicios pesan más en conjunto. El libro de Excel las tiene todas.`,
		worlds: 'Coherencia de los mundos', world: 'Mundo', verdict: 'Veredicto', consistent: '● coherente', off: (by) => `○ se aparta ${by}`, incomplete: '– un factor no tiene estado', unfit: 'Lo que no encaja',
		rather: (driver, states, by) => `${driver} sería más bien ${states} (por ${by})`,
		found: (count, of) => `De ${s.es.figure(of)} combinaciones de estados, ${s.es.figure(count)} ${count === 1 ? 'es coherente' : 'son coherentes'}: cada factor está en un estado que los demás favorecen más.`,
		tooMany: 'Hay demasiadas combinaciones de estados para recorrerlas todas en un informe.', score: 'Suma', same: 'Mundo',
	},
};

export const wheelWords: Dictionary<WheelWords> = {
	en: {
		title: 'Futures wheel', titles: 'Futures wheels', intro: 'What follows from a card or a world, and what follows from that, to the third order (Glenn 1971). Distance from the middle is the order of consequence.',
		about: (what) => `What follows from ${what}`, orders: ['First order, thick edge', 'Second order, thin edge', 'Third order, dashed edge'],
		alt: (about, counts) => `Futures wheel about ${about}: ${s.en.listed(counts.map((count, index) => `${count} of the ${['first', 'second', 'third'][index]} order`))}. The list that follows has them all.`,
		tooLarge: 'This wheel is too large for a page; the list has all of it.', asList: 'The wheel as a list', asNumbered: 'What the numbers on the wheel stand for', unnamed: 'not written yet',
	},
	fr: {
		title: 'Roue des futurs', titles: 'Roues des futurs', intro: 'Ce qui découle d’une carte ou d’un monde, et ce qui en découle à son tour, jusqu’au troisième ordre (Glenn 1971). La distance au centre est l’ordre de la conséquence.',
		about: (what) => `Ce qui découle de ${what}`, orders: ['Premier ordre, bord épais', 'Deuxième ordre, bord fin', 'Troisième ordre, bord tireté'],
		alt: (about, counts) => `Roue des futurs sur ${about}\u202F: ${s.fr.listed(counts.map((count, index) => `${count} du ${['premier', 'deuxième', 'troisième'][index]} ordre`))}. La liste qui suit les donne toutes.`,
		tooLarge: 'Cette roue est trop grande pour une page\u202F; la liste la donne en entier.', asList: 'La roue en liste', asNumbered: 'Ce que veulent dire les numéros de la roue', unnamed: 'pas encore écrit',
	},
	de: {
		title: 'Zukunftsrad', titles: 'Zukunftsräder', intro: 'Was aus einer Karte oder einer Welt folgt, und was daraus folgt, bis zur dritten Ordnung (Glenn 1971). Der Abstand von der Mitte ist die Ordnung der Folge.',
		about: (what) => `Was folgt: ${what}`, orders: ['Erste Ordnung, dicker Rand', 'Zweite Ordnung, dünner Rand', 'Dritte Ordnung, gestrichelter Rand'],
		alt: (about, counts) => `Zukunftsrad zu ${about}: ${s.de.listed(counts.map((count, index) => `${count} der ${['ersten', 'zweiten', 'dritten'][index]} Ordnung`))}. Die Liste danach nennt alle.`,
		tooLarge: 'Dieses Rad ist zu groß für eine Seite; die Liste hat alles davon.', asList: 'Das Rad als Liste', asNumbered: 'Wofür die Nummern auf dem Rad stehen', unnamed: 'noch nicht geschrieben',
	},
	es: {
		title: 'Rueda de futuros', titles: 'Ruedas de futuros', intro: 'Lo que se sigue de una tarjeta o de un mundo, y lo que se sigue de eso, hasta el tercer orden (Glenn 1971). La distancia al centro es el orden de la consecuencia.',
		about: (what) => `Qué se sigue de ${what}`, orders: ['Primer orden, borde grueso', 'Segundo orden, borde fino', 'Tercer orden, borde discontinuo'],
		alt: (about, counts) => `Rueda de futuros sobre ${about}: ${s.es.listed(counts.map((count, index) => `${count} de ${['primer', 'segundo', 'tercer'][index]} orden`))}. La lista que sigue las tiene todas.`,
		tooLarge: 'Esta rueda es demasiado grande para una página; la lista la tiene entera.', asList: 'La rueda como lista', asNumbered: 'Qué significan los números de la rueda', unnamed: 'aún sin escribir',
	},
};

