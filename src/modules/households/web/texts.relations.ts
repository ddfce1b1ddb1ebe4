import { bilingual } from '#web/i18n/bilingual.ts';

/** The usual relations to the head of a household. */
export const relationTexts = bilingual({
  vi: {
    relation: {
      chu_ho: 'Chủ hộ', vo: 'Vợ', chong: 'Chồng', con: 'Con', con_trai: 'Con trai', con_gai: 'Con gái', con_dau: 'Con dâu', con_re: 'Con rể', chau: 'Cháu', chat: 'Chắt', bo: 'Bố', cha: 'Cha', me: 'Mẹ', bo_de: 'Bố đẻ', me_de: 'Mẹ đẻ',
      bo_chong: 'Bố chồng', me_chong: 'Mẹ chồng', bo_vo: 'Bố vợ', me_vo: 'Mẹ vợ', ong: 'Ông', ba: 'Bà', anh: 'Anh', chi: 'Chị', em: 'Em', anh_trai: 'Anh trai', chi_gai: 'Chị gái', em_trai: 'Em trai', em_gai: 'Em gái',
    },
  },
  en: {
    relation: {
      chu_ho: 'Head', vo: 'Wife', chong: 'Husband', con: 'Child', con_trai: 'Son', con_gai: 'Daughter', con_dau: 'Daughter-in-law', con_re: 'Son-in-law', chau: 'Grandchild, niece or nephew', chat: 'Great-grandchild', bo: 'Father', cha: 'Father', me: 'Mother', bo_de: 'Father', me_de: 'Mother',
      bo_chong: 'Father-in-law', me_chong: 'Mother-in-law', bo_vo: 'Father-in-law', me_vo: 'Mother-in-law', ong: 'Grandfather', ba: 'Grandmother', anh: 'Elder brother', chi: 'Elder sister', em: 'Younger sibling', anh_trai: 'Elder brother', chi_gai: 'Elder sister', em_trai: 'Younger brother', em_gai: 'Younger sister',
    },
  },
});
