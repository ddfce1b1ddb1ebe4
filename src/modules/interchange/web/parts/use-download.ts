import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import { readError } from '#web/problem.ts';
import { saveFile } from '#web/save-file.ts';

/** A file to ask for; `what` names it in a sentence. */
export interface Wanted {
  what: string;
  fetch: () => Promise<File>;
}

/** Downloads files that the server makes: says that one is being made, that it is there, or why not. One may go on working meanwhile. */
export function useDownload(): { download: (wanted: Wanted) => void; isMaking: boolean } {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ what, fetch }: Wanted) => {
      const id = notifications.show({ loading: true, autoClose: false, withCloseButton: false, message: t('files.making', { what }) });
      try {
        const file = await fetch();
        saveFile(file);
        notifications.update({ id, loading: false, autoClose: 4000, withCloseButton: true, message: t('files.done', { file: file.name }) });
      } catch (error) {
        const { kind, sentence } = readError(error, language);
        const message = sentence ?? t(kind === 'offline' ? 'files.offline' : 'files.failed', { what });
        notifications.update({ id, loading: false, color: 'red', autoClose: false, withCloseButton: true, message });
      }
    },
  });
  return { download: mutate, isMaking: isPending };
}
