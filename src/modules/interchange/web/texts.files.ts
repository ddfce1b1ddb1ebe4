import { bilingual } from '#web/i18n/bilingual.ts';

/** The texts of what is downloaded. */
export const filesTexts = bilingual({
  vi: {
    files: {
      get: 'Tải về',
      one: 'Biểu {form}',
      set: 'Cả bộ biểu trong một tệp',
      as: { xlsx: 'Excel (.xlsx)', docx: 'Word (.docx)', pdf: 'PDF' },
      excel: 'Tải Excel',
      register: 'sổ hộ',
      names: 'danh sách biểu {form}',
      units: 'bảng đơn vị',
      report: 'biểu {form}',
      wholeSet: 'cả bộ biểu',
      making: 'Đang lập tệp: {what}…',
      done: 'Đã tải {file}',
      failed: 'Chưa lập được tệp: {what}. Hãy thử lại.',
      offline: 'Mất kết nối với máy chủ nên chưa tải được: {what}. Hãy kiểm tra mạng rồi thử lại.',
    },
  },
  en: {
    files: {
      get: 'Download',
      one: 'Form {form}',
      set: 'All forms in one file',
      as: { xlsx: 'Excel (.xlsx)', docx: 'Word (.docx)', pdf: 'PDF' },
      excel: 'Download Excel',
      register: 'register',
      names: 'list of form {form}',
      units: 'table of units',
      report: 'form {form}',
      wholeSet: 'all forms',
      making: 'Making the file: {what}…',
      done: '{file} is downloaded',
      failed: 'The file could not be made: {what}. Try again.',
      offline: 'The server cannot be reached, so this was not downloaded: {what}. Check the network and try again.',
    },
  },
});
