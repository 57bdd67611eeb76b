/**
 * The words by which spreadsheets of trends name their columns and their kinds of cards, in English, German, French and
 * Spanish. Written without accents and in lower case, as `plainWords` gives them.
 */
import type { Kind } from '../schemas/document.ts';
import type { SheetField } from '../schemas/sheet.ts';

/** Lower case, without accents, bracketed remarks and marks: "Change (from–to)" is "change". */
export const plainWords = (text: string): string =>
	text
		.slice(0, 200)
		.replace(/\([^)]*\)/g, ' ')
		.replace(/ß/g, 'ss')
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

const list = (words: string): string[] => words.split(',').map((word) => word.trim());

/** Headers that say it outright. The machine score is missing on purpose: only a person says that a number is one. */
export const headerWords: Record<Exclude<SheetField, 'machineScore'>, string[]> = {
	name: list(
		'name, title, card, card name, card title, trend, trends, signal, signals, driver name, topic, item, idea, headline, heading, label,' +
			'titel, bezeichnung, uberschrift, schlagzeile, thema, trendname, signale, karte, kurztitel,' +
			'nom, titre, intitule, libelle, tendance, tendances, sujet, signaux,' +
			'nombre, titulo, tendencia, tendencias, senal, senales, tema, encabezado',
	),
	description: list(
		'description, desc, details, detail, summary, notes, note, text, content, abstract, explanation, body, what is it, long description, short description,' +
			'beschreibung, kurzbeschreibung, erlauterung, zusammenfassung, inhalt, notizen, notiz, erklarung,' +
			'descriptif, resume, explication, contenu, texte,' +
			'descripcion, resumen, detalle, detalles, explicacion, contenido, notas, texto',
	),
	kind: list('kind, type, card type, card kind, signal type, art, typ, kartentyp, kartenart, genre, nature, tipo, clase, tipo de tarjeta'),
	change: list(
		'change, changes, shift, from to, transition, veranderung, wandel, anderung, entwicklung, von nach,' +
			'changement, evolution, transformation, cambio, evolucion, transformacion',
	),
	outlook: list(
		'outlook, time horizon, horizon, timeframe, time frame, 10 year, 10 years, 10 year outlook, 10 year horizon, 10y, 10y horizon, ten year outlook, future, forecast, projection, future state,' +
			'ausblick, zeithorizont, zukunft, prognose, 10 jahre, 10 jahres ausblick, zukunftsbild,' +
			'perspective, perspectives, avenir, futur, prospective, 10 ans, horizon 10 ans,' +
			'perspectiva, perspectivas, futuro, prevision, pronostico, 10 anos, horizonte 10 anos',
	),
	drivingForce: list(
		'driving force, driving forces, driver, drivers, driver of change, drivers of change, cause, causes, why,' +
			'treiber, triebkraft, triebkrafte, treibende kraft, antrieb, ursache, ursachen,' +
			'force motrice, forces motrices, moteur, moteurs, facteur, facteurs, cause,' +
			'fuerza motriz, fuerzas motrices, impulsor, impulsores, motor, motores, causa, causas',
	),
	date: list(
		'date, event date, published, publication date, published at, date published, year,' +
			'datum, jahr, veroffentlicht, veroffentlichungsdatum, ereignisdatum,' +
			'annee, date de publication, publie le, fecha, ano, fecha de publicacion',
	),
	tags: list(
		'tags, tag, themes, theme, topics, labels, keywords, keyword, steep, steeple, pestel, pestle, steep category, category, categories, sector, domain, area, cluster,' +
			'schlagworte, schlagworter, stichworte, stichworter, themen, themenfeld, kategorie, kategorien, bereich, sektor,' +
			'etiquettes, mots cles, mot cle, themes, categorie, categories, domaine, secteur,' +
			'etiquetas, palabras clave, temas, categoria, categorias, ambito, sector',
	),
	url: list(
		'url, urls, link, links, source, sources, source url, source link, website, web, reference, references, web page,' +
			'quelle, quellen, webseite, verweis, lien, liens, site, site web, adresse, reference, enlace, enlaces, fuente, fuentes, sitio web, referencia, vinculo',
	),
};

/** Words that say it inside a longer header, as in "Trend description" or "Nom de la tendance". */
export const headerParts: Partial<Record<SheetField, string[]>> = {
	name: list('name, title, titel, nom, titre, nombre, titulo'),
	description: list('description, beschreibung, descripcion, descriptif, summary, zusammenfassung, resume, resumen'),
	kind: list('type, kind, typ, tipo'),
	change: list('change, veranderung, wandel, changement, cambio'),
	outlook: list('outlook, ausblick, perspectives, perspectivas, forecast'),
	drivingForce: list('driving, treiber, triebkraft, motrice, motriz'),
	tags: list('tags, keywords, schlagworte, stichworte, etiquettes, etiquetas'),
	url: list('url, link, enlace, lien'),
};

/** Headers that are a kind only where their values are. */
export const maybeKind = new Set(list('category, categories, class, group, kategorie, gruppe, categorie, groupe, categoria, grupo'));
/** Headers that are an address only where their values are. */
export const maybeUrl = new Set(list('source, sources, reference, references, quelle, quellen, verweis, site, adresse, fuente, fuentes, referencia'));

/** Headers of what boards and lists keep beside their cards: who, when, and how far somebody has come with it. */
export const besidesCards = new Set(
	list(
		'author, creator, created by, created at, created time, modified by, modified at, last modified, last modified by, last modified time, assignee, owner, collaborator, email, user,' +
			'status, state, priority, attachments, frame, board, color, colour, id, record id, votes, vote count,' +
			'autor, autorin, erstellt von, erstellt am, verantwortlich, status, farbe, auteur, cree par, responsable, couleur, creado por, estado, color',
	),
);

const kindWords: Record<Kind, string[]> = {
	signal: list(
		'signal, signals, weak signal, weak signals, trend, trends, megatrend, megatrends, driver, drivers, driving force, opportunity, opportunities, seed, seeds, development,' +
			'signale, schwaches signal, schwache signale, treiber, triebkraft, chance, chancen, entwicklung,' +
			'signaux, tendance, tendances, megatendance, moteur, force motrice, opportunite, opportunites,' +
			'senal, senales, tendencia, tendencias, megatendencia, impulsor, impulsores, fuerza motriz, oportunidad, oportunidades',
	),
	concern: list(
		'concern, concerns, risk, risks, threat, threats, challenge, challenges, danger, dangers, worry,' +
			'risiko, risiken, bedrohung, bedrohungen, gefahr, gefahren, herausforderung, herausforderungen, sorge, sorgen, bedenken,' +
			'risque, risques, menace, menaces, defi, defis, inquietude, inquietudes, preoccupation, preoccupations,' +
			'riesgo, riesgos, amenaza, amenazas, peligro, peligros, desafio, desafios, reto, retos, preocupacion, preocupaciones',
	),
	behavior: list(
		'behavior, behaviors, behaviour, behaviours, practice, practices, habit, habits, verhalten, verhaltensweise, verhaltensweisen, gewohnheit, gewohnheiten,' +
			'comportement, comportements, usage, usages, pratique, pratiques, comportamiento, comportamientos, habito, habitos, conducta, conductas',
	),
	technology: list('technology, technologies, tech, technologie, technologien, technik, techniken, technologies, technique, techniques, tecnologia, tecnologias'),
	issue: list(
		'issue, issues, question, questions, uncertainty, uncertainties, debate, debates, frage, fragen, problem, probleme, unsicherheit, unsicherheiten, ungewissheit,' +
			'enjeu, enjeux, incertitude, incertitudes, probleme, problemes, cuestion, cuestiones, pregunta, preguntas, asunto, asuntos, incertidumbre, incertidumbres, problema, problemas',
	),
};

const kindByWord = new Map<string, Kind>(
	Object.entries(kindWords).flatMap(([kind, words]) => words.map((word): [string, Kind] => [word, kind as Kind])),
);

/** @returns the kind that a cell names ("Weak signal", "Risiken", "Emerging tech"), or null. */
export function kindOfValue(text: string): Kind | null {
	const words = plainWords(text);
	const whole = kindByWord.get(words);
	if (whole) return whole;
	const parts = words.split(' ');
	if (parts.length > 4) return null;
	// The noun stands last in English and German, first in French and Spanish.
	return kindByWord.get(parts.at(-1)!) ?? kindByWord.get(parts[0]!) ?? null;
}
