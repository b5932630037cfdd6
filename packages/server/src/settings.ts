/** An environment variable that a server reads. */
export interface Setting {
  readonly name: string;
  /** Nothing works without it: a printed configuration has a place for it. */
  readonly needed?: true;
  /** Never shown and never copied. */
  readonly secret?: true;
  /** Where this one is set, that one is not needed. */
  readonly insteadOf?: string;
}

/** What every server reads, whatever its provider. */
const commonSettings = [
  { name: 'JEONBO_DRY_RUN' },
  { name: 'JEONBO_RECIPIENTS' },
  { name: 'JEONBO_RECIPIENT_BOOK' },
  { name: 'JEONBO_ALLOWED_RECIPIENTS' },
  { name: 'JEONBO_SEND_LIMIT' },
  { name: 'JEONBO_DUPLICATE_WINDOW' },
  { name: 'JEONBO_CONFIRM' },
  // May hold a password.
  { name: 'DATABASE_URL', secret: true },
  { name: 'JEONBO_SECRET_KEY', secret: true },
  { name: 'JEONBO_LEDGER_DAYS' },
  { name: 'JEONBO_LEDGER_STORE_TEXT' },
  { name: 'JEONBO_LANG' },
  { name: 'LOG_LEVEL' },
] as const satisfies readonly Setting[];

export const baasSettings = [
  { name: 'BAAS_API_KEY', needed: true, secret: true },
  { name: 'PROJECT_ID', needed: true },
  { name: 'BAAS_PROFILE' },
  { name: 'BAAS_API_BASE_URL' },
  ...commonSettings,
] as const satisfies readonly Setting[];

export const twilioSettings = [
  { name: 'TWILIO_ACCOUNT_SID', needed: true },
  { name: 'TWILIO_AUTH_TOKEN', needed: true, secret: true },
  { name: 'TWILIO_API_KEY', secret: true, insteadOf: 'TWILIO_AUTH_TOKEN' },
  { name: 'TWILIO_API_SECRET', secret: true, insteadOf: 'TWILIO_AUTH_TOKEN' },
  { name: 'TWILIO_PHONE_NUMBER', needed: true },
  { name: 'TWILIO_MESSAGING_SERVICE_SID', insteadOf: 'TWILIO_PHONE_NUMBER' },
  { name: 'NOTIFICATION_PHONE' },
  { name: 'TWILIO_API_BASE_URL' },
  { name: 'JEONBO_ALERT_TITLE' },
  ...commonSettings,
] as const satisfies readonly Setting[];

export const kakaoSettings = [
  { name: 'KAKAO_CLIENT_ID', needed: true },
  // Kakao switches it on for new apps.
  { name: 'KAKAO_CLIENT_SECRET', needed: true, secret: true },
  { name: 'BASE_URL' },
  { name: 'KAKAO_ACCOUNT' },
  { name: 'KAKAO_AUTH_BASE_URL' },
  { name: 'KAKAO_API_BASE_URL' },
  ...commonSettings,
] as const satisfies readonly Setting[];

export type SettingName =
  | (typeof baasSettings)[number]['name']
  | (typeof kakaoSettings)[number]['name']
  | (typeof twilioSettings)[number]['name'];
