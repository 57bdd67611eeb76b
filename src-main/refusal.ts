/** What the app cannot or will not do, as a sentence for the person who asked. Its status is the one HTTP knows. */
export type RefusalStatus = 400 | 403 | 404 | 409 | 413 | 422 | 500 | 501 | 503 | 507;

export class Refusal extends Error {
	readonly status: RefusalStatus;
	constructor(status: RefusalStatus, sentence: string, options?: ErrorOptions) {
		super(sentence, options);
		this.name = 'Refusal';
		this.status = status;
	}
}
