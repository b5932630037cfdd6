import type { Pool, PoolClient } from 'pg';
import type { Database, Queryable, Transaction } from './database.ts';
import { numberedPlaceholders } from './numbered-placeholders.ts';
import { postgresError } from './postgres-error.ts';

/** A frozen or lost instance must not keep the others from sending for ever. */
const begin =
  "BEGIN; SET LOCAL lock_timeout = '10s'; SET LOCAL idle_in_transaction_session_timeout = '30s'";

const int8 = 20;

/** A pool of connections; nothing is connected before the first query. */
export async function openPostgres(url: string): Promise<Database> {
  // Here and not above: in a bundle of one file, too, a start on SQLite must not pay for it.
  const { Pool, types } = await import('pg');
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Times and counts are far below 2^53; the driver would hand over text.
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
  const queryOn = (connection: Pool | PoolClient): Queryable => ({
    query: (sql, values = []) =>
      explained(async () => (await connection.query(numberedPlaceholders(sql), [...values])).rows),
  });

  return {
    engine: 'postgres',
    ...queryOn(pool),
    async transaction(work) {
      const client = await explained(() => pool.connect());
      const transaction: Transaction = {
        ...queryOn(client),
        async lock(name) {
          await this.query('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
        },
      };
      try {
        await explained(() => client.query(begin));
        const result = await work(transaction);
        await explained(() => client.query('COMMIT'));
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => cut.add(client));
        throw error;
      } finally {
        client.release(cut.has(client));
      }
    },
    close: () => (pool.ended ? Promise.resolve() : pool.end()),
  };
}
