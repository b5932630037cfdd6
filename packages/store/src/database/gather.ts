/**
 * Asks together what is asked for one by one in the same turn of the event loop: under load many requests arrive at
 * once, and each question of its own costs a way to the database and back. Nothing is kept: what is answered was read
 * after it was asked for.
 *
 * @param ask answers in the order of the keys
 */
export function gather<Key, Found>(
  ask: (keys: readonly Key[]) => Promise<readonly Found[]>,
): (key: Key) => Promise<Found> {
  let waiting: { readonly key: Key; readonly asked: PromiseWithResolvers<Found> }[] = [];

  const askAll = async (): Promise<void> => {
    const all = waiting;
    waiting = [];
    try {
      const found = await ask(all.map(({ key }) => key));
      for (const [index, { asked }] of all.entries()) asked.resolve(found[index] as Found);
    } catch (error) {
      for (const { asked } of all) asked.reject(error);
    }
  };
  return (key) => {
    if (waiting.length === 0) setImmediate(askAll);
    const asked = Promise.withResolvers<Found>();
    waiting.push({ key, asked });
    return asked.promise;
  };
}
