/** The words of wind-tunnelling, signposts and actions. */
import type { PlanClass, PlanTally } from '../../../src-shared/domain/windTunnel.ts';
import type { Verdict } from '../../../src-shared/schemas/worlds.ts';
import { speech, type Dictionary } from './speech.ts';

export interface WindTunnelWords {
	title: string;
	intro: string;
	option: string;
	planClass: string;
	verdicts: Readonly<Record<Verdict, { letter: string; word: string }>>;
	open: string;
	classes: Readonly<Record<PlanClass, { name: string; meaning: string }>>;
	tally(tally: PlanTally): string;
	meanings: string;
	whys: string;
}

export interface SignpostWords {
	title: string;
	intro: string;
	columns: { title: string; source: string; threshold: string; owner: string; review: string; soFar: string; worlds: string };
	towards(worlds: readonly string[]): string;
	away(worlds: readonly string[]): string;
	watches: string;
	carried(workshop: string): string;
	unwatched(worlds: readonly string[]): string;
}

export interface ActionWords {
	title: string;
	intro: string;
	back(world: string): string;
	backIntro(year: number): string;
	alt(world: string, steps: readonly string[]): string;
	others: string;
	columns: { number: string; when: string; step: string; action: string; owner: string; state: string };
	undated: string;
	done: string;
	open: string;
	step(number: number, title: string, date: string): string;
}

const s = speech;

export const windTunnelWords: Dictionary<WindTunnelWords> = {
	en: {
		title: 'Plans in every world', intro: 'Wind-tunnelling: each plan is tested against each world. A plan that works in all of them needs no prediction.',
		option: 'Plan', planClass: 'Class', verdicts: { works: { letter: 'W', word: 'works' }, adapts: { letter: 'A', word: 'if adapted' }, fails: { letter: 'F', word: 'fails' } }, open: 'not judged',
		classes: {
			'no regrets': { name: 'No regrets', meaning: 'works in every world as it stands: do it now.' }, 'opt-out': { name: 'Opt-out', meaning: 'holds in most worlds: do it, and be ready to change or leave it.' },
			'opt-in': { name: 'Opt-in', meaning: 'holds in half of the worlds or fewer: prepare it, and wait for signs of its world.' }, abandon: { name: 'Abandon', meaning: 'works in no world: leave it, or think it anew.' },
		},
		tally: ({ works, adapts, missing, worlds }) => (missing > 0 ? `${worlds - missing} of ${worlds} judged` : `works in ${works} of ${worlds}${adapts > 0 ? `, in ${adapts} if adapted` : ''}`),
		meanings: 'What the classes mean', whys: 'Why',
	},
	fr: {
		title: 'Les projets dans chaque monde', intro: 'Essai en soufflerie\u202F: chaque projet est éprouvé dans chaque monde. Un projet qui tient dans tous n’a pas besoin de prédiction.',
		option: 'Projet', planClass: 'Classe', verdicts: { works: { letter: 'F', word: 'fonctionne' }, adapts: { letter: 'A', word: 'si adapté' }, fails: { letter: 'É', word: 'échoue' } }, open: 'non jugé',
		classes: {
			'no regrets': { name: 'Sans regret', meaning: 'fonctionne tel quel dans tous les mondes\u202F: à faire dès maintenant.' }, 'opt-out': { name: 'À faire, avec sortie', meaning: 'tient dans la plupart des mondes\u202F: à faire, en restant prêt à changer ou à arrêter.' },
			'opt-in': { name: 'À préparer', meaning: 'tient dans la moitié des mondes ou moins\u202F: à préparer, en attendant les signes de son monde.' }, abandon: { name: 'À abandonner', meaning: 'ne tient dans aucun monde\u202F: à laisser ou à repenser.' },
		},
		tally: ({ works, adapts, missing, worlds }) => (missing > 0 ? `${worlds - missing} sur ${worlds} jugés` : `fonctionne dans ${works} sur ${worlds}${adapts > 0 ? `, dans ${adapts} si adapté` : ''}`),
		meanings: 'Ce que veulent dire les classes', whys: 'Pourquoi',
	},
	de: {
		title: 'Pläne in jeder Welt', intro: 'Windkanal: Jeder Plan wird in jeder Welt erprobt. Ein Plan, der in allen trägt, braucht keine Vorhersage.',
		option: 'Plan', planClass: 'Klasse', verdicts: { works: { letter: 'F', word: 'funktioniert' }, adapts: { letter: 'A', word: 'angepasst' }, fails: { letter: 'S', word: 'scheitert' } }, open: 'offen',
		classes: {
			'no regrets': { name: 'Ohne Reue', meaning: 'funktioniert unverändert in jeder Welt: jetzt tun.' }, 'opt-out': { name: 'Tun mit Ausstieg', meaning: 'trägt in den meisten Welten: tun, und bereit sein, zu ändern oder aufzuhören.' },
			'opt-in': { name: 'Vorbereiten', meaning: 'trägt in der Hälfte der Welten oder weniger: vorbereiten und auf Zeichen seiner Welt warten.' }, abandon: { name: 'Lassen', meaning: 'funktioniert in keiner Welt: lassen oder neu denken.' },
		},
		tally: ({ works, adapts, missing, worlds }) => (missing > 0 ? `${worlds - missing} von ${worlds} beurteilt` : `funktioniert in ${works} von ${worlds}${adapts > 0 ? `, angepasst in ${adapts}` : ''}`),
		meanings: 'Was die Klassen bedeuten', whys: 'Warum',
	},
	es: {
		title: 'Los planes en cada mundo', intro: 'Túnel de viento: cada plan se prueba en cada mundo. Un plan que funciona en todos no necesita predicciones.',
		option: 'Plan', planClass: 'Clase', verdicts: { works: { letter: 'F', word: 'funciona' }, adapts: { letter: 'A', word: 'si se adapta' }, fails: { letter: 'N', word: 'no funciona' } }, open: 'sin juzgar',
		classes: {
			'no regrets': { name: 'Sin arrepentimiento', meaning: 'funciona tal cual en todos los mundos: hacerlo ya.' }, 'opt-out': { name: 'Hacer con salida', meaning: 'vale en la mayoría de los mundos: hacerlo, listos para cambiarlo o dejarlo.' },
			'opt-in': { name: 'Preparar', meaning: 'vale en la mitad de los mundos o menos: prepararlo y esperar señales de su mundo.' }, abandon: { name: 'Abandonar', meaning: 'no funciona en ningún mundo: dejarlo o pensarlo de nuevo.' },
		},
		tally: ({ works, adapts, missing, worlds }) => (missing > 0 ? `${worlds - missing} de ${worlds} juzgados` : `funciona en ${works} de ${worlds}${adapts > 0 ? `, en ${adapts} si se adapta` : ''}`),
		meanings: 'Qué significan las clases', whys: 'Por qué',
	},
};

export const signpostWords: Dictionary<SignpostWords> = {
	en: {
		title: 'Signposts', intro: 'What would show that a world is coming, where it can be seen, from when on it counts, and who looks. The next review first.',
		columns: { title: 'What we would see', source: 'Where', threshold: 'When it counts', owner: 'Watched by', review: 'Review', soFar: 'So far', worlds: 'What it tells' },
		towards: (worlds) => `towards ${s.en.listed(worlds)}`, away: (worlds) => `away from ${s.en.listed(worlds)}`, watches: 'watches', carried: (workshop) => `from ${s.en.quoted(workshop)}`,
		unwatched: (worlds) => `No signpost would show ${s.en.listed(worlds)} coming.`,
	},
	fr: {
		title: 'Signaux d’alerte', intro: 'Ce qui montrerait qu’un monde arrive, où on peut le voir, à partir de quand cela compte, et qui regarde. La prochaine revue d’abord.',
		columns: { title: 'Ce que nous verrions', source: 'Où', threshold: 'À partir de quand', owner: 'Suivi par', review: 'Revue', soFar: 'À ce jour', worlds: 'Ce qu’il dit' },
		towards: (worlds) => `vers ${s.fr.listed(worlds)}`, away: (worlds) => `à l’opposé de ${s.fr.listed(worlds)}`, watches: 'surveille', carried: (workshop) => `de ${s.fr.quoted(workshop)}`,
		unwatched: (worlds) => `Aucun signal n’annoncerait ${s.fr.listed(worlds)}.`,
	},
	de: {
		title: 'Frühindikatoren', intro: 'Woran zu merken wäre, dass eine Welt kommt, wo es zu sehen ist, ab wann es zählt und wer hinsieht. Die nächste Prüfung zuerst.',
		columns: { title: 'Was wir sehen würden', source: 'Wo', threshold: 'Ab wann es zählt', owner: 'Beobachtet von', review: 'Prüfung', soFar: 'Bisher', worlds: 'Was es sagt' },
		towards: (worlds) => `für ${s.de.listed(worlds)}`, away: (worlds) => `gegen ${s.de.listed(worlds)}`, watches: 'beobachtet', carried: (workshop) => `aus ${s.de.quoted(workshop)}`,
		unwatched: (worlds) => `Kein Frühindikator würde zeigen, dass ${s.de.listed(worlds)} ${worlds.length === 1 ? 'kommt' : 'kommen'}.`,
	},
	es: {
		title: 'Indicadores de alerta', intro: 'Lo que mostraría que un mundo llega, dónde se ve, desde cuándo cuenta y quién mira. Primero la próxima revisión.',
		columns: { title: 'Qué veríamos', source: 'Dónde', threshold: 'Cuándo cuenta', owner: 'Lo vigila', review: 'Revisión', soFar: 'Hasta ahora', worlds: 'Qué dice' },
		towards: (worlds) => `hacia ${s.es.listed(worlds)}`, away: (worlds) => `en contra de ${s.es.listed(worlds)}`, watches: 'vigila', carried: (workshop) => `de ${s.es.quoted(workshop)}`,
		unwatched: (worlds) => `Ningún indicador mostraría que ${worlds.length === 1 ? 'llega' : 'llegan'} ${s.es.listed(worlds)}.`,
	},
};

export const actionWords: Dictionary<ActionWords> = {
	en: {
		title: 'What to do', intro: 'What was agreed on, and the way back from a wanted world to today: what has to have happened, and what before that.',
		back: (world) => `Back from ${world}`, backIntro: (year) => `From ${year} back to today, the last step first.`, alt: (world, steps) => `The ten years as a line, with the steps towards ${world} at their dates: ${steps.length === 0 ? 'none has a date' : steps.join('; ')}.`,
		others: 'Other actions', columns: { number: 'No.', when: 'When', step: 'What has to have happened', action: 'Action', owner: 'Who', state: 'State' }, undated: 'no date', done: '✓ done', open: 'open', step: (number, title, date) => `${number} ${title}, ${date}`,
	},
	fr: {
		title: 'Ce qu’il y a à faire', intro: 'Ce qui a été convenu, et le chemin du monde souhaité jusqu’à aujourd’hui\u202F: ce qui doit s’être passé, et ce qui précède.',
		back: (world) => `Depuis ${world} jusqu’à aujourd’hui`, backIntro: (year) => `De ${year} à aujourd’hui, la dernière étape d’abord.`, alt: (world, steps) => `Les dix années en une ligne, avec les étapes vers ${world} à leur date\u202F: ${steps.length === 0 ? 'aucune n’est datée' : steps.join('\u202F; ')}.`,
		others: 'Autres actions', columns: { number: 'N°', when: 'Quand', step: 'Ce qui doit s’être passé', action: 'Action', owner: 'Qui', state: 'État' }, undated: 'sans date', done: '✓ fait', open: 'à faire', step: (number, title, date) => `${number} ${title}, ${date}`,
	},
	de: {
		title: 'Was zu tun ist', intro: 'Was vereinbart wurde, und der Weg von einer gewünschten Welt zurück zu heute: was geschehen sein muss, und was davor.',
		back: (world) => `Zurück von ${world}`, backIntro: (year) => `Von ${year} zurück zu heute, der letzte Schritt zuerst.`, alt: (world, steps) => `Die zehn Jahre als Linie, mit den Schritten zu ${world} an ihrem Datum: ${steps.length === 0 ? 'keiner ist datiert' : steps.join('; ')}.`,
		others: 'Weitere Maßnahmen', columns: { number: 'Nr.', when: 'Wann', step: 'Was geschehen sein muss', action: 'Maßnahme', owner: 'Wer', state: 'Stand' }, undated: 'ohne Datum', done: '✓ erledigt', open: 'offen', step: (number, title, date) => `${number} ${title}, ${date}`,
	},
	es: {
		title: 'Qué hacer', intro: 'Lo que se acordó, y el camino de un mundo deseado hasta hoy: qué tiene que haber ocurrido, y qué antes de eso.',
		back: (world) => `Desde ${world} hasta hoy`, backIntro: (year) => `De ${year} hasta hoy, primero el último paso.`, alt: (world, steps) => `Los diez años como una línea, con los pasos hacia ${world} en su fecha: ${steps.length === 0 ? 'ninguno tiene fecha' : steps.join('; ')}.`,
		others: 'Otras acciones', columns: { number: 'N.º', when: 'Cuándo', step: 'Qué tiene que haber ocurrido', action: 'Acción', owner: 'Quién', state: 'Estado' }, undated: 'sin fecha', done: '✓ hecho', open: 'abierta', step: (number, title, date) => `${number} ${title}, ${date}`,
	},
};
