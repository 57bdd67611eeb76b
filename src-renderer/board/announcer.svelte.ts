/** What the canvas says aloud. A live region says nothing when its text stays the same, so a repeated one is made to differ. */
export class Announcer {
	spoken = $state('');

	say(text: string): void {
		this.spoken = this.spoken === text ? `${text}\u00a0` : text;
	}
}
