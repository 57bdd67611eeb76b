/** The one factory of windows. A window shows Longview's own page and can neither leave it nor reach beyond it. */
import { BrowserWindow, type Session, type WebContents } from 'electron';
import type { Settings } from '../store/dataFolder.ts';
import { appOrigin } from './protocol.ts';

type Place = NonNullable<Settings['window']>;

interface WindowOptions {
	/** Where the window stood last. */
	place: Place | undefined;
	onPlace: (place: Place) => void;
}

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
		webPreferences: {
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
		},
	});
	keepIn(window.webContents);
	denyPermissions(window.webContents.session);
	if (place?.maximized) window.maximize();
	window.once('ready-to-show', () => window.show());
	window.on('close', () => onPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
	void window.loadURL(`${appOrigin}/`);
	return window;
}

const isOurPage = (url: string): boolean => url === appOrigin || url.startsWith(`${appOrigin}/`);

function keepIn(contents: WebContents): void {
	contents.setWindowOpenHandler(() => ({ action: 'deny' }));
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
