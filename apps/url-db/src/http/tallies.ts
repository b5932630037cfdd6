/** Upper bounds in seconds: a look-up takes a fraction of a millisecond, an import of 1000 rows a hundred. */
const bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What happened to the requests of one operation. Plain numbers: they are counted at every request. */
interface Tally {
  readonly statuses: Map<number, number>;
  /** One more than there are bounds. */
  readonly buckets: Float64Array;
  seconds: number;
}

/** Counts requests for Prometheus. No label holds a URL, a key or a caller. */
export interface Tallies {
  add(operation: string, status: number, seconds: number): void;
  /** In the text format of Prometheus. */
  text(): string;
}

export function createTallies(): Tallies {
  const tallies = new Map<string, Tally>();
  return {
    add(operation, status, seconds) {
      const tally = tallies.get(operation) ?? createTally();
      tallies.set(operation, tally);
      tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
      const bucket = bounds.findIndex((bound) => seconds <= bound);
      const index = bucket === -1 ? bounds.length : bucket;
      tally.buckets[index] = (tally.buckets[index] ?? 0) + 1;
      tally.seconds += seconds;
    },
    text() {
      const all = [...tallies];
      return [
        '# HELP url_db_http_requests_total Requests answered, by operation and HTTP status',
        '# TYPE url_db_http_requests_total counter',
        ...all.flatMap(([operation, { statuses }]) =>
          [...statuses].map(
            ([status, count]) =>
              `url_db_http_requests_total{operation="${operation}",status="${status}"} ${count}`,
          ),
        ),
        '# HELP url_db_http_request_duration_seconds From the request line to the end of the answer',
        '# TYPE url_db_http_request_duration_seconds histogram',
        ...all.flatMap(([operation, tally]) => histogramOf(operation, tally)),
        '',
      ].join('\n');
    },
  };
}

function createTally(): Tally {
  return { statuses: new Map(), buckets: new Float64Array(bounds.length + 1), seconds: 0 };
}

/** Buckets are cumulative there. */
function histogramOf(operation: string, { buckets, seconds }: Tally): readonly string[] {
  const name = 'url_db_http_request_duration_seconds';
  let count = 0;
  const lines = [...buckets].map((value, index) => {
    count += value;
    return `${name}_bucket{operation="${operation}",le="${bounds[index] ?? '+Inf'}"} ${count}`;
  });
  return [
    ...lines,
    `${name}_sum{operation="${operation}"} ${seconds}`,
    `${name}_count{operation="${operation}"} ${count}`,
  ];
}
