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
  const group = (title: string, what: string, fetch: (format: PaperFormat) => Promise<File>) => (
    <div role="group" aria-label={title}>
      <Menu.Label aria-hidden>{title}</Menu.Label>
      {PaperFormat.options.map((format) => {
        const [Icon, name] = [icons[format], t(`files.as.${format}`)];
        return (
          <Menu.Item key={format} leftSection={<Icon size={16} stroke={1.7} aria-hidden />} onClick={() => download({ what: `${what} (${name})`, fetch: () => fetch(format) })}>
            {name}
          </Menu.Item>
        );
      })}
    </div>
  );
  return (
    <Menu position="bottom-end" width={240} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button loading={isMaking} disabled={disabled} leftSection={<IconDownload size={16} aria-hidden />} rightSection={<IconChevronDown size={15} stroke={1.7} aria-hidden />}>
          {t('files.get')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {group(t('files.one', { form }), t('files.report', { form }), (format) => fetchReport(wish, format, language))}
        <Menu.Divider />
        {group(t('files.set'), t('files.wholeSet'), (format) => fetchSet(place, format, language))}
      </Menu.Dropdown>
    </Menu>
  );
}
