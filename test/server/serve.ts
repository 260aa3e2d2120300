// The news server as a program: it prints its address and serves until it is ended.

import { startNewsServer } from './newsServer.ts';

const server = await startNewsServer({ port: Number(process.argv[2] ?? 0) });
console.log(server.address);
