/** Records of one table in memory, by id. Reading it in an effect or a derived value follows every change to the table. */
export class RecordMap<T extends { id: string }> {
	#records = new Map<string, T>();
	#version = $state(0);
	readonly all: T[] = $derived.by(() => {
		void this.#version;
		return [...this.#records.values()];
	});

	get size(): number {
		void this.#version;
		return this.#records.size;
	}

	get(id: string): T | undefined {
		void this.#version;
		return this.#records.get(id);
	}

	has(id: string): boolean {
		void this.#version;
		return this.#records.has(id);
	}

	/** Several records at once are one change. */
	put(records: Iterable<T>): void {
		for (const record of records) {
			// What is put again counts as the latest.
			this.#records.delete(record.id);
			this.#records.set(record.id, record);
		}
		this.#version++;
	}

	remove(ids: Iterable<string>): void {
		for (const id of ids) this.#records.delete(id);
		this.#version++;
	}

	reset(records: Iterable<T>): void {
		this.#records = new Map();
		this.put(records);
	}
}
