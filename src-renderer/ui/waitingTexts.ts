/**
 * Texts that are typed and not stored yet. A field stores its own after a pause; before another workshop is opened, or as
 * the window closes, all of them have to be, while the records that they belong to are still there.
 */
interface Waiting {
	/** Resolves when it is stored, or has been refused. */
	flush: () => Promise<void>;
}

const waiting = new Set<Waiting>();

export const textWaits = (text: Waiting): unknown => waiting.add(text);
export const textIsStored = (text: Waiting): unknown => waiting.delete(text);

/** What can be done at once is done before it returns: a page that is being closed has no later. */
export async function storeTexts(): Promise<void> {
	await Promise.all([...waiting].map((text) => text.flush()));
}
