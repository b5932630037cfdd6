/** One line on stderr, rewritten in place; where stderr is no terminal, a new line for every tenth of the way. */
export function progress(what: string, total: number): (done: number) => void {
  let tenth = -1;
  return (done) => {
    const text = `${what} ${done.toLocaleString('en')}/${total.toLocaleString('en')}`;
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\x1b[K${done < total ? text : ''}`);
      return;
    }
    const reached = Math.floor((done / total) * 10);
    if (reached > tenth) process.stderr.write(`${text}\n`);
    tenth = reached;
  };
}
