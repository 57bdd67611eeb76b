/** The table of influences: what its cells do, by the same commands as the arrow's own popover. */
import { influenceVerb, signed, strengths } from '../../../src-shared/domain/structure.ts';
import { Repeats } from '../../ui/repeats.ts';
import type { BoardStore } from '../boardStore.svelte.ts';
import { influenceWords, judgeInfluence, turnInfluence } from '../structure/commands.ts';
import type { InfluenceColumn } from './structureRows.ts';
import { TableGrid, type Shown } from './tableGrid.svelte.ts';

/** From the strongest that reinforces to the strongest that inhibits. */
export const strengthOptions = strengths.toReversed().map((strength) => ({ id: String(strength), name: `${signed(strength)}, ${influenceVerb(strength)}` }));

const steps: Record<string, 1 | -1> = { '+': 1, '=': 1, '-': -1, '−': -1 };

export class InfluenceGrid extends TableGrid<InfluenceColumn> {
	#repeats = new Repeats();
	/** Presses that come faster than they are stored wait for each other, so that none is lost. */
	#stepped: Promise<void> = Promise.resolve();

	constructor(store: BoardStore, shown: Shown<InfluenceColumn>) {
		super(store, shown, 'strength', { rowId: store.structure.tabStop, column: 'strength' });
	}

	/** The arrow that Tab comes to on the canvas is the one that was looked at. */
	protected override came(influenceId: string): void {
		this.store.structure.tabStop = influenceId;
	}
	protected override ownKey({ key, ctrlKey, metaKey }: KeyboardEvent, influenceId: string | null, column: InfluenceColumn): boolean {
		const by = steps[key];
		if (by === undefined || influenceId === null || column !== 'strength' || ctrlKey || metaKey) return false;
		const stepId = this.#repeats.stepId(influenceId);
		this.#stepped = this.#stepped.then(() => this.#step(influenceId, by, stepId));
		return true;
	}
	async #step(influenceId: string, by: 1 | -1, stepId: string): Promise<void> {
		const strength = (this.#influence(influenceId)?.strength ?? 0) + by;
		if (Math.abs(strength) <= 3) await this.#judge(influenceId, strength, stepId);
	}

	#influence(influenceId: string) {
		return this.store.app.records.influences.get(influenceId);
	}

	press(influenceId: string, column: InfluenceColumn): void {
		const influence = this.#influence(influenceId);
		if (!influence) return;
		if (column === 'from') this.store.port.select([influence.fromId], 'only');
		else if (column === 'to') this.store.port.select([influence.toId], 'only');
		else if (column === 'turn') void this.#turn(influenceId);
		else this.edit(influenceId, 'strength');
	}
	/** @param strength as a choice says it. */
	async choose(influenceId: string, strength: string): Promise<void> {
		await this.leave(true);
		await this.#judge(influenceId, Number(strength));
	}

	async #judge(influenceId: string, strength: number, stepId?: string): Promise<void> {
		await judgeInfluence(this.store.app, influenceId, strength, stepId);
		await this.#done(influenceId);
	}
	async #turn(influenceId: string): Promise<void> {
		const { app, announcer } = this.store;
		if (await turnInfluence(app, influenceId)) await this.#done(influenceId);
		else announcer.say('There is an influence the other way already.');
	}
	async #done(influenceId: string): Promise<void> {
		const { app, announcer } = this.store;
		const influence = this.#influence(influenceId);
		if (influence) announcer.say(influenceWords(app, influence));
		await this.keep(influenceId);
	}

	remove(influenceId: string): void {
		this.pass([influenceId]);
		this.store.port.structure.removeInfluence(influenceId);
	}
}
