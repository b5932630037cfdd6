import type { CardContent, CardPrice, MessageCard } from '../../../src/contract.ts';
import { texts } from '../state/language.ts';
import { Icon } from './icons.tsx';
import { Marked } from './marked.tsx';
import { Picture } from './media.tsx';

/** A KakaoTalk template as the chat shows it. Where it leads, the detail says: the card itself opens that. */
export function Card({ card }: { card: MessageCard }) {
  const { type, app, header, contents, facts, price, place, social, buttons } = card;
  const [main, ...rest] = contents;
  return (
    <span class="kakao-card" data-type={type}>
      {header && (
        <strong class="card-header">
          <Marked text={header.title} />
        </strong>
      )}
      {type === 'list' ? <Rows contents={contents} /> : main && <Main type={type} content={main} />}
      {price && <Price price={price} />}
      {type !== 'list' && <Rows contents={rest} before={main?.image ? 1 : 0} />}
      {facts.length > 0 && <Facts type={type} facts={facts} />}
      {place && (
        <span class="card-place">
          <Icon name="pin" />
          <span>
            {place.title && <b>{place.title}</b>}
            <Marked text={place.address} />
          </span>
        </span>
      )}
      {social.length > 0 && (
        <span class="card-social">
          {social.map(({ kind, count }) => (
            <span key={kind}>
              {texts.value.social[kind]} <b>{count}</b>
            </span>
          ))}
        </span>
      )}
      {buttons.length > 0 && (
        <span class="card-buttons" data-count={buttons.length}>
          {buttons.map(({ title }, index) => (
            <span key={`${index}${title}`} class="card-button">
              {title}
            </span>
          ))}
        </span>
      )}
      <span class="card-foot">
        {app}
        <Icon name="next" />
      </span>
    </span>
  );
}

function Main({ type, content }: { type: MessageCard['type']; content: CardContent }) {
  const { title, description, image } = content;
  return (
    <>
      {image && (
        <span class="card-picture">
          <Picture address={image} number={1} />
        </span>
      )}
      {(title || description) && (
        <span class="card-text">
          {type === 'custom' && <small>{texts.value.cards.custom}</small>}
          {title && (
            <strong>
              <Marked text={title} />
            </strong>
          )}
          {description && (
            <span class="card-description">
              <Marked text={description} />
            </span>
          )}
        </span>
      )}
    </>
  );
}

/** Text to the left, a small picture to the right. `before`: pictures above. */
function Rows({ contents, before = 0 }: { contents: readonly CardContent[]; before?: number }) {
  return (
    <>
      {contents.map(({ title, description, image }, index) => (
        <span key={`${index}${title}`} class="card-row">
          <span>
            {title && (
              <b>
                <Marked text={title} />
              </b>
            )}
            {description && (
              <small>
                <Marked text={description} />
              </small>
            )}
          </span>
          {image && <Picture address={image} number={before + index + 1} />}
        </span>
      ))}
    </>
  );
}

function Facts({ type, facts }: Pick<MessageCard, 'type' | 'facts'>) {
  return (
    <span class="card-facts">
      {facts.map(({ name, value, isTotal }, index) => (
        <span key={`${index}${name}`} data-total={isTotal}>
          <span>
            {type === 'calendar' && <Icon name="calendar" />}
            {name}
          </span>
          <span>
            <Marked text={value} />
          </span>
        </span>
      ))}
    </span>
  );
}

function Price({ price }: { price: CardPrice }) {
  const { product, regular, discounted, discount } = price;
  return (
    <span class="card-price">
      {product && <small>{product}</small>}
      <span>
        {discount && <em>{discount}</em>}
        <strong>{discounted ?? regular}</strong>
        {discounted && <s>{regular}</s>}
      </span>
    </span>
  );
}
