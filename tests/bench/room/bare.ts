/** The least that a voting server has to do: read a request, write its line, fsync it, answer. Run by room.ts as a process. */
import { createServer } from 'node:http';
import { open } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';

const file = await open(process.argv[2]!, 'a');
const server = createServer((request, response) => {
	let body = '';
	request.setEncoding('utf8');
	request.on('data', (chunk: string) => (body += chunk));
	request.on('end', () => {
		void (async () => {
			const { answers } = JSON.parse(body) as { answers: { seq: number }[] };
			await file.write(`${body}\n`);
			await file.datasync();
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify({ kept: answers.map(({ seq }) => seq) }));
		})();
	});
});
server.listen(0, '127.0.0.1', 1024, () => process.send!({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => process.exit());
