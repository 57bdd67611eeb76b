/** Versions as numbered steps: each has a name, a way up and a way down, and none is ever changed once released. */
export type Json = Record<string, unknown>;

export interface Step {
	/** The version that the step leads to; the one before it is where it starts. */
	to: number;
	name: string;
	up: (before: Json) => Json;
	down: (after: Json) => Json;
}

/** @throws Error where the steps do not lead from one version to the other. */
export function migrate(json: Json, steps: readonly Step[], from: number, to: number): Json {
	let present = json;
	for (let version = from; version < to; version++) {
		present = { ...step(steps, version + 1).up(present), version: version + 1 };
	}
	for (let version = from; version > to; version--) {
		present = { ...step(steps, version).down(present), version: version - 1 };
	}
	return present;
}

function step(steps: readonly Step[], to: number): Step {
	const found = steps.find((candidate) => candidate.to === to);
	if (!found) throw new Error(`There is no migration step to version ${to}.`);
	return found;
}
