import { type HttpAnswer, pick } from '@jeonbo/core/http';

// Only what is used is read, from both envelopes that the vendor's platform answers with; everything else may change.
// By hand, since a schema library would be a quarter of this package (docs/decisions/0003).

/** `{"success":true,"message":"…","data":{"group_id":12345}}`, or with `result: "SUCCESS"`. */
export function readGroup({ json }: HttpAnswer): { groupId: number; message: string } | undefined {
  const id = pick(json, 'data', 'group_id');
  const message = textOf(pick(json, 'message')) ?? '';
  return /^\d+$/.test(`${id}`) ? { groupId: Number(id), message } : undefined;
}

/** The id of a group in a body that broke off. */
export function findGroupId({ text }: HttpAnswer): string | undefined {
  return /"group_id"\s*:\s*"?(\d+)/.exec(text)?.[1];
}

/** `{"data":{"id":77}}` */
export function readRecipientId({ json }: HttpAnswer): string | undefined {
  const id = pick(json, 'data', 'id');
  return typeof id === 'number' ? String(id) : textOf(id);
}

export interface StatusRow {
  readonly phone: string | undefined;
  readonly name: string | undefined;
  readonly result: string | undefined;
  readonly reason: string | undefined;
}

/** Rows under `data`, or under one list within it. */
export function readRows({ json }: HttpAnswer): StatusRow[] | undefined {
  const data = pick(json, 'data');
  const rows = [data, pick(data, 'messages'), pick(data, 'list')].find(Array.isArray);
  return rows?.map((row: unknown) => {
    const word = (name: string) => textOf(pick(row, name));
    return {
      phone: word('phone'),
      name: word('name'),
      result: word('result'),
      reason: word('reason'),
    };
  });
}

/** What a failure says, in either envelope. */
export function readFailure({ json }: HttpAnswer) {
  const providerCode = textOf(pick(json, 'error_code')) ?? textOf(pick(json, 'errorCode'));
  const failed = pick(json, 'success') === false || pick(json, 'result') === 'FAIL';
  if (!failed && !providerCode) return undefined;
  return { providerCode, message: textOf(pick(json, 'message')), detail: pick(json, 'detail') };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
