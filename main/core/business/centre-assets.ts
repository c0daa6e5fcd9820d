import { type AssetForm, MOST_IN_CENTRE } from '../../../shared/contracts/engine/business.ts';
import { type Done, type Refused, refuse } from '../../../shared/errors.ts';
import { unfitLines } from '../messages/unfit.ts';
import type { Book } from '../records/book.ts';
import type { Data } from '../records/shapes.ts';
import { assetsIn, membersIn } from './centre-parts.ts';
import type { CentreViews } from './centre-views.ts';
import { isUsable } from './usable-account.ts';

/** What belongs to business centres, or may be used there. */
export class CentreAssets {
  readonly #book: Book;
  readonly #views: CentreViews;

  constructor(book: Book, views: CentreViews) {
    this.#book = book;
    this.#views = views;
  }

  save(form: AssetForm): Promise<{ id: string } | Refused> {
    return this.#book.change((draft) => {
      const { centre, kind, name, hold, account } = form;
      const unfit = unfitLines([
        [name, 120],
        [form.number, 254],
      ]);
      if (unfit !== null) return unfit;
      const before = form.id === undefined ? null : this.#book.get('asset', form.id);
      if (form.id !== undefined && before?.centre !== centre) return refuse('not_found');
      if (this.#book.get('centre', centre) === null) return refuse('not_found');
      if (account !== null && !isUsable(this.#book, account, before?.account)) return refuse('not_found');
      if (before === null && assetsIn(this.#book, centre).length >= MOST_IN_CENTRE)
        return refuse('too_many', { max: MOST_IN_CENTRE });
      const id = form.id ?? this.#book.newId();
      const data: Data<'asset'> = {
        ...{ centre, kind, name, hold, made: before?.made ?? this.#book.now() },
        ...(form.number === null ? {} : { number: form.number }),
        ...(account === null ? {} : { account }),
      };
      if (!this.#views.hasRoomFor(centre, { asset: { id, data } })) return refuse('too_large');
      draft.put('asset', id, data);
      draft.note('asset-saved', { ref: centre });
      return { id };
    });
  }

  /** Removes a thing; those who could use it have it on their list no more. */
  remove(id: string): Promise<Done | Refused> {
    return this.#book.change((draft) => {
      const asset = this.#book.get('asset', id);
      if (asset === null) return refuse('not_found');
      for (const { id: member, data } of membersIn(this.#book, asset.centre)) {
        if (data.assets.includes(id)) draft.put('member', member, { ...data, assets: data.assets.filter((one) => one !== id) });
      }
      draft.del(id);
      draft.note('asset-removed', { ref: asset.centre });
      return {};
    });
  }
}
