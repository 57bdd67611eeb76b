/** What the window is looking at: the step of the run sheet, the selected card and source, and a card in the hand. */

export const steps = ['frame', 'scan', 'place', 'vote', 'axes', 'scenarios', 'signposts', 'report'] as const;
export type Step = (typeof steps)[number];

/** Cards picked up outside the canvas, on their way to it: by pointer (where it was pressed) or by keyboard. */
export interface Carried {
	cardId: string;
	/** Others that come with it, in order. */
	also?: readonly string[];
	pointer: { id: number; type: string; x: number; y: number } | null;
}

const remembered = 'longview-desk';

export class Desk {
	step = $state<Step>('frame');
	/** Which part of a step that has several was looked at last, by step. */
	parts = $state.raw<Partial<Record<Step, string>>>({});
	selectedCardId = $state<string | null>(null);
	/** The card or world whose futures wheel is shown. */
	wheelAbout = $state.raw<{ cardId: string } | { scenarioId: string } | null>(null);
	/** What is being traced back to its votes and sources: a world, from a passage of its narrative on, or a card. */
	traced = $state.raw<{ scenarioId: string; place?: number } | { cardId: string } | null>(null);
	/** The world that the Scenarios step is asked to show; set back to null once it does. */
	wantedScenarioId = $state<string | null>(null);
	/** The step of a way back, or another action, that is being looked at. */
	openedStep = $state<string | null>(null);
	/** The world whose way back is shown. */
	wayBackFrom = $state<string | null>(null);
	/** The source being read in Scan, and the line to show in it. */
	selectedSource = $state.raw<{ id: string; line: number | null } | null>(null);
	/** Set by the library, taken by the canvas, which sets it back to null when the card is dropped or put back. */
	carried = $state.raw<Carried | null>(null);

	/** @param part of the step, as its screen names it; without it the one that was looked at last. */
	go(step: Step, part?: string): void {
		if (part !== undefined) this.parts = { ...this.parts, [step]: part };
		this.step = step;
	}

	/** Opens the futures wheel of a card or a world. */
	openWheel(about: { cardId: string } | { scenarioId: string }): void {
		this.wheelAbout = about;
		this.go('scenarios', 'wheel');
	}

	selectCard(cardId: string | null): void {
		this.selectedCardId = cardId;
	}

	/** Opens a source in Scan, at a line where one is given. */
	readSource(id: string, line: number | null = null): void {
		this.selectedSource = { id, line };
		this.step = 'scan';
	}

	carry(carried: Carried): void {
		this.carried = carried;
	}

	forget(): void {
		this.selectedCardId = null;
		this.selectedSource = null;
		this.carried = null;
		this.wheelAbout = this.openedStep = this.wayBackFrom = this.traced = this.wantedScenarioId = null;
	}

	/** Where this window was last, so that the app opens where it was closed. */
	static last(): { workshopId: string | null; step: Step } {
		try {
			const { workshopId, step } = JSON.parse(localStorage.getItem(remembered) ?? '{}') as { workshopId?: string; step?: Step };
			return { workshopId: workshopId ?? null, step: step && steps.includes(step) ? step : 'frame' };
		} catch {
			return { workshopId: null, step: 'frame' };
		}
	}

	remember(workshopId: string | null): void {
		localStorage.setItem(remembered, JSON.stringify({ workshopId, step: this.step }));
	}
}
