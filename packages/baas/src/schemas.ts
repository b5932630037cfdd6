import * as z from 'zod/mini';

// Tolerant on purpose: only what is used is named, in both envelopes that the vendor's platform answers with.

const id = z.union([z.number(), z.string().check(z.regex(/^\d+$/))]);

/** `{"success":true,"message":"…","data":{"group_id":12345}}`, or with `result: "SUCCESS"`. */
export const sendAnswer = z.object({
  message: z.optional(z.nullable(z.string())),
  data: z.object({ group_id: id }),
});

export const registerAnswer = z.object({
  data: z.object({ id: z.union([z.number(), z.string()]) }),
});

const word = z.optional(z.nullable(z.string()));

const statusRow = z.object({ phone: word, name: word, result: word, reason: word });

/** Rows under `data`, or under one list within it. */
export const statusAnswer = z.object({
  data: z.union([
    z.array(statusRow),
    z.object({ messages: z.array(statusRow) }),
    z.object({ list: z.array(statusRow) }),
  ]),
});

/** `{"success":false,"error_code",…}` and `{"result":"FAIL","errorCode",…}`. */
export const problemAnswer = z.object({
  success: z.optional(z.boolean()),
  result: z.optional(z.string()),
  message: word,
  error_code: word,
  errorCode: word,
  detail: z.optional(z.unknown()),
});
