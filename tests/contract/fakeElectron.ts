/** Stands in for Electron where its binary is not to be had: it records what it is asked for and lets tests raise its events. */
import { EventEmitter } from 'node:events';

type Handler = (request: Request) => Response | Promise<Response>;
type Answer = (allowed: boolean) => void;

export class FakeSession {
	onRequest: ((contents: unknown, permission: string, answer: Answer, details: { requestingUrl: string }) => void) | null = null;
	onCheck: ((contents: unknown, permission: string, origin: string) => boolean) | null = null;
	onDevice: (() => boolean) | null = null;
	setPermissionRequestHandler(handler: FakeSession['onRequest']): void {
		this.onRequest = handler;
	}
	setPermissionCheckHandler(handler: FakeSession['onCheck']): void {
		this.onCheck = handler;
	}
	setDevicePermissionHandler(handler: FakeSession['onDevice']): void {
		this.onDevice = handler;
	}
}

export class FakeContents extends EventEmitter {
	session = new FakeSession();
	onOpen: ((details: { url: string }) => { action: string }) | null = null;
	setWindowOpenHandler(handler: FakeContents['onOpen']): void {
		this.onOpen = handler;
	}
}

export class FakeWindow extends EventEmitter {
	static made: FakeWindow[] = [];
	webContents = new FakeContents();
	loaded: string[] = [];
	shown = false;
	maximized = false;
	options: Record<string, unknown> & { webPreferences: Record<string, unknown> };
	constructor(options: FakeWindow['options']) {
		super();
		this.options = options;
		FakeWindow.made.push(this);
	}
	loadURL(url: string): Promise<void> {
		this.loaded.push(url);
		return Promise.resolve();
	}
	show(): void {
		this.shown = true;
	}
	focused = 0;
	focus(): void {
		this.focused++;
	}
	#isGone = false;
	isDestroyed(): boolean {
		return this.#isGone;
	}
	close(): void {
		this.#isGone = true;
		this.emit('close');
		this.emit('closed');
	}
	getBounds() {
		return { x: 10, y: 20, width: 1200, height: 800 };
	}
	maximize(): void {
		this.maximized = true;
	}
	isMaximized(): boolean {
		return this.maximized;
	}
	getNormalBounds() {
		return { x: 10, y: 20, width: 1200, height: 800 };
	}
}

/** What the dialogs will answer, and what Electron was told. */
export const fake = {
	schemes: [] as unknown[],
	handlers: new Map<string, Handler>(),
	chosen: [] as string[],
	destination: null as string | null,
	/** Is asked when a place is to be chosen, and the dialog stays open until it answers. */
	whileChoosing: null as (() => Promise<void>) | null,
	shown: [] as string[],
	menu: null as unknown,
	displays: [{ id: 1, workArea: { x: 0, y: 0, width: 1440, height: 900 } }],
};

export const electron = {
	app: { getPath: () => '/home/someone/Documents' },
	BrowserWindow: FakeWindow,
	dialog: {
		showOpenDialog: () => Promise.resolve({ canceled: fake.chosen.length === 0, filePaths: fake.chosen }),
		showSaveDialog: async () => {
			await fake.whileChoosing?.();
			return { canceled: fake.destination === null, filePath: fake.destination ?? '' };
		},
	},
	Menu: {
		buildFromTemplate: (template: unknown) => template,
		setApplicationMenu: (menu: unknown) => {
			fake.menu = menu;
		},
	},
	protocol: {
		registerSchemesAsPrivileged: (schemes: unknown[]) => void fake.schemes.push(...schemes),
		handle: (scheme: string, handler: Handler) => void fake.handlers.set(scheme, handler),
	},
	screen: { getAllDisplays: () => fake.displays, getDisplayMatching: () => fake.displays[0] },
	shell: { showItemInFolder: (path: string) => void fake.shown.push(path) },
};
