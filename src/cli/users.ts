import { z } from 'zod';
import { Role } from '#kernel/permission.ts';
import { AreaRef } from '#modules/areas/contract.ts';
import { addUser } from '#modules/identity/service.ts';
import type { Call, Command } from './command.ts';
import { problem } from './problems.ts';
import { withProgram } from './with-program.ts';

export const userAdd: Command = {
  name: 'user add',
  summary: {
    vi: 'tạo tài khoản với một vị trí công tác; người quản trị đầu tiên được tạo bằng lệnh này',
    en: 'make an account with a post; the first administrator is made so',
  },
  operands: [],
  options: {
    username: { value: 'NAME', required: true, about: { vi: 'tên đăng nhập: 3–60 chữ thường không dấu, chữ số, . - _', en: 'user name: 3–60 small letters, digits, . - _' } },
    name: { value: 'TEXT', required: true, about: { vi: 'họ và tên', en: 'name of the person' } },
    role: { value: 'ROLE', required: true, about: { vi: `vai trò: ${Role.options.join(', ')}`, en: `role: ${Role.options.join(', ')}` } },
    area: { value: 'CODE', required: true, about: { vi: 'mã địa bàn trên bản đồ hiện hành; VN là cả nước', en: 'code of an area of today’s map; VN for the country' } },
    'password-stdin': { about: { vi: 'đọc mật khẩu từ dòng đầu của đầu vào chuẩn, không hỏi', en: 'read the password from the first line of standard input, do not ask' } },
  },
  database: true,
  async run(call) {
    const username = call.option('username')!;
    const name = call.read(z.string().trim().min(1).max(120), '--name', call.option('name')!, '1–120');
    const role = call.read(Role, '--role', call.option('role')!, Role.options.join(', '));
    const area = call.read(AreaRef, '--area', call.option('area')!, '15178, VN');
    const password = await readPassword(call);
    const added = await withProgram(call, (runtime) => addUser(runtime, { username, name, password, demo: false, role, area }));
    call.answer({ username, role, area, ...added }, () => call.say({ vi: `Đã tạo tài khoản ${username} (${role}, ${area}).`, en: `The account ${username} is made (${role}, ${area}).` }));
  },
};

/** The password is never an argument: those can be seen by everyone on the machine. */
async function readPassword(call: Call): Promise<string> {
  const { terminal } = call;
  if (call.has('password-stdin') || !terminal.interactive) {
    const [line = ''] = (await terminal.read()).split(/\r?\n/);
    if (line === '') throw problem('password.not-given', {});
    return line;
  }
  const password = await terminal.askHidden(call.say({ vi: 'Mật khẩu (không hiện khi gõ): ', en: 'Password (not shown): ' }));
  if (password === '') throw problem('password.not-given', {});
  const again = await terminal.askHidden(call.say({ vi: 'Nhập lại mật khẩu: ', en: 'Once more: ' }));
  if (again !== password) throw problem('password.differs', {});
  return password;
}
