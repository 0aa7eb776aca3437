import i18next from 'i18next';
import { enDeleted } from '../locales/enDeleted.ts';
import { DeletedNotice } from './DeletedNotice.tsx';

/** What is said of deleted maps, with its texts. To be fetched when there is something to say. */
export async function lazyDeletedNotice() {
  i18next.addResourceBundle('en', 'translation', enDeleted, true, false);
  return { default: DeletedNotice };
}
