import { texts } from '../state/language.ts';
import { DomainList } from './domain-list.tsx';
import { Logo } from './icons.tsx';
import { PageTools } from './page-tools.tsx';

export function Sidebar() {
  return (
    <nav class="sidebar" aria-label={texts.value.domains}>
      <h1 class="brand">
        <Logo />
        <span>url-db</span>
      </h1>
      <DomainList />
      <PageTools />
    </nav>
  );
}
