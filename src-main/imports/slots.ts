/** Numbered promises that either side may name first: whoever makes a value, or whoever waits for it. */

export interface Slots<Value> {
	promise(n: number): Promise<Value>;
	resolve(n: number, value: Value): void;
	isResolved(n: number): boolean;
	rejectAll(error: unknown): void;
	letGoBelow(n: number): void;
	wasLetGo(n: number): boolean;
}

export function createSlots<Value>(): Slots<Value> {
	interface Slot {
		promise: Promise<Value>;
		resolve(value: Value): void;
		reject(error: unknown): void;
		isResolved: boolean;
	}
	const slots = new Map<number, Slot>();
	let lowest = 0;
	function slot(n: number): Slot {
		const known = slots.get(n);
		if (known) return known;
		let resolve!: Slot['resolve'];
		let reject!: Slot['reject'];
		const promise = new Promise<Value>((onResolve, onReject) => {
			resolve = onResolve;
			reject = onReject;
		});
		promise.catch(() => undefined);
		const made: Slot = { promise, resolve, reject, isResolved: false };
		slots.set(n, made);
		return made;
	}
	return {
		promise: (n) => slot(n).promise,
		resolve(n, value) {
			const target = slot(n);
			target.isResolved = true;
			target.resolve(value);
		},
		isResolved: (n) => slots.get(n)?.isResolved ?? false,
		rejectAll: (error) => slots.forEach((target) => target.reject(error)),
		letGoBelow(n) {
			lowest = Math.max(lowest, n);
			for (const known of slots.keys()) if (known < lowest) slots.delete(known);
		},
		wasLetGo: (n) => n < lowest,
	};
}
