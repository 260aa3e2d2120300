import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { useNewsServer } from '../../fetch/useNewsServer.ts';
import { startNewsServer } from '../../server/newsServer.ts';
import { selfSigned } from '../../server/selfSigned.ts';
import { eventually, headlinesOf, run } from '../broadsheet.ts';
import { answering } from './feedWindow.ts';
import { removeFeeds } from './feeds.ts';

/** A host that is on no network: only the proxy knows the way to it. */
const BEHIND = 'http://courier.example/feeds/rss';

interface Proxy {
  readonly address: string;
  /** The hosts that it was asked for. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** Starts a proxy that takes every tunnel to the same server. */
async function startProxy(target: string): Promise<Proxy> {
  const asked: string[] = [];
  const { port, hostname } = new URL(target);
  const server: Server = createServer((_request, response) => response.writeHead(501).end());
  server.on('connect', ({ url = '' }, socket) => {
    asked.push(url);
    const there = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(there).pipe(socket);
    });
    for (const one of [there, socket])
      one.on('error', () => [there, socket].forEach((each) => each.destroy()));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async stop() {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await stopped;
    },
  };
}

/** Sets VS Code's own network settings for a while; the extension host learns of them a moment later. */
async function withNetwork(
  settings: Readonly<Record<string, unknown>>,
  act: () => Promise<void>,
): Promise<void> {
  const http = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('http');
  for (const [name, value] of Object.entries(settings)) await http().update(name, value, true);
  try {
    await act();
  } finally {
    for (const name of Object.keys(settings)) await http().update(name, undefined, true);
  }
}

suite('The network as VS Code knows it', () => {
  const { server } = useNewsServer();
  teardown(removeFeeds);

  test('feeds are read through the proxy of the settings', async () => {
    const proxy = await startProxy(server().address);
    try {
      await withNetwork({ proxy: proxy.address }, async () => {
        await run('broadsheet.addFeed', BEHIND);
        await eventually(
          () => headlinesOf(BEHIND),
          (headlines) => headlines.length === 6,
        );
      });
      assert.ok(proxy.asked.includes('courier.example:80'), proxy.asked.join());
    } finally {
      await proxy.stop();
    }
  });

  test('a certificate that nobody vouches for is not trusted', async () => {
    const secure = await startNewsServer({ certificate: selfSigned('127.0.0.1') });
    const feed = `${secure.address}/feeds/rss`;
    try {
      await answering({}, async ({ feeds }) => {
        await assert.rejects(feeds.add(feed), /its certificate is not valid/);
      });
    } finally {
      await secure.stop();
    }
  });

  test('a certificate that this computer vouches for is trusted', async function () {
    const { SSL_CERT_FILE: certificate, BROADSHEET_TEST_KEY: key } = process.env;
    if (process.platform !== 'linux' || certificate === undefined || key === undefined) {
      console.log('skipped: what this computer trusts can be added to on Linux alone');
      return this.skip();
    }
    const secure = await startNewsServer({
      certificate: { key: readFileSync(key, 'utf8'), cert: readFileSync(certificate, 'utf8') },
    });
    const feed = `https://localhost:${new URL(secure.address).port}/feeds/rss`;
    try {
      await run('broadsheet.addFeed', feed);
      assert.equal((await headlinesOf(feed)).length, 6);
    } finally {
      await secure.stop();
    }
  });
});
