/** Hands bytes to the browser as a download. */
export function saveBlob(bytes: Blob, name: string): void {
	const url = URL.createObjectURL(bytes);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser has begun reading by the time a task of its own comes round; revoking at once would race it.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
