import type { OwnStep } from '../../../shared/contracts/engine/platforms.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import { hostOf, isPlain, OWN_SITE } from '../../../shared/platforms/plain.ts';
import { STEPS_OF } from '../../../shared/platforms/run-step.ts';
import { unfitLine } from '../messages/unfit.ts';
import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';

/** Steps one account can have noted. */
const MOST = 40;
/** Longest menu path, in bytes of UTF-8. */
const MOST_PATH = 254;

const steps: ReadonlySet<string> = new Set(Object.values(STEPS_OF).flat());

/** Where a person's own account has a step of a run, in place of what the catalogue says. */
export class OwnSteps {
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  of(account: string): { steps: OwnStep[] } | Refused {
    const data = this.#book.get('account', account);
    if (data === null) return refuse('not_found');
    return { steps: (data.own_steps ?? []).map(({ step, path = null, link = null }) => ({ step, path, link })) };
  }

  /** Notes a step; with neither words nor a link the catalogue's word holds again. */
  save({ account, step, path, link }: OwnStep & { readonly account: string }): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const data = this.#book.get('account', account);
      if (data === null || !steps.has(step)) return refuse('not_found');
      const unfit = path === null ? null : unfitLine(path, MOST_PATH);
      if (unfit !== null) return unfit;
      // As in the catalogue: it is shown beside it, and may have been pasted from somewhere.
      if (path !== null && !isPlain(path, MOST_PATH)) return refuse('text_unfit');
      if (link !== null && !isPlainLink(link)) return refuse('link_refused');
      const others = (data.own_steps ?? []).filter((one) => one.step !== step);
      const isNoted = path !== null || link !== null;
      if (!isNoted && others.length === (data.own_steps ?? []).length) return {};
      if (isNoted && others.length >= MOST) return refuse('too_many', { max: MOST });
      const own = { step, ...(path === null ? {} : { path }), ...(link === null ? {} : { link }) };
      draft.put('account', account, withSteps(data, isNoted ? [...others, own] : others));
      draft.note('own-step-saved', { ref: account });
      return {};
    });
  }
}

function withSteps(data: Data<'account'>, own: NonNullable<Data<'account'>['own_steps']>): Data<'account'> {
  const { own_steps: _o, ...rest } = data;
  return own.length === 0 ? rest : { ...rest, own_steps: own };
}

/** SECURITY: the host is shown as it is written before the link is opened, so that it must not look like another one. */
function isPlainLink(link: string): boolean {
  const host = hostOf(link);
  return host !== null && host !== OWN_SITE;
}
