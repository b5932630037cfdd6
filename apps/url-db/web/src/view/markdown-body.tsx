import { lexer, type MarkedToken, type Token } from 'marked';
import type { ComponentChild } from 'preact';
import { linkTo } from '../format/url.ts';

// Of marked only what a text consists of is used. What one sees is made here, element by element: nothing of the text is
// ever markup, and a picture is a link, so that reading a note tells nobody.

/** A line break in the text is one on the page too, as people write notes. */
export function MarkdownBody({ text }: { text: string }) {
  return <Pieces of={lexer(text, { gfm: true, breaks: true })} />;
}

/** The tokens of marked itself; without extensions there are no others. */
function Pieces({ of }: { of: readonly Token[] | undefined }) {
  return <>{(of as readonly MarkedToken[] | undefined)?.map(piece)}</>;
}

function piece(token: MarkedToken): ComponentChild {
  switch (token.type) {
    case 'heading':
      return heading(token.depth, <Pieces of={token.tokens} />);
    case 'paragraph':
      return (
        <p>
          <Pieces of={token.tokens} />
        </p>
      );
    case 'blockquote':
      return (
        <blockquote>
          <Pieces of={token.tokens} />
        </blockquote>
      );
    case 'list': {
      const items = token.items.map((item) => (
        <li key={item.raw} data-task={item.task}>
          <Pieces of={item.tokens} />
        </li>
      ));
      return token.ordered ? <ol start={Number(token.start)}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'checkbox':
      return token.checked ? '☑ ' : '☐ ';
    case 'code':
      return (
        // It scrolls sideways, which takes the focus where there is no pointer.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <pre tabIndex={0}>
          <code>{token.text}</code>
        </pre>
      );
    case 'table':
      return table(token.header, token.rows);
    case 'hr':
      return <hr />;
    case 'strong':
      return (
        <strong>
          <Pieces of={token.tokens} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Pieces of={token.tokens} />
        </em>
      );
    case 'del':
      return (
        <del>
          <Pieces of={token.tokens} />
        </del>
      );
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return link(token.href, token.raw, <Pieces of={token.tokens} />);
    case 'image':
      return link(token.href, token.raw, token.text || token.href);
    case 'text':
      return token.tokens ? <Pieces of={token.tokens} /> : token.text;
    case 'escape':
      return token.text;
    case 'space':
      return null;
    // Markup, and what a reference points at, stand there as they were written.
    default:
      return token.raw;
  }
}

/** Below the heading of the attributes, which is the third. */
function heading(depth: number, children: ComponentChild) {
  if (depth === 1) return <h4>{children}</h4>;
  return depth === 2 ? <h5>{children}</h5> : <h6>{children}</h6>;
}

function link(href: string, raw: string, children: ComponentChild) {
  const to = linkTo(href);
  if (to === undefined) return raw;
  return (
    <a class="value-link" href={to} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

type Cells = readonly { readonly tokens: readonly Token[] }[];

function table(header: Cells, rows: readonly Cells[]) {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell) => (
            <th scope="col">
              <Pieces of={cell.tokens} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell) => (
              <td>
                <Pieces of={cell.tokens} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
