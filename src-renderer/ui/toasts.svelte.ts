/** Short messages at the bottom of the window: what was just done, with its undo, or what went wrong, with one fix. */
export interface Toast {
	id: number;
	tone: 'done' | 'error';
	text: string;
	action?: { label: string; run: () => void };
}

const lifetime = 8000;

export class Toasts {
	list = $state<Toast[]>([]);
	#next = 1;

	/** An error stays until it is closed; anything else leaves after eight seconds. One message at a time is on screen. */
	show(toast: Omit<Toast, 'id'>): number {
		const id = this.#next++;
		this.list = [...this.list.filter((other) => other.tone === 'error' && toast.tone !== 'error'), { ...toast, id }];
		if (toast.tone === 'done') setTimeout(() => this.close(id), lifetime);
		return id;
	}
	done(text: string, action?: Toast['action']): number {
		return this.show({ tone: 'done', text, action });
	}
	error(text: string, action?: Toast['action']): number {
		return this.show({ tone: 'error', text, action });
	}
	close(id: number): void {
		this.list = this.list.filter((toast) => toast.id !== id);
	}
}
