import { expect, it } from 'vitest';
import { fillHtml } from './fill-html.ts';
import { html } from './html.ts';

it('escapes what is not HTML itself', () => {
  const hostile = `<script>alert("1")</script>' onload=x &amp;`;
  const { markup } = html`<p title="${hostile}">${hostile}</p>`;
  const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=x &amp;amp;';
  expect(markup).toBe(`<p title="${escaped}">${escaped}</p>`);
});

it('takes HTML as it is, alone and in lists, and leaves out what is not there', () => {
  const items = ['a<b', 'c'].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${items}${undefined}${false}${0}</ul>`.markup).toBe(
    '<ul><li>a&lt;b</li><li>c</li>0</ul>',
  );
});

it('escapes an object that only looks like HTML', () => {
  const forged = JSON.parse('{"markup":"<script>"}');
  expect(html`${forged}`.markup).not.toContain('<script>');
});

it('fills names in with HTML, and escapes the text around them', () => {
  const filled = fillHtml('a < {app} & {other}', { app: html`<b>x</b>` });
  expect(filled.markup).toBe('a &lt; <b>x</b> &amp; ');
});
