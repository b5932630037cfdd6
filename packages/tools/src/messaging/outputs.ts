import {
  anyObject,
  described,
  flag,
  integer,
  list,
  type ObjectShape,
  text,
} from '../json-schema.ts';

/** A send answers a receipt, a dry run or `confirmation_required`; beside it what the provider calls a message. */
export function sendOutput(own: NonNullable<ObjectShape['optional']>): ObjectShape {
  return {
    required: {
      success: flag,
      message: text,
      sent_count: described(integer, 'accepted, not yet delivered'),
      failed_count: integer,
      warnings: list(anyObject),
    },
    optional: {
      ...own,
      unknown_count: described(integer, 'may have been sent: never resend'),
      failures: list(anyObject),
      duplicate: flag,
      dry_run: flag,
      confirmation_required: flag,
      confirm_token: text,
      expires_in_seconds: integer,
      summary: anyObject,
    },
  };
}
