/**
 * What runs in the page: a form is sent as the request that it stands for, and the answer shown under it.
 * It is sent to the browser as text, so it may name nothing outside of itself.
 */
function tryOut(): void {
  const token = document.querySelector<HTMLInputElement>('#token');
  document.addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const output = form.querySelector('output');
    if (!output) return;
    const { method = 'GET', path = '/' } = form.dataset;
    let address = path;
    const query = new URLSearchParams();
    for (const field of form.querySelectorAll('input')) {
      const { place } = field.dataset;
      if (place === 'path')
        address = address.replace(`{${field.name}}`, encodeURIComponent(field.value));
      else if (field.value !== '') query.set(field.name, field.value);
    }
    const headers = new Headers({ 'accept-language': document.documentElement.lang });
    if (token?.value) headers.set('authorization', `Bearer ${token.value}`);
    const body = form.querySelector('textarea')?.value;
    if (body !== undefined) headers.set('content-type', 'application/json');
    output.hidden = false;
    output.className = '';
    const started = performance.now();
    try {
      const url = query.size > 0 ? `${address}?${query}` : address;
      const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
      const text = await response.text();
      const milliseconds = Math.round(performance.now() - started);
      const shown = text === '' ? '' : JSON.stringify(JSON.parse(text), null, 2);
      output.className = response.ok ? 'done' : 'refused';
      output.textContent = `${response.status} ${response.statusText} · ${milliseconds} ms\n${shown}`;
    } catch (error) {
      output.className = 'refused';
      output.textContent = String(error);
    }
  });
}

export const pageScript = `(${tryOut.toString()})();\n`;
