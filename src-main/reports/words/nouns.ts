/** Nouns that are counted, with the article that each language puts for one of them. */
import type { Noun } from './speech.ts';

export const english = (single: string, many = `${single}s`): Noun => ({ none: `no ${many}`, one: `one ${single}`, single, many });

type Gender = 'feminine' | 'masculine' | 'neuter';

const noun = (one: Record<Gender, string>, none: Record<Gender, string>, noneIsMany: boolean) =>
	(gender: Gender) =>
		(single: string, many: string): Noun => ({ none: `${none[gender]} ${noneIsMany ? many : single}`, one: `${one[gender]} ${single}`, single, many });

const french = noun({ feminine: 'une', masculine: 'un', neuter: 'un' }, { feminine: 'aucune', masculine: 'aucun', neuter: 'aucun' }, false);
const spanish = noun({ feminine: 'una', masculine: 'un', neuter: 'un' }, { feminine: 'ninguna', masculine: 'ningún', neuter: 'ningún' }, false);
const german = noun({ feminine: 'eine', masculine: 'ein', neuter: 'ein' }, { feminine: 'keine', masculine: 'keine', neuter: 'keine' }, true);
const germanDative = noun({ feminine: 'einer', masculine: 'einem', neuter: 'einem' }, { feminine: 'keinen', masculine: 'keinen', neuter: 'keinen' }, true);

export const fr = { feminine: french('feminine'), masculine: french('masculine') } as const;
export const es = { feminine: spanish('feminine'), masculine: spanish('masculine') } as const;
/** The nominative; `dative` after "in", "von", "mit", with the plural as it stands there. */
export const de = {
	feminine: german('feminine'), masculine: german('masculine'), neuter: german('neuter'),
	dative: { feminine: germanDative('feminine'), masculine: germanDative('masculine'), neuter: germanDative('neuter') },
} as const;

/** Those that several sections count. */
export const nouns = {
	en: {
		card: english('card'), document: english('document'), lane: english('lane'), round: english('round'), scenario: english('scenario'),
		person: english('person', 'people'), vote: english('vote'), dot: english('dot'), signpost: english('signpost'), option: english('option'), action: english('action'),
	},
	fr: {
		card: fr.feminine('carte', 'cartes'), document: fr.masculine('document', 'documents'), lane: fr.masculine('couloir', 'couloirs'), round: fr.masculine('tour', 'tours'), scenario: fr.masculine('scénario', 'scénarios'),
		person: fr.feminine('personne', 'personnes'), vote: fr.masculine('vote', 'votes'), dot: fr.feminine('gommette', 'gommettes'), signpost: fr.masculine('indicateur avancé', 'indicateurs avancés'), option: fr.feminine('option', 'options'), action: fr.feminine('action', 'actions'),
	},
	de: {
		card: de.feminine('Karte', 'Karten'), document: de.neuter('Dokument', 'Dokumente'), lane: de.feminine('Bahn', 'Bahnen'), round: de.feminine('Runde', 'Runden'), scenario: de.neuter('Szenario', 'Szenarien'),
		person: de.feminine('Person', 'Personen'), vote: de.feminine('Stimme', 'Stimmen'), dot: de.masculine('Punkt', 'Punkte'), signpost: de.masculine('Frühindikator', 'Frühindikatoren'), option: de.feminine('Option', 'Optionen'), action: de.feminine('Maßnahme', 'Maßnahmen'),
	},
	es: {
		card: es.feminine('tarjeta', 'tarjetas'), document: es.masculine('documento', 'documentos'), lane: es.masculine('carril', 'carriles'), round: es.feminine('ronda', 'rondas'), scenario: es.masculine('escenario', 'escenarios'),
		person: es.feminine('persona', 'personas'), vote: es.masculine('voto', 'votos'), dot: es.masculine('punto', 'puntos'), signpost: es.masculine('indicador temprano', 'indicadores tempranos'), option: es.feminine('opción', 'opciones'), action: es.feminine('acción', 'acciones'),
	},
} as const;
