import { createDeliverer, type Deliverer } from './events/create-deliverer.ts';
import { createHandler } from './http/handler.ts';
import { type Listener, listen } from './http/listen.ts';
import { createPageMount } from './http/static-files.ts';
import { languageOf } from './language.ts';
import { createLog } from './log.ts';
import { createMcpMount } from './mcp/mount.ts';
import { type Opened, openUrlDb } from './open-url-db.ts';
import { descriptionMount } from './openapi/description-mount.ts';
import { operations } from './operations/operations.ts';
import { readSettings } from './settings.ts';
import type { UrlDb, UrlDbOptions } from './types.ts';
import { version } from './version.ts';

/**
 * The server `url-db`, for a program that embeds it.
 *
 * @throws JeonboError `VALIDATION_ERROR` where a setting is wrong: then nothing may start
 * @example
 * const urlDb = createUrlDb({ environment: { DATABASE_URL: 'file:./bookmarks.sqlite', PORT: '0' } });
 * const url = await urlDb.start(); // http://127.0.0.1:53117, and the API at /api/mcp
 * await urlDb.stop();
 */
export function createUrlDb(options: UrlDbOptions = {}): UrlDb {
  const environment = options.environment ?? process.env;
  const settings = readSettings(environment, options.language ?? languageOf(environment));
  const log = createLog(options.log ?? (() => {}), environment);
  let opened: Opened | undefined;
  let listener: Listener | undefined;
  let deliverer: Deliverer | undefined;

  return {
    version: version(),
    async start() {
      opened = await openUrlDb(settings);
      const { contexts } = opened;
      try {
        const mounts = [
          createMcpMount({ contexts, log }),
          descriptionMount(settings),
          createPageMount(),
        ];
        const handler = createHandler({ settings, operations, contexts, mounts, log });
        listener = await listen(handler, settings);
      } catch (error) {
        await opened.close();
        throw error;
      }
      const { store } = opened;
      const { toolName, privateWebhooks: allowPrivate } = settings;
      deliverer = createDeliverer({ store, toolName, allowPrivate, log });
      log.info('listening', { url: listener.url, version: version() });
      return listener.url;
    },
    async stop() {
      log.info('stopping');
      await Promise.all([listener?.stop(), deliverer?.stop()]);
      await opened?.close();
      log.info('stopped');
    },
  };
}
