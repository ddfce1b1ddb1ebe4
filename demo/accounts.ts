import type { Role } from '#kernel/permission.ts';
import { AreaRef } from '#modules/areas/contract.ts';

/** An account of the demonstration. Its post lies in `area` on today's map, or in the village of that name there. */
export interface DemoAccountSpec {
  username: string;
  name: string;
  role: Role;
  area: AreaRef;
  village: string | null;
}

/** One password for all: it protects nothing but a demonstration. */
export const demoPassword = 'chungtay-2026';

const account = (username: string, name: string, role: Role, area: string, village: string | null = null): DemoAccountSpec => ({
  username,
  name,
  role,
  area: AreaRef.parse(area),
  village,
});

/** Made-up people, one or more for each role. */
export const demoAccounts: readonly DemoAccountSpec[] = [
  account('canbo.camtan', 'Quách Thị Mai', 'commune_officer', '15178'),
  account('truongthon', 'Trương Văn Lợi', 'village_head', '15178', 'Thôn Minh Long'),
  account('rasoatvien', 'Phạm Thị Hằng', 'reviewer', '15178', 'Thôn Phi Long'),
  account('canbo.tinh', 'Lê Thị Hồng Nhung', 'province_officer', '38'),
  account('canbo.ninhbinh', 'Đinh Quang Vinh', 'province_officer', '37'),
  account('sonnmt', 'Hoàng Đức Mạnh', 'sector_officer', '38'),
  account('lanhdao', 'Nguyễn Minh Tâm', 'leader', 'VN'),
  account('thanhtra', 'Vũ Thị Oanh', 'inspector', 'VN'),
  account('quantri', 'Trần Tiến Đạt', 'administrator', 'VN'),
];
