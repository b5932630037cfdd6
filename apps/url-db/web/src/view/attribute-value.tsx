import { useState } from 'preact/hooks';
import { type AttributeGroup, isTags } from '../format/attribute-inputs.ts';
import { linkTo, pictureFrom } from '../format/url.ts';
import { texts } from '../state/language.ts';
import { Markdown } from './markdown.tsx';

/** A value as its type wants it shown; nothing of it becomes markup. */
export function AttributeValue({ group }: { group: AttributeGroup }) {
  const { name, type, values } = group;
  const value = values[0]?.value ?? '';
  if (isTags(type)) return <Tags values={values.map((one) => one.value)} type={type} />;
  if (type === 'markdown') return <Markdown text={value} />;
  if (type === 'image') return <Picture name={name} value={value} />;
  if (type === 'number') return <span class="number">{value}</span>;
  return <LinkedText text={value} />;
}

function Tags({ values, type }: { values: readonly string[]; type: string }) {
  const List = type === 'ordered_tag' ? 'ol' : 'ul';
  return (
    <List class="tags" data-type={type}>
      {values.map((tag) => (
        <li key={tag} class="tag">
          {tag}
        </li>
      ))}
    </List>
  );
}

function LinkedText({ text }: { text: string }) {
  const link = /^https?:\/\//iu.test(text) ? linkTo(text) : undefined;
  if (link === undefined) return <span>{text}</span>;
  return (
    <a class="value-link" href={link} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

export function Picture({ name, value }: { name: string; value: string }) {
  const t = texts.value;
  const [broken, setBroken] = useState('');
  const source = pictureFrom(value);
  const isFile = value.startsWith('data:');
  return (
    <figure class="picture">
      {source === undefined || broken === source ? (
        <p class="picture-missing">{source === undefined ? t.imageHidden : t.imageBroken}</p>
      ) : (
        <img
          src={source}
          alt={name}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(source)}
        />
      )}
      {!isFile && (
        <figcaption>
          <LinkedText text={value} />
        </figcaption>
      )}
    </figure>
  );
}
