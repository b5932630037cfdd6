// Searches of one kind, each for something else: `search URL KIND RATE COUNT FIRST`. With a RATE so many arrive each second,
// whether those before are answered or not, and a time is counted from the moment of arrival; with 0 sixteen connections ask
// as fast as they are answered. Prints the times in milliseconds.
import { setTimeout as sleep } from 'node:timers/promises';
import { createCorpus, type QuestionKind } from '../../apps/url-db/src/testing/corpus.ts';
import { createCaller } from './call.ts';
import { searchPath } from './paths.ts';

const [url = '', kind = '', rate = '0', count = '0', first = '0'] = process.argv.slice(2);
const total = Number(count);
const corpus = createCorpus();
const paths = Array.from({ length: total }, (_, index) =>
  searchPath(corpus.question(kind as QuestionKind, Number(first) + index)),
);
const { call, close } = createCaller(url, Number(rate) > 0 ? 64 : 16);
const times: number[] = [];
const ask = async (index: number, since: number) => {
  await call(paths[index] ?? '');
  times.push(performance.now() - since);
};

// A connection, and what is compiled of this program itself.
for (let index = 0; index < 5; index++) await call(searchPath('쀍'));

const began = performance.now();
if (Number(rate) > 0) {
  const asked: Promise<void>[] = [];
  for (let index = 0; index < total; index++) {
    const due = began + (index * 1000) / Number(rate);
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    asked.push(ask(index, due));
  }
  await Promise.all(asked);
} else {
  let next = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (next < total) await ask(next++, performance.now());
    }),
  );
}
const seconds = (performance.now() - began) / 1000;
times.sort((a, b) => a - b);
const at = (part: number) => times[Math.min(total - 1, Math.floor(total * part))];
process.stdout.write(
  JSON.stringify({ p50: at(0.5), p99: at(0.99), worst: times.at(-1), rate: total / seconds }),
);
close();
