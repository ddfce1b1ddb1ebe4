import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'document.too-large': {
    status: 413,
    vi: 'Tệp nặng {found} MB, vượt mức {most} MB. Hãy xoá ảnh và các trang tính không cần, hoặc chia thành nhiều tệp.',
    en: 'The file has {found} MB, more than the {most} MB allowed. Remove pictures and sheets that are not needed, or split it.',
  },
  'document.unpacks-too-large': {
    status: 413,
    vi: 'Nội dung tệp khi giải nén lớn hơn {most} MB nên không được mở. Hãy chép riêng phần dữ liệu sang một tệp mới rồi thử lại.',
    en: 'Unpacked, the file is larger than {most} MB, so it is not opened. Copy the data alone into a new file and try again.',
  },
  'document.too-many-rows': {
    status: 413,
    vi: 'Trang tính “{sheet}” có hơn {most} dòng dữ liệu. Hãy chia thành nhiều tệp.',
    en: 'The sheet “{sheet}” has more than {most} rows of data. Split it into several files.',
  },
  'document.empty': {
    status: 422,
    vi: 'Tệp không có trang tính nào đọc được, hoặc không có dữ liệu.',
    en: 'The file has no sheet that can be read, or holds no data.',
  },
  'document.encrypted': {
    status: 422,
    vi: 'Tệp đang đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu lại rồi thử lại.',
    en: 'The file is protected by a password. Open it in Excel, remove the password (File > Info > Protect Workbook), save it and try again.',
  },
  'document.old-excel': {
    status: 422,
    vi: 'Đây là tệp Excel kiểu cũ (.xls). Hãy mở bằng Excel, chọn Lưu thành > Sổ làm việc Excel (.xlsx), rồi chọn lại tệp mới.',
    en: 'This is an old Excel file (.xls). Open it in Excel, choose Save As > Excel Workbook (.xlsx), and pick the new file.',
  },
  'document.web-page': {
    status: 422,
    vi: 'Tệp mang tên bảng tính nhưng thật ra là một trang web. Hãy mở bằng Excel, chọn Lưu thành > Sổ làm việc Excel (.xlsx), rồi chọn lại tệp mới.',
    en: 'The file is named a spreadsheet but is a web page. Open it in Excel, choose Save As > Excel Workbook (.xlsx), and pick the new file.',
  },
  'document.not-a-spreadsheet': {
    status: 422,
    vi: 'Tệp này là {kind}, không phải bảng tính Excel (.xlsx) hay CSV. Hãy lưu dữ liệu thành .xlsx rồi thử lại.',
    en: 'This file is {kind}, not an Excel workbook (.xlsx) or CSV. Save the data as .xlsx and try again.',
  },
  'document.damaged': {
    status: 422,
    vi: 'Tệp bị hỏng hoặc tải lên chưa trọn vẹn ({reason}). Hãy mở thử bằng Excel, lưu lại rồi tải lên lần nữa.',
    en: 'The file is damaged or did not arrive whole ({reason}). Try opening it in Excel, save it and upload it again.',
  },
});
