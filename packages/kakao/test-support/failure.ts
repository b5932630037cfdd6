import { JeonboError } from '@jeonbo/core';

export async function failure(promise: Promise<unknown>): Promise<JeonboError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (JeonboError.is(error)) return error;
  throw new Error(`expected a JeonboError, got ${String(error)}`);
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
