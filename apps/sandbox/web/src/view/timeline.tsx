import type { DeliveryState, SandboxMessage } from '../../../src/contract.ts';
import { exactClock, secondsBetween } from '../format/time.ts';
import { language, texts } from '../state/language.ts';
import { Icon } from './icons.tsx';

const way: readonly DeliveryState[] = ['pending', 'sent', 'delivered'];

/** What happened with its times, and what is still to come. */
export function Timeline({ message }: { message: SandboxMessage }) {
  const t = texts.value;
  const { timeline, state, reason } = message;
  const final = state === 'delivered' || state === 'failed';
  const ahead = final ? [] : way.slice(way.indexOf(state) + 1);
  return (
    <ol class="timeline">
      {timeline.map((step, index) => {
        const earlier = timeline[index - 1];
        return (
          <li key={`${step.state}${step.at}`} data-state={step.state}>
            <Icon name={step.state} />
            <span class="step">
              {t.states[step.state]}
              {step.state === 'failed' && reason && <em>{reason}</em>}
            </span>
            <span class="step-time">
              {earlier && <small>{t.afterSeconds(secondsBetween(earlier.at, step.at))}</small>}
              <time dateTime={step.at}>{exactClock(language.value, step.at)}</time>
            </span>
          </li>
        );
      })}
      {ahead.map((next) => (
        <li key={next} data-ahead>
          <Icon name={next} />
          <span class="step">{t.states[next]}</span>
        </li>
      ))}
    </ol>
  );
}
