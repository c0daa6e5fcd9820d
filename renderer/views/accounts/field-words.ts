import { commonText } from '../../../shared/text/common.ts';
import type { SecretWords } from '../../components/secret-field.tsx';

/** The words the rows of an account share. */
export const fieldWords: SecretWords = {
  copy: (name) => `${commonText.copy} ${name.toLowerCase()}`,
  clearsIn: (left) => commonText.clearsIn(left),
  reveal: (name) => `${commonText.reveal} ${name.toLowerCase()}`,
  conceal: (name) => `${commonText.conceal} ${name.toLowerCase()}`,
  hidden: commonText.concealed,
};
