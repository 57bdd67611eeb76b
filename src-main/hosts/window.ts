/**
 * The one factory of windows: the facilitator's, and for the projector one without controls. A window shows Longview's own page
 * and can neither leave it nor reach beyond it.
 */
import { BrowserWindow, screen, type Session, type WebContents, type WebPreferences } from 'electron';
import type { Settings } from '../store/dataFolder.ts';
import { appOrigin } from './protocol.ts';

type Place = NonNullable<Settings['window']>;

interface WindowOptions {
	/** Where the window stood last. */
	place: Place | undefined;
	onPlace: (place: Place) => void;
}

const webPreferences: WebPreferences = {
	sandbox: true,
	contextIsolation: true,
	nodeIntegration: false,
	nodeIntegrationInWorker: false,
	nodeIntegrationInSubFrames: false,
	webSecurity: true,
	allowRunningInsecureContent: false,
	experimentalFeatures: false,
	webviewTag: false,
	navigateOnDragDrop: false,
	// Its dictionaries would be fetched from the Internet.
	spellcheck: false,
};
const bigScreenUrl = `${appOrigin}/screen.html`;

const allowedPermissions = new Set(['clipboard-sanitized-write', 'fullscreen']);

export function createWindow({ place, onPlace }: WindowOptions): BrowserWindow {
	const window = new BrowserWindow({
		title: 'Longview',
		width: place?.width ?? 1440,
		height: place?.height ?? 900,
		...(place ? { x: place.x, y: place.y } : {}),
		minWidth: 960,
		minHeight: 600,
		show: false,
		autoHideMenuBar: true,
		webPreferences,
	});
	keepIn(window.webContents, (url) => url === bigScreenUrl && openBigScreen(window));
	denyPermissions(window.webContents.session);
	if (place?.maximized) window.maximize();
	window.once('ready-to-show', () => window.show());
	window.on('close', () => onPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
	void window.loadURL(`${appOrigin}/`);
	return window;
}

const bigScreens = new WeakMap<BrowserWindow, BrowserWindow>();

/** On another display than the facilitator's where there is one. It ends with the window that asked for it; there is one at most. */
function openBigScreen(facilitator: BrowserWindow): void {
	const open = bigScreens.get(facilitator);
	if (open) {
		open.focus();
		return;
	}
	const own = screen.getDisplayMatching(facilitator.getBounds());
	const other = screen.getAllDisplays().find(({ id }) => id !== own.id);
	const window = new BrowserWindow({
		title: 'Big screen',
		...(other ? { ...other.workArea, fullscreen: true } : { width: 1280, height: 720 }),
		minWidth: 640,
		minHeight: 360,
		show: false,
		autoHideMenuBar: true,
		backgroundColor: '#FFFFFF',
		webPreferences,
	});
	bigScreens.set(facilitator, window);
	keepIn(window.webContents);
	window.once('ready-to-show', () => window.show());
	window.once('closed', () => bigScreens.delete(facilitator));
	facilitator.once('closed', () => !window.isDestroyed() && window.close());
	void window.loadURL(bigScreenUrl);
}

const isOurPage = (url: string): boolean => url === appOrigin || url.startsWith(`${appOrigin}/`);

/** @param asked told of the windows the page asks for; the page itself never makes one. */
function keepIn(contents: WebContents, asked?: (url: string) => void): void {
	contents.setWindowOpenHandler(({ url }) => {
		asked?.(url);
		return { action: 'deny' };
	});
	contents.on('will-navigate', (event) => {
		if (!isOurPage(event.url)) event.preventDefault();
	});
	contents.on('will-redirect', (event) => {
		if (!isOurPage(event.url)) event.preventDefault();
	});
	contents.on('will-frame-navigate', (event) => {
		// A report's preview is a frame on bytes that the page itself holds.
		if (!isOurPage(event.url) && !event.url.startsWith(`blob:${appOrigin}/`)) event.preventDefault();
	});
	contents.on('will-attach-webview', (event) => event.preventDefault());
}

function denyPermissions(session: Session): void {
	const isAllowed = (permission: string, url: string) => allowedPermissions.has(permission) && isOurPage(url);
	session.setPermissionRequestHandler((_contents, permission, answer, details) => answer(isAllowed(permission, details.requestingUrl)));
	session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
	session.setDevicePermissionHandler(() => false);
}
