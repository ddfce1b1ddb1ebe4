import { useTranslation } from 'react-i18next';
import { showPartOfDate } from '#kernel/plain-date.ts';
import type { LedgerContent } from '../contract.ledger.ts';
import { useRelation } from './use-relation.ts';

/** The members of a household on paper. */
export function PersonTable({ members }: { members: LedgerContent['members'] }) {
  const { t } = useTranslation('households');
  const relationOf = useRelation();
  return (
    <table>
      <thead>
        <tr>
          {['', t('members.name'), t('members.relation'), t('members.sex'), t('members.birth'), t('members.ethnicity')].map((title) => (
            <th key={title} scope="col">
              {title || '#'}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.map(({ name, relation, sex, birth, ethnicity }, index) => (
          <tr key={index}>
            <td>{index + 1}</td>
            <td>{name}</td>
            <td>{relation === null ? '–' : relationOf(relation)}</td>
            <td>{sex === null ? '–' : t(`members.${sex}`)}</td>
            <td>{birth === null ? '–' : showPartOfDate(birth)}</td>
            <td>{ethnicity ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
