import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import { wordingKey } from '../rules.catalogues.ts';

const relations = ['chu_ho', 'vo', 'chong', 'con', 'con_dau', 'con_re', 'chau', 'chat', 'bo', 'cha', 'me', 'ong', 'ba', 'anh', 'chi', 'em', 'anh_trai', 'chi_gai', 'em_trai', 'em_gai', 'con_trai', 'con_gai', 'bo_de', 'me_de', 'bo_chong', 'me_chong', 'bo_vo', 'me_vo'] as const;

/** A relation as the list has written it; in another language the usual ones in its words. */
export function useRelation(): (relation: string) => string {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  return (relation) => {
    if (language === 'vi') return relation;
    const key = relations.find((one) => one === wordingKey(relation).replaceAll(' ', '_'));
    return key === undefined ? relation : t(`relation.${key}`);
  };
}
