/**
 * What differs between hosts. Everything else in the main process is the same in Electron and in the browser host.
 * The window's title follows the page's in both.
 */
import type { ExportFormat } from '../src-shared/schemas/export.ts';

export type SaveKind = 'workshop' | 'report' | 'svg' | 'png' | ExportFormat;

export interface Dialogs {
	/** @returns paths; none where the facilitator cancelled. */
	chooseFiles(): Promise<string[]>;
	chooseFolder(): Promise<string[]>;
	/** @returns null where the facilitator cancelled, here and below. */
	chooseWorkshopFile(): Promise<string | null>;
	chooseDestination(kind: SaveKind, suggestedName: string): Promise<string | null>;
}

export interface Ports {
	readonly host: 'electron' | 'browser';
	/** Null in the browser host: the page uses file inputs and downloads there. */
	readonly dialogs: Dialogs | null;
	/** Shows a file in the system's file manager; null where the host cannot. */
	readonly reveal: ((path: string) => void) | null;
}
