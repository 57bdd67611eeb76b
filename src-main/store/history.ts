/** The ids of a journal's lines in order, and the rule by which further lines are taken or refused. */
import type { JournalLine, Revision } from '../../src-shared/schemas/journal.ts';

/** `conflict` where the sender had not seen the journal's last lines; the revision is then where the journal stands. */
export interface Appended extends Revision {
	conflict: boolean;
}

export class History {
	readonly start: Revision;
	#ids: string[] = [];
	#revisions = new Map<string, number>();

	constructor(start: Revision, ids: string[]) {
		this.start = start;
		for (const id of ids) this.#add(id);
	}

	get tip(): Revision {
		return this.at(this.start.rev + this.#ids.length) as Revision;
	}

	/** Null for a revision before the first line or after the last. */
	at(rev: number): Revision | null {
		if (rev === this.start.rev) return this.start;
		const lastId = this.#ids[rev - this.start.rev - 1];
		return lastId === undefined ? null : { rev, lastId };
	}

	/**
	 * Takes the lines that are not there yet, if the sender had seen all others. A sender that repeats itself, because
	 * an answer was lost, gets the answer again, even where only a part of its lines had arrived.
	 * @returns the lines to write, and the answer once they are written.
	 */
	take(base: Revision, lines: JournalLine[]): { fresh: JournalLine[]; answer: Appended } {
		const seen = new Set<string>();
		const fresh = lines.filter(({ id }) => !this.#revisions.has(id) && !seen.has(id) && seen.add(id));
		if (fresh.length === 0) {
			const last = Math.max(...lines.map(({ id }) => this.#revisions.get(id) ?? 0));
			return { fresh, answer: { ...(this.at(last) as Revision), conflict: false } };
		}
		if (!this.#follows(base, lines)) return { fresh: [], answer: { ...this.tip, conflict: true } };
		for (const { id } of fresh) this.#add(id);
		return { fresh, answer: { ...this.tip, conflict: false } };
	}

	/** Takes back lines that could not be written. */
	cutTo(rev: number): void {
		for (const id of this.#ids.splice(rev - this.start.rev)) this.#revisions.delete(id);
	}

	#follows(base: Revision, lines: JournalLine[]): boolean {
		if (this.at(base.rev)?.lastId !== base.lastId) return false;
		const since = this.#ids.slice(base.rev - this.start.rev);
		return since.every((id, index) => lines[index]?.id === id);
	}

	#add(id: string): void {
		this.#ids.push(id);
		this.#revisions.set(id, this.start.rev + this.#ids.length);
	}
}
