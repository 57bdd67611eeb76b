/** The networks that this computer is on, as the facilitator chooses among them: what phones can most likely reach first. */
import type { networkInterfaces } from 'node:os';
import type { NetworkInterface } from '../../src-shared/schemas/room.ts';

type Kind = NetworkInterface['kind'];
type Found = ReturnType<typeof networkInterfaces>;

/** Addresses that a computer gives itself when it opens a network of its own: Windows, NetworkManager, macOS. */
const hotspotAddress = /^(192\.168\.137\.1|10\.42\.\d+\.1|192\.168\.[2-9]\.1)$/;
const hotspotName = /^(ap\d|hotspot|swlan\d|uap\d)|^Local Area Connection\* \d+|LAN-Verbindung\* \d+/i;
const virtualName = /^(docker|br-|veth|virbr|vmnet|vbox|vnic|utun|tun|tap|wg|zt|tailscale|ppp|ipsec|awdl|llw|anpi|lxc|lxd|podman|cni|flannel|cali|gif|stf|zerotier|nordlynx|proton)|vEthernet|VirtualBox|VMware|Hyper-V|WSL|VPN|Tailscale|ZeroTier|WireGuard|Bluetooth/i;
const wirelessName = /^(wl|wifi|ath|ra\d)|Wi-?Fi|WLAN|Wireless|Drahtlos|sans fil|inal[aá]mbrica/i;
const wiredName = /^(eth|en|em\d|eno|enp|ens|enx|usb\d|rndis)|Ethernet|Local Area Connection|LAN-Verbindung/i;

function kindOf(name: string, address: string, platform: NodeJS.Platform): Kind {
	// macOS shares its connection over a bridge that it numbers from 100; lower ones belong to docks.
	if (platform === 'darwin' && /^bridge1\d\d$/.test(name)) return 'hotspot';
	if (virtualName.test(name)) return 'virtual';
	if (hotspotName.test(name) || hotspotAddress.test(address)) return 'hotspot';
	// Macs that have Wi-Fi call it en0, but for those with a built-in Ethernet port, which call it en1.
	if (platform === 'darwin' && /^en[01]$/.test(name)) return 'wireless';
	if (wirelessName.test(name)) return 'wireless';
	return wiredName.test(name) ? 'wired' : 'other';
}

const order: Kind[] = ['hotspot', 'wireless', 'wired', 'other', 'virtual'];

interface Ranked extends NetworkInterface {
	rank: [isLoopback: number, isV6: number, selfGiven: number, kind: number];
}

/** @param found what the system says. The loopback, which no phone reaches, comes last: it is there to try the room out on. */
export function listInterfaces(found: Found, platform: NodeJS.Platform = process.platform): NetworkInterface[] {
	const ranked = Object.entries(found).flatMap(([name, addresses]) =>
		(addresses ?? []).flatMap(({ address, family, internal }): Ranked[] => {
			// An address of one cable needs a zone behind it, which no phone can type.
			if (/^fe80:/i.test(address)) return [];
			const isV6 = family === 'IPv6';
			if (internal && isV6) return [];
			const kind = internal ? 'other' : kindOf(name, address, platform);
			return [{ name, address, kind, rank: [Number(internal), Number(isV6), Number(address.startsWith('169.254.')), order.indexOf(kind)] }];
		}),
	);
	// Stable: as the system has them, where nothing else decides.
	ranked.sort((a, b) => a.rank.map((part, at) => part - b.rank[at]!).find((difference) => difference !== 0) ?? 0);
	return ranked.map(({ name, address, kind }) => ({ name, address, kind }));
}
