// The script inside the morning brief: shows the page that it is given, and tells what the person does there.

import type { BriefPage, FromBrief, ToBrief } from '../core/brief/briefMessages.ts';
import { briefView, type BriefView } from './briefView.ts';
import { element } from './element.ts';

/** What is kept while the page is hidden: where it was scrolled to, and which headline was opened last. */
interface Left {
  readonly scrollY: number;
  readonly itemId: number | undefined;
}

const api = acquireVsCodeApi<Left>();
let view: BriefView | undefined;
let opened = api.getState()?.itemId;

addEventListener('message', ({ data }: MessageEvent<ToBrief>) => receive(data));
addEventListener('scrollend', keep);
document.addEventListener('click', follow);
document.addEventListener('auxclick', follow);
document.addEventListener('keydown', walk);
post({ kind: 'ready' });

function receive(message: ToBrief): void {
  switch (message.kind) {
    case 'page':
      showPage(message.page);
      return;
    case 'status':
      view?.setRead(message.itemIds, message.read);
      return;
    case 'arrived':
      view?.showArrived(message.sentence);
      return;
    case 'done':
      view?.showDone(message.sentence, message.undo);
      return;
    case 'notice':
      view = undefined;
      document.body.replaceChildren(
        element('main', { class: 'notice' }, [element('p', {}, [message.sentence])]),
      );
      return;
  }
}

function showPage(page: BriefPage): void {
  const isFirst = view === undefined;
  view = briefView(page, post);
  document.body.replaceChildren(view.element);
  const left = isFirst ? api.getState() : undefined;
  if (left === undefined) {
    scrollTo({ top: 0, behavior: 'instant' });
    view.focusRange(!isFirst);
    return;
  }
  // Whoever comes back from an article goes on where they were.
  if (left.itemId !== undefined) view.focusHeadline(left.itemId);
  scrollTo({ top: left.scrollY, behavior: 'instant' });
}

/** The page never goes anywhere; VS Code's own listener further up must not open the link a second time. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.button > 1) return;
  const itemId = Number(link.dataset['item']);
  if (!Number.isSafeInteger(itemId)) return;
  opened = itemId;
  keep();
  post({ kind: 'open', itemId, beside: event.button === 1 || event.ctrlKey || event.metaKey });
}

/** "j" and "k" go from headline to headline, as in the list of headlines. */
function walk(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return;
  const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
  if (step !== 0) view?.walk(step);
}

function keep(): void {
  api.setState({ scrollY, itemId: opened });
}

function post(message: FromBrief): void {
  api.postMessage(message);
}
