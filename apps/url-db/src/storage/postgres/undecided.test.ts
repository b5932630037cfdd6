import { testEngines } from '@jeonbo/store/testing';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { openStore } from '../open-store.ts';

const [, start] = testEngines[1] ?? [];

// Whether it was kept, nobody knows then: done again, a node that was made would be told as somebody else's.
it('a commit that gets no answer is not done again', async () => {
  const engine = await start?.();
  const url = (await engine?.createDatabase()) ?? '';
  const store = await openStore(url);
  await store.createDomain({ name: 'one', description: null });
  const client = new Client({ connectionString: url });
  await client.connect();
  // A sequence counts what is taken back too.
  await client.query(
    `CREATE SEQUENCE commits;
     CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN PERFORM nextval('commits'); PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END
     $$;
     CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON nodes DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW EXECUTE FUNCTION cut()`,
  );
  const adding = store.createNode({
    domainName: 'one',
    url: 'https://example.com/',
    title: 'x',
    description: null,
  });
  await expect(adding).rejects.toMatchObject({ code: 'NETWORK_ERROR', retryable: true });
  const { rows } = await client.query('SELECT last_value::int AS count FROM commits');
  expect(rows).toEqual([{ count: 1 }]);
  await client.end();
  await store.close();
  await engine?.stop();
});
