import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import type { HouseholdFile, HouseholdMember } from '../contract.ts';
import { memberFields, originOf } from '../rules.days.ts';
import { useShow } from './Compare.tsx';
import { showInstant } from './file.ts';
import styles from './Household.module.css';

/** Where each value of a person comes from: the list, act or correction that first told it, who entered it and when. */
export function Provenance({ file, member, onClose }: { file: HouseholdFile; member: HouseholdMember; onClose: () => void }) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const show = useShow();
  return (
    <Modal opened onClose={onClose} title={t('provenance.of', { name: member.name })} size={760} closeButtonProps={{ 'aria-label': shell('close') }}>
      <table className={`${styles.differences} ${styles.provenance}`}>
        <thead>
          <tr>
            <th scope="col">{t('provenance.value')}</th>
            <th scope="col">{t('provenance.now')}</th>
            <th scope="col">{t('provenance.source')}</th>
          </tr>
        </thead>
        <tbody>
          {memberFields.map((field) => {
            const origin = originOf(file, member, field);
            return (
              <tr key={field}>
                <th scope="row">{t(`compare.field.${field}`)}</th>
                <td>{show.member(field, member[field])}</td>
                <td>
                  {origin.source}
                  <span className={styles.quiet}>
                    {t('provenance.entered', { who: origin.enteredBy ?? t('history.system'), when: showInstant(origin.enteredAt), from: showDate(origin.from) })}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Modal>
  );
}
