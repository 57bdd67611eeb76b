/** What this phone remembers between reloads. Where the browser keeps nothing, it is remembered as long as the page is open. */

export interface Store {
	read<T>(name: string): T | null;
	/** Null forgets it. */
	write(name: string, value: unknown): void;
	/** False once something could not be kept beyond this page. */
	lasts(): boolean;
}

const prefix = 'longview.';

/** @param box the browser's own storage, or null where it has none; reading it may throw where cookies are turned off. */
export function createStore(box: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null): Store {
	/** What could not be kept; it covers what the browser still has under that name. */
	const here: Record<string, string | null> = {};
	let lasting = box !== null;

	function stored(name: string): string | null {
		if (name in here) return here[name]!;
		try {
			return box?.getItem(prefix + name) ?? null;
		} catch {
			lasting = false;
			return null;
		}
	}

	return {
		read<T>(name: string): T | null {
			try {
				return JSON.parse(stored(name) ?? 'null') as T | null;
			} catch {
				return null;
			}
		},
		write(name, value) {
			const text = value === null ? null : JSON.stringify(value);
			try {
				if (!box) throw new Error('nothing keeps');
				if (text === null) box.removeItem(prefix + name);
				else box.setItem(prefix + name, text);
				delete here[name];
			} catch {
				// Full, or not allowed.
				here[name] = text;
				lasting = false;
			}
		},
		lasts: () => lasting,
	};
}
