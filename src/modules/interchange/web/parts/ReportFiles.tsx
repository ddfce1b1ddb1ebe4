import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconFileSpreadsheet, IconFileText, IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import { PaperFormat } from '../../contract.files.ts';
import { fetchReport, fetchSet, type ReportWish } from '../queries.ts';
import { useDownload } from './use-download.ts';

const icons = { xlsx: IconFileSpreadsheet, docx: IconFileText, pdf: IconFileTypePdf } as const satisfies Record<PaperFormat, unknown>;

/** The ways in which a form, or all forms of the place and time, can be taken along. */
export function ReportFiles({ wish, disabled }: { wish: ReportWish; disabled: boolean }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const { download, isMaking } = useDownload();
  const { form, ...place } = wish;
  const item = (key: string, format: PaperFormat, what: string, fetch: () => Promise<File>) => {
    const Icon = icons[format];
    return (
      <Menu.Item key={key} leftSection={<Icon size={16} stroke={1.7} aria-hidden />} onClick={() => download({ what, fetch })}>
        {t(`files.as.${format}`)}
      </Menu.Item>
    );
  };
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <Button loading={isMaking} disabled={disabled} leftSection={<IconDownload size={16} aria-hidden />} rightSection={<IconChevronDown size={15} stroke={1.7} aria-hidden />}>
          {t('files.get')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('files.one', { form })}</Menu.Label>
        {PaperFormat.options.map((format) => item(`one ${format}`, format, `${t('files.report', { form })} (${t(`files.as.${format}`)})`, () => fetchReport(wish, format, language)))}
        <Menu.Divider />
        <Menu.Label>{t('files.set')}</Menu.Label>
        {PaperFormat.options.map((format) => item(`set ${format}`, format, `${t('files.wholeSet')} (${t(`files.as.${format}`)})`, () => fetchSet(place, format, language)))}
      </Menu.Dropdown>
    </Menu>
  );
}
