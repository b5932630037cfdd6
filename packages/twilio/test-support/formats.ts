const day = /^\d{4}-\d\d-\d\d$/;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const isDate = (text: string) => !Number.isNaN(Date.parse(text));

/** The formats of the contract, of which JSON Schema knows a few. */
export const formats = {
  'date-time': (text: string) => time.test(text) && isDate(text),
  'day-or-time': (text: string) => (day.test(text) || time.test(text)) && isDate(text),
  'date-time-rfc-2822': (text: string) =>
    /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/.test(text) && isDate(text),
  uri: (text: string) => URL.canParse(text),
  'uri-reference': (text: string) => URL.canParse(text, 'https://api.twilio.com'),
  // E.164, a short code, letters or a channel address, as the descriptions say.
  'phone-number': /^(?:\+[1-9]\d{1,14}|\d{3,8}|[a-z]+:\S+|(?=.*[A-Za-z])[\w &.+-]{1,11})$/,
  currency: /^[A-Z]{3}$/i,
  int64: true,
  'uri-map': true,
} as const;
