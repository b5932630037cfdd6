import type { Issue } from '@jeonbo/core';

const minuteMs = 60_000;
const earliestMs = 15 * minuteMs;
const latestMs = 35 * 24 * 60 * minuteMs;

interface ScheduleParts {
  readonly sendAt: Date | undefined;
  readonly messagingServiceSid: string | undefined;
}

/**
 * Whether Twilio would keep to the time. Without a messaging service it drops `SendAt` without a word and the message
 * leaves at once, so that is refused here.
 */
export function checkSchedule(
  { sendAt, messagingServiceSid }: ScheduleParts,
  field: string,
): Issue[] {
  if (sendAt === undefined) return [];
  if (!messagingServiceSid)
    return [
      wrongTime(
        field,
        'Without a messaging service Twilio ignores the time and sends at once; give messagingServiceSid.',
      ),
    ];
  const aheadMs = sendAt.getTime() - Date.now();
  // Also false for an invalid date.
  if (aheadMs >= earliestMs && aheadMs <= latestMs) return [];
  return [wrongTime(field, 'The time must be 15 minutes to 35 days ahead.')];
}

function wrongTime(field: string, message: string): Issue {
  return { code: 'INVALID_SCHEDULE', field, message };
}
