import { postgresError } from '@jeonbo/store/engines';
import { Pool, type PoolClient, types } from 'pg';
import type { Engine } from '../engine.ts';
import type { Row, Statement, Step } from '../step.ts';
import { notSupportedBackup } from './backup.ts';
import { postgresDialect } from './dialect.ts';
import { againWhilePassing } from './passing.ts';
import { sqlText } from './sql-text.ts';

/** A frozen or lost instance must not keep the others waiting for ever. */
const begin =
  "BEGIN; SET LOCAL lock_timeout = '10s'; SET LOCAL idle_in_transaction_session_timeout = '60s'";
const beginSnapshot = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

const int8 = 20;

/** A pool of connections; nothing is connected before the first query. */
export async function openPostgres(url: string): Promise<Engine> {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Times, counts and ids are below 2^53; the driver would hand over text.
    types: {
      getTypeParser: (id, format) => (id === int8 ? Number : types.getTypeParser(id, format)),
    },
  });
  // A connection that the server cuts would end the process; the next query opens another. From its first moment on: the
  // pool hands it over with nobody listening.
  const cut = new WeakSet<PoolClient>();
  pool.on('connect', (client) => client.on('error', () => cut.add(client)));
  pool.on('error', () => {});

  const explained = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw postgresError(error, url);
    }
  };
  /** Lends a connection for a transaction, and throws a broken one away. */
  const withClient = async <Result>(
    work: (client: PoolClient) => Promise<Result>,
  ): Promise<Result> => {
    const client = await pool.connect();
    try {
      return await work(client);
    } catch (error) {
      await client.query('ROLLBACK').catch(() => cut.add(client));
      throw error;
    } finally {
      client.release(cut.has(client));
    }
  };

  return {
    dialect: postgresDialect,
    read: (step) => explained(() => againWhilePassing(() => run(pool, step()))),
    write: (step) =>
      explained(() =>
        againWhilePassing((decided) =>
          withClient(async (client) => {
            await client.query(begin);
            const result = await run(client, step());
            // Whether a commit that got no answer was kept, nobody knows.
            decided();
            await client.query('COMMIT');
            return result;
          }),
        ),
      ),
    writeAll: (steps) =>
      explained(() =>
        withClient(async (client) => {
          await client.query(begin);
          for await (const step of steps) await run(client, step());
          await client.query('COMMIT');
        }),
      ),
    snapshot: () =>
      explained(async () => {
        const client = await pool.connect();
        await client.query(beginSnapshot).catch((error: unknown) => {
          client.release(true);
          throw error;
        });
        return {
          read: (step) => explained(() => run(client, step())),
          close: async () => {
            await client.query('COMMIT').catch(() => cut.add(client));
            client.release(cut.has(client));
          },
        };
      }),
    backup: notSupportedBackup,
    close: async () => {
      if (!pool.ended) await pool.end();
    },
  };
}

async function run<Result>(connection: Pool | PoolClient, step: Step<Result>): Promise<Result> {
  let next = step.next();
  while (!next.done) next = step.next(await query(connection, next.value));
  return next.value;
}

async function query(
  connection: Pool | PoolClient,
  { sql, values, planEachTime = false }: Statement,
): Promise<readonly Row[]> {
  const { text, name } = sqlText(sql);
  const { rows } = await connection.query({
    text,
    values: [...values],
    ...(planEachTime ? {} : { name }),
  });
  return rows;
}
