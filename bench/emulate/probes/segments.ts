import { SegmentedMessage } from 'sms-segments-calculator';
import { type Probe, send } from './probe.ts';

/** What is compared with Twilio's own calculator, in the same run. */
const texts: Readonly<Record<string, readonly string[]>> = {
  '160, 161, 306, 307 letters': [160, 161, 306, 307].map((count) => 'a'.repeat(count)),
  '80, 81 euro signs': [80, 81].map((count) => '€'.repeat(count)),
  '70, 71, 134, 135, 300 Korean characters': [70, 71, 134, 135, 300].map((count) =>
    '가'.repeat(count),
  ),
  '35, 36 emoji': [35, 36].map((count) => '😀'.repeat(count)),
};

export const segments: Readonly<Record<string, Probe>> = Object.fromEntries(
  Object.entries(texts).map(([what, bodies]): [string, Probe] => {
    const right = bodies.map((body) => new SegmentedMessage(body).segmentsCount).join(', ');
    return [
      `segments of ${what} (calculator: ${right})`,
      async (side) => {
        const answers = await Promise.all(bodies.map((Body) => send(side, { Body })));
        return answers.map(({ json }) => json.num_segments).join(', ');
      },
    ];
  }),
);
